"""Commands that are called wrongly, and terminals that cannot show everything."""

from __future__ import annotations

from tests.faults.stand import WILLOW, Fault, edited, nothing

BROKEN, LINE = edited("quote: 新建游园3个", "quote: 新建𬭎园3个")


def _usage(name: str, *command: str, says: str = "", exit: tuple[int, ...] = (2,)) -> Fault:
    return Fault("usage", name, nothing, command, exit, says=says)


def _terminal(name: str, exit: tuple[int, ...] = (1,), **environment: str) -> Fault:
    return Fault("terminal", name, BROKEN, ("check",), exit, environment=environment, says="willow.yaml")


FAULTS = [
    _usage("an unknown command", "buid"),
    _usage("an unknown option", "check", "--strickt"),
    _usage("an unknown format", "build", "--to", "rtf", says="pdf"),
    _usage("no format", "build", "--to", "", says="pdf"),
    _usage("an unknown edition", "build", "--edition", "pocket", says="office"),
    _usage("an unknown language", "build", "--language", "fr", says="zh"),
    _usage("a language of messages that is none", "check", "--messages", "fr", says="zh"),
    _usage("no processes", "build", "-j", "0"),
    _usage("a word for a number", "build", "-j", "two"),
    _usage("an empty folder for the results", "build", "-o", "", says="folder is empty"),
    _usage("the folder for the results is a file", "build", "willow", "-o", WILLOW, exit=(2, 4), says="willow.yaml"),
    _usage("the folder for the results cannot be", "build", "willow", "-o", "/proc/x", exit=(2, 4), says="/proc/x"),
    _usage("a name that is too long", "build", "willow", "-o", "x" * 300, exit=(2, 4), says="x"),
    _usage(
        "a profile that is not there",
        "build",
        "--edition",
        "press",
        "--profile",
        "gone.icc",
        exit=(2, 3),
        says="gone.icc",
    ),
    _usage(
        "a profile that is none", "build", "--edition", "press", "--profile", WILLOW, exit=(2, 3), says="willow.yaml"
    ),
    _usage("an unknown rule", "explain", "quotes", says="quote"),
    _usage("no such format of problems", "check", "--format", "xml", says="json"),
    _usage("a new file over an old one", "new", "seeds/willow.txt", "--name", "willow", exit=(1, 2, 4), says="willow"),
    _usage("new: no such article", "new", "seeds/gone.txt", exit=(1, 2), says="gone.txt"),
    _usage("new: a name that is none", "new", "seeds/willow.txt", "--name", "Zhengzhou 1", exit=(2,), says="a-z"),
    _terminal("the C locale", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0"),
    _terminal("ASCII", PYTHONIOENCODING="ascii"),
    _terminal("GBK", PYTHONIOENCODING="gbk"),
    _terminal("no HOME", HOME=""),
    _terminal("HOME is not there", HOME="/nowhere"),
    _terminal("a terminal of 5 columns", COLUMNS="5"),
    _terminal("a terminal that is dumb", TERM="dumb"),
    _terminal("warnings are errors", PYTHONWARNINGS="error"),
    Fault("terminal", "a Chinese locale", BROKEN, environment={"BULLETIN_LANG": "zh"}, says="错误", place=LINE),
]
