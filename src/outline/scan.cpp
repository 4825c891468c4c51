#include "outline/scan.hpp"

#include <algorithm>
#include <string_view>

#include "outline/symbols.hpp"
#include "text/characters.hpp"

namespace tallybook::outline {
namespace {

/// How far a closing mark is looked for, in bytes: a pair farther apart is taken for unpaired.
constexpr std::uint32_t kPairReach = 300;
/// 二十一, 100: characters.
constexpr int kLongestNumeral = 3;

/// Finds the closing partner of an opening mark. Remembers what it has searched in vain, so that a
/// text of opening marks only is still read in linear time.
class PairFinder {
 public:
  PairFinder(std::string_view text, std::uint32_t end, std::string_view closers)
      : text_(text), end_(end), closers_(closers) {}

  /// The end of the closing mark; `offset` itself where none stands within reach.
  std::uint32_t find(std::uint32_t offset) {
    const std::uint32_t limit = std::min(end_, offset + kPairReach);
    for (std::uint32_t p = std::max(offset, searched_to_); p < limit;) {
      const Token token = token_at(text_, p);
      p += token.size;
      if (token.symbol != Symbol::other && is_closer(text_.substr(p - token.size, token.size))) return p;
      searched_to_ = p;
    }
    return offset;
  }

 private:
  [[nodiscard]] bool is_closer(std::string_view mark) const {
    return closers_.find(mark) != std::string_view::npos;
  }

  std::string_view text_;
  std::uint32_t end_;
  std::string_view closers_;
  std::uint32_t searched_to_ = 0;
};

/// The indent of a paragraph whose line break was lost.
constexpr std::string_view kWideGap = "\u3000";
constexpr std::string_view kDoubleGap = "  ";

class BlockScanner {
 public:
  BlockScanner(std::string_view text, Span span, std::uint32_t block, Scan& scan)
      : text_(text),
        end_(span.end),
        block_(block),
        scan_(scan),
        titles_(text, span.end, "》〉"),
        brackets_(text, span.end, "）)〕]】") {}

  void run(std::uint32_t begin) {
    position_ = skip_spaces(begin);
    start_sentence();
    place_ = Place::block_start;
    while (position_ < end_) {
      if (place_ != Place::within && take_mark(place_)) continue;
      const std::uint32_t plain = skip_plain_han(text_, position_, end_);
      if (plain != position_) {
        place_ = Place::within;
        position_ = plain;
        continue;
      }
      take_symbol(token_at(text_, position_));
    }
    end_sentence(trimmed_end());
  }

 private:
  [[nodiscard]] Token token(std::uint32_t offset) const {
    return offset < end_ ? token_at(text_, offset) : Token{};
  }
  [[nodiscard]] Symbol symbol(std::uint32_t offset) const { return token(offset).symbol; }
  [[nodiscard]] std::string_view rest() const { return text_.substr(position_, end_ - position_); }

  std::uint32_t skip_spaces(std::uint32_t offset) const {
    while (offset < end_ && token_at(text_, offset).symbol == Symbol::space) {
      offset += token_at(text_, offset).size;
    }
    return offset;
  }

  /// The end of the block's last character that is no space.
  [[nodiscard]] std::uint32_t trimmed_end() const {
    std::uint32_t end = end_;
    while (end > clause_begin_) {
      const text::CodePoint last = text::code_point_before(text_, end);
      if (!text::is_space(last.value)) break;
      end -= last.size;
    }
    return end;
  }

  bool take_mark(Place place) {
    auto candidate = read_mark(text_, position_, end_, place);
    if (!candidate) return false;
    candidate->block = block_;
    scan_.candidates.push_back(*candidate);
    position_ = candidate->mark.span.end;
    place_ = numbers_sections(candidate->series) ? Place::after_mark : Place::within;
    return true;
  }

