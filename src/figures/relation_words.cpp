#include "figures/relation_words.hpp"

#include "figures/schema.hpp"

namespace tallybook::embedded {
extern const std::string_view relation_words;
}  // namespace tallybook::embedded

namespace tallybook::figures {
namespace {

using View = toml::node_view<const toml::node>;

/// A list of words: where the file has it and which set takes it.
struct PlainSet {
  std::string_view table;
  std::string_view key;
  WordSet RelationWords::*set;
};
constexpr PlainSet kPlainSets[] = {
    PlainSet{"sum", "leads", &RelationWords::part_leads},
    PlainSet{"sum", "breakdown_heads", &RelationWords::breakdown_heads},
    PlainSet{"sum", "breakdown_tails", &RelationWords::breakdown_tails},
    PlainSet{"sum", "total", &RelationWords::total_cues},
    PlainSet{"sum", "total_weak", &RelationWords::total_weak_cues},
    PlainSet{"sum", "complete", &RelationWords::complete_lists},
    PlainSet{"sum", "open", &RelationWords::open_lists},
    PlainSet{"sum", "bases", &RelationWords::base_cues},
    PlainSet{"sum", "intensive", &RelationWords::intensive_nouns},
    PlainSet{"sum", "base_masks", &RelationWords::base_masks},
    PlainSet{"sum", "intensive_heads", &RelationWords::intensive_heads},
    PlainSet{"sum", "intensive_units", &RelationWords::intensive_units},
    PlainSet{"sum", "net", &RelationWords::net_wholes},
    PlainSet{"sum", "aside", &RelationWords::aside_cues},
    PlainSet{"part", "within_masks", &RelationWords::within_masks},
    PlainSet{"part", "stages", &RelationWords::stages},
    PlainSet{"part", "stage_marks", &RelationWords::stage_marks},
    PlainSet{"part", "new", &RelationWords::new_cues},
    PlainSet{"part", "all", &RelationWords::all_cues},
    PlainSet{"part", "reaches", &RelationWords::reach_links},
    PlainSet{"change", "spread", &RelationWords::spread_cues},
    PlainSet{"change", "minus", &RelationWords::minus_signs},
    PlainSet{"change", "ranks", &RelationWords::rank_cues},
    PlainSet{"change", "real_terms", &RelationWords::real_terms},
    PlainSet{"part", "whole_prefixes", &RelationWords::whole_prefixes},
    PlainSet{"part", "rates", &RelationWords::rates},
    PlainSet{"sum", "rest", &RelationWords::rest_cues},
    PlainSet{"identity", "masks", &RelationWords::identity_masks},
    PlainSet{"claim", "nouns", &RelationWords::claim_nouns},
    PlainSet{"claim", "units", &RelationWords::claim_units},
    PlainSet{"claim", "named_units", &RelationWords::claim_named_units},
    PlainSet{"claim", "bare_nouns", &RelationWords::claim_bare_nouns},
    PlainSet{"claim", "compounds", &RelationWords::claim_compounds},
    PlainSet{"claim", "aliases", &RelationWords::claim_aliases},
    PlainSet{"claim", "closed_words", &RelationWords::claim_closed_words},
    PlainSet{"claim", "openers", &RelationWords::claim_openers},
    PlainSet{"claim", "list_openers", &RelationWords::list_openers},
    PlainSet{"pairing", "joints", &RelationWords::pair_joints},
};

/// Calls `read` with every table of an array of tables.
template <typename Read>
void each_table(const View& root, std::string_view name, Schema& schema, Read read) {
  const toml::array* tables = root[name].as_array();
  schema.require(tables != nullptr, "[[" + std::string(name) + "]] is missing");
  if (tables == nullptr) return;
  for (const toml::node& node : *tables) {
    if (const toml::table* table = node.as_table()) read(*table);
  }
}

void read_partitions(const View& root, RelationWords& words, Schema& schema) {
  each_table(root, "partition", schema, [&](const toml::table& table) {
    Partition partition;
    partition.exhaustive = table["exhaustive"].value_or(false);
    const toml::array* parts = table["parts"].as_array();
    schema.require(parts != nullptr, "partition.parts must be an array of arrays");
    if (parts == nullptr) return;
    for (const toml::node& part : *parts) {
      each_string(&part, schema, "partition.parts", [&](std::string_view word) {
        partition.words.add(word, static_cast<std::uint16_t>(partition.parts));
      });
      ++partition.parts;
    }
    const auto add_to = [&](WordSet& set, std::string_view key) {
      if (!table.contains(key)) return;
      each_string(table[key].node(), schema, "partition." + std::string(key),
                  [&](std::string_view word) { set.add(word); });
    };
    add_to(partition.masks, "masks");
    add_to(partition.except, "except");
    words.partitions.push_back(std::move(partition));
  });
}

void read_containments(const View& root, RelationWords& words, Schema& schema) {
  each_table(root, "within", schema, [&](const toml::table& table) {
    Containment containment;
    each_string(table.get("whole"), schema, "within.whole",
                [&](std::string_view word) { containment.wholes.add(word); });
    each_string(table.get("part"), schema, "within.part",
                [&](std::string_view word) { containment.parts.add(word); });
    containment.by_definition = table["paragraph"].value_or(false);
    words.containments.push_back(std::move(containment));
  });
}

void read_identities(const View& root, std::string_view name, std::string_view first, std::string_view second,
                     std::vector<Identity>& identities, Schema& schema) {
  each_table(root, name, schema, [&](const toml::table& table) {
    Identity identity;
    const auto read = [&](std::string_view key, WordSet& set) {
      each_string(table.get(key), schema, std::string(name) + "." + std::string(key),
                  [&](std::string_view word) { set.add(word); });
    };
    read("result", identity.result);
    read(first, identity.first);
    read(second, identity.second);
    identities.push_back(std::move(identity));
  });
}

void read_flow_roles(const View& root, RelationWords& words, Schema& schema) {
  std::uint16_t role = 0;
  for (const std::string_view key : {"opening", "in", "out", "closing", "reached"}) {
    ++role;
    each_string(root["flow"][key].node(), schema, "flow",
                [&](std::string_view word) { words.flow_cues.add(word, role); });
  }
}

}  // namespace

Result<RelationWords> load_relation_words() {
  static constexpr std::string_view kFile = "relation_words.toml";
  const auto table = parse_data(embedded::relation_words, kFile);
  if (!table) return tl::unexpected(table.error());
  const View root(&*table);
  RelationWords words;
  Schema schema(kFile);
  for (const PlainSet& plain : kPlainSets) {
    each_string(root[plain.table][plain.key].node(), schema,
                std::string(plain.table) + "." + std::string(plain.key),
                [&](std::string_view word) { (words.*plain.set).add(word); });
  }
  read_flow_roles(root, words, schema);
  read_partitions(root, words, schema);
  read_containments(root, words, schema);
  read_identities(root, "difference", "plus", "minus", words.differences, schema);
  read_identities(root, "quotient", "part", "whole", words.quotients, schema);
  if (auto error = schema.error()) return tl::unexpected(*std::move(error));
  return words;
}

}  // namespace tallybook::figures
