import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 819:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(222);

await (0,_start_js__WEBPACK_IMPORTED_MODULE_0__/* .startSupervisor */ .x)(process.argv[2] ?? '');

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 222:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  x: () => (/* binding */ startSupervisor)
});

;// CONCATENATED MODULE: external "node:crypto"
const external_node_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");
;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");
;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");
;// CONCATENATED MODULE: external "node:sqlite"
const external_node_sqlite_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:sqlite");
;// CONCATENATED MODULE: ./.build/packages/runtime/errors.js
class FairwayError extends Error {
    mend;
    where;
    constructor(message, { mend, where, cause } = {}) {
        super(message, { cause });
        this.name = new.target.name;
        this.mend = mend;
        this.where = where;
    }
}
/** The user's input, configuration or environment is wrong. */
class UserError extends FairwayError {
    title = 'Wrong input';
}
/** A child process failed. `argv` and `stderr` are redacted by whoever prints them. */
class CommandError extends FairwayError {
    title = 'Command failed';
    argv;
    exitCode;
    stderr;
    constructor(argv, exitCode, stderr, detail = {}) {
        const tail = stderr.trim().split('\n').slice(-15).join('\n');
        super(`${argv[0]} exited with ${exitCode ?? 'a signal'}${tail ? `:\n${tail}` : ''}`, detail);
        this.argv = argv;
        this.exitCode = exitCode;
        this.stderr = stderr;
    }
}
/** A service answered with an error, or did not answer. */
class RemoteError extends FairwayError {
    title = 'Service failed';
    /** HTTP status; undefined when nothing answered. */
    status;
    retryable;
    constructor(message, detail = {}) {
        super(message, detail);
        this.status = detail.status;
        this.retryable = detail.retryable ?? false;
    }
}
/** A gate said no. Not a malfunction. */
class GateError extends (/* unused pure expression or super */ null && (FairwayError)) {
    title = 'Stopped by a gate';
}
/** Our own mistake. */
class InternalError extends FairwayError {
    title = 'Internal error';
}
/** What a person is told about any thrown value. */
function describeError(error) {
    if (error instanceof FairwayError) {
        const lines = [error.message];
        if (error.where)
            lines.push(`Where: ${error.where}`);
        if (error.mend)
            lines.push(`To mend it: ${error.mend}`);
        return { title: error.title, text: lines.join('\n'), unforeseen: error instanceof InternalError };
    }
    const system = systemError(error);
    if (system)
        return { title: 'System error', text: system, unforeseen: false };
    const text = error instanceof Error ? error.message : String(error);
    return {
        title: 'Internal error',
        text: `${text}\nThis is a bug in Fairway: please report it.`,
        unforeseen: true,
    };
}
const SYSTEM_ERRORS = {
    ENOSPC: 'the disk is full: free some space and run again',
    EROFS: 'the file system is read-only: choose a folder that can be written',
    EACCES: 'permission denied: check the owner and mode of the file',
    EPERM: 'not permitted: check the owner and mode of the file',
    EADDRINUSE: 'the port is in use: end what listens there or choose another port',
    EMFILE: 'too many open files: raise the limit (ulimit -n)',
    ENOENT: 'no such file or folder: check the path',
    ENOTDIR: 'a part of the path is not a folder: check the path',
    EISDIR: 'a folder stands where a file was expected: check the path',
};
function systemError(error) {
    if (!(error instanceof Error) || !('code' in error))
        return undefined;
    const mend = SYSTEM_ERRORS[String(error.code)];
    return mend ? `${error.message}\nTo mend it: ${mend}` : undefined;
}

;// CONCATENATED MODULE: external "node:fs/promises"
const promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");
;// CONCATENATED MODULE: ./.build/packages/runtime/files.js



const systemFiles = {
    async read(path) {
        try {
            return await (0,promises_namespaceObject.readFile)(path, 'utf8');
        }
        catch (error) {
            if (error.code === 'ENOENT')
                return undefined;
            throw error;
        }
    },
    write: atomicWrite,
};
async function atomicWrite(path, content) {
    await (0,promises_namespaceObject.mkdir)((0,external_node_path_namespaceObject.dirname)(path), { recursive: true });
    const beside = `${path}.${(0,external_node_crypto_namespaceObject.randomBytes)(6).toString('hex')}.tmp`;
    try {
        const file = await (0,promises_namespaceObject.open)(beside, 'wx', 0o600);
        try {
            await file.writeFile(content);
            await file.sync();
        }
        finally {
            await file.close();
        }
        await (0,promises_namespaceObject.rename)(beside, path);
    }
    catch (error) {
        await (0,promises_namespaceObject.rm)(beside, { force: true });
        throw error;
    }
}

;// CONCATENATED MODULE: external "node:child_process"
const external_node_child_process_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");
;// CONCATENATED MODULE: ./.build/packages/targets/process/identity.js


