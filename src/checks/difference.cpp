#include "checks/difference.hpp"

#include <algorithm>

namespace tallybook::checks {
namespace {

/// The greedy forward search. On diagonal k (x − y) after d edits, reach(k) is the farthest x; the
/// reaches of every d are kept to walk back along.
class EditGraph {
 public:
  EditGraph(std::u32string_view a, std::u32string_view b)
      : a_(a), b_(b), width_(static_cast<int>(a.size())), height_(static_cast<int>(b.size())) {}

  bool search(int most_edits) {
    for (int edits = 0; edits <= most_edits; ++edits) {
      if (extend(edits)) return true;
    }
    return false;
  }

  std::vector<Hunk> hunks() const {
    std::vector<Hunk> hunks;
    int x = width_;
    int y = height_;
    for (int edits = static_cast<int>(reaches_.size()) - 1; edits > 0; --edits) {
      const int diagonal = x - y;
      const bool inserted = comes_from_insertion(edits, diagonal);
      const int before_x = reach(edits - 1, inserted ? diagonal + 1 : diagonal - 1);
      const int before_y = before_x - (inserted ? diagonal + 1 : diagonal - 1);
      add_edit(hunks, before_x, before_y, inserted);
      x = before_x;
      y = before_y;
    }
    std::reverse(hunks.begin(), hunks.end());
    return hunks;
  }

 private:
  int reach(int edits, int diagonal) const {
    const int column = diagonal + edits;
    return reaches_[static_cast<std::size_t>(edits)][static_cast<std::size_t>(column)];
  }

  bool comes_from_insertion(int edits, int diagonal) const {
    if (diagonal == -edits) return true;
    return diagonal != edits && reach(edits - 1, diagonal - 1) < reach_or_none(edits - 1, diagonal + 1);
  }

  int reach_or_none(int edits, int diagonal) const { return diagonal > edits ? -1 : reach(edits, diagonal); }

  bool extend(int edits) {
    reaches_.emplace_back(2 * static_cast<std::size_t>(edits) + 1, -1);
    for (int diagonal = -edits; diagonal <= edits; diagonal += 2) {
      int x = 0;
      if (edits > 0) {
        x = comes_from_insertion(edits, diagonal) ? reach(edits - 1, diagonal + 1)
                                                  : reach(edits - 1, diagonal - 1) + 1;
      }
      int y = x - diagonal;
      while (x < width_ && y < height_ && y >= 0 &&
             a_[static_cast<std::size_t>(x)] == b_[static_cast<std::size_t>(y)]) {
        ++x;
        ++y;
      }
      const int column = diagonal + edits;
      reaches_.back()[static_cast<std::size_t>(column)] = x;
      if (x >= width_ && y >= height_) return true;
    }
    return false;
  }

  /// Walking backwards, an edit that touches the hunk found last, or stands one character from it,
  /// belongs to it: 县市 → 市市 reads better than 县 → nothing and nothing → 市.
  static void add_edit(std::vector<Hunk>& hunks, int x, int y, bool inserted) {
    const auto a = static_cast<std::uint32_t>(x);
    const auto b = static_cast<std::uint32_t>(y);
    const Hunk edit = {a, a + (inserted ? 0 : 1), b, b + (inserted ? 1 : 0)};
    if (!hunks.empty() && hunks.back().a_begin - edit.a_end <= 1) {
      hunks.back().a_begin = edit.a_begin;
      hunks.back().b_begin = edit.b_begin;
    } else {
      hunks.push_back(edit);
    }
  }

  std::u32string_view a_;
  std::u32string_view b_;
  int width_;
  int height_;
  std::vector<std::vector<int>> reaches_;
};

}  // namespace

std::optional<std::vector<Hunk>> difference(std::u32string_view a, std::u32string_view b,
                                            std::uint32_t most_edits) {
  const auto size_difference = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
  if (size_difference > most_edits) return std::nullopt;
  EditGraph graph(a, b);
  if (!graph.search(static_cast<int>(most_edits))) return std::nullopt;
  return graph.hunks();
}

}  // namespace tallybook::checks