  void take_symbol(Token current) {
    switch (current.symbol) {
      case Symbol::full_point:
        note_mark_before(current);
        return take_stop(current);
      case Symbol::stop:
      case Symbol::ellipsis:
        return take_stop(current);
      case Symbol::semicolon:
        return take_clause_mark(current, Place::after_semicolon);
      case Symbol::colon:
        return take_clause_mark(current, Place::after_colon);
      case Symbol::comma:
        return take_clause_mark(current, Place::after_comma);
      case Symbol::one:
      case Symbol::bracket_open:
      case Symbol::enclosed:
        if (place_ == Place::within && begins_mark_within() && take_mark(Place::within)) return;
        break;
      case Symbol::list_comma:
        note_mark_before(current);
        break;
      default:
        break;
    }
    take_other(current);
  }

  /// 统一、 holds no mark: of the marks that begin with 一 only items are looked for here. ①②④ refers
  /// to three things and lists none.
  [[nodiscard]] bool begins_mark_within() const {
    if (rest().starts_with("一、") || rest().starts_with("一，")) return false;
    const Token current = token(position_);
    if (current.symbol != Symbol::enclosed) return true;
    const bool after_another =
        position_ > clause_begin_ && symbol(position_ - current.size) == Symbol::enclosed;
    return !after_another && symbol(position_ + current.size) != Symbol::enclosed;
  }

  /// A text that has lost its paragraph breaks may go on with a mark right after a heading's last
  /// word: `…需求人数三、有关要求…`. Found backwards, from the 、 or the point behind the number.
  void note_mark_before(Token current) {
    if (place_ != Place::within) return;
    std::uint32_t begin = position_;
    for (int i = 0; i < kLongestNumeral; ++i) {
      const text::CodePoint c = text::code_point_before(text_, begin);
      if (begin - c.size < clause_begin_ || !is_numeral(c.value)) break;
      begin -= c.size;
    }
    if (begin == position_ || begin == clause_begin_ || !may_precede_mark(begin)) return;
    auto candidate = read_mark(text_, begin, end_, Place::within);
    if (!candidate || candidate->mark.span.end < position_ + current.size) return;
    candidate->block = block_;
    scan_.candidates.push_back(*candidate);
  }

  /// A word or a closing mark ends before `offset`: no ordinal, number, list or range goes on there.
  [[nodiscard]] bool may_precede_mark(std::uint32_t offset) const {
    const text::CodePoint before = text::code_point_before(text_, offset);
    if (text::is_han(before.value)) return before.value != U'第';
    const Symbol symbol_before = symbol(offset - before.size);
    return symbol_before == Symbol::bracket_close || symbol_before == Symbol::quote_close ||
           symbol_before == Symbol::title_close;
  }

  static bool is_numeral(char32_t c) {
    return text::is_digit(c) ||
           std::u32string_view(U"一二三四五六七八九十").find(c) != std::u32string_view::npos;
  }

  void take_other(Token current) {
    position_ += current.size;
    if (current.symbol == Symbol::title_open) title_end_ = std::max(title_end_, titles_.find(position_));
    if (current.symbol == Symbol::bracket_open) {
      bracket_end_ = std::max(bracket_end_, brackets_.find(position_));
    }
    if (current.symbol == Symbol::straight_quote) straight_quote_open_ = !straight_quote_open_;
    if (current.symbol != Symbol::space) place_ = Place::within;
  }

  /// 1,100 and 0.9：1 and 5:30 are numbers. A comma groups exactly three digits.
  [[nodiscard]] bool joins_digits(Token current) const {
    if (position_ == clause_begin_ || !text::is_digit(text::code_point_before(text_, position_).value)) {
      return false;
    }
    std::uint32_t digits = 0;
    std::uint32_t at = position_ + current.size;
    for (; symbol(at) == Symbol::digit && digits < 4; ++digits) at += token(at).size;
    return current.symbol == Symbol::comma ? digits == 3 : digits > 0;
  }

  void take_clause_mark(Token current, Place place) {
    const bool inside_number = current.symbol != Symbol::semicolon && joins_digits(current);
    position_ += current.size;
    place_ = Place::within;
    if (inside_number || position_ <= title_end_) return;
    end_clause(position_);
    place_ = place;
  }

