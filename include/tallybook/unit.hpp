// What the vocabulary knows of a measure unit: what it measures, and how it converts.
#pragma once

#include <string>

#include <tallybook/decimal.hpp>
#include <tallybook/figure.hpp>

namespace tallybook {

/// `公里`: length, base 米, factor 1000. A figure's value in base units is its value × factor.
struct MeasureUnit {
  std::string text;  ///< as written
  FigureKind kind = FigureKind::count;
  std::string dimension;  ///< "length", "money:CNY"; quantities of one dimension with a base can be added
  std::string base;       ///< the unit that `factor` refers to; empty where nothing converts (名, 场次)
  Decimal factor{1};
  bool compound = false;  ///< so much per something: 元/吨
};

}  // namespace tallybook
