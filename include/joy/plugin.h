/*
 * joy/plugin.h - the plugin interface of MiniScript and Joy, version 1.
 *
 * A plugin is a shared library that exports joy_plugin_init(), which returns a
 * description of its functions. One compiled plugin serves both languages:
 *
 *     "geometry" plugin-load.  3.0 4.0 hypot.        (Joy)
 *     import geometry; geometry.hypot(3.0, 4.0)      (MiniScript)
 *
 * Rules that hold everywhere:
 * - A JoyEnv is valid in the call that received it, on the thread of that call.
 * - The host owns what it hands out; a string from joy_pop_string() is valid
 *   until the plugin's function returns.
 * - No function jumps out of the plugin: after joy_error() or joy_type_error()
 *   return from your function. Until then pops give JOY_ERROR and pushes do
 *   nothing; the first error is the one that is raised, and the stack is as it
 *   was when your function was called.
 *
 * Plain C99, C11 and C++. Licence: MIT OR Apache-2.0.
 */
#ifndef JOY_PLUGIN_H
#define JOY_PLUGIN_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The version of this interface; goes into JoyPluginDesc.api_version. */
#define JOY_PLUGIN_API_VERSION 1

/* What a plugin exports, and how it finds the host. */
#if defined(_WIN32)
#define JOY_PLUGIN_EXPORT __declspec(dllexport)
#elif defined(__GNUC__)
#define JOY_PLUGIN_EXPORT __attribute__((visibility("default")))
#else
#define JOY_PLUGIN_EXPORT
#endif

/* The calling function's environment; opaque. */
typedef struct JoyEnv JoyEnv;

/* A function of a plugin: takes its arguments from the stack, leaves results there. */
typedef void (*JoyPluginFn)(JoyEnv* env);

/* Types of values. joy_peek_type() gives 0 for any other type and where there is no value. */
typedef enum {
    JOY_TYPE_INTEGER = 1,
    JOY_TYPE_FLOAT   = 2,
    JOY_TYPE_STRING  = 4,
    JOY_TYPE_LIST    = 8,
    JOY_TYPE_BOOL    = 16,
    JOY_TYPE_DICT    = 32
} JoyType;

typedef enum {
    JOY_OK = 0,
    JOY_ERROR = -1,             /* an error is pending, or a bad argument */
    JOY_ERROR_TYPE = -2,        /* the value has another type; it stays on the stack */
    JOY_ERROR_UNDERFLOW = -3    /* the stack is empty */
} JoyResult;

/*
 * The functions of the host. On ELF and Mach-O systems the executable exports
 * them. On Windows a plugin cannot know the executable's name, so they are
 * inline there and go through a table that the loader fills in (see below).
 *
 * Stack
 *   joy_stack_depth    how many values are there
 *   joy_peek_type      the type of the value at a depth, 0 is the top
 *   joy_pop_int        an integer
 *   joy_pop_float      a float, or an integer converted to one
 *   joy_pop_bool       0 or 1
 *   joy_pop_string     bytes and length; `len` may be NULL
 *   joy_push_...       copies what it is given
 *
 * Reading a list: begin takes the list off the stack; each next pushes one
 * element and returns 1, or returns 0 at the end; end drops the rest.
 *
 * Building a list: begin, then push a value and call item for each element,
 * then end, which pushes the list. Both nest.
 *
 * Errors: joy_error() says what went wrong and in which function;
 * joy_type_error() says what was expected instead.
 */
#if !defined(_WIN32)

int         joy_stack_depth(JoyEnv* env);
JoyType     joy_peek_type(JoyEnv* env, int depth);

JoyResult   joy_pop_int(JoyEnv* env, int64_t* out);
JoyResult   joy_pop_float(JoyEnv* env, double* out);
JoyResult   joy_pop_bool(JoyEnv* env, int* out);
JoyResult   joy_pop_string(JoyEnv* env, const char** out, size_t* len);

void        joy_push_int(JoyEnv* env, int64_t val);
void        joy_push_float(JoyEnv* env, double val);
void        joy_push_bool(JoyEnv* env, int val);
void        joy_push_string(JoyEnv* env, const char* str, size_t len);

JoyResult   joy_pop_list_begin(JoyEnv* env);
int         joy_list_next(JoyEnv* env);
void        joy_list_end(JoyEnv* env);

void        joy_push_list_begin(JoyEnv* env);
void        joy_push_list_item(JoyEnv* env);
void        joy_push_list_end(JoyEnv* env);

void        joy_error(JoyEnv* env, const char* msg, const char* name);
void        joy_type_error(JoyEnv* env, const char* expected, const char* name);

#else /* Windows */

