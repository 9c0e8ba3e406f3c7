#!/usr/bin/env bash
# How many instructions the program executes for its start, a key and a tick of
# the timer, counted by valgrind in a pseudo-terminal. The counts hardly depend
# on the machine's load, so a regression shows as a number.
#
#   benches/instructions.sh            measure, and compare with what was kept
#   benches/instructions.sh --keep     measure, and keep the numbers
#
# Needs valgrind, python3 and a release build of the program.
set -euo pipefail
cd "$(dirname "$0")/.."
command -v valgrind >/dev/null || { echo "valgrind is not installed"; exit 1; }
program=${UNCRAMP:-target/release/uncramp}
[ -x "$program" ] || { echo "first: cargo build --release"; exit 1; }
exec python3 - "$program" benches/instructions.txt "$@" <<'PYTHON'
import fcntl, os, re, select, shutil, struct, sys, tempfile, termios, time

program, kept_file, keep = sys.argv[1], sys.argv[2], "--keep" in sys.argv
FRAME = b"\x1b[?2026l"
# Midnight, now: by day the program is brighter, and paints fewer cells.
MIDNIGHT = "XXX%d" % time.gmtime().tm_hour
home = tempfile.mkdtemp()
log = os.path.join(home, "log")


def own(terminal):
    """Makes a terminal the one of this process."""
    os.setsid()
    fcntl.ioctl(terminal, termios.TIOCSCTTY, 0)
    for stream in range(3):
        os.dup2(terminal, stream)


class Run:
    """The program under valgrind, in a terminal of 80x24."""

    def __init__(self, *args):
        self.fd, slave = os.openpty()
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.pid = os.fork()
        if self.pid == 0:
            own(slave)
            env = {"HOME": home, "TERM": "xterm-256color", "LANG": "C.UTF-8", "PATH": os.environ["PATH"], "TZ": MIDNIGHT}
            os.execvpe(
                "valgrind",
                ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", "--log-file=" + log, program, *args],
                env,
            )
        os.close(slave)
        self.seen = b""

    def read(self, limit):
        ready, _, _ = select.select([self.fd], [], [], limit)
        if not ready:
            return False
        try:
            data = os.read(self.fd, 65536)
        except OSError:
            return False
        self.seen += data
        return bool(data)

    def frame(self, limit=60):
        """Waits for the end of one more frame."""
        have = self.seen.count(FRAME)
        end = time.time() + limit
        while self.seen.count(FRAME) == have:
            if time.time() > end or not self.read(limit):
                sys.exit("no frame came; the last bytes were %r" % self.seen[-200:])

    def quiet(self):
        while self.read(0.5):
            pass

    def send(self, keys):
        os.write(self.fd, keys)

    def count(self):
        """Leaves, and says how many instructions it took in all."""
        self.send(b"\x03")
        while self.read(60):
            pass
        os.waitpid(self.pid, 0)
        os.close(self.fd)
        found = re.search(r"Collected : (\d+)", open(log).read())
        if not found:
            sys.exit("valgrind counted nothing:\n" + open(log).read())
        return int(found.group(1))


def started(*args):
    run = Run(*args)
    run.frame()
    run.quiet()
    return run


def keys(n, *args):
    """All instructions with so many keys, each answered by a frame."""
    run = started("--no-save", *args)
    for i in range(n):
        run.send(b"j" if i % 2 == 0 else b"k")
        run.frame()
    return run.count()


def pages(n):
    """So many times a page is opened and left."""
    run = started("--no-save")
    for _ in range(n):
        run.send(b"2")
        run.frame()
        run.send(b"\x7f")
        run.frame()
    return run.count()


def ticks(n):
    """All instructions of a session that draws so many seconds."""
    run = started("--no-save", "stretch", "--reduced-motion", "--ready", "60s")
    for _ in range(n):
        run.frame()
    return run.count()


def per(few, many, measure):
    return (measure(many) - measure(few)) / (many - few)


figures = [
    ("start of `uncramp`, and leaving", lambda: keys(0)),
    ("start of `uncramp now`, and leaving", lambda: started("--no-save", "now").count()),
    ("start of `uncramp stretch`, and leaving", lambda: started("--no-save", "stretch").count()),
    ("one key: the selection moves", lambda: per(10, 60, keys)),
    ("one page: opened and left", lambda: per(5, 30, pages)),
    ("one tick of the timer", lambda: per(4, 24, ticks)),
]
kept = {}
if os.path.exists(kept_file):
    for line in open(kept_file):
        name, number = line.rsplit(" ", 1)
        kept[name] = int(number)
print("| what | instructions | kept | change |\n|---|--:|--:|--:|")
worse = []
with tempfile.NamedTemporaryFile("w", delete=False) as new:
    for name, measure in figures:
        number = round(measure())
        old = kept.get(name)
        change = "" if not old else "%+.1f %%" % (100 * (number - old) / old)
        print("| %s | %s | %s | %s |" % (name, f"{number:,}", f"{old:,}" if old else "", change), flush=True)
        new.write("%s %d\n" % (name, number))
        if old and number > old * 1.05:
            worse.append(name)
if keep:
    shutil.move(new.name, kept_file)
else:
    os.unlink(new.name)
shutil.rmtree(home)
sys.exit("more than 5 % worse: " + ", ".join(worse) if worse and not keep else 0)
PYTHON
