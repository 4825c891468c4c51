// The structure of one report: numbered sections, enumerations, sentences, clauses.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <tallybook/span.hpp>

namespace tallybook {

/// The forms in which Chinese official texts number their parts (GB/T 9704-2012, 7.3.3, and what
/// writers really use).
enum class MarkForm : std::uint8_t {
  none,
  part,               ///< 第一部分 第一章
  chinese,            ///< 一、
  chinese_bracketed,  ///< （一）
  arabic,             ///< 1、 1. 1．
  arabic_bracketed,   ///< (1) 1)
  circled,            ///< ①
  ordinal,            ///< 第一，
  item_is,            ///< 一是
  item_must,          ///< 一要
  item_first,         ///< 首先 其次 再次 最后
  dash,               ///< ——
};

struct Mark {
  Span span;  ///< with its punctuation: `（一）`, `一、`, `一是`
  MarkForm form = MarkForm::none;
  std::uint32_t number = 0;  ///< 0 where the form counts nothing (dash)
};

inline constexpr std::uint32_t kNone = 0xFFFFFFFF;

/// A numbered part of a report. Sections are stored in reading order (pre-order); section 0 is the
/// whole report. A section's children and its own lead text tile its span.
struct Section {
  Span span;     ///< mark, heading, body and all children
  Mark mark;     ///< form none for section 0 and for headings known by style only
  Span heading;  ///< the heading's words without the mark; empty for section 0
  Span body;     ///< what follows the heading up to the first child or the section's end
  std::uint32_t parent = kNone;
  std::uint8_t level = 0;  ///< depth in the tree; 0 for section 0
  bool run_on = false;     ///< the heading's paragraph goes on into body text
};

struct EnumerationItem {
  Mark mark;
  Span span;  ///< the mark and all of the item's text
};

/// A run of items in one form (一是…二是…, 一要…, ①…), within one section, possibly over several
/// paragraphs. Items are as written: numbers may repeat, be missing, or fall back.
struct Enumeration {
  MarkForm form = MarkForm::none;
  std::uint32_t section = 0;
  Span span;
  std::vector<EnumerationItem> items;
};

struct Sentence {
  Span span;  ///< with its closing mark
  std::uint32_t section = 0;
  std::uint32_t block = 0;  ///< index into Document::blocks
  std::uint32_t first_clause = 0;
  std::uint32_t clause_count = 0;
};

/// Invariants: sections nest and tile the report's span; sentences are in order, lie within one
/// block each and never overlap; clauses tile their sentence.
struct Outline {
  std::vector<Section> sections;
  std::vector<Enumeration> enumerations;
  std::vector<Sentence> sentences;
  std::vector<Span> clauses;
};

}  // namespace tallybook
