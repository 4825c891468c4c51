#include "figures/table_units.hpp"

#include <algorithm>
#include <span>

#include "figures/context.hpp"
#include "figures/table_grid.hpp"
#include "figures/table_labels.hpp"
#include "figures/table_roles.hpp"
#include "text/characters.hpp"

namespace tallybook::figures {
namespace {

/// Headers of more rows than this are text in columns.
constexpr std::size_t kMostHeaderRows = 4;
/// How many blocks above a table may hold its 单位：.
constexpr std::uint32_t kCaptionReach = 2;
/// Bytes: a longer block above a table is a paragraph of the report.
constexpr std::uint32_t kLongestCaption = 300;
/// Columns beyond this have no headers; it bounds the work on hostile tables.
constexpr std::uint32_t kMostColumns = 256;

constexpr Decimal kFirstYear{1900};
constexpr Decimal kLastYear{2100};

/// 2025, 2025年
bool is_year(const Quantity& quantity) {
  constexpr std::uint32_t kDigits = 4;
  const bool bare = quantity.unit.empty() && quantity.numeral.size() == kDigits;
  return (bare || quantity.unit == "年") && quantity.value.scale() == 0 && quantity.value >= kFirstYear &&
         quantity.value <= kLastYear;
}

/// 2025 in a column 年份
std::optional<Period> year_in(std::string_view words) {
  const auto value = Decimal::parse(words);
  if (!value || value->scale() > 0 || *value < kFirstYear || *value > kLastYear) return std::nullopt;
  const auto year = static_cast<std::int16_t>(value->coefficient());
  return Period{{year, 1, 1}, {year, 12, 31}};
}

/// 4 for 10000.
int power_of(Decimal scale) {
  int power = 0;
  for (std::int64_t rest = scale.coefficient(); rest >= 10; rest /= 10) ++power;
  return power - scale.scale();
}

/// The labels over a column, the lowest first.
using Labels = std::vector<const TableLabel*>;

class TableReader {
 public:
  TableReader(const Document& document, const Grid& grid, std::span<const Moment> moments,
              const Lexicon::Tables& tables, std::vector<TableNumber>& numbers)
      : document_(document),
        text_(document.text),
        grid_(grid),
        moments_(moments),
        tables_(tables),
        numbers_(numbers) {}

  void read() {
    read_caption();
    for (std::size_t begin = 0; begin < grid_.cells.size();) {
      std::size_t end = begin + 1;
      while (end < grid_.cells.size() && grid_.cells[end].row == grid_.cells[begin].row) ++end;
      read_row(std::span(grid_.cells).subspan(begin, end - begin));
      begin = end;
    }
  }

 private:
  /// What is known of a row when its next number comes.
  struct Row {
    std::optional<TableLabel> label;
    std::optional<LabelUnit> unit;  ///< from a column of units
    std::optional<Period> year;     ///< from a column 年份
    Span year_place;
    std::uint32_t label_column = 0;
    bool counted = false;  ///< a number was seen: the label is settled
  };

  void read_caption();
  [[nodiscard]] std::vector<LabelUnit> caption_in(Span place) const;
  void read_row(std::span<const GridCell> cells);
  void read_header(std::span<const GridCell> cells);
  void read_text(const GridCell& cell, Row& row) const;
  void read_number(const GridCell& cell, Quantity quantity, const Row& row);
  [[nodiscard]] std::optional<Quantity> quantity_in(const GridCell& cell) const;
  [[nodiscard]] Labels labels_over(std::uint32_t column) const;
  [[nodiscard]] const LabelUnit* unit_for(const Labels& labels, const Row& row) const;
  [[nodiscard]] const LabelUnit* caption_unit(const Labels& labels, const Row& row) const;
  [[nodiscard]] std::optional<Span> subject_for(const Labels& labels, const Row& row,
                                                std::uint32_t column) const;
  [[nodiscard]] const TableLabel* own_name(std::uint32_t column) const;
  void set_period(TableNumber& number, const TableLabel& label) const;
  [[nodiscard]] TableRole role_for(const Quantity& quantity, const Labels& labels, const Row& row) const;
  [[nodiscard]] std::string_view name_of(const TableLabel& label) const { return slice(text_, label.name); }
  [[nodiscard]] bool is_one_of(const TableLabel& label, const WordSet& words) const {
    const std::string name = without_blanks(name_of(label));
    return !name.empty() && words.match_at(name, 0).size == name.size();
  }

  const Document& document_;
  std::string_view text_;
  const Grid& grid_;
  std::span<const Moment> moments_;
  const Lexicon::Tables& tables_;
  std::vector<TableNumber>& numbers_;

