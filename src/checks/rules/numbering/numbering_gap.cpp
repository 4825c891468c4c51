#include "checks/view.hpp"

namespace tallybook::rules {
namespace {

constexpr Example kExamples[] = {
    {.bad = "主要抓了三个方面：一是抓宣传；二是抓培训；⟦四是⟧抓检查。",
     .good = "主要抓了三个方面：一是抓宣传；二是抓培训；三是抓检查。"},
};

void check(const ReportView&, FindingSink&) {}

}  // namespace

extern constinit const Rule numbering_gap{
    .code = "NUM001",
    .name = "numbering-gap",
    .severity = Severity::warning,
    .since = "0.1.0",
    .catches = {"同一组序号中间缺号。", "A number is missing inside a run of numbered parts."},
    .why = {"x", "x"},
    .source = "GB/T 9704-2012, 7.3.3",
    .examples = kExamples,
    .check = check,
};

}  // namespace tallybook::rules