const linux = process.platform === 'linux';
let bootId;
/** undefined: no such process, or it has ended and waits to be reaped. */
function identify(pid) {
    const started = linux ? startedLinux(pid) : startedElsewhere(pid);
    return started === undefined ? undefined : { pid, started };
}
function isAlive(identity) {
    return identify(identity.pid)?.started === identity.started;
}
/** To a process and its children. The group's id is the leader's pid, so the leader must be the one we know. */
function signalGroup(identity, signal) {
    if (!isAlive(identity))
        return;
    try {
        process.kill(-identity.pid, signal);
    }
    catch (error) {
        if (error.code !== 'ESRCH')
            throw error;
    }
}
function startedLinux(pid) {
    try {
        const stat = (0,external_node_fs_namespaceObject.readFileSync)(`/proc/${pid}/stat`, 'latin1');
        // The name stands in parentheses and may hold anything; the fields after it are plain.
        const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        if (fields[0] === 'Z' || fields[0] === 'X')
            return undefined;
        // Ticks count from the boot, so the boot is part of the identity.
        bootId ??= (0,external_node_fs_namespaceObject.readFileSync)('/proc/sys/kernel/random/boot_id', 'latin1').trim();
        return `${bootId}:${fields[19]}`;
    }
    catch {
        return undefined;
    }
}
function startedElsewhere(pid) {
    try {
        const line = (0,external_node_child_process_namespaceObject.execFileSync)('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
        const [stat, ...started] = line.split(/\s+/);
        return !stat || stat.startsWith('Z') ? undefined : started.join(' ');
    }
    catch {
        return undefined;
    }
}
/** Processes of this user whose environment has `name=value`; empty where the system does not tell. */
function processesWith(name, value) {
    if (!linux)
        return [];
    const found = [];
    for (const entry of (0,external_node_fs_namespaceObject.readdirSync)('/proc')) {
        if (!/^\d+$/.test(entry))
            continue;
        try {
            const environment = `\0${(0,external_node_fs_namespaceObject.readFileSync)(`/proc/${entry}/environ`, 'utf8')}`;
            const at = environment.indexOf(`\0${name}=`);
            if (at < 0)
                continue;
            const start = at + name.length + 2;
            const held = environment.slice(start, environment.indexOf('\0', start));
            if (value === undefined || held === value)
                found.push({ pid: Number(entry), value: held });
        }
        catch {
            // Ended meanwhile, or another user's.
        }
    }
    return found;
}
/**
 * Who listens on a TCP port of this machine, as far as /proc tells this user. Several: on different
 * addresses, or a parent and its children on one.
 */
function portHolders(port) {
    if (!linux)
        return [];
    const inodes = new Set([...listenInodes('/proc/net/tcp', port), ...listenInodes('/proc/net/tcp6', port)]);
    if (inodes.size === 0)
        return [];
    return (0,external_node_fs_namespaceObject.readdirSync)('/proc')
        .filter((pid) => /^\d+$/.test(pid) && holdsSocket(pid, inodes))
        .map((pid) => ({ pid: Number(pid), command: commandOf(pid) }));
}
function listenInodes(table, port) {
    const wanted = port.toString(16).toUpperCase().padStart(4, '0');
    try {
        return (0,external_node_fs_namespaceObject.readFileSync)(table, 'latin1')
            .split('\n')
            .slice(1)
            .map((line) => line.trim().split(/\s+/))
            .filter((cells) => cells[1]?.endsWith(`:${wanted}`) && cells[3] === '0A')
            .map((cells) => `socket:[${cells[9]}]`);
    }
    catch {
        return [];
    }
}
function holdsSocket(pid, inodes) {
    try {
        return (0,external_node_fs_namespaceObject.readdirSync)(`/proc/${pid}/fd`).some((fd) => {
            try {
                return inodes.has((0,external_node_fs_namespaceObject.readlinkSync)(`/proc/${pid}/fd/${fd}`));
            }
            catch {
                return false;
            }
        });
    }
    catch {
        return false;
    }
}
/** Program and first argument only: the rest of a foreign command line may hold secrets. */
function commandOf(pid) {
    try {
        const words = (0,external_node_fs_namespaceObject.readFileSync)(`/proc/${pid}/cmdline`, 'utf8').split('\0').filter(Boolean);
        return words.slice(0, 2).join(' ');
    }
    catch {
        return 'unknown';
    }
}

;// CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");
;// CONCATENATED MODULE: ./.build/packages/targets/process/paths.js



/** A unix socket's path must fit into 108 bytes, its end included (104 on macOS). */
const LONGEST_SOCKET = 100;
function layoutOf(folder) {
    return {
        folder,
        state: (0,external_node_path_namespaceObject.join)(folder, 'state.json'),
        lock: (0,external_node_path_namespaceObject.join)(folder, 'supervisor.lock'),
        socket: socketOf(folder),
        data: (0,external_node_path_namespaceObject.join)(folder, 'data'),
        logs: (0,external_node_path_namespaceObject.join)(folder, 'logs'),
        revisions: (0,external_node_path_namespaceObject.join)(folder, 'revisions'),
    };
}
/**
 * In the folder; where that path is too long, in a private folder of the user. Not below TMPDIR: jobs have
 * different ones, and all of them must find the same socket.
 */
function socketOf(folder) {
    const inside = (0,external_node_path_namespaceObject.join)(folder, 'control.sock');
    if (Buffer.byteLength(inside) <= LONGEST_SOCKET)
        return inside;
    const short = (0,external_node_crypto_namespaceObject.createHash)('sha256').update(folder).digest('hex').slice(0, 16);
    return (0,external_node_path_namespaceObject.join)('/tmp', `fairway-${(0,external_node_os_namespaceObject.userInfo)().uid}`, `${short}.sock`);
}
/** What the target calls a release: the first 12 digits of its digest. */
const revisionId = (digest) => digest.replace(/^sha256:/, '').slice(0, 12);
/** The revision's folder; `root` in it holds the unpacked image, `record.json` what was unpacked. */
const revisionFolder = ({ revisions }, digest) => (0,external_node_path_namespaceObject.join)(revisions, digest.replace(/^sha256:/, ''));

;// CONCATENATED MODULE: ./.build/packages/targets/process/state.js

/** undefined: nothing was deployed here. */
async function readState(layout, files) {
    const text = await files.read(layout.state);
    if (text === undefined)
        return undefined;
    const mend = "end the environment's processes, remove that file and deploy again";
    let state;
    try {
        state = JSON.parse(text);
    }
    catch (cause) {
        throw new UserError('the state of the process target is damaged', { where: layout.state, mend, cause });
    }
    if (typeof state !== 'object' || state === null || state.schema !== 1) {
        throw new UserError(`the state of the process target has schema ${state?.schema}; this version knows 1`, {
            where: layout.state,
            mend: 'use the version of Fairway that wrote it, or a newer one',
        });
    }
    return state;
}

;// CONCATENATED MODULE: external "node:timers/promises"
const external_node_timers_promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");
;// CONCATENATED MODULE: external "node:http"
const external_node_http_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");
;// CONCATENATED MODULE: external "node:net"
const external_node_net_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");
;// CONCATENATED MODULE: ./.build/packages/targets/process/supervisor/health.js


const LONGEST_REASON = 200;
/** A good release may be this slow on a busy machine, in ms; a look at it must not end its rollout. */
const ANSWER_WITHIN = 4_000;
/** undefined: 2xx. Otherwise what is wrong, in words. */
function probe(port, path, timeout = ANSWER_WITHIN) {
    return new Promise((resolve) => {
        const options = {
            host: '127.0.0.1',
            port,
            path,
            agent: false,
            timeout,
            headers: { connection: 'close' },
        };
        const sent = (0,external_node_http_namespaceObject.request)(options, (response) => {
            const status = response.statusCode ?? 0;
            if (status >= 200 && status < 300) {
                response.resume();
                resolve(undefined);
                return;
            }
            let body = '';
            response.setEncoding('utf8').on('data', (chunk) => {
                if (body.length < LONGEST_REASON)
                    body += chunk;
            });
            response.on('close', () => resolve(`${path} answers ${status}${firstLine(body)}`));
        });
        sent.on('timeout', () => {
            resolve(`${path} did not answer within ${timeout} ms`);
            sent.destroy();
        });
        sent.on('error', (error) => resolve(`${path} is not reachable (${error.code})`));
        sent.end();
    });
}
/** The release's own reason, as far as it gives one. */
function firstLine(body) {
    const line = body.trim().split('\n')[0]?.slice(0, LONGEST_REASON);
    return line ? `: ${line}` : '';
}
/** A port of 127.0.0.1 that nothing listens on, as the system picks it. */
const freePort = () => tryPort(0);
/** Whether one could listen on it at this moment. */
const isFree = (port) => tryPort(port).then(() => true, () => false);
function tryPort(wanted) {
    return new Promise((resolve, reject) => {
        const server = (0,external_node_net_namespaceObject.createServer)();
        server.on('error', reject);
        server.listen({ port: wanted, host: '127.0.0.1', exclusive: true }, () => {
            const address = server.address();
            const port = typeof address === 'object' && address ? address.port : 0;
            server.close(() => resolve(port));
        });
    });
}

;// CONCATENATED MODULE: ./.build/packages/targets/process/supervisor/logs.js


const LIMIT = 1024 * 1024;
const KEPT = 256 * 1024;
/** For a child's stdout and stderr: it appends by itself, so the log outlives the supervisor. */
function openLog(path) {
    (0,external_node_fs_namespaceObject.mkdirSync)((0,external_node_path_namespaceObject.dirname)(path), { recursive: true });
    return (0,external_node_fs_namespaceObject.openSync)(path, 'a', 0o600);
}
function logSize(path) {
    return (0,external_node_fs_namespaceObject.statSync)(path, { throwIfNoEntry: false })?.size ?? 0;
}
/**
 * Keeps a log below about 1 MiB: its end is copied to `<path>.1` and the file is cut in place, because a
 * process that appends to it goes on writing to the same file.
 */
function boundLog(path, limit = LIMIT) {
    if (logSize(path) <= limit)
        return;
    (0,external_node_fs_namespaceObject.writeFileSync)(`${path}.1`, readEnd(path, 0, KEPT), { mode: 0o600 });
    const file = (0,external_node_fs_namespaceObject.openSync)(path, 'r+');
    try {
        (0,external_node_fs_namespaceObject.ftruncateSync)(file);
    }
    finally {
        (0,external_node_fs_namespaceObject.closeSync)(file);
    }
}
/** The last lines written at or after `offset`. */
function logTail(path, offset, lines = 15) {
    // A log that was cut meanwhile is shorter than the offset.
    const start = logSize(path) < offset ? 0 : offset;
    return readEnd(path, start, 8 * 1024)
        .toString('utf8')
        .trim()
        .split('\n')
        .slice(-lines)
        .join('\n');
}
function readEnd(path, from, most) {
    const size = logSize(path);
    const start = Math.max(from, size - most);
    const buffer = Buffer.alloc(Math.max(0, size - start));
    if (buffer.length === 0)
        return buffer;
    const file = (0,external_node_fs_namespaceObject.openSync)(path, 'r');
    try {
        return buffer.subarray(0, (0,external_node_fs_namespaceObject.readSync)(file, buffer, 0, buffer.length, start));
    }
    finally {
        (0,external_node_fs_namespaceObject.closeSync)(file);
    }
}

;// CONCATENATED MODULE: ./.build/packages/targets/process/supervisor/app.js









const INSTANCE = 'FAIRWAY_INSTANCE';
const FIRST_PAUSE = 200;
const LONGEST_PAUSE = 10_000;
/** How many ports a release is tried on. */
const PORTS = 3;
/** A process that lived this long was no crash loop: the next pause is short again. */
const SETTLED = 30_000;
/** One release as a process: started, watched, started again when it crashes, ended. */
class App {
    launch;
    token;
    log;
    port;
    restarts;
    /** Requests the proxy has handed to it that are not answered yet. */
    inFlight = 0;
    identity;
    /** Why there is no process now. */
    #down;
    #ended = false;
    #wanted = true;
    #restart = false;
    #logStart = 0;
    #startedAt = 0;
    #pause = FIRST_PAUSE;
    #timer;
    #save;
    constructor({ launch, logs, save, adopt }) {
        this.launch = launch;
        this.token = adopt?.token ?? (0,external_node_crypto_namespaceObject.randomBytes)(12).toString('hex');
        this.log = (0,external_node_path_namespaceObject.join)(logs, `${launch.id}.log`);
        this.port = adopt?.port ?? 0;
        this.restarts = adopt?.restarts ?? 0;
        this.#save = save;
    }
    get running() {
        return this.identity !== undefined && this.#down === undefined;
    }
    instance() {
        const { launch, token, port, restarts, identity } = this;
        return { launch, token, port, restarts, ...(identity ? { identity } : {}) };
    }
    async seen() {
        const { id, digest, version, commit, settings, health } = this.launch;
        const reason = this.running ? await probe(this.port, health) : (this.#down ?? 'it is not running');
        return {
            ...{ id, digest, version, commit, settings },
            pid: this.running ? this.identity?.pid : undefined,
            port: this.port,
            restarts: this.restarts,
            inFlight: this.inFlight,
            healthy: reason === undefined,
            ...(reason === undefined ? {} : { reason }),
        };
    }
    /** From now on a process that ends by itself is started again. */
    keepRunning() {
        this.#restart = true;
        if (!this.running && this.#wanted)
            this.#startAgain();
    }
    /** Takes over a process that outlived its supervisor. */
    adopt(identity) {
        this.identity = identity;
        this.#startedAt = Date.now();
        this.#logStart = logSize(this.log);
        const watch = setInterval(() => {
            if (this.identity !== identity)
                return clearInterval(watch);
            if (isAlive(identity))
                return;
            clearInterval(watch);
            this.#exited('it ended');
        }, 250);
        watch.unref();
    }
    async start(save = this.#save) {
        // The same one after a crash: what scrapes the release knows it by its port.
        if (this.port === 0 || !(await isFree(this.port)))
            this.port = await freePort();
        this.#logStart = logSize(this.log);
        this.identity = undefined;
        await save();
        if (!this.#wanted)
            return;
        this.#spawn();
        await save();
    }
    #spawn() {
        const { argv, cwd, env } = this.launch;
        const log = openLog(this.log);
        try {
            const child = (0,external_node_child_process_namespaceObject.spawn)(argv[0] ?? '', argv.slice(1), {
                cwd,
                env: { ...env, PORT: String(this.port), [INSTANCE]: this.token },
                detached: true,
                stdio: ['ignore', log, log],
            });
            this.#down = undefined;
            this.#startedAt = Date.now();
            child.on('error', (error) => this.#exited(`it could not be started: ${error.message}`));
            child.on('exit', (code, signal) => this.#exited(`it ended with ${signal ? `signal ${signal}` : `exit code ${code}`}`));
            if (child.pid !== undefined)
                this.identity = identify(child.pid) ?? { pid: child.pid, started: 'ended' };
        }
        finally {
            (0,external_node_fs_namespaceObject.closeSync)(log);
        }
    }
    #exited(reason) {
        this.#down = reason;
        this.identity = undefined;
        killStrays(this.token);
        if (this.#restart && this.#wanted)
            this.#startAgain();
    }
    #startAgain() {
        if (Date.now() - this.#startedAt > SETTLED)
            this.#pause = FIRST_PAUSE;
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => {
            this.restarts++;
            // A state that cannot be written must not keep the release down: by its token it is known all the same.
            const save = () => this.#save().catch((error) => console.error('state not written:', error));
            this.start(save).catch((error) => {
                console.error(`restart of ${this.launch.id}:`, error);
                if (!this.running && this.#wanted)
                    this.#startAgain();
            });
        }, this.#pause);
        this.#pause = Math.min(LONGEST_PAUSE, this.#pause * 2);
    }
    /** Until health answers 2xx. Throws the cause with the release's last log lines. */
    async ready(signal) {
        for (let tries = 1;; tries++) {
            const problem = await this.#answers(signal);
            if (problem === undefined)
                return;
            if (tries === PORTS || this.running || !(await this.#lostPort()))
                throw this.#unready(problem);
            console.error(`${this.launch.id}: port ${this.port} was taken before it listened; it gets another`);
            await this.start();
        }
    }
    /** undefined: it does. Otherwise why it does not. */
    async #answers(signal) {
        const { health, readyWithin } = this.launch;
        const end = Date.now() + readyWithin;
        for (;;) {
            signal.throwIfAborted();
            if (!this.running)
                return this.#down ?? 'it is not running';
            const left = Math.max(50, Math.min(ANSWER_WITHIN, end - Date.now()));
            const reason = (await probe(this.port, health, left)) ?? this.#foreign();
            if (reason === undefined && this.running)
                return undefined;
            if (Date.now() >= end)
                return `${reason} after ${readyWithin / 1_000}s`;
            await (0,external_node_timers_promises_namespaceObject.setTimeout)(Math.min(100, Math.max(1, end - Date.now())), undefined, { signal });
        }
    }
    /** Whether somebody else answers on its port. */
    #foreign() {
        const holders = portHolders(this.port);
        const [other] = holders;
        // A program may write over its own environment, in which we look for the token; its pid says as much.
        const own = [this.identity?.pid, ...processesWith(INSTANCE, this.token).map(({ pid }) => pid)];
        if (!other || holders.some(({ pid }) => own.includes(pid)))
            return undefined;
        const { pid, command } = other;
        return `port ${this.port} answers for pid ${pid} (${command}), not for ${this.launch.version}`;
    }
    /** Between the choice of a port and the release's own listen anybody may take it. */
    async #lostPort() {
        const said = /EADDRINUSE|address (is )?already in use/i.test(logTail(this.log, this.#logStart));
        return said || !(await isFree(this.port));
    }
    #unready(reason) {
        const { version, digest } = this.launch;
        const tail = logTail(this.log, this.#logStart);
        return new UserError(`release ${version} (${digest.slice(0, 19)}) did not become ready: ${reason}${tail ? `\nIts last log lines:\n${tail}` : '\nIt wrote nothing to its log.'}`, { where: this.log, mend: 'mend the release, or its health path and ready-within, and deploy again' });
    }
    /** Waits until its requests are answered, at most `drain` ms. */
    async drained(drain = this.launch.drain) {
        for (const end = Date.now() + drain; this.inFlight > 0 && Date.now() < end;)
            await (0,external_node_timers_promises_namespaceObject.setTimeout)(10);
    }
    /** SIGTERM to it and its children, SIGKILL when it is still there after the grace. */
    async stop() {
        this.#wanted = false;
        clearTimeout(this.#timer);
        if (this.#ended)
            return;
        const { identity } = this;
        if (identity && isAlive(identity)) {
            signalGroup(identity, 'SIGTERM');
            for (const end = Date.now() + Math.max(5_000, this.launch.drain); isAlive(identity);) {
                if (Date.now() > end)
                    signalGroup(identity, 'SIGKILL');
                await (0,external_node_timers_promises_namespaceObject.setTimeout)(20);
            }
        }
        killStrays(this.token);
        this.#ended = true;
    }
}
/** What a process that is gone left running. */
function killStrays(token) {
    for (const { pid } of processesWith(INSTANCE, token)) {
        try {
            process.kill(pid, 'SIGKILL');
        }
        catch {
            // Ended meanwhile.
        }
    }
}

;// CONCATENATED MODULE: ./.build/packages/targets/process/supervisor/stats.js
/** Latencies are counted in classes 4% apart: the middle of one is off by 2% at most. */
const GROWTH = Math.log(1.04);
const SMALLEST = 0.05;
const CLASSES = 400;
/** Above the last lies the last class. */
const CLASS_BOUNDS = Array.from({ length: CLASSES }, (_, key) => Number((SMALLEST * Math.exp(GROWTH * key)).toPrecision(6)));
/** Widths in ms and how many are kept: 15 minutes finely, 6 hours coarsely. */
const TIERS = [
    { width: 250, keep: 3_600 },
    { width: 15_000, keep: 1_440 },
];
/** Upper bounds of the Prometheus histogram, in seconds. */
const BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
class Bucket {
    index;
    requests = 0;
    errors = 0;
    latencies = new Map();
    constructor(index) {
        this.index = index;
    }
}
/** Everything counted about one revision since the supervisor started. Memory is bounded. */
class Stats {
    byClass = new Map();
    histogram = BOUNDS.map(() => 0);
    proxyFailures = 0;
    requests = 0;
    seconds = 0;
    #tiers = TIERS.map(() => []);
    /** `status` 0: the release gave no whole answer. */
    record(now, status, ms) {
        const failed = status === 0 || status >= 500;
        if (status === 0)
            this.proxyFailures++;
        const name = status === 0 ? 'none' : `${Math.floor(status / 100)}xx`;
        this.byClass.set(name, (this.byClass.get(name) ?? 0) + 1);
        this.requests++;
        this.seconds += ms / 1_000;
        for (const [i, bound] of BOUNDS.entries()) {
            if (ms <= bound * 1_000)
                this.histogram[i] = (this.histogram[i] ?? 0) + 1;
        }
        const latency = Math.min(CLASSES, Math.max(0, Math.ceil(Math.log(ms / SMALLEST) / GROWTH)));
        for (const [i, { width, keep }] of TIERS.entries()) {
            const bucket = bucketAt(this.#tiers[i] ?? [], Math.floor(now / width), keep);
            bucket.requests++;
            if (failed)
                bucket.errors++;
            bucket.latencies.set(latency, (bucket.latencies.get(latency) ?? 0) + 1);
        }
    }
    /**
     * What ended between two points in time (ms since 1970), in whole buckets: windows that meet share none.
     * undefined when the window begins before what is kept.
     */
    window(from, to, now) {
        const tier = TIERS.findIndex(({ width, keep }) => Math.floor(from / width) > Math.floor(now / width) - keep);
        const width = TIERS[tier]?.width;
        if (width === undefined)
            return undefined;
        const merged = new Bucket(0);
        // The bucket that holds an edge belongs to the later one of two windows that meet there, and to no other.
        const [first, end] = [Math.floor(from / width), Math.floor(to / width)];
        for (const bucket of this.#tiers[tier] ?? []) {
            if (bucket.index < first || bucket.index >= end)
                continue;
            merged.requests += bucket.requests;
            merged.errors += bucket.errors;
            for (const [key, n] of bucket.latencies)
                merged.latencies.set(key, (merged.latencies.get(key) ?? 0) + n);
        }
        const { requests, errors, latencies } = merged;
        const counts = Array.from({ length: CLASSES + 1 }, (_, key) => latencies.get(key) ?? 0);
        return { requests, errors, bounds: CLASS_BOUNDS, counts };
    }
}
function bucketAt(buckets, index, keep) {
    const last = buckets.at(-1);
    // A clock that was set back counts into the newest bucket rather than reorder them.
    if (last && last.index >= index)
        return last;
    const made = new Bucket(index);
    buckets.push(made);
    const first = buckets.findIndex((bucket) => bucket.index > index - keep);
    if (first > 0)
        buckets.splice(0, first);
    return made;
}

;// CONCATENATED MODULE: ./.build/packages/targets/process/supervisor/prometheus.js

/** Prometheus text format 0.0.4. */
function renderMetrics(rows, weight) {
    const lines = [];
    const family = (name, type, help, samples) => {
        lines.push(`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`);
        for (const row of rows)
            for (const [key, value] of samples(row))
                lines.push(`${key} ${value}`);
    };
    const total = 'fairway_requests_total';
    family(total, 'counter', 'Requests by class of status; none: no whole answer.', ({ stats, labels }) => [...stats.byClass].map(([code, n]) => [series(total, { ...labels, code }), n]));
    const failures = 'fairway_proxy_failures_total';
    family(failures, 'counter', 'Requests that got no whole answer from the release.', ({ stats, labels }) => [
        [series(failures, labels), stats.proxyFailures],
    ]);
    const flight = 'fairway_requests_in_flight';
    family(flight, 'gauge', 'Requests that are not answered yet.', ({ labels, inFlight }) => [
        [series(flight, labels), inFlight],
    ]);
    const restarts = 'fairway_restarts_total';
    family(restarts, 'counter', 'Restarts after a crash.', (row) => [
        [series(restarts, row.labels), row.restarts],
    ]);
    const time = 'fairway_request_duration_seconds';
    family(time, 'histogram', 'Time to the end of the answer.', ({ stats, labels }) => [
        ...BOUNDS.map((le, i) => [
            series(`${time}_bucket`, { ...labels, le: String(le) }),
            stats.histogram[i] ?? 0,
        ]),
        [series(`${time}_bucket`, { ...labels, le: '+Inf' }), stats.requests],
        [series(`${time}_sum`, labels), stats.seconds],
        [series(`${time}_count`, labels), stats.requests],
    ]);
    lines.push('# HELP fairway_candidate_weight Percent of requests that the candidate gets.');
    lines.push('# TYPE fairway_candidate_weight gauge', `fairway_candidate_weight ${weight}`);
    return `${lines.join('\n')}\n`;
}
function series(name, labels) {
    const inner = Object.entries(labels).map(([key, text]) => `${key}="${quoted(text)}"`);
    return `${name}{${inner.join(',')}}`;
}
const quoted = (text) => text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');

;// CONCATENATED MODULE: ./.build/packages/targets/process/supervisor/control.js






const LARGEST_BODY = 1024 * 1024;
/** The control API: JSON over a unix socket that only this user can open, with a token besides. */
async function serveControl(path, options) {
    (0,external_node_fs_namespaceObject.mkdirSync)((0,external_node_path_namespaceObject.dirname)(path), { recursive: true, mode: 0o700 });
    if (process.getuid && (0,external_node_fs_namespaceObject.lstatSync)((0,external_node_path_namespaceObject.dirname)(path)).uid !== process.getuid()) {
        throw new UserError(`${(0,external_node_path_namespaceObject.dirname)(path)} belongs to another user`, { mend: 'choose another FAIRWAY_HOME' });
    }
    (0,external_node_fs_namespaceObject.rmSync)(path, { force: true });
    const server = (0,external_node_http_namespaceObject.createServer)((request, response) => {
        answer(options, request, response).catch((error) => {
            if (!response.headersSent)
                send(response, 500, errorBody(error));
        });
    });
    const before = process.umask(0o177);
    try {
        await listen(server, path);
    }
    finally {
        process.umask(before);
    }
    (0,external_node_fs_namespaceObject.chmodSync)(path, 0o600);
    // An operation lasts as long as a release takes to become ready.
    server.requestTimeout = 0;
    return server;
}
async function answer(options, request, response) {
    const { supervisor } = options;
    if (!allowed(request, options.token))
        return send(response, 403, errorBody(new UserError('wrong token')));
    const url = new URL(request.url ?? '/', 'http://supervisor');
    if (request.method === 'GET')
        return send(response, 200, await read(supervisor, url));
    const operation = (await bodyOf(request));
    const controller = new AbortController();
    response.on('close', () => {
        if (!response.writableFinished)
            controller.abort(new UserError('the one who asked has gone'));
    });
    const asker = { owner: operation.owner, signal: controller.signal };
    try {
        send(response, 200, (await perform(options, url.pathname, operation, asker)) ?? {});
    }
    catch (error) {
        // A full disk is the machine's state, not our mistake.
        send(response, describeError(error).unforeseen ? 500 : 409, errorBody(error));
    }
    options.afterwards();
}
async function read(supervisor, { pathname, searchParams }) {
    if (pathname === '/status')
        return await supervisor.status();
    if (pathname === '/window') {
        const side = searchParams.get('side') === 'candidate' ? 'candidate' : 'live';
        const span = { from: Number(searchParams.get('from')), to: Number(searchParams.get('to')) };
        return { window: supervisor.window(side, searchParams.get('digest') ?? '', span) ?? 'no-release' };
    }
    throw new UserError(`unknown path ${pathname}`);
}
function perform({ supervisor, down }, path, asked, asker) {
    const { port = 0, launch, digest = '', percent = 0, pins = [] } = asked;
    const exclusive = (what, body) => supervisor.exclusive(what, asker, body);
    if ((path === '/apply' || path === '/stage') && launch) {
        return exclusive(`${path.slice(1)} ${launch.version}`, () => path === '/apply' ? supervisor.apply(port, launch, asker) : supervisor.stage(port, launch, asker));
    }
    if (path === '/promote')
        return exclusive('promote', () => supervisor.promote(digest));
    if (path === '/discard')
        return exclusive('discard', () => supervisor.discard());
    if (path === '/weight')
        return exclusive(`weight ${percent}%`, () => supervisor.setWeight(percent));
    if (path === '/pins')
        return exclusive(`${pins.length} pins`, () => supervisor.setPins(pins));
    // Not exclusive: it must be possible to end an environment that hangs.
    if (path === '/down')
        return down();
    throw new UserError(`unknown operation ${path}`);
}
/** `/metrics` for Prometheus on a port of 127.0.0.1: the wanted one, or any. */
async function serveAdmin(supervisor, wanted) {
    const server = (0,external_node_http_namespaceObject.createServer)((request, response) => {
        if (request.method !== 'GET' || request.url?.split('?')[0] !== '/metrics') {
            response.writeHead(404).end('see /metrics\n');
            return;
        }
        response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' });
        response.end(renderMetrics(supervisor.rows(), supervisor.scene.weight));
    });
    await listen(server, wanted).catch(() => listen(server, 0));
    const address = server.address();
    supervisor.scene.adminPort = typeof address === 'object' && address ? address.port : 0;
    return server;
}
function listen(server, at) {
    return new Promise((resolve, reject) => {
        server.once('error', reject);
        const done = () => {
            server.off('error', reject);
            resolve();
        };
        if (typeof at === 'string')
            server.listen(at, done);
        else
            server.listen({ port: at, host: '127.0.0.1', exclusive: true }, done);
    });
}
function allowed(request, token) {
    const given = Buffer.from(request.headers.authorization ?? '');
    const wanted = Buffer.from(`Bearer ${token}`);
    return given.length === wanted.length && (0,external_node_crypto_namespaceObject.timingSafeEqual)(given, wanted);
}
async function bodyOf(request) {
    const chunks = [];
    let size = 0;
    for await (const chunk of request) {
        size += chunk.length;
        if (size > LARGEST_BODY)
            throw new UserError('the request is too large');
        chunks.push(chunk);
    }
    return JSON.parse(Buffer.concat(chunks).toString('utf8') || '{}');
}
function send(response, status, body) {
    if (response.destroyed)
        return;
    response.writeHead(status, { 'content-type': 'application/json', connection: 'close' });
    response.end(JSON.stringify(body));
}
function errorBody(error) {
    if (error instanceof UserError) {
        return { error: { message: error.message, where: error.where, mend: error.mend } };
    }
    return { error: { message: describeError(error).text } };
}

;// CONCATENATED MODULE: ./.build/packages/targets/process/supervisor/balance.js
/**
 * Smooth weighted round-robin: of any 100 requests exactly the wanted share goes to each side, spread
 * evenly. Weights are percentages down to 0.001%.
 */
class Balance {
    #choices = [];
    set(items) {
        this.#choices = items.map(({ item, weight }) => ({
            item,
            weight: Math.round(weight * 1_000),
            current: 0,
        }));
    }
    /** undefined when nothing has a weight. */
    next() {
        let best;
        let total = 0;
        for (const choice of this.#choices) {
            if (choice.weight === 0)
                continue;
            total += choice.weight;
            choice.current += choice.weight;
            if (!best || choice.current > best.current)
                best = choice;
        }
        if (best)
            best.current -= total;
        return best?.item;
    }
}

;// CONCATENATED MODULE: ./.build/packages/targets/process/supervisor/pinned.js
/** Whether a request has one of these headers or cookies with exactly that value. */
function isPinned(request, pins) {
    return pins.some((pin) => 'header' in pin
        ? linesOf(request, pin.header.toLowerCase()).includes(pin.value)
        : linesOf(request, 'cookie').some((line) => cookiesIn(line, pin.cookie).includes(pin.value)));
}
/** A header may stand in a request more than once; `headers` would join or drop the others. */
function linesOf({ rawHeaders }, name) {
    return rawHeaders.flatMap((value, i) => i % 2 === 1 && rawHeaders[i - 1]?.toLowerCase() === name ? [value.trim()] : []);
}
function cookiesIn(line, name) {
    return line.split(';').flatMap((pair) => {
        const at = pair.indexOf('=');
        return at > 0 && pair.slice(0, at).trim() === name ? [pair.slice(at + 1).trim()] : [];
    });
}

;// CONCATENATED MODULE: ./.build/packages/targets/process/supervisor/prune.js



/** Logs of releases whose folders are gone that are kept for reading. */
const OLD_LOGS = 10;
/** Removes unpacked releases and logs nobody needs. What cannot be removed is told in the supervisor's log. */
function prune(layout, keep) {
    const kept = new Set(keep.map((digest) => revisionFolder(layout, digest)));
    try {
        for (const name of (0,external_node_fs_namespaceObject.readdirSync)(layout.revisions)) {
            const folder = (0,external_node_path_namespaceObject.join)(layout.revisions, name);
            // A folder with a dot is being unpacked by somebody.
            if (!name.includes('.') && !kept.has(folder))
                (0,external_node_fs_namespaceObject.rmSync)(folder, { recursive: true, force: true });
        }
        pruneLogs(layout, keep);
    }
    catch (error) {
        console.error('old revisions were not removed:', error);
    }
}
function pruneLogs({ logs }, keep) {
    const live = new Set(keep.map(revisionId));
    const old = (0,external_node_fs_namespaceObject.readdirSync)(logs, { withFileTypes: true })
        .filter((entry) => /^[0-9a-f]{12}\.log(\.1)?$/.test(entry.name) && !live.has(entry.name.slice(0, 12)))
        .map(({ name }) => ({ path: (0,external_node_path_namespaceObject.join)(logs, name), at: (0,external_node_fs_namespaceObject.statSync)((0,external_node_path_namespaceObject.join)(logs, name)).mtimeMs }))
        .sort((a, b) => b.at - a.at);
    for (const { path } of old.slice(OLD_LOGS))
        (0,external_node_fs_namespaceObject.rmSync)(path, { force: true });
}

;// CONCATENATED MODULE: ./.build/packages/targets/process/supervisor/scene.js





/** The releases of one environment and their traffic, and how they stand on disk. */
class Scene {
    live;
    candidate;
    staging;
    ending = new Set();
    /** Percent of requests that the candidate gets. */
    weight = 0;
    pins = [];
    previous;
    /** Kept although nothing listens there for now. */
    port;
    sidePort;
    adminPort = 0;
    #options;
    #balance = new Balance();
    #writes = Promise.resolve();
    #frozen = false;
    constructor(options) {
        this.#options = options;
    }
    get empty() {
        return this.apps().length === 0;
    }
    apps() {
        const { live, candidate, staging, ending } = this;
        return [live, candidate, staging, ...ending].filter((app) => app !== undefined);
    }
    /** The release that takes this request. A candidate that is down gets none because of a pin. */
    next(request) {
        const { candidate } = this;
        if (candidate?.running && isPinned(request, this.pins))
            return candidate;
        return this.#balance.next();
    }
    /** Shifts the traffic to where the fields say. */
    route() {
        const { live, candidate, weight } = this;
        this.#balance.set([
            ...(live ? [{ item: live, weight: 100 - weight }] : []),
            ...(candidate ? [{ item: candidate, weight }] : []),
        ]);
    }
    newApp(launch, adopt) {
        const save = () => this.save();
        return new App({ launch, logs: this.#options.layout.logs, save, ...(adopt ? { adopt } : {}) });
    }
    /** One write after another, each with the state of its moment. */
    save() {
        if (this.#frozen)
            return Promise.resolve();
        const content = `${JSON.stringify(this.#state(), null, 2)}\n`;
        const write = this.#writes.then(() => atomicWrite(this.#options.layout.state, content));
        this.#writes = write.catch(() => undefined);
        return write;
    }
    /** From now on the state on disk stays as it is. Resolves when it is written. */
    async freeze() {
        this.#frozen = true;
        await this.#writes;
    }
    /** Finishes its requests, then ends. Must get no new ones any more. */
    async retire(app) {
        await app.drained();
        await this.end(app);
        const keep = [this.live?.launch.digest, this.candidate?.launch.digest, this.previous];
        prune(this.#options.layout, keep.filter((digest) => digest !== undefined));
    }
    async end(app) {
        await app.stop();
        this.ending.delete(app);
        // What is written is at worst a process that has ended: the next supervisor sees that it is gone.
        await this.save().catch((error) => console.error('state not written:', error));
    }
    #state() {
        const { port, sidePort, adminPort, live, candidate, staging, weight, pins, previous } = this;
        return {
            schema: 1,
            token: this.#options.token,
            supervisor: this.#options.identity,
            adminPort,
            weight,
            ending: [...this.ending].map((app) => app.instance()),
            ...(port === undefined ? {} : { port }),
            ...(sidePort === undefined ? {} : { sidePort }),
            ...(live ? { live: live.instance() } : {}),
            ...(candidate ? { candidate: candidate.instance() } : {}),
            ...(staging ? { staging: staging.instance() } : {}),
            ...(pins.length ? { pins } : {}),
            ...(previous ? { previous } : {}),
        };
    }
}

;// CONCATENATED MODULE: ./.build/packages/targets/process/supervisor/figures.js

/** How many revisions' figures are kept. */
const figures_KEPT = 6;
const keyOf = ({ digest, settings }) => `${digest} ${settings}`;
/** What was counted, by what was launched: a candidate's figures stay its own when it becomes live. */
class Figures {
    #stats = new Map();
    of(launch) {
        const key = keyOf(launch);
        const known = this.#stats.get(key);
        if (known)
            return known;
        const made = new Stats();
        this.#stats.set(key, made);
        return made;
    }
    /** Forgets the oldest that are not in use. */
    prune(inUse) {
        const keys = inUse.map(keyOf);
        for (const key of this.#stats.keys()) {
            if (this.#stats.size <= figures_KEPT)
                return;
            if (!keys.includes(key))
                this.#stats.delete(key);
        }
    }
}

;// CONCATENATED MODULE: ./.build/packages/targets/process/port.js


/** Why a port of 127.0.0.1 cannot be listened on, with what holds it where the system tells. */
function portError(error, port) {
    if (error.code === 'EADDRINUSE') {
        const [holder] = portHolders(port);
        const who = holder ? `pid ${holder.pid} (${holder.command})` : 'another process';
        return new UserError(`port ${port} of 127.0.0.1 is in use by ${who}; nothing was changed`, {
            mend: 'end that process or choose another port for the environment',
            cause: error,
        });
    }
    const mend = error.code === 'EACCES' ? 'choose a port from 1024' : 'check the port and the network of this machine';
    return new UserError(`cannot listen on port ${port} of 127.0.0.1: ${error.message}`, {
        mend,
        cause: error,
    });
}

;// CONCATENATED MODULE: ./.build/packages/targets/process/supervisor/headers.js
/** Meant for one connection only (RFC 9110, 7.6.1); `expect` is answered by the proxy itself. */
const HOP_BY_HOP = new Set([
    'connection',
    'keep-alive',
    'proxy-connection',
    'proxy-authenticate',
    'proxy-authorization',
    'te',
    'trailer',
    'transfer-encoding',
    'upgrade',
    'expect',
]);
/** Name, value, name, value: repeated headers and their case are kept. */
function endToEnd(message, also = []) {
    const drop = new Set([...HOP_BY_HOP, ...also]);
    for (const name of (message.headers.connection ?? '').split(','))
        drop.add(name.trim().toLowerCase());
    const kept = [];
    for (let i = 0; i + 1 < message.rawHeaders.length; i += 2) {
        const name = message.rawHeaders[i] ?? '';
        if (!drop.has(name.toLowerCase()))
            kept.push(name, message.rawHeaders[i + 1] ?? '');
    }
    return kept;
}
/** Headers for the release: Host as the client sent it, and who the client is. */
function forwarded(request) {
    const kept = endToEnd(request, ['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto']);
    const client = request.socket.remoteAddress ?? 'unknown';
    const chain = request.headers['x-forwarded-for'];
    kept.push('X-Forwarded-For', chain ? `${chain}, ${client}` : client);
    kept.push('X-Forwarded-Proto', 'http');
    if (request.headers.host)
        kept.push('X-Forwarded-Host', request.headers.host);
    // HTTP/1.0 knows no Host; HTTP/1.1, which the release is asked in, demands one.
    else
        kept.push('Host', '127.0.0.1');
    return kept;
}
/** How the body is framed towards the release: by length, in chunks, or absent. */
function framing(request) {
    if (request.headers['transfer-encoding'])
        return ['Transfer-Encoding', 'chunked'];
    // Without it Node would announce chunks for a POST that has no body.
    const bodyless = request.headers['content-length'] === undefined;
    return bodyless && !['GET', 'HEAD', 'OPTIONS', 'DELETE'].includes(request.method ?? '')
        ? ['Content-Length', '0']
        : [];
}

;// CONCATENATED MODULE: ./.build/packages/targets/process/supervisor/upgrade.js


/** A WebSocket or another upgrade: both sides are joined after the release has agreed. */
function passUpgrade({ pick, record }, incoming, socket, head) {
    const app = pick(incoming);
    if (!app) {
        refuseSocket(socket, '503 Service Unavailable');
        return;
    }
    const begin = performance.now();
    let done = false;
    app.inFlight++;
    const end = (status) => {
        if (done)
            return;
        done = true;
        app.inFlight--;
        if (status !== undefined)
            record(app, status, performance.now() - begin);
    };
    const upgrade = ['Connection', 'Upgrade', 'Upgrade', incoming.headers.upgrade ?? ''];
    const sent = (0,external_node_http_namespaceObject.request)({
        host: '127.0.0.1',
        port: app.port,
        method: incoming.method,
        path: incoming.url,
        agent: false,
        setDefaultHeaders: false,
        headers: [...forwarded(incoming), ...upgrade],
    });
    sent.on('upgrade', (response, upstream, rest) => {
        socket.write(headOf(response));
        if (rest.length)
            socket.write(rest);
        if (head.length)
            upstream.write(head);
        for (const [from, to] of [
            [upstream, socket],
            [socket, upstream],
        ]) {
            from.on('error', () => to.destroy());
            from.on('close', () => {
                to.destroy();
                end(101);
            });
            from.pipe(to);
        }
    });
    sent.on('response', (response) => {
        // The release declined: its answer goes on, and the connection ends with it.
        socket.write(headOf(response, true));
        response.pipe(socket);
        response.on('close', () => end(response.statusCode));
    });
    sent.on('error', () => {
        end(0);
        refuseSocket(socket, '502 Bad Gateway');
    });
    socket.on('error', () => sent.destroy());
    socket.on('close', () => {
        end();
        sent.destroy();
    });
    sent.end();
}
/** The head of an answer as it goes on the wire; a declined upgrade ends its connection. */
function headOf({ statusCode, statusMessage, rawHeaders }, closing = false) {
    const drop = closing ? ['connection', 'keep-alive', 'transfer-encoding'] : [];
    const lines = [`HTTP/1.1 ${statusCode} ${statusMessage}`];
    for (let i = 0; i + 1 < rawHeaders.length; i += 2) {
        const name = rawHeaders[i] ?? '';
        if (!drop.includes(name.toLowerCase()))
            lines.push(`${name}: ${rawHeaders[i + 1]}`);
    }
    if (closing)
        lines.push('Connection: close');
    return `${lines.join('\r\n')}\r\n\r\n`;
}
function refuseSocket(socket, status) {
    if (!socket.destroyed)
        socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

;// CONCATENATED MODULE: ./.build/packages/targets/process/supervisor/proxy.js




/** The environment's front door: HTTP/1.1 on 127.0.0.1, one request at a time to one release. */
class FrontDoor {
    #options;
    #server;
    port;
    constructor(options) {
        this.#options = options;
    }
    /** Listens there, then leaves the old port. UserError when something else holds it; nothing changes then. */
    async listen(port) {
        if (this.port === port && this.#server?.listening)
            return;
        const server = (0,external_node_http_namespaceObject.createServer)((incoming, answer) => this.#handle(incoming, answer));
        server.on('upgrade', (incoming, socket, head) => passUpgrade(this.#options, incoming, socket, head));
        // A slow upload is not an error, and idle clients keep their connection through a deployment.
        server.requestTimeout = 0;
        server.keepAliveTimeout = 75_000;
        await new Promise((resolve, reject) => {
            server.once('error', (error) => reject(portError(error, port)));
            server.listen({ port, host: '127.0.0.1', exclusive: true }, resolve);
        });
        const old = this.#server;
        this.#server = server;
        this.port = port;
        old?.close();
    }
    /** Stops accepting and drops what is left. */
    close() {
        this.#server?.close();
        this.#server?.closeAllConnections();
        this.#server = undefined;
        this.port = undefined;
    }
    #handle(incoming, answer) {
        const app = this.#options.pick(incoming);
        if (app)
            new Exchange(this.#options, app, incoming, answer).start();
        else
            refuse(answer, 503, 'nothing is deployed here yet');
    }
}
/** A client that leaves without an answer after this long has given up, in ms. */
const IN_VAIN = 1_000;
/** One request on its way to a release and back. */
class Exchange {
    #begin = performance.now();
    #options;
    #app;
    #incoming;
    #answer;
    #done = false;
    constructor(options, app, incoming, answer) {
        this.#options = options;
        this.#app = app;
        this.#incoming = incoming;
        this.#answer = answer;
        app.inFlight++;
    }
    start() {
        const [incoming, answer] = [this.#incoming, this.#answer];
        // A connection of its own for each request: an idle one that the release closes at the same moment
        // would lose the request.
        const sent = (0,external_node_http_namespaceObject.request)({
            host: '127.0.0.1',
            port: this.#app.port,
            method: incoming.method,
            path: incoming.url,
            agent: false,
            setDefaultHeaders: false,
            headers: [...forwarded(incoming), ...framing(incoming), 'Connection', 'close'],
        });
        sent.on('response', (response) => this.#relay(response));
        sent.on('error', (error) => this.#fail(error.code ?? error.message));
        incoming.on('error', () => sent.destroy());
        answer.on('close', () => {
            if (answer.writableFinished)
                return;
            this.#end(this.#gaveUp() ? 0 : undefined);
            sent.destroy();
        });
        incoming.pipe(sent);
    }
    /** A client that goes at once is nobody's failure; one that waited in vain is the release's. */
    #gaveUp() {
        return !this.#answer.headersSent && performance.now() - this.#begin >= IN_VAIN;
    }
    #relay(response) {
        const status = response.statusCode ?? 502;
        const headers = [...endToEnd(response), 'X-Fairway-Revision', this.#app.launch.id];
        this.#answer.writeHead(status, response.statusMessage ?? '', headers);
        // Sent at once: a release that streams may write its first byte much later.
        this.#answer.flushHeaders();
        response.on('error', (error) => this.#fail(error.code ?? error.message));
        response.on('end', () => this.#end(status));
        response.pipe(this.#answer);
    }
    #fail(reason) {
        if (this.#done)
            return;
        this.#end(0);
        if (this.#answer.headersSent)
            this.#answer.destroy();
        else
            refuse(this.#answer, 502, `the release does not answer (${reason})`);
    }
    #end(status) {
        if (this.#done)
            return;
        this.#done = true;
        this.#app.inFlight--;
        if (status !== undefined)
            this.#options.record(this.#app, status, performance.now() - this.#begin);
    }
}
function refuse(answer, status, reason) {
    if (answer.headersSent || answer.destroyed)
        return;
    answer.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' });
    answer.end(`${reason}\n`);
}

;// CONCATENATED MODULE: ./.build/packages/targets/process/supervisor/split.js

/** Gives the candidate this percentage of the requests. Returns what holds. */
async function setWeight(scene, percent) {
    const { candidate, weight: before } = scene;
    // JSON knows no NaN: it arrives as null.
    const valid = typeof percent === 'number' && percent >= 0 && percent <= 100;
    if (!valid)
        throw new UserError(`${percent} is no weight: 0 to 100`);
    if (!candidate && percent > 0) {
        throw new UserError(`there is no candidate to give ${percent}% of the requests to`, {
            mend: 'stage a release first',
        });
    }
    const seen = percent > before ? await candidate?.seen() : undefined;
    if (seen && !seen.healthy) {
        const { version, reason } = seen;
        throw new UserError(`the candidate ${version} is not healthy: ${reason}; its weight stays ${before}%`, {
            mend: 'discard it, or wait until it is healthy',
        });
    }
    scene.weight = candidate ? percent : 0;
    await saveOr(scene, () => {
        // Less traffic for the candidate is safe even when it cannot be written.
        if (percent > before)
            scene.weight = before;
        scene.route();
    });
    scene.route();
    return scene.weight;
}
/** Sends requests with one of these to the candidate, whatever its weight. They end with it. */
async function setPins(scene, pins) {
    const { candidate, pins: before } = scene;
    if (!candidate && pins.length > 0) {
        throw new UserError('there is no candidate to pin requests to', { mend: 'stage a release first' });
    }
    scene.pins = pins;
    await saveOr(scene, () => {
        // Taking pins away is safe even when it cannot be written.
        if (pins.length > 0)
            scene.pins = before;
    });
}
/** Writes the state; `undo` makes it what is still written. */
async function saveOr(scene, undo) {
    try {
        await scene.save();
    }
    catch (error) {
        undo();
        throw error;
    }
}

;// CONCATENATED MODULE: ./.build/packages/targets/process/supervisor/supervisor.js






const isSame = (one, other) => one.digest === other.digest && one.settings === other.settings;
/** What can be done with the releases of one environment. One operation at a time. */
class Supervisor {
    scene;
    door;
    /** For a router outside: always the candidate, or what is live when there is none. */
    sideDoor;
    /** Why nothing listens on the port. */
    portProblem;
    #figures = new Figures();
    #operation;
    constructor(scene) {
        this.scene = scene;
        const record = ({ launch }, status, ms) => this.#figures.of(launch).record(Date.now(), status, ms);
        this.door = new FrontDoor({ pick: (incoming) => scene.next(incoming), record });
        this.sideDoor = new FrontDoor({ pick: () => scene.candidate ?? scene.live, record });
    }
    get idle() {
        return this.scene.empty && !this.#operation;
    }
    /** Refused by name while another one is under way. */
    async exclusive(what, { owner }, body) {
        if (this.#operation) {
            throw new UserError(`another operation is under way here: ${this.#operation}`, {
                mend: 'wait until it has ended, then try again',
            });
        }
        this.#operation = `${what} for ${owner}, since ${new Date().toISOString()}`;
        try {
            return await body();
        }
        finally {
            this.#operation = undefined;
        }
    }
    /** Takes a release live: staged, then promoted. The same one, healthy and alone, is left as it is. */
    async apply(port, launch, { signal }) {
        const served = await this.#prepare(port, launch);
        if (served)
            return served;
        const app = await this.#ready(launch, signal);
        try {
            signal.throwIfAborted();
            return await this.#promote(app);
        }
        catch (error) {
            // Nobody asked for a candidate.
            if (this.scene.candidate === app)
                await this.discard();
            throw error;
        }
    }
    /** Starts a candidate beside the live release; one of this digest that is healthy stays, with its weight. */
    async stage(port, launch, { signal }) {
        return (await this.#prepare(port, launch)) ?? (await (await this.#ready(launch, signal)).seen());
    }
    async promote(digest) {
        const { live, candidate } = this.scene;
        if (candidate?.launch.digest === digest) {
            const { healthy, reason, version } = await candidate.seen();
            if (healthy)
                return await this.#promote(candidate);
            throw new UserError(`the candidate ${version} is not healthy: ${reason}; it was not promoted`, {
                mend: 'discard it, or wait until it is healthy',
            });
        }
        if (live?.launch.digest === digest && !candidate)
            return await live.seen();
        const there = candidate ? `the candidate is ${candidate.launch.digest}` : 'there is no candidate';
        throw new UserError(`${digest} cannot be promoted: ${there}`, { mend: 'stage that release first' });
    }
    /** Traffic to 0 first, then no candidate. */
    async discard() {
        const { scene } = this;
        const { candidate } = scene;
        if (!candidate)
            return;
        scene.weight = 0;
        scene.pins = [];
        scene.candidate = undefined;
        scene.ending.add(candidate);
        scene.route();
        // Traffic is away already, and nothing brings it back: a disk that is full does not keep a candidate.
        await scene.save().catch((error) => console.error('state not written:', error));
        await scene.retire(candidate);
    }
    setWeight(percent) {
        return setWeight(this.scene, percent);
    }
    setPins(pins) {
        return setPins(this.scene, pins);
    }
    /** On the port it had, so that a router that was told of it need not be told again; else on a free one. */
    async openSideDoor() {
        const { sideDoor, scene } = this;
        if (sideDoor.port !== undefined)
            return;
        const known = scene.sidePort;
        if (known !== undefined)
            await sideDoor.listen(known).catch((error) => console.error(error.message));
        if (sideDoor.port === undefined)
            await sideDoor.listen(await freePort());
        scene.sidePort = sideDoor.port;
    }
    /** Ends everything. The state stays unless `forget`: the next supervisor starts the releases again. */
    async shutdown(forget) {
        await this.scene.freeze();
        this.door.close();
        this.sideDoor.close();
        await Promise.all(this.scene.apps().map((app) => app.stop()));
        if (forget)
            this.scene.ending.clear();
    }
    async status() {
        const { port, sidePort, adminPort, weight, pins, previous, ...scene } = this.scene;
        const [live, candidate] = await Promise.all([scene.live?.seen(), scene.candidate?.seen()]);
        return {
            ...{ pid: process.pid, port, adminPort, weight, pins },
            ...(sidePort === undefined ? {} : { sidePort }),
            ...(this.portProblem ? { portProblem: this.portProblem } : {}),
            ...(live ? { live } : {}),
            ...(candidate ? { candidate } : {}),
            ...(previous ? { previous } : {}),
            ...(this.#operation ? { operation: this.#operation } : {}),
        };
    }
    /**
     * What the release of this digest answered: the one on that side, or wherever it stands by now. undefined:
     * it does not run here.
     */
    window(side, digest, span) {
        const { scene } = this;
        const app = [scene[side], ...scene.apps()].find((one) => one?.launch.digest === digest);
        return app && (this.#figures.of(app.launch).window(span.from, span.to, Date.now()) ?? 'too-old');
    }
    rows() {
        const { live, candidate } = this.scene;
        return this.scene.apps().map((app) => ({
            stats: this.#figures.of(app.launch),
            labels: {
                revision: app.launch.id,
                version: app.launch.version,
                side: app === live ? 'live' : app === candidate ? 'candidate' : 'ending',
            },
            inFlight: app.inFlight,
            restarts: app.restarts,
        }));
    }
    /** Listens first, so that a taken port changes nothing. What is served already when it is the wanted one. */
    async #prepare(port, launch) {
        await this.door.listen(port);
        await this.openSideDoor();
        this.scene.port = port;
        this.portProblem = undefined;
        await this.scene.save();
        const { live } = this.scene;
        if (!live || !isSame(live.launch, launch) || !(await live.seen()).healthy)
            return undefined;
        await this.discard();
        return await live.seen();
    }
    async #ready(launch, signal) {
        const { scene } = this;
        const { candidate } = scene;
        if (candidate && isSame(candidate.launch, launch) && (await candidate.seen()).healthy)
            return candidate;
        await this.discard();
        if (!(0,external_node_fs_namespaceObject.existsSync)(launch.cwd)) {
            throw new UserError(`the working folder ${launch.cwd} is not in the unpacked image`, {
                mend: 'check `workdir` of the image; or deploy again if the folder was removed meanwhile',
            });
        }
        const app = scene.newApp(launch);
        scene.staging = app;
        try {
            await app.start();
            await app.ready(signal);
            scene.staging = undefined;
            Object.assign(scene, { candidate: app, weight: 0, pins: [] });
            await scene.save();
        }
        catch (error) {
            scene.staging = scene.candidate = undefined;
            await scene.end(app);
            throw error;
        }
        scene.route();
        app.keepRunning();
        return app;
    }
    /** Written first, then switched: at no moment is a request without a release. */
    async #promote(app) {
        const { scene } = this;
        const { live: old, previous, weight, pins } = scene;
        const before = { live: old, previous, weight, pins };
        Object.assign(scene, { live: app, candidate: undefined, weight: 0, pins: [] });
        if (old) {
            scene.ending.add(old);
            if (old.launch.digest !== app.launch.digest)
                scene.previous = old.launch.digest;
        }
        await saveOr(scene, () => {
            if (old)
                scene.ending.delete(old);
            Object.assign(scene, before, { candidate: app });
        });
        scene.route();
        this.#figures.prune(scene.apps().map(({ launch }) => launch));
        if (old)
            await scene.retire(old);
        return await app.seen();
    }
}

;// CONCATENATED MODULE: ./.build/packages/targets/process/supervisor/start.js














/** A supervisor that has nothing to run ends after this time. */
const IDLE = 60_000;
/** Runs until everything it supervises has been ended. `folder`: of the environment. */
async function startSupervisor(folder) {
    const layout = layoutOf(folder);
    (0,external_node_fs_namespaceObject.mkdirSync)(layout.logs, { recursive: true });
    const lock = takeLock(layout);
    if (!lock)
        return void console.error('another supervisor runs here');
    try {
        await run(layout);
    }
    catch (error) {
        console.error(describeError(error).text);
        process.exit(1);
    }
}
/** Held by the system for as long as this process lives; an end by SIGKILL releases it. */
function takeLock({ lock }) {
    const database = new external_node_sqlite_namespaceObject.DatabaseSync(lock);
    try {
        database.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
        return database;
    }
    catch (error) {
        if (error.errcode === 5)
            return undefined;
        throw error;
    }
}
async function run(layout) {
    const before = await readState(layout, systemFiles);
    const token = before?.token ?? (0,external_node_crypto_namespaceObject.randomBytes)(24).toString('hex');
    const identity = identify(process.pid) ?? { pid: process.pid, started: '' };
    const scene = new Scene({ layout, token, identity });
    const supervisor = new Supervisor(scene);
    await serveAdmin(supervisor, before?.adminPort ?? 0);
    if (before)
        await restore(supervisor, before);
    let leaving = false;
    const leave = async (forget) => {
        if (leaving)
            return;
        leaving = true;
        await supervisor.shutdown(forget);
        if (forget)
            (0,external_node_fs_namespaceObject.rmSync)(layout.state, { force: true });
        (0,external_node_fs_namespaceObject.rmSync)(layout.socket, { force: true });
        // The answer to the one who asked is on its way.
        setTimeout(() => process.exit(0), 50);
    };
    // State first: who finds the socket must find the token.
    await scene.save();
    await serveControl(layout.socket, {
        supervisor,
        token,
        down: () => leave(true),
        afterwards: () => void (supervisor.idle && leave(true)),
    });
    for (const name of ['SIGTERM', 'SIGINT'])
        process.on(name, () => void leave(false));
    process.on('SIGHUP', () => undefined);
    const started = Date.now();
    setInterval(() => {
        if (supervisor.idle && Date.now() - started > IDLE)
            void leave(true);
        boundLogs(layout);
    }, 1_000);
}
function boundLogs({ logs }) {
    try {
        for (const name of (0,external_node_fs_namespaceObject.readdirSync)(logs))
            if (name.endsWith('.log'))
                boundLog((0,external_node_path_namespaceObject.join)(logs, name));
    }
    catch (error) {
        console.error('logs could not be bounded:', error);
    }
}
/** Takes over what a dead supervisor left: adopts what lives, starts what has died, ends what is left over. */
async function restore(supervisor, before) {
    const { scene } = supervisor;
    const known = new Set();
    const take = (instance) => {
        if (!instance)
            return undefined;
        const app = scene.newApp(instance.launch, instance);
        if (instance.identity && isAlive(instance.identity)) {
            app.adopt(instance.identity);
            known.add(instance.token);
        }
        return app;
    };
    scene.live = take(before.live);
    scene.candidate = take(before.candidate);
    scene.weight = before.candidate ? before.weight : 0;
    scene.pins = before.candidate ? (before.pins ?? []) : [];
    scene.previous = before.previous;
    scene.port = before.port;
    scene.sidePort = before.sidePort;
    for (const instance of [before.staging, ...before.ending]) {
        if (instance)
            await take(instance)?.stop();
    }
    killForeign(before, known);
    scene.route();
    for (const app of [scene.live, scene.candidate]) {
        if (!app)
            continue;
        if (!app.running)
            await app.start();
        app.keepRunning();
    }
    if (before.port === undefined)
        return;
    await supervisor.openSideDoor();
    await supervisor.door.listen(before.port).catch((error) => {
        supervisor.portProblem = error.message;
    });
}
/** Instances of this environment that the state does not tell of as living. */
function killForeign(before, known) {
    const tokens = [before.live, before.candidate, before.staging, ...before.ending].map((i) => i?.token);
    for (const token of tokens)
        if (token && !known.has(token))
            killStrays(token);
    const place = before.live?.launch.env.DATA_DIR ?? before.candidate?.launch.env.DATA_DIR;
    if (!place)
        return;
    const here = new Set(processesWith('DATA_DIR', place).map(({ pid }) => pid));
    for (const { pid, value } of processesWith(INSTANCE)) {
        if (here.has(pid) && !known.has(value))
            killStrays(value);
    }
}


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(819);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