/* In this order for ever; later versions append. */
typedef struct {
    int         (*stack_depth)(JoyEnv* env);
    JoyType     (*peek_type)(JoyEnv* env, int depth);
    JoyResult   (*pop_int)(JoyEnv* env, int64_t* out);
    JoyResult   (*pop_float)(JoyEnv* env, double* out);
    JoyResult   (*pop_bool)(JoyEnv* env, int* out);
    JoyResult   (*pop_string)(JoyEnv* env, const char** out, size_t* len);
    void        (*push_int)(JoyEnv* env, int64_t val);
    void        (*push_float)(JoyEnv* env, double val);
    void        (*push_bool)(JoyEnv* env, int val);
    void        (*push_string)(JoyEnv* env, const char* str, size_t len);
    JoyResult   (*pop_list_begin)(JoyEnv* env);
    int         (*list_next)(JoyEnv* env);
    void        (*list_end)(JoyEnv* env);
    void        (*push_list_begin)(JoyEnv* env);
    void        (*push_list_item)(JoyEnv* env);
    void        (*push_list_end)(JoyEnv* env);
    void        (*error)(JoyEnv* env, const char* msg, const char* name);
    void        (*type_error)(JoyEnv* env, const char* expected, const char* name);
} JoyHostApi;

/* Exported by every plugin, once however many files include this header. */
__declspec(dllexport) __declspec(selectany) const JoyHostApi* joy_host_api = NULL;

static inline int joy_stack_depth(JoyEnv* env) { return joy_host_api->stack_depth(env); }
static inline JoyType joy_peek_type(JoyEnv* env, int depth) { return joy_host_api->peek_type(env, depth); }
static inline JoyResult joy_pop_int(JoyEnv* env, int64_t* out) { return joy_host_api->pop_int(env, out); }
static inline JoyResult joy_pop_float(JoyEnv* env, double* out) { return joy_host_api->pop_float(env, out); }
static inline JoyResult joy_pop_bool(JoyEnv* env, int* out) { return joy_host_api->pop_bool(env, out); }
static inline JoyResult joy_pop_string(JoyEnv* env, const char** out, size_t* len) { return joy_host_api->pop_string(env, out, len); }
static inline void joy_push_int(JoyEnv* env, int64_t val) { joy_host_api->push_int(env, val); }
static inline void joy_push_float(JoyEnv* env, double val) { joy_host_api->push_float(env, val); }
static inline void joy_push_bool(JoyEnv* env, int val) { joy_host_api->push_bool(env, val); }
static inline void joy_push_string(JoyEnv* env, const char* str, size_t len) { joy_host_api->push_string(env, str, len); }
static inline JoyResult joy_pop_list_begin(JoyEnv* env) { return joy_host_api->pop_list_begin(env); }
static inline int joy_list_next(JoyEnv* env) { return joy_host_api->list_next(env); }
static inline void joy_list_end(JoyEnv* env) { joy_host_api->list_end(env); }
static inline void joy_push_list_begin(JoyEnv* env) { joy_host_api->push_list_begin(env); }
static inline void joy_push_list_item(JoyEnv* env) { joy_host_api->push_list_item(env); }
static inline void joy_push_list_end(JoyEnv* env) { joy_host_api->push_list_end(env); }
static inline void joy_error(JoyEnv* env, const char* msg, const char* name) { joy_host_api->error(env, msg, name); }
static inline void joy_type_error(JoyEnv* env, const char* expected, const char* name) { joy_host_api->type_error(env, expected, name); }

#endif /* Windows */

/* One function of a plugin. */
typedef struct {
    const char*   name;          /* its Joy name, such as "my-func"; MiniScript says my_func */
    JoyPluginFn   func;
    const char*   stack_effect;  /* such as "A B -> C": MiniScript takes the arity from it */
    const char*   doc;
} JoyBuiltinDesc;

/* What joy_plugin_init() returns; static, read-only and shared by all VMs. */
typedef struct {
    int           api_version;   /* JOY_PLUGIN_API_VERSION */
    const char*   name;
    const char*   version;
    const JoyBuiltinDesc* builtins;  /* ends with an entry whose name is NULL */
} JoyPluginDesc;

typedef const JoyPluginDesc* (*JoyPluginInitFn)(void);

/*
 * The entry point. With -DJOY_PLUGIN_NAME=geometry it is called
 * joy_plugin_init_geometry, so that several plugins can be linked into one
 * program without a loader. The prototype exports it, also from C++ and with
 * -fvisibility=hidden.
 */
#if defined(JOY_PLUGIN_NAME)
#define JOY_PLUGIN_PASTE_(prefix, name) prefix##name
#define JOY_PLUGIN_PASTE(prefix, name) JOY_PLUGIN_PASTE_(prefix, name)
#define JOY_PLUGIN_ENTRY JOY_PLUGIN_PASTE(joy_plugin_init_, JOY_PLUGIN_NAME)
#else
#define JOY_PLUGIN_ENTRY joy_plugin_init
#endif

JOY_PLUGIN_EXPORT const JoyPluginDesc* JOY_PLUGIN_ENTRY(void);

#ifdef __cplusplus
}
#endif

#endif /* JOY_PLUGIN_H */