  /// A half-width full point is a stop only after a Chinese character and before a space or the end:
  /// never in 3.5, V2.0 or www.example.cn.
  [[nodiscard]] bool is_stop(Token current) const {
    const std::uint32_t after = position_ + current.size;
    if (current.symbol == Symbol::ellipsis) return after >= end_;
    if (current.size == 3 && current.symbol == Symbol::stop) return true;
    const char32_t before = text::code_point_before(text_, position_).value;
    if (current.symbol == Symbol::full_point) {
      return position_ > clause_begin_ && text::is_han(before) &&
             (after >= end_ || symbol(after) == Symbol::space);
    }
    const char32_t next = text::code_point_at(text_.substr(0, end_), after).value;
    return !(text::is_ascii_letter(next) || text::is_digit(next) || next == U'=');
  }

  void take_stop(Token current) {
    const bool stops = is_stop(current);
    position_ += current.size;
    place_ = Place::within;
    if (!stops || position_ <= title_end_ || position_ <= bracket_end_) return;
    const bool closed = absorb_closers();
    const Symbol next = symbol(position_);
    const bool goes_on = next == Symbol::comma || next == Symbol::semicolon || next == Symbol::colon ||
                         rest().starts_with("、") || rest().starts_with("的");
    if (closed && goes_on) return;
    absorb_stray_marks();
    end_sentence(position_);
    const bool gap = rest().starts_with(kWideGap) || rest().starts_with(kDoubleGap);
    position_ = skip_spaces(position_);
    start_sentence();
    place_ = gap ? Place::after_gap : Place::after_stop;
  }

  /// Closing quotes and brackets after a stop belong to its sentence.
  bool absorb_closers() {
    bool absorbed = false;
    for (;; absorbed = true) {
      const Token current = token(position_);
      const bool closes = current.symbol == Symbol::quote_close || current.symbol == Symbol::bracket_close ||
                          current.symbol == Symbol::title_close ||
                          (current.symbol == Symbol::straight_quote && straight_quote_open_);
      if (!closes) return absorbed;
      if (current.symbol == Symbol::straight_quote) straight_quote_open_ = false;
      position_ += current.size;
    }
  }

  /// `。。` and `。：` are slips: the second mark begins no sentence of its own.
  void absorb_stray_marks() {
    for (;;) {
      const Token current = token(position_);
      const bool stray = current.symbol == Symbol::stop || current.symbol == Symbol::ellipsis ||
                         current.symbol == Symbol::semicolon || current.symbol == Symbol::colon ||
                         current.symbol == Symbol::comma || current.symbol == Symbol::quote_close;
      if (!stray) return;
      position_ += current.size;
    }
  }

  void start_sentence() {
    sentence_begin_ = clause_begin_ = position_;
    first_clause_ = static_cast<std::uint32_t>(scan_.clauses.size());
  }

  void end_clause(std::uint32_t end) {
    if (end <= clause_begin_) return;
    scan_.clauses.push_back({clause_begin_, end});
    clause_begin_ = end;
  }

  void end_sentence(std::uint32_t end) {
    end_clause(end);
    const auto clauses = static_cast<std::uint32_t>(scan_.clauses.size());
    if (clauses == first_clause_) return;
    const Span span = {sentence_begin_, scan_.clauses.back().end};
    scan_.sentences.push_back({span, 0, block_, first_clause_, clauses - first_clause_});
  }

  std::string_view text_;
  std::uint32_t end_;
  std::uint32_t block_;
  Scan& scan_;
  PairFinder titles_;
  PairFinder brackets_;
  std::uint32_t position_ = 0;
  std::uint32_t sentence_begin_ = 0;
  std::uint32_t clause_begin_ = 0;
  std::uint32_t first_clause_ = 0;
  std::uint32_t title_end_ = 0;
  std::uint32_t bracket_end_ = 0;
  bool straight_quote_open_ = false;
  Place place_ = Place::within;
};

}  // namespace

void scan_block(const Document& document, std::uint32_t block, Scan& scan) {
  const Span span = document.blocks[block].span;
  BlockScanner(document.text, span, block, scan).run(span.begin);
}

}  // namespace tallybook::outline
