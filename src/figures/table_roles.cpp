#include "figures/table_roles.hpp"

#include <algorithm>

#include "figures/context.hpp"

namespace tallybook::figures {
namespace {

bool is_ratio(FigureKind kind) {
  return kind == FigureKind::percent || kind == FigureKind::permille || kind == FigureKind::points ||
         kind == FigureKind::per_100k || kind == FigureKind::fraction;
}

class RoleReader {
 public:
  RoleReader(const Quantity& quantity, const Lexicon::Tables& tables)
      : quantity_(quantity), tables_(tables), ratio_(is_ratio(quantity.kind)) {
    if (ratio_) found_.role = Role::share;
    if (quantity.compound_unit) found_.role = Role::each;
  }

  TableRole read(std::span<const LabelWords> labels) {
    for (const LabelWords& label : labels) {
      if (found_.role == Role::change) break;
      read_change(label);
    }
    if (found_.role == Role::change) read_basis(labels);
    for (const LabelWords& label : labels) {
      if (ratio_) {
        read_rate(label.name);
      } else {
        read_level(label);
      }
    }
    return found_;
  }

 private:
  /// 比上年增长（%）, 增减额, 新增床位（张）, and 同比（%） with its sign alone.
  void read_change(const LabelWords& label) {
    const Cue verb = last_cue(label.name, tables_.change_verbs, &tables_.change_masks);
    const bool either = tables_.table_either_way.found_in(label.name);
    const bool compares = ratio_ && label.generic && tables_.basis_cues.found_in(label.name);
    const bool ends = verb && verb.end() == label.name.size();
    const bool says = verb && (label.generic || (ratio_ ? ends : verb.offset == 0));
    if (!either && !compares && !says) return;
    found_.role = Role::change;
    found_.role_label = label.name;
    if (says && !either) {
      found_.direction = static_cast<Direction>(verb.value);
    } else if (!quantity_.value.is_zero()) {
      found_.direction = quantity_.value.is_negative() ? Direction::down : Direction::up;
    }
  }

  void read_basis(std::span<const LabelWords> labels) {
    for (const LabelWords& label : labels) {
      const Cue basis = last_cue(label.name, tables_.basis_cues);
      if (!basis || found_.basis != Basis::none) continue;
      found_.basis = static_cast<Basis>(basis.value);
      found_.basis_label = label.name;
    }
  }

  void read_rate(std::string_view name) {
    const bool always = quantity_.kind == FigureKind::permille || quantity_.kind == FigureKind::per_100k;
    const bool rate = last_cue(name, tables_.rate_nouns) && !last_cue(name, tables_.share_cues);
    if (found_.role != Role::share || (!always && !rate)) return;
    found_.role = Role::rate;
    if (!always) found_.role_label = name;
  }

  void read_level(const LabelWords& label) {
    const bool average = !label.generic && tables_.each_cues.found_in(label.name);
    if (average && found_.role == Role::level) {
      found_.role = Role::each;
      found_.role_label = label.name;
    }
    const bool planned =
        tables_.planned_subjects.found_in(label.name) && !last_cue(label.name, tables_.done_cues);
    if (!planned) return;
    found_.status = Status::planned;
    found_.status_label = label.name;
  }

  const Quantity& quantity_;
  const Lexicon::Tables& tables_;
  bool ratio_;
  TableRole found_;
};

}  // namespace

TableRole read_table_role(const Quantity& quantity, std::span<const LabelWords> labels,
                          const Lexicon::Tables& tables) {
  return RoleReader(quantity, tables).read(labels);
}

}  // namespace tallybook::figures
