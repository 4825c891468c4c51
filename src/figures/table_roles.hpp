// Role, direction, basis and status of a number in a table, from the labels over and beside it.
#pragma once

#include <span>
#include <string_view>

#include <tallybook/figure.hpp>

#include "figures/quantity.hpp"
#include "figures/tables.hpp"

namespace tallybook::figures {

struct TableRole {
  Role role = Role::level;
  Direction direction = Direction::none;
  Basis basis = Basis::none;
  Status status = Status::actual;
  // The labels that say so, where one does.
  std::string_view role_label;
  std::string_view basis_label;
  std::string_view status_label;
};

/// A label's words, and whether they only say how or when (2025年完成, 比上年增长).
struct LabelWords {
  std::string_view name;
  bool generic = false;
};

/// `labels` are the nearest first: over the column from below, then at the head of the row.
[[nodiscard]] TableRole read_table_role(const Quantity& quantity, std::span<const LabelWords> labels,
                                        const Lexicon::Tables& tables);

}  // namespace tallybook::figures
