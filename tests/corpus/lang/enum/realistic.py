"""Enumerations at work: planets with methods, a state machine, permissions, codes with aliases and lookups by old names."""
from enum import Enum, Flag, IntEnum, StrEnum, auto


class Planet(Enum):
    MERCURY = (3.303e+23, 2.4397e6)
    EARTH = (5.976e+24, 6.37814e6)

    def __init__(self, mass, radius):
        self.mass, self.radius = mass, radius

    @property
    def gravity(self):
        return 6.67300E-11 * self.mass / (self.radius * self.radius)

    @classmethod
    def heaviest(cls):
        return max(cls, key=lambda planet: planet.mass)


print([(p.name, round(p.gravity, 3)) for p in Planet], Planet.heaviest(), Planet((3.303e+23, 2.4397e6)))


class Light(Enum):
    RED = 'stop'
    GREEN = 'go'
    AMBER = 'wait'
    YELLOW = 'wait'

    @property
    def next(self):
        order = list(Light)
        return order[(order.index(self) + 1) % len(order)]

    @classmethod
    def _missing_(cls, value):
        if isinstance(value, str):
            for one in cls:
                if one.value.startswith(value.lower()):
                    return one
        if value == 'wrong type':
            return 5
        return None


light = Light.RED
trail = []
for _ in range(4):
    trail.append(light.name)
    light = light.next
print(trail, Light('W'), Light('ST'), Light.YELLOW is Light.AMBER, Light.__members__.keys() - {one.name for one in Light}, Light['YELLOW'])
for wrong in 'xyz', 5, None, []:
    try:
        print(Light(wrong))
    except ValueError as error:
        print(type(error).__name__, error, repr(error.__context__))


class Permission(Flag):
    NONE = 0
    READ = auto()
    WRITE = auto()
    DELETE = auto()
    EDITOR = READ | WRITE

    @classmethod
    def parse(cls, text):
        result = cls.NONE
        for part in text.split('+'):
            sign, name = (part[0], part[1:]) if part[0] in '-' else ('', part)
            result = result & ~cls[name.upper()] if sign else result | cls[name.upper()]
        return result


for text in 'read', 'read+write', 'editor+delete+-write', 'read+-read':
    permission = Permission.parse(text)
    print(text, permission, bool(permission), [p.name for p in permission], Permission.READ in permission, len(permission), permission == Permission.EDITOR)


class Priority(IntEnum):
    LOW, MID, HIGH = range(1, 4)

    def _generate_next_value_(name, start, count, last):
        return last


queue = [(Priority.MID, 'b'), (Priority.HIGH, 'c'), (Priority.LOW, 'a')]
print(sorted(queue), max(Priority), Priority(2) + 1, Priority.LOW < Priority.HIGH < 10, {Priority.LOW: 'x'}[1], Priority.MID.__class__.__name__, [*map(int, Priority)])


class Http(IntEnum):
    OK = 200, 'fine'
    GONE = 410, 'no longer here'

    def __new__(cls, value, phrase):
        member = int.__new__(cls, value)
        member._value_ = value
        member.phrase = phrase
        return member


class Auto(StrEnum):
    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return f'{count}:{name.title()}:{"".join(last_values)[:3]}'

    FIRST_ONE = auto()
    SECOND = auto()


print(Http(410).phrase, Http.OK == 200, repr(Http.OK), f'{Http.GONE:d}', list(Auto), Auto.SECOND.value)
try:
    Http(404)
except ValueError as error:
    print(error)
print(Light.RED.__reduce_ex__(2), hash(Light.RED) == hash('RED'), Light.RED in {Light.RED: 1}, Planet.EARTH != Planet.MERCURY, isinstance(Light.GREEN, Light), 'stop' in [x.value for x in Light])
