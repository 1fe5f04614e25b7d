/*
 * geometry - an example plugin for both languages.
 *
 *     cc -shared -fPIC -O2 -I include examples/plugins/geometry.c -o geometry.so -lm
 *
 * Each function takes its arguments from the stack, the last one first, and
 * leaves its result there. When an argument has the wrong type it reports
 * that and returns; the host then puts the stack back as it was.
 */
#include <joy/plugin.h>

#include <math.h>
#include <stdio.h>

/* Takes `count` numbers off the stack into `out`, in the order they were given. */
static int pop_numbers(JoyEnv* env, double* out, int count, const char* name)
{
    while (count-- > 0) {
        if (joy_pop_float(env, &out[count]) != JOY_OK) {
            joy_type_error(env, "number", name);
            return 0;
        }
    }
    return 1;
}

static void geometry_hypot(JoyEnv* env)
{
    double sides[2];
    if (pop_numbers(env, sides, 2, "hypot"))
        joy_push_float(env, hypot(sides[0], sides[1]));
}

static void geometry_distance(JoyEnv* env)
{
    double p[4];
    if (pop_numbers(env, p, 4, "distance"))
        joy_push_float(env, hypot(p[2] - p[0], p[3] - p[1]));
}

static void geometry_area(JoyEnv* env)
{
    double sides[2];
    if (!pop_numbers(env, sides, 2, "area"))
        return;
    if (sides[0] < 0 || sides[1] < 0) {
        joy_error(env, "a side is negative", "area");
        return;
    }
    joy_push_float(env, sides[0] * sides[1]);
}

/* The sum of a list: begin, next until it returns 0, end. */
static void geometry_total(JoyEnv* env)
{
    double sum = 0, number;
    if (joy_pop_list_begin(env) != JOY_OK) {
        joy_type_error(env, "list", "total");
        return;
    }
    while (joy_list_next(env)) {
        if (!pop_numbers(env, &number, 1, "total"))
            break;
        sum += number;
    }
    joy_list_end(env);
    joy_push_float(env, sum);
}

/* The corners of a rectangle at the origin, as a list of lists. */
static void geometry_corners(JoyEnv* env)
{
    double size[2];
    int corner;
    if (!pop_numbers(env, size, 2, "corners"))
        return;
    joy_push_list_begin(env);
    for (corner = 0; corner < 4; corner++) {
        joy_push_list_begin(env);
        joy_push_float(env, corner == 1 || corner == 2 ? size[0] : 0);
        joy_push_list_item(env);
        joy_push_float(env, corner >= 2 ? size[1] : 0);
        joy_push_list_item(env);
        joy_push_list_end(env);
        joy_push_list_item(env);
    }
    joy_push_list_end(env);
}

/* A string is borrowed until the function returns, and copied when it is pushed. */
static void geometry_greet(JoyEnv* env)
{
    const char* name;
    size_t length;
    char text[128];
    int written;
    if (joy_pop_string(env, &name, &length) != JOY_OK) {
        joy_type_error(env, "string", "greet");
        return;
    }
    if (length > 100) {
        joy_error(env, "the name is longer than 100 bytes", "greet");
        return;
    }
    written = snprintf(text, sizeof text, "hello, %s, from C", name);
    if (written > 0)
        joy_push_string(env, text, (size_t)written);
}

static const JoyBuiltinDesc builtins[] = {
    { "hypot", geometry_hypot, "A B -> C", "the hypotenuse of a right triangle" },
    { "distance", geometry_distance, "X1 Y1 X2 Y2 -> D", "the distance of two points" },
    { "area", geometry_area, "WIDTH HEIGHT -> A", "the area of a rectangle" },
    { "total", geometry_total, "L -> N", "the sum of a list of numbers" },
    { "corners", geometry_corners, "WIDTH HEIGHT -> L", "the corners of a rectangle at the origin" },
    { "greet", geometry_greet, "S -> T", "a greeting" },
    { NULL, NULL, NULL, NULL }
};

static const JoyPluginDesc description = { JOY_PLUGIN_API_VERSION, "geometry", "1.0.0", builtins };

const JoyPluginDesc* JOY_PLUGIN_ENTRY(void)
{
    return &description;
}
