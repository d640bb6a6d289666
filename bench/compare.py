#!/usr/bin/python3
"""Runs the contenders side by side on the same files and prints how they compare.

Each run of a contender is paired with a run of the C++ limit (one thread) just before it; ratios
are taken pair by pair and medians are printed. Every output must have the same bytes as the
limit's, also Tidemark's over the same rows in another order; if one has not, the exit code is 1.
"""
import argparse
import hashlib
import json
import os
import re
import statistics
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
LIMIT = "limit, 1 thread"


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--build", required=True, help="folder of the built programs")
    parser.add_argument("--data", required=True, help="folder with one folder for each size")
    parser.add_argument("--results", required=True, help="folder for latest.md and latest.json")
    parser.add_argument("--sizes", default="600,83000", help="numbers of children")
    parser.add_argument("--as-at", default="2026-03-31")
    parser.add_argument("--rounds", type=int, default=11, help="pairs for each contender, at most")
    parser.add_argument("--budget", type=float, default=40, help="seconds for each contender")
    parser.add_argument("--only", default="", help="contenders whose name has this in it")
    return parser.parse_args()


def contenders(build):
    """Name -> command; {folder}, {as_at} and {out} are filled in."""
    files = ["{folder}", "{as_at}", "{out}"]
    node = ["env", f"NODE_PATH={build}/node/node_modules", "node", HERE + "/duckdb/run.js"]
    tidemark = ["env", "TIDEMARK_THREADS={threads}", build + "/contender"]
    limit = [build + "/limit"]
    return {
        LIMIT: limit + files + ["1"],
        "Tidemark, 1 thread": [x.replace("{threads}", "1") for x in tidemark] + files,
        "Tidemark, 2 threads": [x.replace("{threads}", "2") for x in tidemark] + files,
        "limit, 2 threads": limit + files + ["2"],
        "DuckDB, 1 thread": node + files + ["1"],
        "DuckDB, 2 threads": node + files + ["2"],
        "SQLite": [HERE + "/sqlite/run"] + files,
    }


def digest(path):
    if not os.path.exists(path):
        return None
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


class Bench:
    """Where things are, and how one run is made and measured."""

    def __init__(self, args):
        self.args = args
        self.commands = contenders(args.build)
        self.work = args.results + "/work"
        os.makedirs(self.work, exist_ok=True)

    def run(self, name, folder):
        out, figures, errors = (f"{self.work}/{x}" for x in ("out.csv", "figures", "errors"))
        if os.path.exists(out):
            os.unlink(out)
        places = {"folder": folder, "as_at": self.args.as_at, "out": out}
        command = [word.format(**places) for word in self.commands[name]]
        subprocess.run([self.args.build + "/measure", figures, errors] + command, check=True)
        with open(figures, encoding="ascii") as file:
            wall, user, system, peak, code = file.read().split()
        with open(errors, encoding="utf-8", errors="replace") as file:
            said = file.read()
        if code != "0":
            sys.exit(f"{name} ended with exit code {code} on {folder}:\n{said}")
        result = {"wall": float(wall), "cpu": float(user) + float(system)}
        result.update({"peak": int(peak) / 1024, "sha256": digest(out)})
        if times := re.search(r"TIMES load=(\S+) eval=(\S+) write=(\S+)", said):
            result.update(zip(("load", "evaluate", "write"), map(float, times.groups())))
        return result

    def pairs(self, size):
        """Name -> list of (limit's run, contender's run), contenders taking turns."""
        folder = f"{self.args.data}/{size}"
        names = [n for n in self.commands if n != LIMIT and self.args.only.lower() in n.lower()]
        self.run(LIMIT, folder)  # brings the files into the page cache
        found = {name: [] for name in names}
        spent = dict.fromkeys(names, 0.0)
        for turn in range(self.args.rounds):
            for name in names:
                if turn >= 2 and spent[name] > self.args.budget:
                    continue
                pair = (self.run(LIMIT, folder), self.run(name, folder))
                found[name].append(pair)
                spent[name] += pair[1]["wall"]
                progress(f"{size} children, round {turn + 1}: {name}, {pair[1]['wall']:.3f} s")
        return found

    def shuffled_digests(self, size):
        folder = f"{self.args.data}/{size}-shuffled"
        names = [n for n in self.commands if n == LIMIT or n.startswith("Tidemark")]
        return {name + ", shuffled": self.run(name, folder)["sha256"] for name in names}


