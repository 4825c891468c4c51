"""tools/peers on cases of its own: those in cases/ pass by every mapping, and those in faults/ are told.

    smoke.py PROGRAM    PROGRAM is tallybook_readings
"""

import subprocess
import sys
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
RUNNER = HERE.parents[1] / "tools" / "peers" / "peer_cases.py"


def run(folder, *options):
    return subprocess.run([sys.executable, RUNNER, "--readings", PROGRAM, HERE / folder, *options],
                          capture_output=True, text=True, encoding="utf-8", check=False)


class PeerCases(unittest.TestCase):
    def test_own_cases_pass_by_every_mapping(self):
        done = run("cases", "--show")
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.assertRegex(done.stdout, r"NumberModel +3 passed +0 failed +1 excluded")
        self.assertIn("存了40k: computer notation (", done.stdout)
        for model in sorted(path.stem for path in (HERE / "cases").glob("*.json")):
            self.assertRegex(done.stdout, rf"{model} +[1-9]")

    def test_faults_are_counted_and_shown(self):
        done = run("faults", "--show")
        self.assertEqual(done.returncode, 1, done.stdout + done.stderr)
        self.assertRegex(done.stdout, r"NumberModel +1 passed +2 failed +1 excluded +33.3% of 3")
        self.assertIn("failed    有三个镇\n            expected 三 = {'value': '4'}\n            read     三 = 3",
                      done.stdout)
        self.assertRegex(done.stdout, r"PhoneNumberModel +not measured")

    def test_a_folder_without_cases_is_an_error(self):
        self.assertEqual(run(".").returncode, 2)


if __name__ == "__main__":
    PROGRAM = sys.argv.pop()
    unittest.main()
