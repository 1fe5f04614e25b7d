"""Lines of a log matched by patterns: dates checked, sizes summed, fields masked, reports made."""
import re
from collections import Counter, defaultdict

LOG = """\
2024-02-29 23:59:59,120 INFO  [web-1] GET /index.html 200 5120B 12ms ip=10.0.0.1
2024-03-01 00:00:01,004 WARN  [web-2] POST /login 401 87B 230ms ip=192.168.1.77 user="o'neil"
2024-03-01 00:00:02,999 ERROR [db] connection lost: retry=3 cause="timeout after 5s"
Traceback: not a log line
2024-13-01 00:00:03,000 INFO  [web-1] GET /a%20b?q=1&r=2 304 0B 1ms ip=::1
2024-03-01 00:00:04,500 INFO  [web-1] GET /index.html 200 5121B 9ms ip=10.0.0.1 token=deadbeef01
"""
LINE = re.compile(r"""
    ^(?P<date>\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))\s
    (?P<time>(?:[01]\d|2[0-3])(?::[0-5]\d){2}),(?P<ms>\d{3})\s
    (?P<level>[A-Z]+)\s+\[(?P<source>[\w-]+)\]\s
    (?P<message>.*)$""", re.VERBOSE | re.MULTILINE)
REQUEST = re.compile(r"(?P<method>GET|POST|PUT)\s(?P<path>/\S*)\s(?P<status>[1-5]\d\d)\s(?P<size>\d+)B\s(?P<took>\d+)ms")
PAIR = re.compile(r'(\w+)=(?:"((?:[^"\\]|\\.)*)"|(\S+))')

levels, sizes, slow = Counter(), defaultdict(int), []
for match in LINE.finditer(LOG):
    fields = match.groupdict()
    levels[fields["level"]] += 1
    request = REQUEST.match(fields["message"])
    if request:
        sizes[request["path"]] += int(request["size"])
        if int(request["took"]) > 10:
            slow.append((request["method"], request["path"], request["took"]))
    pairs = {key: quoted or bare for key, quoted, bare in PAIR.findall(fields["message"])}
    print(match.start("message"), fields["time"], fields["source"], pairs)
print(dict(levels), dict(sizes), slow)
print([line for line in LOG.splitlines() if not LINE.match(line)])
masked = re.sub(r"(?<=token=)\w+", lambda m: m[0][:2] + "*" * (len(m[0]) - 2), LOG)
masked = re.sub(r"(ip=\d+\.\d+)\.\d+\.\d+", r"\1.x.x", masked)
print(re.findall(r"(?:ip|token)=(\S+)", masked))
print(re.sub(r"%([0-9a-fA-F]{2})", lambda m: chr(int(m[1], 16)), "/a%20b%2Fc%zz"))
print(re.split(r"[?&=]", "/a%20b?q=1&r=2"), re.split(r"([?&])", "/p?q=1&r"), re.split(r"(?=\[)", "a[1][2]"))
for address in ("10.0.0.1", "256.1.1.1", "1.2.3", "01.2.3.4", "1.2.3.4.5", "255.255.255.255"):
    octet = r"(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)"
    print(address, bool(re.fullmatch(rf"{octet}(?:\.{octet}){{3}}", address)), end="; ")
print()
print(re.sub(r"\b(\w+)( \1\b)+", r"\1", "the the cat sat sat sat on on"), re.sub(r"(?i)error", "E", "Error ERROR terror"))
print(re.subn(r"(\d)(?=(\d{3})+(?!\d))", r"\1,", "1234567 and 1000 and 999"))
print(LINE.groups, dict(LINE.groupindex), LINE.search(LOG, 100).start() > 100, LINE.match("x", 0, 0))