  std::vector<LabelUnit> caption_;
  std::vector<TableLabel> header_;                     ///< the labels of the header rows
  std::vector<std::vector<std::uint32_t>> by_column_;  ///< indices into `header_`, the highest first
  std::size_t header_rows_ = 0;
  bool in_body_ = false;
};

/// 单位：万元 in one of the lines above the table.
void TableReader::read_caption() {
  for (std::uint32_t up = 1; up <= kCaptionReach && up <= grid_.first_block && caption_.empty(); ++up) {
    const Block& block = document_.blocks[grid_.first_block - up];
    if (block.kind == BlockKind::table_cell) return;
    if (block.span.size() <= kLongestCaption) caption_ = caption_in(block.span);
  }
}

std::vector<LabelUnit> TableReader::caption_in(Span place) const {
  auto units = read_table_caption(slice(text_, place), tables_);
  for (LabelUnit& unit : units) unit.place = place;
  return units;
}

/// The quantity that fills the cell.
std::optional<Quantity> TableReader::quantity_in(const GridCell& cell) const {
  const std::uint32_t at = find_numeral_start(text_, cell.span.begin, cell.span.end);
  if (at == cell.span.end) return std::nullopt;
  auto quantity = read_quantity(text_, cell.span.begin, at, cell.span.end, tables_);
  if (!quantity || quantity->span != cell.span || !quantity->arabic || quantity->ratio) return std::nullopt;
  return is_year(*quantity) ? std::nullopt : quantity;
}

void TableReader::read_header(std::span<const GridCell> cells) {
  if (++header_rows_ > kMostHeaderRows) return;
  for (const GridCell& cell : cells) {
    auto units = caption_in(cell.span);
    if (!units.empty()) caption_ = std::move(units);
    const std::uint32_t end = std::min(cell.column + cell.column_span, kMostColumns);
    if (by_column_.size() < end) by_column_.resize(end);
    for (std::uint32_t column = cell.column; column < end; ++column) {
      by_column_[column].push_back(static_cast<std::uint32_t>(header_.size()));
    }
    header_.push_back(read_table_label(text_, cell.span, tables_));
  }
}

void TableReader::read_row(std::span<const GridCell> cells) {
  std::vector<std::optional<Quantity>> quantities;
  quantities.reserve(cells.size());
  for (const GridCell& cell : cells) quantities.push_back(quantity_in(cell));
  in_body_ = in_body_ || std::any_of(quantities.begin(), quantities.end(),
                                     [](const auto& quantity) { return quantity.has_value(); });
  if (!in_body_) return read_header(cells);
  Row row;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (!quantities[i]) {
      read_text(cells[i], row);
      continue;
    }
    const Labels labels = labels_over(cells[i].column);
    const bool code = std::any_of(labels.begin(), labels.end(), [](auto* label) { return label->code; });
    if (code || (row.label && row.label->code)) continue;
    // A bare number at the head of a row is its name, unless its own header gives it a unit.
    const bool heads =
        !row.label && quantities[i]->unit.empty() &&
        std::none_of(labels.begin(), labels.end(), [](auto* label) { return label->unit || label->counter; });
    if (heads) continue;
    row.counted = true;
    read_number(cells[i], *std::move(quantities[i]), row);
  }
}

/// The last words before the first number name the row; a column 单位 gives its unit.
void TableReader::read_text(const GridCell& cell, Row& row) const {
  const Labels labels = labels_over(cell.column);
  const bool units = std::any_of(labels.begin(), labels.end(),
                                 [&](auto* label) { return is_one_of(*label, tables_.table_unit_columns); });
  if (units) {
    if (auto unit = read_label_unit(slice(text_, cell.span), tables_)) {
      row.unit = std::move(unit);
      row.unit->place = cell.span;
      return;
    }
  }
  const bool code = std::any_of(labels.begin(), labels.end(), [](auto* label) { return label->code; });
  if (code) {
    row.year = year_in(slice(text_, cell.span));
    row.year_place = cell.span;
  }
  if (row.counted || code) return;
  row.label = read_table_label(text_, cell.span, tables_);
  row.label_column = cell.column;
}

Labels TableReader::labels_over(std::uint32_t column) const {
  Labels labels;
  if (column >= by_column_.size()) return labels;
  const auto& indices = by_column_[column];
  for (auto index = indices.rbegin(); index != indices.rend(); ++index) labels.push_back(&header_[*index]);
  return labels;
}

/// The unit of a bare number: of its column, its row, or the whole table. A ratio beats a measure: in a
/// table of tonnes the column 增长% holds percentages.
const LabelUnit* TableReader::unit_for(const Labels& labels, const Row& row) const {
  const LabelUnit* column_unit = nullptr;
  for (const TableLabel* label : labels) {
    if (column_unit == nullptr && label->unit) column_unit = &*label->unit;
  }
  const LabelUnit* row_unit = row.unit ? &*row.unit : nullptr;
  if (row_unit == nullptr && row.label && row.label->unit) row_unit = &*row.label->unit;
  const bool by_row =
      row_unit != nullptr &&
      (column_unit == nullptr || (!column_unit->is_ratio() && (row_unit->is_ratio() || row.unit)));
  if (by_row) return row_unit;
  if (column_unit != nullptr) return column_unit;
  for (const TableLabel* label : labels) {
    if (label->counter) return &*label->counter;
  }
  return row.label && row.label->counter ? &*row.label->counter : caption_unit(labels, row);
}

const LabelUnit* TableReader::caption_unit(const Labels& labels, const Row& row) const {
  bool ratio = false;
  bool counts = false;
  const auto look_at = [&](const TableLabel& label, bool over) {
    const std::string_view name = name_of(label);
    const Cue change = last_cue(name, tables_.change_verbs, &tables_.change_masks);
    ratio |= bool{tables_.table_ratios.match_before(name, name.size())};
    ratio |= over && change && change.end() == name.size();
    counts |= (name.ends_with("数") && !tables_.table_amounts.match_before(name, name.size())) ||
              name.ends_with("数量");
  };
  if (!labels.empty()) look_at(*labels.front(), true);
  if (row.label) look_at(*row.label, false);
  const LabelUnit* found = nullptr;
  for (const LabelUnit& unit : caption_) {
    if (unit.is_ratio() != ratio || (counts && unit.kind == FigureKind::money)) continue;
    if (found != nullptr) return nullptr;  // 万元、人: which of them only the reader knows
    found = &unit;
  }
  return found;
}

/// The lowest label over a column that names something.
const TableLabel* TableReader::own_name(std::uint32_t column) const {
  for (const TableLabel* label : labels_over(column)) {
    if (!label->generic && !label->code && !is_one_of(*label, tables_.table_unit_columns)) return label;
  }
  return nullptr;
}

/// What is measured: 产量 over the column, 粮食 at the head of the row. A bare 增长% speaks of the column
/// before it, where that has a name.
std::optional<Span> TableReader::subject_for(const Labels& labels, const Row& row,
                                             std::uint32_t column) const {
  const bool named_row = row.label && !row.label->name.empty();
  const Labels corner = named_row ? labels_over(row.label_column) : Labels{};
  const bool row_measures = named_row && (row.unit || row.label->unit || row.label->counter ||
                                          std::any_of(corner.begin(), corner.end(), [&](auto* label) {
                                            return is_one_of(*label, tables_.table_indicators);
                                          }));
  if (row_measures) return row.label->name;
  const std::uint32_t first = named_row ? row.label_column + 1 : 0;
  for (std::uint32_t here = column + 1; here > first; --here) {
    if (const TableLabel* label = own_name(here - 1)) return label->name;
  }
  if (named_row) return row.label->name;
  const auto named =
      std::find_if(labels.begin(), labels.end(), [](auto* label) { return !label->name.empty(); });
  return named == labels.end() ? std::nullopt : std::optional((*named)->name);
}

/// 2025年 over a column, 上半年 at the head of a row; what is only compared with dates nothing.
void TableReader::set_period(TableNumber& number, const TableLabel& label) const {
  if (number.dated) return;
  const auto found =
      std::lower_bound(moments_.begin(), moments_.end(), label.name.begin,
                       [](const Moment& moment, std::uint32_t place) { return moment.span.begin < place; });
  const bool here = found != moments_.end() && label.name.contains(found->span) && !found->comparison;
  number.dated = here && (found->kind == MomentKind::date || found->kind == MomentKind::period);
  if (number.dated && found->resolved && found->valid && found->from <= found->to) {
    number.period = Period{found->from, found->to};
    number.period_place = found->span;
  }
}

TableRole TableReader::role_for(const Quantity& quantity, const Labels& labels, const Row& row) const {
  std::vector<LabelWords> words;
  for (const TableLabel* label : labels) words.push_back({name_of(*label), label->generic});
  if (row.label) words.push_back({name_of(*row.label), row.label->generic});
  return read_table_role(quantity, words, tables_);
}

void TableReader::read_number(const GridCell& cell, Quantity quantity, const Row& row) {
  const Labels labels = labels_over(cell.column);
  TableNumber number;
  number.borrowed = quantity.unit.empty();
  if (number.borrowed) {
    const LabelUnit* unit = unit_for(labels, row);
    if (unit == nullptr) return;
    const auto value = quantity.value.times(unit->scale);
    const auto precision = quantity.precision.times(unit->scale);
    const auto high = quantity.high ? quantity.high->times(unit->scale) : std::nullopt;
    if (!value || !precision || (quantity.high && !high)) return;
    quantity.value = *value;
    quantity.precision = *precision;
    quantity.high = high;
    quantity.unit = unit->unit;
    quantity.kind = unit->kind;
    quantity.unit_entry = unit->entry;
    quantity.compound_unit = unit->compound;
    number.unit_place = unit->place;
    number.power = power_of(unit->scale);
  }
  number.subject = subject_for(labels, row, cell.column);
  number.role = role_for(quantity, labels, row);
  number.dated = row.year.has_value();
  number.period = row.year;
  number.period_place = row.year_place;
  for (const TableLabel* label : labels) set_period(number, *label);
  if (row.label) set_period(number, *row.label);
  number.quantity = std::move(quantity);
  numbers_.push_back(std::move(number));
}

}  // namespace

