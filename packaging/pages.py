#!/usr/bin/env python3
"""Makes the manual page and the bash completion from what the program's --help says.

    pages.py manual PROGRAM TEMPLATE OUT
    pages.py completion PROGRAM OUT
"""
import re
import subprocess
import sys

OPTION = re.compile(r"^  ((?:-\w,)?--[a-z-]+|-\w)(?: (\S.*?))?(?:  +(\S.*))?$")
POSITIONAL = re.compile(r"^  ([a-z]+) (\S.*?)(?:  +(\S.*))?$")
VERB = re.compile(r"^  ([a-z][a-z-]*)  +(\S.*)$")


def help_of(program, *words):
    return subprocess.run([program, *words, "--help"], check=True, capture_output=True, text=True).stdout


def sections(text):
    """Each block of a help text by its heading; what stands before the first is "". """
    found, name = {"": []}, ""
    for line in text.splitlines():
        if line in ("Options:", "Positionals:", "Subcommands:"):
            name = line[:-1]
            found[name] = []
        elif line and not line.startswith(" ") and name:
            name = "rest"
            found.setdefault(name, []).append(line)
        else:
            found[name].append(line)
    return found


class Entry:
    """An option or a positional: its name, what it takes, and what it is."""

    def __init__(self, name, takes, words):
        self.name = name.split(",")[-1]
        # A long name leaves only one blank before the words.
        takes, required, tail = (takes or "").partition("REQUIRED")
        self.required = bool(required)
        words = " ".join(filter(None, [tail.strip(), words]))
        choices = re.search(r"\{([^}]*)\}", takes)
        self.choices = choices.group(1).split(",") if choices else []
        self.repeats = takes.endswith("...")
        value = re.match(r"[A-Z][A-Z-]*(?![a-z])", takes)  # not "Excludes: --run"
        self.value = value.group() if value else ""
        self.words = words


def entries(lines, pattern):
    found = []
    for line in lines:
        match = pattern.match(line)
        if match:
            found.append(Entry(*match.groups()))
        elif found and line.startswith("   ") and line.strip():
            found[-1].words = (found[-1].words + " " + line.strip()).strip()
    return found


def verbs(program):
    """(name, what it does, options, positionals) of every verb, in the order of --help."""
    for line in sections(help_of(program))["Subcommands"]:
        match = VERB.match(line)
        if not match:
            continue
        name, words = match.groups()
        parts = sections(help_of(program, name))
        options = [e for e in entries(parts.get("Options", []), OPTION) if e.name != "--help"]
        yield name, words, options, entries(parts.get("Positionals", []), POSITIONAL)


def plain(text):
    """A line of running text in mdoc."""
    text = text.replace("\\", "\\e")
    return "\\&" + text if text[:1] in ".'" else text


def flag(entry):
    takes = f" Ar {entry.value.lower()}" if entry.value else ""
    return f"Fl -{entry.name[2:]}{takes}"


def synopsis(name, options, positionals):
    lines = [".Nm", f".Cm {name}"]
    for entry in positionals:
        lines.append(f".{'' if entry.required else 'Op '}Ar {entry.name}")
    for entry in sorted(options, key=lambda e: not e.required):
        lines.append(f".{'' if entry.required else 'Op '}{flag(entry)}")
    return lines


def described(name, words, options, positionals):
    lines = [f".It Cm {name}", plain(words)]
    if options or positionals:
        lines.append(".Bl -tag -width Ds")
        lines += [line for e in positionals for line in (f".It Ar {e.name}", plain(e.words or e.name))]
        lines += [line for e in options for line in (f".It {flag(e)}", plain(e.words or e.name))]
        lines.append(".El")
    return lines


def manual(program, template, out):
    short, long = [], [".Bl -tag -width Ds"]
    for name, words, options, positionals in verbs(program):
        short += synopsis(name, options, positionals)
        long += described(name, words, options, positionals)
    long.append(".El")
    with open(template, encoding="utf-8") as file:
        text = file.read()
    text = text.replace("@SYNOPSIS@", "\n".join(short)).replace("@VERBS@", "\n".join(long))
    with open(out, "w", encoding="utf-8") as file:
        file.write(text)


HEAD = """# bash completion of tidemark; made from its --help
_tidemark() {
  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} verb=${COMP_WORDS[1]} options choices
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    mapfile -t COMPREPLY < <(compgen -W "--help VERBS" -- "$cur")
    return
  fi
  case $verb in
"""
TAIL = """    *) return ;;
  esac
  if [ -n "$choices" ]; then
    mapfile -t COMPREPLY < <(compgen -W "$choices" -- "$cur")
  elif [[ $cur == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W "--help $options" -- "$cur")
  fi
}
complete -o default -F _tidemark tidemark
"""


def completion(program, out):
    all_verbs = list(verbs(program))
    text = HEAD.replace("VERBS", " ".join(name for name, *_ in all_verbs))
    for name, _, options, positionals in all_verbs:
        text += f"    {name})\n      options='{' '.join(e.name for e in options)}'\n"
        chosen = [(e.name, e.choices) for e in options if e.choices]
        first = next((e.choices for e in positionals if e.choices), [])
        if chosen or first:
            text += "      case $prev in\n"
            text += "".join(f"        {option}) choices='{' '.join(c)}' ;;\n" for option, c in chosen)
            if first:
                text += f"        {name}) [[ $cur == -* ]] || choices='{' '.join(first)}' ;;\n"
            text += "      esac\n"
        text += "      ;;\n"
    with open(out, "w", encoding="utf-8") as file:
        file.write(text + TAIL)


if __name__ == "__main__":
    {"manual": manual, "completion": completion}[sys.argv[1]](*sys.argv[2:])
