"""The layer table of ARCHITECTURE.md, held over every #include."""

from tree import ROOT, Law, cpp_files, files, includes

# folder of src/ → the folders it may include. The standard library, third-party headers and the
# public values (include/tallybook) are open to all.
MAY_INCLUDE = {
    "values": set(),
    "text": set(),
    "settings": {"text"},
    "document": {"text"},
    "outline": {"text", "document"},
    "figures": {"text", "document", "outline"},
    "checks": {"text", "document", "outline", "figures"},
    "own": {"text", "document", "outline"},
    "acceptance": {"text", "settings"},
    "output": {"text"},
    "engine": {"text", "settings", "document", "outline", "figures", "checks", "own", "acceptance"},
}
PUBLIC = "tallybook"
# The facade is the one public header that stands above the layers.
FACADE = "tallybook/engine.hpp"
MAY_USE_FACADE = {"engine"}
# Test folders that are named after no layer.
OTHER_TESTS = {"laws", "consumer", "peers", "rules"}


class Layers(Law):
    def test_every_folder_is_in_the_table(self):
        folders = {path.parts[1] for path in cpp_files("src")}
        self.assertEqual(folders - set(MAY_INCLUDE), set(), "folders of src/ without a row in the table")

    def test_layers_include_only_what_the_table_allows(self):
        offences = []
        for path in cpp_files("src"):
            layer = path.parts[1]
            for delimiter, name in includes(path):
                target = name.split("/")[0]
                own = delimiter == '"'
                if own and target != layer and target not in MAY_INCLUDE[layer]:
                    offences.append(f"{path} includes {name}")
                if name == FACADE and layer not in MAY_USE_FACADE:
                    offences.append(f"{path} includes the facade")
        self.hold("A layer includes only what stands below it:", offences)

    def test_project_headers_are_included_from_the_root(self):
        offences = [f"{path} includes {name}"
                    for path in cpp_files("src") for delimiter, name in includes(path)
                    if delimiter == '"' and ("/" not in name or name.startswith("."))]
        self.hold('Own headers are included as "layer/name.hpp":', offences)

    def test_public_headers_stand_alone(self):
        offences = [f"{path} includes {name}"
                    for path in cpp_files("include") for delimiter, name in includes(path)
                    if delimiter == '"' or not (name.startswith(PUBLIC + "/") or "/" not in name
                                                or name == "tl/expected.hpp")]
        self.hold("A public header includes the standard library, tl::expected and public headers:", offences)

    def test_programs_use_the_facade_and_the_output_only(self):
        offences = [f"{path} includes {name}"
                    for path in cpp_files("apps") for delimiter, name in includes(path)
                    if delimiter == '"' and name.split("/")[0] in set(MAY_INCLUDE) - {"output", "text"}]
        self.hold("A program includes public headers, output/ and its own headers:", offences)

    def test_table_and_architecture_agree(self):
        text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
        offences = []
        for layer, below in MAY_INCLUDE.items():
            row = f"| {layer} | {', '.join(sorted(below, key=list(MAY_INCLUDE).index)) or '—'} |"
            if row not in text:
                offences.append(row)
        self.hold("ARCHITECTURE.md lacks these rows of the layer table:", offences)

    def test_test_folders_are_named_after_what_they_test(self):
        apps = {path.parts[1] for path in cpp_files("apps")}
        allowed = set(MAY_INCLUDE) | apps | OTHER_TESTS
        found = {path.parts[1] for path in files() if path.parts[0] == "tests" and len(path.parts) > 2}
        self.assertEqual(found - allowed, set(), "folders of tests/ that name no layer or program")