TableNumbers::TableNumbers(const Document& document, Span report, std::span<const Moment> moments,
                           const Lexicon::Tables& tables) {
  for (const Grid& grid : grids_in(document, report)) {
    TableReader(document, grid, moments, tables, numbers_).read();
  }
  std::sort(numbers_.begin(), numbers_.end(), [](const TableNumber& a, const TableNumber& b) {
    return a.quantity.numeral.begin < b.quantity.numeral.begin;
  });
}

const TableNumber* TableNumbers::at(std::uint32_t offset, Span sentence) const {
  const auto found = std::lower_bound(
      numbers_.begin(), numbers_.end(), offset,
      [](const TableNumber& number, std::uint32_t place) { return number.quantity.numeral.begin < place; });
  const bool here = found != numbers_.end() && found->quantity.numeral.begin == offset;
  return here && sentence.contains(found->quantity.span) ? &*found : nullptr;
}

/// Visits every figure that is a number of a table, with that number. Both ascend.
template <typename Visit>
void TableNumbers::each_figure(std::span<Figure> figures, Visit visit) const {
  auto figure = figures.begin();
  for (const TableNumber& number : numbers_) {
    figure = std::lower_bound(figure, figures.end(), number.quantity.span.begin,
                              [](const Figure& one, std::uint32_t place) { return one.span.begin < place; });
    if (figure == figures.end()) return;
    if (figure->span == number.quantity.span) visit(*figure, number);
  }
}

