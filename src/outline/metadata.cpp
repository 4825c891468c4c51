#include "outline/metadata.hpp"
namespace tallybook::outline {
void describe(const Document&, Report&) {}
}  // namespace tallybook::outline
