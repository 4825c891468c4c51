// The measure units of data/units.toml as tables.
#pragma once

#include "figures/schema.hpp"
#include "figures/tables.hpp"

namespace tallybook::figures {

/// Fills the units, their families and the currency signs of `tables`. What the keys mean is said in
/// docs/reference/units.md.
void read_unit_table(const toml::table& root, Lexicon::Tables& tables, Schema& schema);

}  // namespace tallybook::figures