void TableNumbers::describe(std::string_view text, std::span<Figure> figures,
                            std::span<FigureTrace> traces) const {
  each_figure(figures, [&](Figure& figure, const TableNumber& number) {
    const bool named = number.subject && !number.subject->overlaps(figure.span);
    if (named) figure.subject = number.subject;
    figure.role = number.role.role;
    figure.direction = number.role.direction;
    figure.basis = number.role.basis;
    const bool planned = number.role.status != Status::actual;
    if (planned) figure.status = number.role.status;
    if (traces.empty()) return;
    FigureTrace& trace = traces[static_cast<std::size_t>(&figure - figures.data())];
    const auto by = [&](std::string_view label) {
      return label.empty() ? Evidence{} : Evidence{Way::header, place_of(text, label)};
    };
    if (named) trace.subject = {Way::header, *number.subject};
    trace.role = by(number.role.role_label);
    trace.direction = figure.direction == Direction::none ? Evidence{} : trace.role;
    trace.basis = by(number.role.basis_label);
    if (planned) trace.status = by(number.role.status_label);
    // What no label says the unit does: ‰ and 元/吨.
    const bool by_unit =
        trace.role.way == Way::none && (figure.role == Role::rate || figure.role == Role::each);
    if (by_unit) trace.role = {Way::unit, {}};
    if (!number.borrowed) return;
    trace.unit = {Way::header, number.unit_place};
    trace.power = number.power;
  });
}

void TableNumbers::set_periods(std::span<Figure> figures, std::span<FigureTrace> traces) const {
  each_figure(figures, [&](Figure& figure, const TableNumber& number) {
    if (!number.dated) return;
    figure.period = number.period;
    if (traces.empty()) return;
    traces[static_cast<std::size_t>(&figure - figures.data())].period =
        number.period ? Evidence{Way::header, number.period_place} : Evidence{};
  });
}

}  // namespace tallybook::figures
