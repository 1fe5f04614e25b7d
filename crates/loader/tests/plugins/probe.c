/*
 * probe - calls every joy_* function and checks what plugin.h promises about it.
 *
 * A check that fails is reported as the function's error, with its line. What can only
 * be seen from outside (results, exceptions) is checked by the tests that load it.
 */
#include <joy/plugin.h>

#include <stdio.h>
#include <string.h>

#define CHECK(condition)                                               \
    do {                                                               \
        if (!(condition)) {                                            \
            char text[200];                                            \
            snprintf(text, sizeof text, "line %d: %s", __LINE__, #condition); \
            joy_error(env, text, __func__);                            \
            return;                                                    \
        }                                                              \
    } while (0)

/* I F B S -> I F B S: every plain type, there and back. */
static void plain(JoyEnv* env)
{
    int64_t i = 0;
    double f = 0;
    int b = 7;
    const char* s = NULL;
    size_t len = 99;
    CHECK(joy_stack_depth(env) == 4);
    CHECK(joy_peek_type(env, 0) == JOY_TYPE_STRING);
    CHECK(joy_peek_type(env, 1) == JOY_TYPE_BOOL);
    CHECK(joy_peek_type(env, 2) == JOY_TYPE_FLOAT);
    CHECK(joy_peek_type(env, 3) == JOY_TYPE_INTEGER);
    CHECK(joy_pop_string(env, &s, &len) == JOY_OK);
    CHECK(joy_pop_bool(env, &b) == JOY_OK);
    CHECK(joy_pop_float(env, &f) == JOY_OK);
    CHECK(joy_pop_int(env, &i) == JOY_OK);
    CHECK(joy_stack_depth(env) == 0);
    joy_push_int(env, i);
    joy_push_float(env, f);
    joy_push_bool(env, b);
    joy_push_string(env, s, len);
    CHECK(joy_stack_depth(env) == 4);
    CHECK(joy_peek_type(env, 0) == JOY_TYPE_STRING);
    CHECK(joy_peek_type(env, 3) == JOY_TYPE_INTEGER);
}

/* -> : a stack without values. */
static void underflow(JoyEnv* env)
{
    int64_t i = 11;
    double f = 12;
    int b = 13;
    const char* s = "kept";
    size_t len = 14;
    CHECK(joy_stack_depth(env) == 0);
    CHECK(joy_peek_type(env, 0) == 0);
    CHECK(joy_pop_int(env, &i) == JOY_ERROR_UNDERFLOW && i == 11);
    CHECK(joy_pop_float(env, &f) == JOY_ERROR_UNDERFLOW && f == 12);
    CHECK(joy_pop_bool(env, &b) == JOY_ERROR_UNDERFLOW && b == 13);
    CHECK(joy_pop_string(env, &s, &len) == JOY_ERROR_UNDERFLOW && len == 14);
    CHECK(strcmp(s, "kept") == 0);
    CHECK(joy_pop_list_begin(env) == JOY_ERROR_UNDERFLOW);
    CHECK(joy_stack_depth(env) == 0);
}

/* I S L -> I S L: a pop of the wrong type leaves the value, and *out alone. */
static void wrong_type(JoyEnv* env)
{
    int64_t i = 11;
    double f = 12;
    int b = 13;
    const char* s = NULL;
    CHECK(joy_pop_int(env, &i) == JOY_ERROR_TYPE && i == 11);
    CHECK(joy_pop_float(env, &f) == JOY_ERROR_TYPE && f == 12);
    CHECK(joy_pop_bool(env, &b) == JOY_ERROR_TYPE && b == 13);
    CHECK(joy_pop_string(env, &s, NULL) == JOY_ERROR_TYPE && s == NULL);
    CHECK(joy_stack_depth(env) == 3);
    CHECK(joy_pop_list_begin(env) == JOY_OK);
    joy_list_end(env);
    CHECK(joy_pop_list_begin(env) == JOY_ERROR_TYPE);
    CHECK(joy_pop_int(env, &i) == JOY_ERROR_TYPE && i == 11);
    CHECK(joy_pop_string(env, &s, NULL) == JOY_OK);
    CHECK(joy_pop_string(env, &s, NULL) == JOY_ERROR_TYPE);
    CHECK(joy_pop_bool(env, &b) == JOY_ERROR_TYPE && b == 13);
    CHECK(joy_pop_int(env, &i) == JOY_OK);
    joy_push_int(env, i);
    joy_push_string(env, s, strlen(s));
    joy_push_list_begin(env);
    joy_push_list_end(env);
}

/* I S -> I S: pointers and depths that lead nowhere. */
static void nothing_there(JoyEnv* env)
{
    const char* s;
    CHECK(joy_peek_type(env, -1) == 0);
    CHECK(joy_peek_type(env, 2) == 0);
    CHECK(joy_peek_type(env, 2147483647) == 0);
    CHECK(joy_pop_string(env, NULL, NULL) == JOY_ERROR);
    CHECK(joy_pop_int(env, NULL) == JOY_ERROR);
    CHECK(joy_pop_float(env, NULL) == JOY_ERROR);
    CHECK(joy_pop_bool(env, NULL) == JOY_ERROR);
    CHECK(joy_stack_depth(env) == 2);
    CHECK(joy_stack_depth(NULL) == 0);
    CHECK(joy_peek_type(NULL, 0) == 0);
    CHECK(joy_pop_string(NULL, &s, NULL) == JOY_ERROR);
    CHECK(joy_pop_list_begin(NULL) == JOY_ERROR);
    CHECK(joy_list_next(NULL) == 0);
    joy_push_int(NULL, 1);
    joy_push_float(NULL, 1);
    joy_push_bool(NULL, 1);
    joy_push_string(NULL, "x", 1);
    joy_list_end(NULL);
    joy_push_list_begin(NULL);
    joy_push_list_item(NULL);
    joy_push_list_end(NULL);
    joy_error(NULL, "x", "y");
    joy_type_error(NULL, "x", "y");
    CHECK(joy_stack_depth(env) == 2);
}

/* -> S : NULL with no length is the empty string. */
static void null_string(JoyEnv* env)
{
    joy_push_string(env, NULL, 0);
}

/* -> S : NULL with a length is an error. */
static void null_bytes(JoyEnv* env)
{
    joy_push_string(env, NULL, 3);
}

/* S T -> N: popped strings stay until the function returns. */
static void strings(JoyEnv* env)
{
    const char *t, *s, *again;
    size_t lt, ls, la;
    int i;
    CHECK(joy_pop_string(env, &t, &lt) == JOY_OK);
    CHECK(joy_pop_string(env, &s, &ls) == JOY_OK);
    for (i = 0; i < 1000; i++) {
        joy_push_string(env, "another", 7);
        CHECK(joy_pop_string(env, &again, &la) == JOY_OK);
        CHECK(la == 7 && strcmp(again, "another") == 0);
    }
    CHECK(t[lt] == '\0' && s[ls] == '\0');
    CHECK(strcmp(s, "first") == 0);
    joy_push_int(env, (int64_t)(strlen(t) * 100 + lt));
}

/* S -> S : through the host and back, whatever the bytes are. */
static void echo(JoyEnv* env)
{
    const char* s;
    size_t len;
    CHECK(joy_pop_string(env, &s, &len) == JOY_OK);
    joy_push_string(env, s, len);
}

/* -> N S : bytes that are no text come back as they were. */
static void raw_bytes(JoyEnv* env)
{
    const char* s;
    size_t len;
    joy_push_string(env, "a\xff\0\x80z", 5);
    CHECK(joy_pop_string(env, &s, &len) == JOY_OK);
    CHECK(len == 5 && memcmp(s, "a\xff\0\x80z", 6) == 0);
    joy_push_int(env, 5);
    joy_push_string(env, s, len);
}

/* S -> B : whether the bytes are those that raw-bytes left. */
static void is_raw(JoyEnv* env)
{
    const char* s;
    size_t len;
    CHECK(joy_pop_string(env, &s, &len) == JOY_OK);
    joy_push_bool(env, len == 5 && memcmp(s, "a\xff\0\x80z", 5) == 0);
}

/* A B C -> : an error after everything was taken; then nothing has any effect. */
static void after_error(JoyEnv* env)
{
    int64_t i = 11;
    const char* s = NULL;
    CHECK(joy_pop_int(env, &i) == JOY_OK);
    CHECK(joy_pop_int(env, &i) == JOY_OK);
    joy_error(env, "the first", "after-error");
    joy_type_error(env, "second", "after-error");
    joy_error(env, "the third", "after-error");
    i = 12;
    if (joy_pop_int(env, &i) != JOY_ERROR || i != 12) i = -1;
    if (joy_pop_string(env, &s, NULL) != JOY_ERROR || s != NULL) i = -1;
    if (joy_pop_list_begin(env) != JOY_ERROR) i = -1;
    if (joy_stack_depth(env) != 1) i = -1;
    joy_push_int(env, 1);
    joy_push_list_begin(env);
    joy_push_list_item(env);
    joy_push_list_end(env);
    if (joy_list_next(env) != 0) i = -1;
    joy_list_end(env);
    if (joy_stack_depth(env) != 1 || i != 12)
        fprintf(stderr, "probe: after-error: something had an effect\n"), *(volatile int*)0 = 0;
}

static void no_words(JoyEnv* env)
{
    joy_error(env, NULL, NULL);
}

static void no_type(JoyEnv* env)
{
    joy_type_error(env, NULL, NULL);
}

/* L -> N : the sum of a list of lists of integers. */
static void sum_nested(JoyEnv* env)
{
    int64_t sum = 0, i;
    CHECK(joy_pop_list_begin(env) == JOY_OK);
    while (joy_list_next(env)) {
        CHECK(joy_stack_depth(env) == 1);
        CHECK(joy_peek_type(env, 0) == JOY_TYPE_LIST);
        CHECK(joy_pop_list_begin(env) == JOY_OK);
        while (joy_list_next(env)) {
            CHECK(joy_pop_int(env, &i) == JOY_OK);
            sum += i;
        }
        CHECK(joy_list_next(env) == 0);
        joy_list_end(env);
    }
    joy_list_end(env);
    CHECK(joy_stack_depth(env) == 0);
    joy_push_int(env, sum);
}

/* L -> N : elements that are left are dropped, what is pushed beside them is not. */
static void count_left(JoyEnv* env)
{
    int64_t n = 0, i;
    CHECK(joy_pop_list_begin(env) == JOY_OK);
    while (joy_list_next(env)) {
        n++;
        CHECK(joy_stack_depth(env) == n);
        joy_push_int(env, n);
    }
    joy_list_end(env);
    CHECK(joy_stack_depth(env) == n);
    for (; n > 0; n--) {
        CHECK(joy_pop_int(env, &i) == JOY_OK);
        CHECK(i == n);
    }
    joy_push_int(env, i);
}

/* L -> X : the first element; the rest is dropped. */
static void first(JoyEnv* env)
{
    CHECK(joy_pop_list_begin(env) == JOY_OK);
    CHECK(joy_list_next(env) == 1);
    joy_list_end(env);
}

/* L -> L : reading and building at once. */
static void twice(JoyEnv* env)
{
    int64_t i;
    CHECK(joy_pop_list_begin(env) == JOY_OK);
    joy_push_list_begin(env);
    while (joy_list_next(env)) {
        CHECK(joy_pop_int(env, &i) == JOY_OK);
        joy_push_int(env, 2 * i);
        joy_push_list_item(env);
    }
    joy_list_end(env);
    joy_push_list_end(env);
}

/* L -> L : the elements as they are, whatever they are, the other way round. */
static void turn(JoyEnv* env)
{
    int n = 0;
    CHECK(joy_pop_list_begin(env) == JOY_OK);
    /* Taking an element into a list and out again keeps it from being dropped. */
    while (joy_list_next(env)) {
        joy_push_list_begin(env);
        joy_push_list_item(env);
        joy_push_list_end(env);
        n++;
    }
    joy_list_end(env);
    joy_push_list_begin(env);
    while (n-- > 0) {
        CHECK(joy_pop_list_begin(env) == JOY_OK);
        CHECK(joy_list_next(env) == 1);
        joy_push_list_item(env);
        joy_list_end(env);
    }
    joy_push_list_end(env);
}

/* -> L : [1 [2.5 [] "x"] true] */
static void build(JoyEnv* env)
{
    joy_push_list_begin(env);
    joy_push_int(env, 1);
    joy_push_list_item(env);
    joy_push_list_begin(env);
    joy_push_float(env, 2.5);
    joy_push_list_item(env);
    joy_push_list_begin(env);
    joy_push_list_end(env);
    joy_push_list_item(env);
    joy_push_string(env, "x", 1);
    joy_push_list_item(env);
    joy_push_list_end(env);
    joy_push_list_item(env);
    joy_push_bool(env, 42);
    joy_push_list_item(env);
    joy_push_list_end(env);
}

/* N -> L : N lists inside each other. */
static void deep(JoyEnv* env)
{
    int64_t n;
    CHECK(joy_pop_int(env, &n) == JOY_OK);
    joy_push_list_begin(env);
    joy_push_list_end(env);
    while (--n > 0) {
        joy_push_list_begin(env);
        joy_push_list_item(env);
        joy_push_list_end(env);
        joy_push_list_begin(env);
        joy_push_list_end(env);
        CHECK(joy_pop_list_begin(env) == JOY_OK);
        joy_list_end(env);
    }
}

/* L -> N : what is built is read back without leaving the function. */
static void read_back(JoyEnv* env)
{
    int64_t n = 0, i;
    joy_push_list_begin(env);
    joy_push_list_item(env);
    joy_push_int(env, 7);
    joy_push_list_item(env);
    joy_push_list_end(env);
    CHECK(joy_peek_type(env, 0) == JOY_TYPE_LIST);
    CHECK(joy_pop_list_begin(env) == JOY_OK);
    CHECK(joy_list_next(env) == 1);
    CHECK(joy_pop_list_begin(env) == JOY_OK);
    while (joy_list_next(env))
        n++;
    joy_list_end(env);
    CHECK(joy_list_next(env) == 1);
    CHECK(joy_pop_int(env, &i) == JOY_OK && i == 7);
    CHECK(joy_list_next(env) == 0);
    joy_list_end(env);
    joy_push_int(env, n);
}

static void open_reader(JoyEnv* env) { joy_pop_list_begin(env); }
static void open_builder(JoyEnv* env) { joy_push_list_begin(env); }
static void item_alone(JoyEnv* env) { joy_push_int(env, 1); joy_push_list_item(env); }
static void end_alone(JoyEnv* env) { joy_push_list_end(env); }
static void next_alone(JoyEnv* env) { joy_list_next(env); }
static void reader_end_alone(JoyEnv* env) { joy_list_end(env); }

static void item_of_nothing(JoyEnv* env)
{
    joy_push_list_begin(env);
    joy_push_list_item(env);
}

/* A -> A : the value itself. */
static void same(JoyEnv* env) { (void)env; }

/* A -> N : its JoyType. */
static void type_of(JoyEnv* env)
{
    joy_push_int(env, joy_peek_type(env, 0));
    joy_push_list_begin(env);
    joy_push_list_item(env);
    joy_push_list_item(env);
    joy_push_list_end(env);
    if (joy_pop_list_begin(env) != JOY_OK)
        return;
    joy_list_next(env);
    joy_list_end(env);
}

/* A -> B : leaves one too many. */
static void too_many(JoyEnv* env)
{
    joy_push_int(env, 1);
}

/* No effect: all arguments are there, all of them are results. */
static void any(JoyEnv* env)
{
    joy_push_int(env, joy_stack_depth(env));
}

static void nothing(JoyEnv* env) { (void)env; }

static void pair(JoyEnv* env)
{
    joy_push_int(env, 1);
    joy_push_string(env, "two", 3);
}

/* F -> F : an integer too. */
static void as_float(JoyEnv* env)
{
    double f;
    if (joy_pop_float(env, &f) != JOY_OK) {
        joy_type_error(env, "number", "as-float");
        return;
    }
    joy_push_float(env, f);
}

/* I -> I */
static void as_int(JoyEnv* env)
{
    int64_t i;
    if (joy_pop_int(env, &i) != JOY_OK) {
        joy_type_error(env, "integer", "as-int");
        return;
    }
    joy_push_int(env, i);
}

static const JoyBuiltinDesc builtins[] = {
    { "plain", plain, "I F B S -> I F B S", "every plain type, there and back" },
    { "underflow", underflow, "->", NULL },
    { "wrong-type", wrong_type, "I S L -> I S L", NULL },
    { "nothing-there", nothing_there, "I S -> I S", NULL },
    { "null-string", null_string, "-> S", NULL },
    { "null-bytes", null_bytes, "-> S", NULL },
    { "strings", strings, "S T -> N", NULL },
    { "echo", echo, "S -> S", NULL },
    { "raw-bytes", raw_bytes, "-> N S", NULL },
    { "is-raw", is_raw, "S -> B", NULL },
    { "after-error", after_error, "A B C ->", NULL },
    { "no-words", no_words, "->", NULL },
    { "no-type", no_type, "->", NULL },
    { "sum-nested", sum_nested, "L -> N", NULL },
    { "count-left", count_left, "L -> N", NULL },
    { "first", first, "L -> X", NULL },
    { "twice", twice, "L -> L", NULL },
    { "turn", turn, "L -> L", NULL },
    { "build", build, "-> L", NULL },
    { "deep", deep, "N -> L", NULL },
    { "read-back", read_back, "L -> N", NULL },
    { "open-reader", open_reader, "L ->", NULL },
    { "open-builder", open_builder, "->", NULL },
    { "item-alone", item_alone, "->", NULL },
    { "item-of-nothing", item_of_nothing, "->", NULL },
    { "end-alone", end_alone, "->", NULL },
    { "next-alone", next_alone, "->", NULL },
    { "reader-end-alone", reader_end_alone, "->", NULL },
    { "same", same, "A -> A", NULL },
    { "type-of", type_of, "A -> N", NULL },
    { "too-many", too_many, "A -> B", NULL },
    { "any", any, NULL, NULL },
    { "any-too", any, "any number of them", NULL },
    { "nothing", nothing, "->", "does nothing" },
    { "pair", pair, "-> A B", NULL },
    { "as-float", as_float, "F -> F", NULL },
    { "as-int", as_int, "I -> I", NULL },
    { "null?", nothing, "->", "no name for MiniScript" },
    { NULL, NULL, NULL, NULL }
};

static const JoyPluginDesc description = { JOY_PLUGIN_API_VERSION, "probe", "0.1", builtins };

const JoyPluginDesc* JOY_PLUGIN_ENTRY(void)
{
    return &description;
}