def progress(text):
    if sys.stderr.isatty():
        print(text, file=sys.stderr, flush=True)


def number(x):
    return f"{x:.4f}" if x < 0.1 else f"{x:.2f}" if x < 100 else f"{x:.0f}"


def median_of(runs, key):
    values = [run[key] for run in runs if key in run]
    return statistics.median(values) if values else None


def ratios(pairs, key):
    return sorted(run[key] / limit[key] for limit, run in pairs if limit[key] > 0)


def table_row(name, runs, pairs, same):
    cells = [name]
    for key in ("wall", "cpu", "peak", "load", "evaluate", "write"):
        value = median_of(runs, key)
        cells.append("" if value is None else number(value))
    for key in ("wall", "cpu", "peak"):
        r = ratios(pairs, key)
        cells.append(number(statistics.median(r)) if r else "1")
    wall = ratios(pairs, "wall")
    cells.append(f"{number(wall[0])} to {number(wall[-1])}" if wall else "")
    return "| " + " | ".join(cells + [str(len(runs)), same]) + " |"


def table(size, found, expected):
    lines = [
        f"### {int(size):,} children",
        "",
        "| contender | wall s | cpu s | peak MB | load s | evaluate s | write s "
        "| wall ratio | cpu ratio | peak ratio | wall ratio, least to most | pairs | same bytes |",
        "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|---|",
    ]
    limits = [limit for pairs in found.values() for limit, _ in pairs]
    lines.append(table_row(LIMIT, limits, [], "reference"))
    for name, pairs in found.items():
        same = all(run["sha256"] == expected for _, run in pairs)
        lines.append(table_row(name, [r for _, r in pairs], pairs, "yes" if same else "**NO**"))
    return lines + [""]


def targets(found):
    """What issue 2 asks for at 83,000 children, as far as it was measured."""
    lines = []
    one, duckdb = found.get("Tidemark, 1 thread"), found.get("DuckDB, 2 threads")
    if one:
        for key, most in (("wall", 3), ("peak", 4)):
            value = statistics.median(ratios(one, key))
            met = "met" if value <= most else "NOT met"
            lines.append(f"* {key}, one thread: {value:.2f} times the limit (at most {most}: {met})")
    for name in ("Tidemark, 1 thread", "Tidemark, 2 threads"):
        if duckdb and found.get(name):
            walls = [median_of([r for _, r in found[n]], "wall") for n in (name, "DuckDB, 2 threads")]
            met = "faster" if walls[0] < walls[1] else "NOT faster"
            lines.append(f"* {name}: {walls[1] / walls[0]:.1f} times the speed of DuckDB with two ({met})")
    return lines + [""]


def compare(bench, size):
    """Lines to print, what was measured, and the names whose bytes differ."""
    found = bench.pairs(size)
    outputs = {name: {r["sha256"] for _, r in pairs} for name, pairs in found.items()}
    outputs[LIMIT] = {limit["sha256"] for pairs in found.values() for limit, _ in pairs}
    outputs.update({name: {sha} for name, sha in bench.shuffled_digests(size).items()})
    expected = min(outputs[LIMIT])
    different = [name for name, shas in outputs.items() if shas != {expected}]
    lines = table(size, found, expected)
    lines.append(f"sha256 {expected}; rows in another order: " + (
        "DIFFERENT bytes" if any("shuffled" in name for name in different) else "the same bytes"))
    lines += [""] + (targets(found) if size == "83000" else [])
    return lines, found, [f"{name} at {size}" for name in different]


def main():
    args = arguments()
    bench = Bench(args)
    lines, measured, different = [f"As at {args.as_at}. Medians; ratios to the limit's run just before.", ""], {}, []
    for size in args.sizes.split(","):
        more, measured[size], wrong = compare(bench, size)
        lines += more
        different += wrong
    with open(args.results + "/latest.md", "w", encoding="utf-8") as file:
        file.write("\n".join(lines))
    with open(args.results + "/latest.json", "w", encoding="utf-8") as file:
        json.dump(measured, file, indent=1)
    print("\n".join(lines))
    sys.exit("outputs differ: " + "; ".join(different) if different else 0)


if __name__ == "__main__":
    main()
