// The readers of the two scripts, which read_numeral() puts together. Internal to it.
#pragma once

#include "figures/numeral.hpp"
#include "figures/numeral_cursor.hpp"

namespace tallybook::figures {

/// Both read the numeral at the cursor and move it behind; the span is the caller's. On failure the
/// cursor may stand anywhere.
bool read_arabic_numeral(NumeralCursor& cursor, Numeral& numeral);
bool read_chinese_numeral(NumeralCursor& cursor, Numeral& numeral);

/// A numeral of either script, without fractions.
bool read_plain_numeral(NumeralCursor& cursor, Numeral& numeral);

/// Makes a fraction of the plain numeral before the cursor where one goes on there: 百分之三, 三分之一,
/// 三又四分之一, 1/3, 1 3/5.
bool read_fraction(NumeralCursor& cursor, Numeral& numeral);

/// value × 10^power, together with high end and precision; false where that overflows.
bool scale_by(Numeral& numeral, int power);

}  // namespace tallybook::figures
