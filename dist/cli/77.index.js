export const id = 77;
export const ids = [77];
export const modules = {

/***/ 3160:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ runChecks)
/* harmony export */ });
/* harmony import */ var _fairway_schema__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(530);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7220);


const PAUSE = 500;
/** Requests each URL until it answers as expected or its time is over; all of them at the same time. */
async function runChecks(checks, ports, signal) {
    return await Promise.all(checks.map((check) => runCheck(check, ports, signal)));
}
async function runCheck({ http: url, expect, within }, { http, clock }, signal) {
    const start = clock.now();
    const left = () => start + within - clock.now();
    for (;;) {
        const seen = await ask(url);
        const after = (0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(clock.now() - start);
        if (seen === `HTTP ${expect}`)
            return { url, ok: true, message: `${seen} after ${after}` };
        if (left() <= PAUSE)
            return { url, ok: false, message: `${seen}, expected HTTP ${expect}, for ${after}` };
        await clock.sleep(Math.min(PAUSE, left()), signal);
    }
    async function ask(address) {
        try {
            const timeout = Math.max(1, Math.min(10_000, left()));
            // A redirect is an answer of its own: expect 302 means 302.
            const response = await http.fetch(address, { retry: false, redirect: 'manual', signal, timeout });
            await response.body?.cancel();
            return `HTTP ${response.status}`;
        }
        catch (error) {
            signal.throwIfAborted();
            return (0,_record_js__WEBPACK_IMPORTED_MODULE_1__/* .firstLine */ .TM)(error);
        }
    }
}


/***/ }),

/***/ 9725:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $i: () => (/* binding */ GO_BACK),
/* harmony export */   OE: () => (/* binding */ goBack),
/* harmony export */   lJ: () => (/* binding */ confirm)
/* harmony export */ });
/* harmony import */ var _fairway_runtime__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3072);
/* harmony import */ var _checks_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3160);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7220);



/** Reads back that the target serves the digest, healthy, and runs the environment's checks. */
async function confirm(site, wanted, signal) {
    const { target, ports, settings } = site;
    const { ok, message } = await target.verify(wanted, signal);
    ports.log.info(`${ok ? 'Verified' : 'Not verified'}: ${target.location} ${message}`);
    if (!ok)
        return { seen: [message], problem: `${target.location} does not serve it: ${message}` };
    const checks = await (0,_checks_js__WEBPACK_IMPORTED_MODULE_1__/* .runChecks */ .J)(settings.checks, ports, signal);
    const lines = checks.map((check) => `${check.url}: ${check.message}`);
    for (const line of lines)
        ports.log.info(`Check ${line}`);
    const failed = checks.find((check) => !check.ok);
    return {
        seen: [message, ...lines],
        ...(failed ? { problem: `the check of ${failed.url} failed: ${failed.message}` } : {}),
    };
}
/**
 * Takes the release that was live before back, after `why`, and records the stop. When that fails too, the
 * rollout stays in flight in the ledger, so that the next job tries again. Returns what serves now, in words.
 */
async function goBack(site, carried, why, signal) {
    const { ledger, environment, target, router, ports } = site;
    const { live, rollout } = await ledger.read(environment);
    // The same release may be deployed again, with other settings or because it was down.
    if (!live || live.digest === rollout?.release.digest) {
        await carried.stop(`${why}; there is no other release to go back to`);
        return 'there is no other release to go back to: it goes on serving';
    }
    ports.log.warning(`Going back to ${(0,_record_js__WEBPACK_IMPORTED_MODULE_2__/* .nameOf */ .Vb)(live)}: ${why}`);
    await carried.intent(`${GO_BACK} ${live.version}`, {
        weight: 0,
        message: `Go back to ${(0,_record_js__WEBPACK_IMPORTED_MODULE_2__/* .nameOf */ .Vb)(live)}: ${why}`,
    });
    try {
        // A router that stands apart may still send requests straight to what is about to end.
        await router?.finalize(signal);
        const plan = target.plan(await target.inspect(signal), live);
        if (plan.steps.length)
            await target.apply(plan, signal);
        await router?.finalize(signal);
        const { ok, message } = await target.verify(live, signal);
        if (!ok)
            throw new _fairway_runtime__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${target.location} does not serve ${(0,_record_js__WEBPACK_IMPORTED_MODULE_2__/* .nameOf */ .Vb)(live)}: ${message}`);
    }
    catch (error) {
        throw new _fairway_runtime__WEBPACK_IMPORTED_MODULE_0__/* .RemoteError */ .Hi(`${why}\nand going back to ${(0,_record_js__WEBPACK_IMPORTED_MODULE_2__/* .nameOf */ .Vb)(live)} failed: ${(0,_fairway_runtime__WEBPACK_IMPORTED_MODULE_0__/* .describeError */ .Uc)(error).text}`, {
            where: target.location,
            mend: 'look at the target; the next deployment or rollback tries to go back again first',
            cause: error,
        });
    }
    await carried.stop(why);
    return `${(0,_record_js__WEBPACK_IMPORTED_MODULE_2__/* .nameOf */ .Vb)(live)} is live again, verified`;
}
/** First words of the intent, by which a later job knows which way a dead one was going. */
const GO_BACK = 'go back to';


/***/ }),

/***/ 4077:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  aT: () => (/* reexport */ canaryRelease),
  G5: () => (/* reexport */ command),
  df: () => (/* reexport */ report/* describePlan */.df),
  ah: () => (/* reexport */ guard),
  Kd: () => (/* reexport */ lease/* holderOf */.Kd),
  N7: () => (/* reexport */ idle),
  _0: () => (/* reexport */ leaveToNext),
  uH: () => (/* reexport */ report/* logPlan */.uH),
  Vb: () => (/* reexport */ record/* nameOf */.Vb),
  Ay: () => (/* reexport */ openEnvironment),
  zW: () => (/* reexport */ pausedError),
  XC: () => (/* reexport */ planOf),
  rk: () => (/* reexport */ readStatus),
  l7: () => (/* reexport */ releaseOf),
  hp: () => (/* reexport */ requirePossible),
  c2: () => (/* reexport */ statusOf),
  eh: () => (/* reexport */ report/* summarize */.eh),
  EG: () => (/* reexport */ summarizeRun),
  X0: () => (/* reexport */ sweep),
  io: () => (/* reexport */ tick),
  Ok: () => (/* reexport */ lease/* unlessHeld */.Ok),
  pS: () => (/* reexport */ lease/* withLease */.pS)
});

// UNUSED EXPORTS: chooseRollback, deployRelease, endLeft, plain, recover, withOwnLease

// EXTERNAL MODULE: ./.build/packages/rollout/index.js + 32 modules
var packages_rollout = __webpack_require__(1710);
// EXTERNAL MODULE: ./.build/packages/runtime/index.js + 17 modules
var runtime = __webpack_require__(3072);
// EXTERNAL MODULE: ./.build/packages/engine/confirm.js
var engine_confirm = __webpack_require__(9725);
// EXTERNAL MODULE: ./.build/packages/engine/record.js
var record = __webpack_require__(7220);
// EXTERNAL MODULE: ./.build/packages/engine/recover.js
var recover = __webpack_require__(9025);
;// CONCATENATED MODULE: ./.build/packages/engine/run.js

/** Before an effect: what is about to be made. */
async function intend(run, intent, hold, weight) {
    const { machine } = run;
    const more = { machine, ...(weight === undefined ? {} : { weight }) };
    await cancellable(run.carried.intent(intent, more), hold);
    mark(run, machine);
}
/**
 * After an effect: what came of it, with the state that the machine will be in when it is told `seen`, so that
 * whoever goes on from the record does not make the effect again. What makes it abort is recorded with the
 * abort, which a slow ledger does not hold up.
 */
async function conclude(run, words, seen, hold, data) {
    const { machine } = (0,packages_rollout/* next */.K2)(run.machine, seen);
    if (machine.phase === 'aborting')
        return;
    run.concluding = machine;
    await cancellable(run.carried.outcome(words, { machine, ...(data ? { data } : {}) }), hold);
    mark(run, machine);
}
function mark(run, machine) {
    run.written = machine;
    run.writtenAt = run.site.ports.clock.now();
}
/** The ledger's writes outlive a cancellation; a rollout must not wait for a slow one while it is cancelled. */
async function cancellable(written, { signal }) {
    const done = new AbortController();
    const cancelled = new Promise((_, reject) => {
        const give = () => reject(signal.reason);
        if (signal.aborted)
            give();
        else
            signal.addEventListener('abort', give, { once: true, signal: done.signal });
    });
    try {
        await Promise.race([written, cancelled]);
    }
    finally {
        done.abort();
    }
}

// EXTERNAL MODULE: ./.build/packages/engine/site.js
var engine_site = __webpack_require__(5074);
;// CONCATENATED MODULE: ./.build/packages/engine/apply-effects.js





/** Applies, reads back, and makes the environment's checks. */
async function apply(run, hold) {
    const { site, release } = run;
    const { target, router, ports } = site;
    ports.log.info(`Taking ${(0,record/* nameOf */.Vb)(release)} live by ${run.strategy}`);
    const plan = target.plan(await target.inspect(hold.signal), release);
    hold.check();
    if (plan.steps.length)
        await target.apply(plan, hold.signal);
    await router?.finalize(hold.signal);
    const { seen: lines, problem } = await (0,engine_confirm/* confirm */.lJ)(site, release, hold.signal);
    run.seen = lines;
    const now = ports.clock.now();
    const seen = problem ? { kind: 'stop', now, reason: problem } : { kind: 'applied', now };
    await conclude(run, `${target.location} serves it alone`, seen, hold);
    return seen;
}
/** What was applied has passed everything: it is read back once more. */
async function settleApplied(run, hold) {
    const { site, release } = run;
    await intend(run, 'settle', hold);
    const { seen, problem } = await (0,engine_confirm/* confirm */.lJ)(site, release, hold.signal);
    const { live } = await site.target.inspect(hold.signal);
    run.revision = live?.id;
    run.seen = seen;
    if (problem)
        run.problem = problem;
    return { kind: 'promoted', now: site.ports.clock.now() };
}
/** Takes the release that was live before live again, and reads that back. Throws when it cannot. */
async function abortApplied(run, reason) {
    const { site, carried, release } = run;
    const { target, ports } = site;
    const signal = ports.signal.aborted ? (0,engine_site/* lastSeconds */.MY)() : (0,engine_site/* patience */._L)();
    ports.log.warning(`Aborting: ${reason}`);
    const { live } = await target.inspect(signal);
    if (live?.digest === release.digest) {
        run.back = await (0,engine_confirm/* goBack */.OE)(site, carried, reason, signal);
    }
    else {
        const { machine } = run;
        await (0,recover/* discardCandidate */.S5)(site, (intent, more) => carried.intent(intent, { ...more, machine }), signal);
        run.back = live ? `${(0,record/* nameOf */.Vb)(live)} goes on serving` : 'nothing serves';
    }
    return { kind: 'discarded', now: ports.clock.now() };
}

// EXTERNAL MODULE: ./.build/packages/engine/checks.js
var engine_checks = __webpack_require__(3160);
;// CONCATENATED MODULE: ./.build/packages/engine/check-step.js



/** Makes the requests of a step. Checks that are no longer in fairway.yml do not count as made. */
async function check(run, step, hold) {
    const { site, machine } = run;
    const { strategy } = site.settings;
    const checks = strategy && (0,packages_rollout/* checksOf */.tg)(strategy, machine.plan, step);
    const results = checks ? await (0,engine_checks/* runChecks */.J)(checks, site.ports, hold.signal) : [];
    const lines = results.map(({ url, message }) => `${url}: ${message}`);
    for (const line of lines)
        site.ports.log.info(`Check ${line}`);
    const failed = results.find(({ ok }) => !ok);
    const gone = 'its checks stood in fairway.yml when it began, and are gone now';
    const problem = failed ? `the check of ${failed.url} failed: ${failed.message}` : checks ? undefined : gone;
    const now = site.ports.clock.now();
    const seen = { kind: 'checked', now, step, ...(problem ? { problem } : {}) };
    await conclude(run, `checked: ${lines.join('; ')}`, seen, hold);
    return seen;
}

// EXTERNAL MODULE: ./.build/packages/schema/index.js + 8 modules
var schema = __webpack_require__(530);
// EXTERNAL MODULE: ./.build/packages/engine/pins.js
var pins = __webpack_require__(4297);
;// CONCATENATED MODULE: ./.build/packages/engine/effects.js








/** Starts the candidate beside the live release, healthy, with no traffic. */
async function stage(run, hold) {
    const { site, release } = run;
    const { target, ports } = site;
    hold.check();
    const revision = await target.stage?.(release, hold.signal);
    if (!revision)
        throw new runtime/* UserError */.yo(`${target.location} cannot stage a candidate`);
    ports.log.info(`${(0,record/* nameOf */.Vb)(release)} is staged beside the live release, with no traffic`);
    const seen = { kind: 'staged', now: ports.clock.now() };
    await conclude(run, 'staged, healthy, with no traffic', seen, hold);
    return seen;
}
async function shift(run, weight, hold) {
    const { site, machine } = run;
    const { ports, router } = site;
    if (!router)
        throw new runtime/* UserError */.yo(`${site.target.location} has no router: its traffic cannot be split`);
    const bake = machine.plan.steps[machine.step]?.bake ?? 0;
    ports.log.info(`Giving ${(0,record/* nameOf */.Vb)(run.release)} ${(0,schema/* formatPercent */.l9)(weight)} of the traffic, for ${(0,schema/* formatDuration */.a3)(bake)}`);
    await intend(run, `weight ${weight}`, hold, weight);
    hold.check();
    await router.setWeight(weight, hold.signal);
    await (0,pins/* setPins */.R)(site, hold.signal);
    const held = await router.weight(hold.signal);
    const seen = { kind: 'shifted', now: ports.clock.now(), weight: held };
    await conclude(run, `the router gives it ${(0,schema/* formatPercent */.l9)(held)}`, seen, hold);
    return seen;
}
async function promote(run, hold) {
    const { site, machine, release } = run;
    const { target, router, ports } = site;
    ports.log.info(`Promoting ${(0,record/* nameOf */.Vb)(release)}`);
    await intend(run, 'promote', hold);
    hold.check();
    await allTraffic(site, hold.signal);
    const revision = await target.promote?.(release.digest, hold.signal);
    await router?.finalize(hold.signal);
    // Not yet promoted: that is said when it was read back.
    const still = { kind: 'time', now: ports.clock.now() };
    if (machine.phase === 'promoting')
        await conclude(run, 'promoted; reading back what serves', still, hold);
    const { seen, problem } = await (0,engine_confirm/* confirm */.lJ)(site, release, hold.signal);
    run.revision = revision?.id;
    run.seen = seen;
    if (problem)
        run.problem = problem;
    return { kind: 'promoted', now: ports.clock.now() };
}
/** A router that stands apart knows nothing of a promotion: the old release ends when it gets no more requests. */
async function allTraffic(site, signal) {
    const { router, target } = site;
    if (!router || !(0,engine_site/* isApart */.zB)(site) || !(await target.inspect(signal)).candidate)
        return;
    await router.setWeight(100, signal);
    const held = await router.weight(signal);
    if (held !== 100)
        throw new runtime/* UserError */.yo(`the router gives the candidate ${held}% instead of 100%`);
}
const TRIES = 3;
/** Between the tries, in ms: what is still under way at the target needs a moment to end. */
const PAUSE = 500;
/** How long an abort lets the ledger keep it from taking the traffic away, in ms. */
const RECORD_WITHIN = 2_000;
/** Takes the traffic away, ends the candidate and reads back that both are so. Throws when it cannot. */
async function abort(run, reason) {
    const { site, carried, machine, answers } = run;
    const { target, router, ports } = site;
    ports.log.warning(`Aborting: ${reason}`);
    const signal = ports.signal.aborted ? (0,engine_site/* lastSeconds */.MY)() : (0,engine_site/* patience */._L)();
    // The record comes first, but users come before the record: a slow ledger does not keep a bad release up.
    const recorded = carried.intent('weight 0 and discard', {
        weight: 0,
        machine,
        message: `Abort: ${reason}`,
        ...(answers ? { answers } : {}),
    });
    let over;
    const written = recorded.catch((error) => {
        // Another job ended it or carries it: what stands there now is not ours to take out.
        if (error instanceof runtime/* GateError */.ue)
            over = error;
        ports.log.warning(`Not recorded: ${(0,runtime/* describeError */.Uc)(error).text}`);
    });
    await Promise.race([written, elapsed(AbortSignal.timeout(RECORD_WITHIN))]);
    if (over)
        throw over;
    for (let tries = 1;; tries++) {
        try {
            await (0,recover/* takeOut */.gu)(site, signal);
            const { live, candidate, weight } = await target.inspect(signal);
            const held = router && (0,engine_site/* isApart */.zB)(site) ? await router.weight(signal) : weight;
            if (candidate || held > 0)
                throw new runtime/* UserError */.yo(`the candidate still has ${held}% of the traffic`);
            await Promise.race([written, elapsed(signal)]);
            // Only what is read back here decides: an effect that seemed to fail may have been made.
            if (live?.digest === run.release.digest)
                return await promotedAfterAll(run, reason, signal);
            return { kind: 'discarded', now: ports.clock.now() };
        }
        catch (error) {
            if (tries >= TRIES || signal.aborted)
                throw stuck(run, reason, error);
            ports.log.warning(`Aborting did not work, trying again: ${(0,runtime/* describeError */.Uc)(error).text}`);
            await ports.clock.sleep(PAUSE);
        }
    }
}
/**
 * The stop came after the traffic had gone over. A fault is taken back by `goBack`; a cancellation came too
 * late, for the release has passed all its steps: it stays when it is verified.
 */
async function promotedAfterAll(run, reason, signal) {
    const { target, ports } = run.site;
    const { ok, message, observed } = await target.verify(run.release, signal);
    run.machine = { ...run.machine, phase: 'promoting' };
    run.revision = observed.live?.id;
    run.seen = [message];
    if (!ok || !ports.signal.aborted)
        run.problem = reason;
    // The record has told of an abort, which was not made.
    const told = run.carried
        .outcome(`too late to abort: it serves all traffic already (${message})`)
        .catch((error) => ports.log.warning(`Not recorded: ${(0,runtime/* describeError */.Uc)(error).text}`));
    await Promise.race([told, elapsed(signal)]);
    return { kind: 'promoted', now: ports.clock.now() };
}
function stuck({ site }, reason, cause) {
    return new runtime/* RemoteError */.Hi(`${reason}\nand the candidate could not be taken out: ${(0,runtime/* describeError */.Uc)(cause).text}`, {
        where: site.target.location,
        mend: 'look at the target; the next run of this action takes the candidate out first',
        cause,
    });
}
const elapsed = (signal) => new Promise((resolve) => {
    if (signal.aborted)
        resolve();
    else
        signal.addEventListener('abort', () => resolve(), { once: true });
});

// EXTERNAL MODULE: ./.build/packages/engine/notices.js
var engine_notices = __webpack_require__(120);
;// CONCATENATED MODULE: ./.build/packages/engine/finish.js





const factsOf = (run, reason = run.machine.reason) => {
    const { id, release, before, strategy, machine } = run;
    return { id, release, before, strategy, machine, reason };
};
/** Records how it ended, and says so. */
async function finish(run, { outcome, reason }) {
    const { site, verdicts, carried } = run;
    if (outcome === 'promoted') {
        if (!run.problem) {
            await carried.succeed(run.revision ?? '');
            (0,engine_notices/* notify */.me)(run, { moment: 'promote', weight: 100 });
            return {
                outcome,
                weight: 100,
                revision: run.revision,
                verdicts,
                seen: run.seen,
                rollout: factsOf(run),
            };
        }
        const now = await (0,engine_confirm/* goBack */.OE)(site, carried, run.problem, (0,engine_site/* patience */._L)());
        return { ...stopped(run, `${run.problem}\n${now}`), seen: [...run.seen, now] };
    }
    const why = reason ?? 'aborted';
    await carried.stop(why, { verdicts: verdicts.at(-1)?.verdicts ?? [] });
    return stopped(run, `${why}\n${run.back ?? 'all traffic is on the live release'}`);
}
function stopped(run, why) {
    const { site, release, strategy, cause, verdicts, seen } = run;
    const failure = new runtime/* GateError */.ue(`the ${strategy} rollout of ${(0,record/* nameOf */.Vb)(release)} was aborted: ${why}`, {
        where: site.target.location,
        mend: 'mend the release and deploy a new one',
        cause,
    });
    (0,engine_notices/* notify */.me)(run, { moment: 'abort', weight: 0, reason: why });
    // An error of our own kind says more than its first line.
    const own = cause instanceof Error && verdicts.length === 0 ? cause : failure;
    const rollout = factsOf(run, why);
    return { outcome: 'aborted', weight: 0, revision: undefined, verdicts, seen, failure: own, rollout };
}

;// CONCATENATED MODULE: ./.build/packages/engine/leave.js







/** Keeps the state for whoever goes on at `nextAt`. */
async function leave(run, nextAt, hold) {
    const { machine, site } = run;
    const words = `${(0,schema/* formatPercent */.l9)(machine.weight)} of the traffic; goes on at ${iso(nextAt)}`;
    await keep(run, words, hold);
    site.ports.log.info(`Left with ${words}`);
    return { ...soFar(run), outcome: 'baking', nextAt };
}
/** Only a person can go on. Told once, by the process that recorded it. */
async function pause(run, { why, reason, until }, hold) {
    const { machine, site } = run;
    await keep(run, `paused at ${(0,schema/* formatPercent */.l9)(machine.weight)}: ${reason}`, hold);
    site.ports.log.warning(`Paused at ${(0,schema/* formatPercent */.l9)(machine.weight)} until ${iso(until)}: ${reason}`);
    if (run.toldPause !== machine.pausedAt) {
        run.toldPause = machine.pausedAt;
        (0,engine_notices/* notify */.me)(run, { moment: 'pause', weight: machine.weight, reason, mend: WAY_ON });
    }
    return { ...soFar(run), outcome: 'paused', nextAt: until, pause: { why, reason } };
}
const WAY_ON = 'run the canary action with `command: promote` to let it go on, or `command: abort` to take all traffic back';
/** The job is being cancelled, and the rollout is not: says so in the record. Returns what to throw. */
async function interrupted(run) {
    const { ports } = run.site;
    const cause = ports.signal.reason;
    const words = `interrupted (${(0,record/* firstLine */.TM)(cause)}) at ${(0,schema/* formatPercent */.l9)(run.machine.weight)}; the next tick goes on`;
    ports.log.warning(`The rollout stays in flight: ${words}`);
    try {
        await conclude(run, words, unchanged(run), { signal: (0,engine_site/* lastSeconds */.MY)() });
    }
    catch (error) {
        ports.log.warning(`Not recorded: ${(0,runtime/* describeError */.Uc)(error).text}`);
    }
    return cause;
}
async function keep(run, words, hold) {
    if (JSON.stringify(run.written) === JSON.stringify(run.machine))
        return;
    const { unrecorded: verdicts } = run;
    run.unrecorded = undefined;
    await conclude(run, words, unchanged(run), hold, verdicts && { verdicts });
}
/** Tells the machine nothing new. */
const unchanged = (run) => ({ kind: 'time', now: run.site.ports.clock.now() });
const soFar = (run) => ({
    ...{ weight: run.machine.weight, revision: undefined },
    ...{ verdicts: run.verdicts, seen: run.seen, rollout: factsOf(run) },
});
const iso = (ms) => new Date(ms).toISOString();

// EXTERNAL MODULE: ./.build/packages/engine/report/index.js + 11 modules
var report = __webpack_require__(8603);
;// CONCATENATED MODULE: ./.build/packages/engine/measure.js





/** No provider may hold a rollout up: longer than this is a failure to measure. */
const WITHIN = 30_000;
/** What was measured in a long bake is recorded at least this often, in ms. */
const KEEP_EVERY = 300_000;
/** Looks of this process that are kept for its report: a long bake has thousands. */
const KEPT = 200;
/** Asks the step's metrics, judges the answers, and records what they change. */
async function weighUp(run, decision, hold) {
    const { site, machine } = run;
    const { log, clock } = site.ports;
    const { weight } = machine;
    const judged = await measure(run, decision, hold.signal);
    const now = clock.now();
    const verdicts = judged.map(({ verdict }) => verdict);
    if (verdicts.length)
        run.verdicts.push({ weight, at: new Date(now).toISOString(), verdicts });
    if (run.verdicts.length > KEPT)
        run.verdicts.shift();
    await (0,report/* logLook */.Gn)(log, { weight, verdicts });
    const memories = Object.fromEntries(judged.flatMap(({ metric, memory }) => (memory ? [[metric.name, memory]] : [])));
    const seen = { kind: 'measured', now, step: decision.step, verdicts, memories };
    // Tallies must survive this process; that it goes on baking is worth an event only now and then.
    const after = (0,packages_rollout/* next */.K2)(machine, seen).machine;
    const told = JSON.stringify(after.tallies) !== JSON.stringify(run.written.tallies) ||
        after.phase !== machine.phase ||
        now - run.writtenAt >= KEEP_EVERY;
    if (told) {
        const lines = verdicts.map(({ explanation }) => explanation);
        await conclude(run, `measured at ${(0,schema/* formatPercent */.l9)(weight)}: ${lines.join('; ')}`, seen, hold, {
            verdicts,
        });
    }
    run.unrecorded = told || verdicts.length === 0 ? undefined : verdicts;
    return seen;
}
/** Every metric at the same time, and both of its sides. Those that are not due have no verdict. */
async function measure(run, { step, from, to, final }, signal) {
    const { plan, memories } = run.machine;
    const limited = AbortSignal.any([signal, AbortSignal.timeout(WITHIN)]);
    const metrics = (0,packages_rollout/* metricsAt */.vw)(plan, step);
    const sides = await subjects(run, limited);
    const judged = await Promise.all(metrics.map(async (metric) => {
        const memory = memories[metric.name];
        const rules = rulesFor(run, metric);
        const window = (0,packages_rollout/* wanted */.Ol)(metric, { from, to, final, interval: plan.interval }, memory);
        if (!window)
            return undefined;
        const ask = (side) => asked(run, metric, side, window, sides, limited);
        const [candidate, baseline] = await Promise.all(['candidate', 'baseline'].map((side) => window.sides.includes(side) ? ask(side) : undefined));
        signal.throwIfAborted();
        const look = {
            candidate: candidate ?? { kind: 'no-data', query: '', reason: 'the candidate was not asked' },
            ...(baseline ? { baseline } : {}),
            ...{ from: window.from, to: window.to, final },
        };
        return { metric, ...(0,packages_rollout/* judge */.S4)(metric, look, memory, rules) };
    }));
    return judged.filter((one) => one !== undefined);
}
/** All false alarms of the rollout are shared among the metrics that compare. */
function rulesFor({ machine: { plan } }, { name }) {
    const compared = plan.metrics.filter(({ compare }) => compare).length;
    const bakes = plan.steps.filter(({ metrics, weight }) => weight < 100 && metrics.includes(name)).length;
    return { alpha: plan.alpha / Math.max(1, compared), bakes: Math.max(1, bakes) };
}
/** The release and what is live beside it, as the target called them when it was looked at last. */
async function subjects(run, signal) {
    const { site, release, machine } = run;
    const subject = (one) => {
        const { version, commit, digest, revision } = one;
        return { version, commit, digest, revision };
    };
    run.observed ??= await site.target.inspect(signal);
    const { live, candidate } = run.observed;
    const found = machine.plan.by === 'apply' ? live : candidate;
    const old = machine.plan.by === 'apply' ? undefined : live;
    return {
        candidate: subject({ ...release, revision: found?.id ?? '' }),
        baseline: old && subject({ ...old, revision: old.id }),
    };
}
async function asked({ site }, metric, side, { shape, from, to, step }, sides, signal) {
    const question = { side, shape, from, to, ...sides, ...(step === undefined ? {} : { step }) };
    try {
        return await site.provider(metric).measure(question, signal);
    }
    catch (error) {
        const { type, query } = metric.source;
        return {
            kind: 'failure',
            query: `${type} ${typeof query === 'string' ? query : JSON.stringify(query)}`,
            reason: (0,runtime/* describeError */.Uc)(error).text,
        };
    }
}

;// CONCATENATED MODULE: ./.build/packages/engine/requests.js


/** The ledger is asked this often, in ms, whether somebody wants something else of the rollout. */
const ASK_EVERY = 7_500;
/**
 * What somebody asked of the rollout since it was looked for last, as the machine is told it. A ledger that
 * does not answer holds nothing up: it is asked again.
 */
async function takeUp(run) {
    const { clock } = run.site.ports;
    if (clock.now() - run.askedAt < ASK_EVERY)
        return undefined;
    run.askedAt = clock.now();
    const request = await requestOf(run);
    if (!request || run.answers)
        return undefined;
    // There is nothing to promote yet: it stays until the release stands.
    if (request.kind === 'promote' && isStarting(run)) {
        run.askedAt = 0;
        return undefined;
    }
    run.answers = request;
    const now = clock.now();
    return isStale(run, request) ? { kind: 'time', now } : observationOf(request, now);
}
/** Who asked did not know of this pause, or has let another one go on: what it waits for is still open. */
function isStale({ machine: { pausedAt } }, { kind, full, at }) {
    return kind === 'promote' && !full && pausedAt !== undefined && Date.parse(at) < pausedAt;
}
const isStarting = ({ machine: { phase } }) => phase === 'staging' || phase === 'applying';
async function requestOf({ id, site }) {
    try {
        const { rollout } = await site.ledger.read(site.environment);
        return rollout?.id === id ? rollout.request : undefined;
    }
    catch (error) {
        site.ports.log.warning(`The ledger was not asked for requests: ${(0,runtime/* describeError */.Uc)(error).text}`);
        return undefined;
    }
}
/** An effect that may take minutes, and is left as soon as somebody wants the rollout aborted. */
async function heeding(run, hold, effect) {
    const stop = new AbortController();
    let asked;
    const ask = async () => {
        const request = await requestOf(run);
        if (request?.kind !== 'abort' || stop.signal.aborted)
            return;
        asked = request;
        stop.abort(new runtime/* UserError */.yo(`${request.by} aborted it`));
    };
    const timer = setInterval(() => void ask(), ASK_EVERY);
    timer.unref();
    try {
        return await effect({ ...hold, signal: AbortSignal.any([hold.signal, stop.signal]) });
    }
    catch (error) {
        hold.signal.throwIfAborted();
        if (!asked)
            throw error;
        run.answers = asked;
        return observationOf(asked, run.site.ports.clock.now());
    }
    finally {
        clearInterval(timer);
        // An effect that ended before it was stopped: the loop takes it up at once.
        if (asked)
            run.askedAt = 0;
    }
}
function observationOf({ kind, full, by, why }, now) {
    if (kind === 'promote')
        return { kind: 'promote', now, full, by };
    return { kind: 'stop', now, reason: `${by} aborted it${why ? `: ${why}` : ''}` };
}
/** Written when the machine has taken it: what is asked for is done, or is no longer needed. */
async function answered(run, hold) {
    const { answers, machine, carried } = run;
    // The abort's own record takes it up: nothing waits for another.
    if (!answers || machine.phase === 'aborting' || machine.phase === 'aborted')
        return;
    const asked = machine.phase === 'paused'
        ? 'asked to let it go on before it paused for this'
        : run.written.phase === 'paused'
            ? 'lets it go on'
            : 'asks to let it go on, and it is not paused';
    const words = `${answers.by} ${answers.full ? 'promotes it at once' : asked}`;
    const said = `${words}${answers.why ? `: ${answers.why}` : ''}`;
    await cancellable(carried.outcome(said, { machine, answers }), hold);
    run.written = machine;
    run.answers = undefined;
}

;// CONCATENATED MODULE: ./.build/packages/engine/watch.js




/** Between two looks at the candidate, in ms. */
const LOOK = 4_000;
/** Looks at the target that may fail in a row: one lost answer is no reason to end a rollout. */
const BLIND = 3;
/** Sleeps in short turns and looks after the release, so that one that dies does not keep its share. */
async function wait(run, until, hold) {
    const { clock } = run.site.ports;
    await clock.sleep(Math.max(1, Math.min(LOOK, until - clock.now())), hold.signal);
    return await look(run, hold);
}
/** Whether the release still stands, and well. */
async function look(run, hold) {
    const { ports, target } = run.site;
    const now = () => ports.clock.now();
    let observed;
    let other;
    try {
        observed = await target.inspect(hold.signal);
        other = await otherWeight(run, hold);
        run.blind = 0;
        run.observed = observed;
    }
    catch (error) {
        hold.signal.throwIfAborted();
        run.blind++;
        const reason = `${target.location} could not be read: ${(0,record/* firstLine */.TM)(error)}`;
        if (run.blind >= BLIND)
            return { kind: 'stop', now: now(), reason };
        ports.log.warning(`${target.location} could not be read: ${(0,runtime/* describeError */.Uc)(error).text}`);
        return { kind: 'time', now: now() };
    }
    const reason = problemOf(run, observed);
    if (reason !== undefined)
        return { kind: 'stop', now: now(), reason };
    return other ?? { kind: 'time', now: now() };
}
/** A router that stands apart may have been reloaded, or changed by others: the machine decides what that means. */
async function otherWeight({ site, machine }, { signal }) {
    const { router, ports } = site;
    const { plan, phase, weight } = machine;
    if (!router || !(0,engine_site/* isApart */.zB)(site) || plan.by === 'apply')
        return undefined;
    if (phase !== 'baking' && phase !== 'checking')
        return undefined;
    const held = await router.weight(signal);
    if (held === weight)
        return undefined;
    const now = (0,schema/* formatPercent */.l9)(held);
    ports.log.warning(`The router gives the candidate ${now} of the traffic, not ${(0,schema/* formatPercent */.l9)(weight)}`);
    return { kind: 'resumed', now: ports.clock.now(), weight: held, candidate: 'healthy', serves: false };
}
function problemOf({ machine, release }, { live, candidate }) {
    const applied = machine.plan.by === 'apply';
    const found = applied ? live : candidate;
    const name = applied ? 'the release' : 'the candidate';
    if (found?.digest !== release.digest)
        return `${name} is gone`;
    return found.healthy ? undefined : `${name} is not healthy: ${found.reason ?? 'no reason known'}`;
}

;// CONCATENATED MODULE: ./.build/packages/engine/advance.js











/** A tick waits itself for what is due within this many ms; later things are for the next tick. */
const SOON = 3_000;
/** And this long altogether: where data is missing the next look is always soon. */
const PATIENT = 15_000;
/**
 * Performs the machine's decisions. `end`: until it is promoted, aborted or paused; `due`: also returns when
 * nothing is to be done for more than a few seconds. Under the lease.
 */
async function advance(run, hold, until) {
    try {
        return await walk(run, hold, until);
    }
    finally {
        await (0,engine_notices/* noticed */.hj)(run);
    }
}
async function walk(run, hold, until) {
    const { clock } = run.site.ports;
    let seen = run.first;
    let waited = 0;
    for (;;) {
        hold.check();
        const { machine, decision } = (0,packages_rollout/* next */.K2)(run.machine, seen);
        run.machine = machine;
        run.concluding = undefined;
        if (run.answers)
            await answered(run, hold);
        if (decision.kind === 'done')
            return await finish(run, decision);
        const asked = decision.kind === 'abort' ? undefined : await takeUp(run);
        if (asked) {
            seen = asked;
            continue;
        }
        if (decision.kind === 'pause')
            return await pause(run, decision, hold);
        if (decision.kind === 'wait' && until === 'due') {
            const rest = decision.until - clock.now();
            if (rest > SOON || waited > PATIENT)
                return await leave(run, decision.until, hold);
            waited += rest;
        }
        seen = await perform(run, decision, hold, until);
    }
}
/** Performs a decision and says what came of it. Faults of effects become a stop, never an advance. */
async function perform(run, decision, hold, until) {
    const { clock, signal } = run.site.ports;
    const applies = run.machine.plan.by === 'apply';
    if (decision.kind === 'abort') {
        return await (applies ? abortApplied(run, decision.reason) : abort(run, decision.reason));
    }
    try {
        switch (decision.kind) {
            case 'stage':
                return await heeding(run, hold, (heeded) => stage(run, heeded));
            case 'apply':
                return await heeding(run, hold, (heeded) => apply(run, heeded));
            case 'shift':
                return await shift(run, decision.weight, hold);
            case 'wait':
                return await wait(run, decision.until, hold);
            case 'measure':
                return await weighUp(run, decision, hold);
            case 'check':
                return await heeding(run, hold, (heeded) => check(run, decision.step, heeded));
            case 'promote':
                return await (applies ? settleApplied(run, hold) : promote(run, hold));
        }
    }
    catch (error) {
        hold.check();
        // The write may still land: an older state must not be written over it.
        run.machine = run.concluding ?? run.machine;
        // The next tick goes on from the record.
        if (signal.aborted && until === 'due')
            throw await interrupted(run);
        if (decision.kind === 'stage' || decision.kind === 'apply')
            run.cause = signal.aborted ? signal.reason : error;
        return { kind: 'stop', now: clock.now(), reason: (0,record/* firstLine */.TM)(signal.aborted ? signal.reason : error) };
    }
}

;// CONCATENATED MODULE: ./.build/packages/engine/begin.js





/** Records that a rollout starts. Nothing is changed yet. */
async function start(site, release, strategy, plan, hold) {
    // What cannot be asked is told before anything is changed.
    for (const metric of plan.metrics)
        site.provider(metric);
    await discardStray(site, hold);
    const now = site.ports.clock.now();
    const machine = (0,packages_rollout/* start */.ni)(plan, now);
    const { live: before } = await site.ledger.read(site.environment);
    const router = plan.by === 'stage' ? (0,engine_site/* routerName */.fu)(site) : undefined;
    const carried = await (0,record/* begin */.qN)(site, { release, strategy, reason: 'deploy', intent: plan.by, router, machine }, hold);
    const run = {
        ...{ site, id: carried.id, release, strategy, before, carried, machine },
        ...{ first: { kind: 'time', now }, written: machine, writtenAt: now },
        ...{ verdicts: [], seen: [], askedAt: now, blind: 0, notices: [] },
    };
    (0,engine_notices/* notify */.me)(run, { moment: 'start', weight: 0 });
    return run;
}
/** A candidate nobody recorded would get the weights meant for ours. */
async function discardStray(site, hold) {
    const { candidate, weight } = await site.target.inspect(hold.signal);
    const held = (0,engine_site/* isApart */.zB)(site) ? await site.router?.weight(hold.signal) : weight;
    if (!candidate && !held)
        return;
    site.ports.log.warning(`${site.target.location} has a candidate that no rollout accounts for: it is discarded`);
    const record = (intent) => site.ledger
        .append(site.environment, () => ({
        event: { type: 'note', message: `stray candidate: ${intent}` },
        state: {},
    }))
        .then(() => undefined);
    await (0,recover/* discardCandidate */.S5)(site, record, hold.signal);
}

;// CONCATENATED MODULE: ./.build/packages/engine/deploy.js






/**
 * Takes a release live at once (blue-green where the target can), under the lease and after `recover`:
 * records, applies, reads back, checks, and goes back by itself when it does not hold.
 */
async function deployRelease(site, state, wanted, { reason, why }, hold) {
    const { target, ports } = site;
    const observed = await target.inspect(hold.signal);
    const plan = target.plan(observed, wanted);
    if (plan.steps.length === 0 && state.live?.digest === wanted.digest) {
        const { seen, problem } = await (0,engine_confirm/* confirm */.lJ)(site, wanted, hold.signal);
        if (!problem)
            return { outcome: 'unchanged', revision: observed.live?.id, seen };
        // It was good when it was deployed: there is nothing to go back from, and nothing was changed.
        const failure = new runtime/* GateError */.ue(`${(0,record/* nameOf */.Vb)(wanted)} is live already, and ${problem}`, {
            where: target.location,
            mend: 'look at what it depends on, or roll back',
        });
        return { outcome: 'unchanged', revision: observed.live?.id, seen, failure };
    }
    if (site.settings.strategy?.type === 'recreate') {
        ports.log.info(`${target.location} can replace a release without a gap, and does: recreate is not needed`);
    }
    const carried = await (0,record/* begin */.qN)(site, { release: wanted, strategy: 'blue-green', reason, intent: 'apply' }, hold);
    const notices = [];
    const tell = (told) => void notices.push(site.notify((0,engine_notices/* noticeOf */.QJ)(site, { release: wanted, before: state.live, strategy: 'blue-green' }, told)));
    tell({ moment: 'start', weight: 0, ...(why ? { reason: why } : {}) });
    try {
        const finished = await applied(site, { carried, wanted, plan, observed, why }, hold);
        if (finished.outcome === 'deployed')
            tell({ moment: 'promote', weight: 100 });
        else
            tell({ moment: 'abort', weight: 0, reason: (0,record/* firstLine */.TM)(finished.failure) });
        return finished;
    }
    finally {
        await (0,engine_notices/* noticed */.hj)({ notices, site });
    }
}
async function applied(site, work, hold) {
    const { carried, wanted, plan, observed, why } = work;
    const { target, ports } = site;
    try {
        hold.check();
        // A rollout that died may have left a router apart that sends requests straight to what is about to end.
        if (plan.steps.length)
            await site.router?.finalize(hold.signal);
        const revision = plan.steps.length ? await target.apply(plan, hold.signal) : observed.live;
        if (plan.steps.length)
            await site.router?.finalize(hold.signal);
        await carried.outcome(`${target.location} was told to serve ${(0,record/* nameOf */.Vb)(wanted)}`);
        const { seen, problem } = await (0,engine_confirm/* confirm */.lJ)(site, wanted, hold.signal);
        if (problem)
            return await takeBack(site, carried, problem, seen);
        await carried.succeed(revision?.id ?? '', why);
        return { outcome: 'deployed', revision: revision?.id, seen };
    }
    catch (error) {
        hold.check();
        if (error instanceof GoingBackFailed)
            throw error.cause;
        // Told here already: what follows may fail too, and would be all that is heard of.
        ports.log.warning(`The deployment of ${(0,record/* nameOf */.Vb)(wanted)} failed: ${(0,record/* firstLine */.TM)(error)}`);
        return await settle(site, carried, wanted, error);
    }
}
/** Carries an error past the handler that would try to go back once more. */
class GoingBackFailed extends Error {
}
async function takeBack(site, carried, problem, seen) {
    try {
        const now = await (0,engine_confirm/* goBack */.OE)(site, carried, problem, (0,engine_site/* patience */._L)());
        const failure = new runtime/* GateError */.ue(`the release was stopped: ${problem}\n${now}`, {
            where: site.target.location,
            mend: 'mend the release and deploy a new one',
        });
        return { outcome: 'stopped', revision: undefined, seen: [...seen, now], failure };
    }
    catch (error) {
        throw new GoingBackFailed('going back failed', { cause: error });
    }
}
/** After an effect threw: its word is not proof, so the target is read before the record is closed. */
async function settle(site, carried, wanted, error) {
    const { target, ports } = site;
    const cancelled = ports.signal.aborted;
    const cause = cancelled ? ports.signal.reason : error;
    const why = (0,record/* firstLine */.TM)(cause);
    const signal = cancelled ? (0,engine_site/* lastSeconds */.MY)() : (0,engine_site/* patience */._L)();
    const observed = await target.inspect(signal);
    const failure = cause instanceof Error ? cause : new Error(String(cause));
    if (observed.live?.digest === wanted.digest) {
        const now = await (0,engine_confirm/* goBack */.OE)(site, carried, why, signal);
        return { outcome: 'stopped', revision: undefined, seen: [now], failure };
    }
    await (0,recover/* discardCandidate */.S5)(site, carried.intent, signal);
    await carried.stop(why);
    const now = observed.live ? `${(0,record/* nameOf */.Vb)(observed.live)} goes on serving` : 'nothing serves';
    return { outcome: 'stopped', revision: observed.live?.id, seen: [now], failure };
}

// EXTERNAL MODULE: ./.build/packages/image/index.js + 47 modules
var packages_image = __webpack_require__(9356);
// EXTERNAL MODULE: ./.build/packages/release/index.js + 18 modules
var release = __webpack_require__(7710);
;// CONCATENATED MODULE: ./.build/packages/engine/guards.js


const guards_short = (digest) => digest.slice(0, 19);
/** The environments before this one must have, or have had, this very digest: the same image is promoted. */
async function guardOrder({ settings, environment, ledger }, { digest, version }) {
    for (const before of settings.after ?? []) {
        const state = await ledger.read(before);
        if (state.live?.digest === digest)
            continue;
        const undone = state.lastStopped?.release.digest === digest ? state.lastStopped : undefined;
        // It may have moved on while this promotion waited for an approval.
        const was = undone
            ? undefined
            : (await ledger.history(before, 200)).find((e) => e.state.live?.digest === digest);
        if (was)
            continue;
        const there = state.live ? `${state.live.version} (${guards_short(state.live.digest)})` : 'nothing';
        throw new runtime/* GateError */.ue(`${version} (${guards_short(digest)}) was never live in ${before}, which comes before ${environment}; live there: ${there}` +
            (undone ? `; it was stopped there: ${undone.why}` : ''), {
            where: `${before} in ${ledger.location}`,
            mend: `promote the same digest: deploy it to ${before} first, or set skip-order: true`,
        });
    }
}
/** A release that a person rolled back does not come back because an old job is run again. */
function guardStopped(site, { lastStopped }, { digest, version }) {
    if (lastStopped?.release.digest !== digest)
        return;
    const { why, at } = lastStopped;
    if (!why.startsWith(record/* ROLLED_BACK */.jC)) {
        site.ports.log.warning(`${version} was stopped in ${site.environment} at ${at} (${why}) and is tried again`);
        return;
    }
    throw new runtime/* GateError */.ue(`${version} (${guards_short(digest)}) was taken back from ${site.environment} at ${at}: ${why}`, {
        where: `${site.environment} in ${site.ledger.location}`,
        mend: 'release a new commit that mends it, or set allow-stopped: true to deploy it all the same',
    });
}
/** An older commit must not overwrite a newer one: refuses an ancestor of what is live, or in flight. */
async function guardAncestor(site, live, wanted, token, which = 'live') {
    if (!live || live.commit === wanted.commit)
        return;
    const relation = (await byGit(site, wanted.commit, live.commit)) ?? (await byApi(site, wanted.commit, live.commit, token));
    if (relation === 'newer')
        return;
    const where = `${site.environment} in ${site.ledger.location}`;
    if (relation === 'older') {
        throw new runtime/* GateError */.ue(`commit ${wanted.commit.slice(0, 12)} is older than ${live.commit.slice(0, 12)} (${live.version}), which is ${which}`, { where, mend: 'to go back use the rollback action; to deploy it all the same set allow-older: true' });
    }
    throw new runtime/* GateError */.ue(`cannot tell whether commit ${wanted.commit.slice(0, 12)} is older than ${live.commit.slice(0, 12)}, which is ${which}`, {
        where,
        mend: 'check out the history (actions/checkout with fetch-depth: 0), or set allow-older: true',
    });
}
async function byGit({ ports: { exec, context } }, wanted, live) {
    const git = (...args) => exec.run('git', args, { cwd: context.workspace, okCodes: [0, 1, 128] });
    const { exitCode } = await git('merge-base', '--is-ancestor', wanted, live);
    if (exitCode === 0)
        return 'older';
    if (exitCode !== 1)
        return undefined;
    // In a shallow clone the way from one to the other may be cut off.
    const { stdout } = await git('rev-parse', '--is-shallow-repository');
    return stdout.trim() === 'false' ? 'newer' : undefined;
}
async function byApi({ ports }, wanted, live, token) {
    try {
        const github = await ports.github(token);
        if (!github)
            return undefined;
        const { data } = await github.request('GET /repos/{owner}/{repo}/compare/{basehead}', {
            owner: github.owner,
            repo: github.repo,
            basehead: `${live}...${wanted}`,
        });
        const { status } = data;
        return status === 'behind' || status === 'identical' ? 'older' : 'newer';
    }
    catch (error) {
        ports.log.info(`GitHub could not compare the commits: ${(0,runtime/* describeError */.Uc)(error).text}`);
        return undefined;
    }
}

;// CONCATENATED MODULE: ./.build/packages/engine/guarded.js



/** The release that the inputs name. Throws UserError for an image that is not named by its digest. */
async function releaseOf({ image, version, revision }, ports) {
    const { digest } = (0,packages_image/* parseReference */.F2)(image);
    const commit = /^[0-9a-f]{40}$/.test(revision) ? revision : await (0,release/* resolveCommit */.WL)(ports, revision);
    return { version, commit, image, digest };
}
/** All reasons not to go on, before anything is changed. What is live already passes. */
async function guard(site, state, wanted, { allowOlder, allowStopped, skipOrder, token }) {
    if (state.live?.digest === wanted.digest)
        return;
    if (!skipOrder)
        await guardOrder(site, wanted);
    if (!allowStopped)
        guardStopped(site, state, wanted);
    if (!allowOlder)
        await guardAncestor(site, state.live, wanted, token);
}

;// CONCATENATED MODULE: ./.build/packages/engine/plan.js


/** How late a tick may be: schedules of ten minutes, which GitHub starts late when it is busy. In ms. */
const LATE = 1_800_000;
/**
 * The plan of a rollout that goes on by ticks. Each step may end as late as its tick comes, and a healthy
 * release must not run into a `max-duration` that nobody set.
 */
function byTicks({ settings: { strategy } }, plan) {
    if (strategy?.config.maxDuration !== undefined)
        return plan;
    return { ...plan, maxDuration: plan.maxDuration + LATE * plan.steps.length };
}
/** How fairway.yml wants a release taken live here; undefined without a strategy. UserError when it cannot be had. */
function planOf({ settings, target, router, environment }) {
    const { strategy } = settings;
    if (!strategy)
        return undefined;
    const capabilities = { ...target.capabilities, router: router !== undefined };
    const refused = (0,packages_rollout/* refusal */.x5)(strategy, capabilities);
    if (!refused)
        return (0,packages_rollout/* planRollout */.ne)(strategy, capabilities);
    throw new runtime/* UserError */.yo(`${target.location} cannot do this: ${refused}`, {
        where: `strategy of ${environment} in fairway.yml`,
        mend: 'use another strategy for this environment, or a target that can',
    });
}

// EXTERNAL MODULE: ./.build/packages/engine/resume.js
var resume = __webpack_require__(2230);
;// CONCATENATED MODULE: ./.build/packages/engine/canary-release.js














/**
 * A release in steps, under the lease: goes on with one of the same digest that is in flight, ends any other
 * first. Where nothing is live there is nothing to share traffic with: the first release goes live at once.
 */
async function canaryRelease(site, wanted, options, hold, until = 'end') {
    const { release, strategy, plan } = wanted;
    if (plan.by === 'stage')
        requireSplit(site);
    const { rollout, ...before } = await site.ledger.read(site.environment);
    const ours = rollout?.release.digest === release.digest ? await (0,resume/* resume */.U)(site, hold) : undefined;
    if (ours)
        return await advance(ours, hold, until);
    if ((0,resume/* machineOf */.V)(rollout) && rollout)
        await supersede(site, before, rollout, release, options, hold);
    const state = await (0,recover/* recover */.lj)(site, hold);
    if (until === 'due' && !options.allowStopped)
        refuseStopped(site, state, release, rollout);
    await guard(site, state, release, options);
    const { live } = await site.target.inspect(hold.signal);
    if (!live) {
        site.ports.log.info(`Nothing is live in ${site.environment}: ${(0,record/* nameOf */.Vb)(release)} is its first release and takes all traffic`);
    }
    // It cannot be its own candidate: it is brought up where it is down, read back, and recorded.
    if (!live || live.digest === release.digest)
        return await atOnce(site, state, release, hold);
    // What stops for a person goes on by ticks, too.
    const ticks = until === 'due' || plan.steps.some(({ approval }) => approval);
    const run = await start(site, release, strategy, ticks ? byTicks(site, plan) : plan, hold);
    return await advance(run, hold, until);
}
/** A schedule that always names the same image ends what was going back, and does not start it over. */
function refuseStopped({ environment }, { lastStopped }, { digest }, rollout) {
    if (!rollout?.intent.startsWith(engine_confirm/* GO_BACK */.$i) || lastStopped?.release.digest !== digest)
        return;
    throw new runtime/* GateError */.ue(`${(0,record/* nameOf */.Vb)(lastStopped.release)} was stopped: ${lastStopped.why}`, {
        where: environment,
        mend: 'release a mended commit; to try this one again use `command: run`, or set allow-stopped: true',
    });
}
/** All that is refused before anything is changed, for dry runs. Throws UserError. */
function requirePossible(site, plan) {
    if (plan.by === 'stage')
        requireSplit(site);
    for (const metric of plan.metrics)
        site.provider(metric);
}
function requireSplit(site) {
    const { target, router } = site;
    if (!target.capabilities.stage || !router) {
        throw new runtime/* UserError */.yo(`${target.location} cannot split traffic, which a canary needs`, {
            mend: 'use the strategy blue-green for this environment',
        });
    }
    (0,pins/* requirePins */.W)(site);
}
/** Ends the one in flight. What is refused anyway, and what is older than that one, does not end it. */
async function supersede(site, state, { release: other }, wanted, options, hold) {
    await guard(site, state, wanted, options);
    if (!options.allowOlder)
        await guardAncestor(site, other, wanted, options.token, 'in flight');
    const run = await (0,resume/* resume */.U)(site, hold);
    if (!run)
        return;
    run.machine = (0,packages_rollout/* next */.K2)(run.machine, run.first).machine;
    const { now } = run.first;
    // One that has passed everything and serves all traffic is live, and the new one comes after it.
    const serves = run.machine.phase === 'promoting' && run.first.kind === 'resumed' && run.first.serves;
    const reason = `superseded by ${(0,record/* nameOf */.Vb)(wanted)}`;
    run.first = serves ? { kind: 'time', now } : { kind: 'stop', now, reason };
    await advance(run, hold, 'end');
}
const OUTCOMES = { deployed: 'promoted', unchanged: 'unchanged', stopped: 'aborted' };
async function atOnce(site, state, wanted, hold) {
    const done = await deployRelease(site, state, wanted, { reason: 'deploy' }, hold);
    const { revision, seen, failure } = done;
    // A first release that fails its checks goes on serving: there is nothing to go back to.
    const now = await site.target.inspect((0,engine_site/* lastSeconds */.MY)()).catch(() => undefined);
    const weight = now?.live?.digest === wanted.digest ? 100 : 0;
    const outcome = OUTCOMES[done.outcome];
    return { outcome, revision, seen, verdicts: [], weight, ...(failure ? { failure } : {}) };
}

// EXTERNAL MODULE: ./.build/packages/ledger/index.js + 13 modules
var packages_ledger = __webpack_require__(2571);
// EXTERNAL MODULE: ./.build/packages/engine/lease.js
var lease = __webpack_require__(2839);
;// CONCATENATED MODULE: ./.build/packages/engine/tick.js





/** Does what is due of the rollout in flight, and returns. Under the lease. */
async function tick(site, hold) {
    const run = await (0,resume/* resume */.U)(site, hold);
    if (run)
        return await advance(run, hold, 'due');
    const { rollout } = await site.ledger.read(site.environment);
    if (rollout) {
        const { live } = await (0,recover/* recover */.lj)(site, hold);
        const revision = live?.revision;
        const weight = live?.digest === rollout.release.digest ? 100 : 0;
        const done = { outcome: 'recovered', weight, revision, verdicts: [], seen: [] };
        return weight === 100 ? done : { ...done, failure: takenBack(site, rollout.release) };
    }
    return idle(site);
}
function takenBack({ environment }, release) {
    return new runtime/* GateError */.ue(`the interrupted rollout of ${(0,record/* nameOf */.Vb)(release)} was taken back`, {
        where: environment,
        mend: 'run the job again that deployed it',
    });
}
/** What stands, for those who only look: a target that cannot be read is told, and is no failure. */
async function idle({ target, ports }) {
    const observed = await target.inspect(glance()).catch((error) => {
        ports.log.warning(`${target.location} could not be read: ${(0,runtime/* describeError */.Uc)(error).text}`);
        return undefined;
    });
    const weight = observed?.weight ?? 0;
    return { outcome: 'idle', weight, revision: observed?.live?.id, verdicts: [], seen: [] };
}
const glance = () => AbortSignal.timeout(10_000);

;// CONCATENATED MODULE: ./.build/packages/engine/command.js










/** How long the job that carries the rollout may take to take a request up, in ms. */
const command_WITHIN = 90_000;
const command_PAUSE = 2_000;
/**
 * What a person wants of the rollout in flight. Done here when no living job carries it; else it is asked of
 * that job, through the ledger, and waited for; `failure` says that what was asked for was not done. Throws
 * GateError when that takes too long; the request stays.
 */
async function command(site, wanted) {
    return asAsked(site, wanted, await carryOut(site, wanted));
}
/** Whether what was asked for was done: an abort that worked is no failure, and one that came too late is. */
function asAsked({ environment }, { kind }, { failure, ...done }) {
    const { outcome, weight, seen } = done;
    if (kind === 'promote') {
        if (failure || outcome !== 'aborted')
            return { ...done, ...(failure ? { failure } : {}) };
        return { ...done, failure: new runtime/* GateError */.ue(`the rollout was aborted: ${seen.join('; ')}`, AGAIN) };
    }
    const live = outcome === 'promoted' || (outcome === 'recovered' && weight === 100);
    if (!live)
        return done;
    const late = 'the abort came too late: the release is live';
    const mend = 'to go back, use the rollback action';
    return { ...done, failure: new runtime/* GateError */.ue(late, { where: environment, mend }) };
}
const AGAIN = { mend: 'mend the release and deploy a new one' };
async function carryOut(site, wanted) {
    const { ledger, environment, ports } = site;
    const first = (await ledger.read(environment)).rollout;
    if (!first)
        return await nothingInFlight(site, wanted);
    const start = ports.clock.now();
    let asked = false;
    for (;;) {
        const state = await ledger.read(environment);
        if (state.rollout?.id !== first.id)
            return ended(state, first);
        if (!(0,lease/* holderOf */.Kd)(state, ports.clock.now())) {
            // undefined: somebody was faster, and has the lease.
            const done = await (0,lease/* unlessHeld */.Ok)(site, wanted.kind, (hold) => decide(site, wanted, first.id, hold));
            if (done)
                return done;
        }
        else if (!asked) {
            asked = true;
            await ask(site, state, first, wanted);
        }
        else if (wanted.kind === 'promote' && !wanted.full && !state.rollout.request) {
            ports.log.info('It was taken up');
            return going(state.rollout);
        }
        if (ports.clock.now() - start > command_WITHIN)
            throw notTakenUp(site, state, first, wanted);
        await ports.clock.sleep(command_PAUSE, ports.signal);
    }
}
async function decide(site, wanted, id, hold) {
    const { environment, ledger, ports } = site;
    const { rollout } = await ledger.read(environment);
    if (rollout?.id !== id)
        throw new runtime/* GateError */.ue(`the rollout of ${environment} ended in the meantime`);
    const run = await (0,resume/* resume */.U)(site, hold, wanted.kind === 'abort');
    if (!run)
        return await withoutMachine(site, wanted, rollout, hold);
    const now = ports.clock.now();
    run.machine = (0,packages_rollout/* next */.K2)(run.machine, run.first).machine;
    run.first = { kind: 'time', now };
    if (wanted.kind === 'promote' && isStarting(run)) {
        await ledger.append(environment, (state, stamp) => (0,packages_ledger/* requestDecision */.IH)(state, { id, ...wanted }, stamp));
    }
    else if (wanted.kind === 'abort' || wanted.full || run.machine.phase === 'paused') {
        const request = { ...wanted, by: ports.context.actor, at: new Date(now).toISOString() };
        run.first = observationOf(request, now);
        run.answers = request;
        run.askedAt = now;
    }
    else {
        ports.log.notice(`${(0,record/* nameOf */.Vb)(rollout.release)} is not paused (${run.machine.phase}): it goes on by itself`);
    }
    return await advance(run, hold, 'due');
}
async function withoutMachine(site, { kind }, { release }, hold) {
    if (kind === 'promote') {
        throw new runtime/* UserError */.yo(`${(0,record/* nameOf */.Vb)(release)} is not released in steps: it cannot be promoted`, {
            where: site.environment,
            mend: 'use `command: abort`, or run the job again that deployed it',
        });
    }
    const { live } = await (0,recover/* recover */.lj)(site, hold);
    const weight = live?.digest === release.digest ? 100 : 0;
    return { outcome: 'recovered', weight, revision: live?.revision, verdicts: [], seen: [] };
}
async function nothingInFlight(site, { kind }) {
    const { environment, ports } = site;
    if (kind === 'promote') {
        throw new runtime/* UserError */.yo(`no rollout is in flight in ${environment}: there is nothing to promote`, {
            where: `${environment} in ${site.ledger.location}`,
            mend: 'start one: run the canary action with an image',
        });
    }
    ports.log.notice(`No rollout is in flight in ${environment}: nothing to abort. To go back, use the rollback action`);
    return await idle(site);
}
async function ask({ ledger, environment, ports }, state, { id, release }, { kind, full, why }) {
    ports.log.info(`${state.lease?.owner} carries the rollout of ${(0,record/* nameOf */.Vb)(release)}: it is asked to ${kind}, through the ledger`);
    await ledger.append(environment, (now, stamp) => (0,packages_ledger/* requestDecision */.IH)(now, { id, kind, full, why }, stamp));
}
/** How it ended, by the record. */
function ended({ live, lastStopped }, { release }) {
    const promoted = live?.digest === release.digest;
    const outcome = promoted ? 'promoted' : 'aborted';
    const seen = promoted ? [] : [lastStopped?.why ?? 'it ended'];
    return { outcome, weight: promoted ? 100 : 0, revision: live?.revision, verdicts: [], seen };
}
const going = ({ weight }) => ({
    ...{ outcome: 'baking', weight, revision: undefined },
    ...{ verdicts: [], seen: [] },
});
function notTakenUp({ ledger, environment }, { lease }, { release }, { kind }) {
    return new runtime/* GateError */.ue(`${lease?.owner ?? 'the job that carries it'} has not ended the rollout of ${(0,record/* nameOf */.Vb)(release)} by now`, {
        where: `${environment} in ${ledger.location}`,
        mend: `the request to ${kind} is recorded and stays: whoever carries the rollout takes it up. Look with \`command: status\``,
    });
}

// EXTERNAL MODULE: ./.build/packages/config/index.js + 32 modules
var packages_config = __webpack_require__(3848);
// EXTERNAL MODULE: ./.build/packages/runtime/errors.js
var errors = __webpack_require__(9910);
// EXTERNAL MODULE: ./.build/packages/runtime/redact.js
var redact = __webpack_require__(4236);
// EXTERNAL MODULE: ./.build/packages/metrics/template.js
var template = __webpack_require__(9152);
// EXTERNAL MODULE: ./.build/packages/metrics/units.js
var units = __webpack_require__(1507);
;// CONCATENATED MODULE: ./.build/packages/metrics/checked.js




/**
 * What every provider has in common: shapes are checked, impossible numbers are failures, values are scaled
 * once, what is thrown is a failure, and no secret that was used stands in what people read.
 */
function checked(open, expected, context) {
    const { unit } = expected;
    const redactor = new redact/* Redactor */.p();
    const used = new Set();
    const provider = open({
        ...context,
        secret(name) {
            const value = context.secret(name);
            redactor.add(value);
            used.add(value.trim());
            return value;
        },
    });
    const safe = (text) => [...used].reduce(withoutBeginning, redactor.redact(text));
    return {
        type: provider.type,
        async measure(question, signal) {
            const measured = await checked_ask(provider, expected, question, signal);
            const query = safe(measured.query);
            if (measured.kind === 'failure' || measured.kind === 'no-data') {
                return { ...measured, query, reason: safe(measured.reason) };
            }
            const known = measured.kind === 'series' ? withoutGaps(measured) : measured;
            const problem = checked_problemOf(known);
            return problem ? { ...problem, query } : { ...(0,units/* scaled */.vK)(known, unit), query };
        },
    };
}
/** What an answer quotes is cut before it gets here, maybe in the middle of a secret. */
const SHORTEST = 8;
function withoutBeginning(text, secret) {
    const at = secret.length > SHORTEST ? text.indexOf(secret.slice(0, SHORTEST)) : -1;
    if (at < 0)
        return text;
    let end = at + SHORTEST;
    while (end < text.length && text[end] === secret[end - at])
        end++;
    return withoutBeginning(`${text.slice(0, at)}***${text.slice(end)}`, secret);
}
async function checked_ask(provider, { form: { form, shapes }, refuse }, question, signal) {
    const query = `a ${question.shape} of ${provider.type}`;
    if (!shapes.includes(question.shape)) {
        const reason = `this query of ${provider.type} gives ${form === 'value' ? 'a value' : form}, no ${question.shape}`;
        return { kind: 'failure', query, reason };
    }
    const refused = refuse?.(question);
    if (refused)
        return { kind: 'failure', query, reason: refused };
    try {
        const measured = await provider.measure(question, signal);
        if (['failure', 'no-data', question.shape].includes(measured.kind))
            return measured;
        const reason = `${provider.type} answered with a ${measured.kind} where a ${question.shape} was asked for`;
        return { kind: 'failure', query: measured.query, reason };
    }
    catch (error) {
        if (signal?.aborted)
            throw signal.reason;
        if (error instanceof template/* NoBaseline */.P5)
            return { kind: 'no-data', query, reason: error.message };
        return { kind: 'failure', query, reason: (0,errors/* describeError */.Uc)(error).text };
    }
}
/** A time at which there is no number is a time without data. */
const withoutGaps = (series) => ({
    ...series,
    points: series.points.filter(({ value }) => !Number.isNaN(value)),
});
const noData = (reason) => ({ kind: 'no-data', reason });
const failure = (reason) => ({ kind: 'failure', reason });
/** Nothing that is not a number counts as one; nothing that cannot be is believed. */
function checked_problemOf(measured) {
    switch (measured.kind) {
        case 'value':
            return Number.isNaN(measured.value) ? noData('the value is not a number (NaN)') : undefined;
        case 'series': {
            const { points } = measured;
            if (points.length === 0)
                return noData('no point of the series is a number');
            const odd = points.find(({ value }) => !Number.isFinite(value));
            return odd && failure(`a point of the series is ${odd.value} (at ${new Date(odd.at).toISOString()})`);
        }
        case 'counts': {
            const { events, total } = measured;
            if (![events, total].every(isCount))
                return failure(`${events} of ${total} are no counts`);
            if (events > total)
                return failure(`${events} events of only ${total} in total: the queries do not fit`);
            return total === 0 ? noData('nothing happened in the window: 0 in total') : undefined;
        }
        case 'histogram':
            return histogramProblem(measured);
    }
}
function histogramProblem({ bounds, counts }) {
    const rising = bounds.every((bound, i) => Number.isFinite(bound) && bound > (bounds[i - 1] ?? -Infinity));
    if (bounds.length === 0 || !rising)
        return failure('the classes of the histogram do not rise');
    if (counts.length !== bounds.length + 1) {
        return failure(`the histogram has ${counts.length} counts for ${bounds.length} bounds`);
    }
    if (!counts.every(isCount))
        return failure('the histogram has counts that are no whole numbers from 0');
    return counts.some((count) => count > 0) ? undefined : noData('nothing was observed in the window');
}
const isCount = (value) => Number.isSafeInteger(value) && value >= 0;

;// CONCATENATED MODULE: ./.build/packages/metrics/http/defaults.js
/**
 * A connection as its kind fills it in: a provider without an entry under `providers:` is opened with nothing.
 * Where the kind needs a key, that key is missing then, and so are the defaults.
 */
function withDefaults(kind, given) {
    const defaults = kind.read({}, [], () => undefined);
    return { ...defaults, ...given };
}

;// CONCATENATED MODULE: ./.build/packages/metrics/http/exchange.js


/** Figures need no more; a page that never ends must not fill the memory. */
const LARGEST = 5_000_000;
/** Milliseconds for limits to end. Faults are given one more `timeout`: a look that fails is made again. */
const PATIENCE = 20_000;
const PASSING = [408, 425, 500, 502, 503, 504];
/**
 * One question and its answer, whatever the status. Redirects are refused: they would carry keys in headers of
 * a vendor's own to another place. Throws RemoteError when nothing answers, the answer is too large, breaks off
 * or leads elsewhere.
 */
async function exchange({ http, clock }, request, signal, { limited, pause } = {}) {
    const { url, method, headers, body, timeout, harmless, tls } = request;
    const init = {
        ...{ method, headers, timeout, redirect: 'manual', retry: false },
        ...(body === undefined ? {} : { body }),
        ...(signal ? { signal } : {}),
        ...(tls ? { tls } : {}),
    };
    const place = placeOf(url);
    const begin = clock.now();
    const unread = (answer) => answer.status === 429 || limited?.(answer) === true;
    try {
        return await (0,runtime/* retry */.L5)(async () => {
            const answer = await read(await http.fetch(url, init), place, method, signal);
            const passing = unread(answer) || (harmless && PASSING.includes(answer.status));
            if (passing)
                throw new Passing(answer);
            return answer;
        }, (error) => {
            const now = clock.now();
            if (error instanceof Passing && unread(error.answer))
                return after(pause?.(error.answer, now), error.answer);
            const passes = error instanceof Passing || (error instanceof errors/* RemoteError */.Hi && error.retryable);
            return harmless && passes && now - begin < timeout ? {} : undefined;
        }, {
            clock,
            ...(signal ? { signal } : {}),
            policy: { deadline: PATIENCE, firstPause: 250, maxPause: 5_000 },
        });
    }
    catch (error) {
        if (error instanceof Passing)
            return error.answer;
        throw error;
    }
}
/** Ends the tries; its answer is what the caller gets. */
class Passing extends Error {
    answer;
    constructor(answer) {
        super(`HTTP ${answer.status}`);
        this.answer = answer;
    }
}
function after(pause, { headers }) {
    const header = headers.get('retry-after');
    const told = pause ?? (header && /^\d+$/.test(header) ? Number(header) * 1_000 : undefined);
    return told === undefined ? {} : { after: told };
}
/** The address without what may be secret: user, password, query. */
function placeOf(url) {
    const { origin, pathname } = new URL(url);
    return `${origin}${pathname}`;
}
async function read(response, place, method, signal) {
    const { status, headers } = response;
    if (status >= 300 && status < 400) {
        await response.body?.cancel();
        const to = headers.get('location');
        const where = to && URL.canParse(to, place) ? new URL(to, place).origin : 'elsewhere';
        throw new errors/* RemoteError */.Hi(`${method} ${place} answers ${status} and leads to ${where}`, {
            mend: 'configure the address that it leads to, if that is right: keys are not carried along',
            status,
        });
    }
    const chunks = [];
    let size = 0;
    try {
        for await (const chunk of response.body ?? []) {
            size += chunk.length;
            // Leaving the loop ends the connection.
            if (size > LARGEST)
                throw new errors/* RemoteError */.Hi(`${place} answers with more than ${LARGEST} bytes`, { status });
            chunks.push(chunk);
        }
    }
    catch (error) {
        if (signal?.aborted)
            throw signal.reason;
        if (error instanceof errors/* RemoteError */.Hi)
            throw error;
        throw new errors/* RemoteError */.Hi(`the answer of ${place} broke off`, { status, retryable: true, cause: error });
    }
    return { status, headers, text: Buffer.concat(chunks).toString('utf8'), place };
}
/** The JSON of an answer; undefined where it is none. */
function jsonOf({ text }) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
/** A refusal in words. `message`: what the service says itself, if it can be read. */
function refusal({ status, place, text }, message, mend) {
    const said = message ?? excerpt(text);
    return new errors/* RemoteError */.Hi(`${place} answers ${status}${said ? `: ${said}` : ''}`, {
        status,
        ...(mend ? { mend } : {}),
    });
}
/** An answer that should have been JSON. */
function notJson({ status, place, text, headers }) {
    const type = headers.get('content-type')?.split(';')[0] ?? 'no type';
    return new errors/* RemoteError */.Hi(`${place} answers ${status} with no JSON (${type}): ${excerpt(text) || 'nothing'}`, {
        status,
    });
}
/** The beginning, on one line. */
function excerpt(text) {
    const line = text.slice(0, 2_000).replace(/\s+/g, ' ').trim();
    return line.length > 200 ? `${line.slice(0, 197)}...` : line;
}
/** For people. What is no error of ours was met while an answer was read that has another form than all others. */
function reasonOf(error) {
    if (error instanceof errors/* RemoteError */.Hi || error instanceof errors/* UserError */.yo) {
        return error.mend ? `${error.message}. ${error.mend}` : error.message;
    }
    return `the answer has another form than expected (${error instanceof Error ? error.message : String(error)})`;
}

;// CONCATENATED MODULE: ./.build/packages/metrics/cloudwatch/answer.js

/**
 * The series of each id in all pages. Throws RemoteError when an answer is not whole: another status than
 * Complete at the end, a message about the whole request, several series under one id, or no numbers.
 */
function seriesIn(pages, window) {
    const general = pages.flatMap(({ Messages = [] }) => Messages);
    if (general.length)
        throw new errors/* RemoteError */.Hi(`CloudWatch says: ${words(general)}`);
    const byId = Map.groupBy(pages.flatMap(({ MetricDataResults = [] }) => MetricDataResults), ({ Id = '' }) => Id);
    return new Map([...byId].map(([id, results]) => [id, seriesOf(id, results, window)]));
}
function seriesOf(id, results, window) {
    const labels = new Set(results.map(({ Label }) => Label));
    if (labels.size > 1) {
        const named = [...labels].slice(0, 3).join(', ');
        throw new errors/* RemoteError */.Hi(`CloudWatch answers with ${labels.size} series where one is wanted: ${named}`, {
            mend: 'make one of them: SUM(SEARCH(...)), or no GROUP BY',
        });
    }
    const messages = results.flatMap(({ Messages = [] }) => Messages);
    const status = results.some(({ StatusCode }) => StatusCode === 'InternalError')
        ? 'InternalError'
        : results.at(-1)?.StatusCode;
    if (status !== 'Complete') {
        const why = messages.length ? `: ${words(messages)}` : '';
        throw new errors/* RemoteError */.Hi(`CloudWatch has not given all of ${id} (${status ?? 'no status'})${why}`);
    }
    const points = results.flatMap(({ Timestamps = [], Values = [] }) => {
        if (Timestamps.length !== Values.length)
            throw new errors/* RemoteError */.Hi('CloudWatch gives other times than values');
        return Timestamps.map((time, i) => pointOf(time, Values[i]));
    });
    const inside = points.filter(({ at }) => at >= window.from && at < window.to);
    return { points: inside.sort((a, b) => a.at - b.at), notes: messages.map((message) => words([message])) };
}
function pointOf(time, value) {
    const at = typeof time === 'number' ? time * 1_000 : Date.parse(time);
    if (typeof value !== 'number' || !Number.isFinite(value) || !Number.isFinite(at)) {
        throw new errors/* RemoteError */.Hi(`CloudWatch answers with ${JSON.stringify(value)} at ${time}, and not a number`);
    }
    return { at, value };
}
const words = (messages) => messages.map(({ Code, Value }) => [Code, Value].filter(Boolean).join(': ')).join('; ');
/**
 * One value for the window. Sums add up, extremes stay extreme, and everything else is the mean weighted by
 * samples: exact for an average, near for a percentile. Where the window is one point it is exact for all.
 */
function combine(points, stat, samples) {
    const values = points.map(({ value }) => value);
    if (stat === 'Sum' || stat === 'SampleCount')
        return sum(values);
    if (stat === 'Minimum')
        return Math.min(...values);
    if (stat === 'Maximum')
        return Math.max(...values);
    const [only] = values;
    if (values.length === 1 && only !== undefined)
        return only;
    const counted = new Map(samples.map(({ at, value }) => [at, value]));
    const weights = points.map(({ at }) => counted.get(at) ?? 0);
    if (sum(weights) === 0)
        return sum(values) / values.length;
    return sum(values.map((value, i) => value * (weights[i] ?? 0))) / sum(weights);
}
const sum = (values) => values.reduce((all, value) => all + value, 0);

;// CONCATENATED MODULE: ./node_modules/aws4fetch/dist/aws4fetch.esm.mjs
/**
 * @license MIT <https://opensource.org/licenses/MIT>
 * @copyright Michael Hart 2024
 */
const encoder = new TextEncoder();
const HOST_SERVICES = {
  appstream2: 'appstream',
  cloudhsmv2: 'cloudhsm',
  email: 'ses',
  marketplace: 'aws-marketplace',
  mobile: 'AWSMobileHubService',
  pinpoint: 'mobiletargeting',
  queue: 'sqs',
  'git-codecommit': 'codecommit',
  'mturk-requester-sandbox': 'mturk-requester',
  'personalize-runtime': 'personalize',
};
const UNSIGNABLE_HEADERS = new Set([
  'authorization',
  'content-type',
  'content-length',
  'user-agent',
  'presigned-expires',
  'expect',
  'x-amzn-trace-id',
  'range',
  'connection',
]);
class AwsClient {
  constructor({ accessKeyId, secretAccessKey, sessionToken, service, region, cache, retries, initRetryMs }) {
    if (accessKeyId == null) throw new TypeError('accessKeyId is a required option')
    if (secretAccessKey == null) throw new TypeError('secretAccessKey is a required option')
    this.accessKeyId = accessKeyId;
    this.secretAccessKey = secretAccessKey;
    this.sessionToken = sessionToken;
    this.service = service;
    this.region = region;
    this.cache = cache || new Map();
    this.retries = retries != null ? retries : 10;
    this.initRetryMs = initRetryMs || 50;
  }
  async sign(input, init) {
    if (input instanceof Request) {
      const { method, url, headers, body } = input;
      init = Object.assign({ method, url, headers }, init);
      if (init.body == null && headers.has('Content-Type')) {
        init.body = body != null && headers.has('X-Amz-Content-Sha256') ? body : await input.clone().arrayBuffer();
      }
      input = url;
    }
    const signer = new AwsV4Signer(Object.assign({ url: input.toString() }, init, this, init && init.aws));
    const signed = Object.assign({}, init, await signer.sign());
    delete signed.aws;
    try {
      return new Request(signed.url.toString(), signed)
    } catch (e) {
      if (e instanceof TypeError) {
        return new Request(signed.url.toString(), Object.assign({ duplex: 'half' }, signed))
      }
      throw e
    }
  }
  async fetch(input, init) {
    for (let i = 0; i <= this.retries; i++) {
      const fetched = fetch(await this.sign(input, init));
      if (i === this.retries) {
        return fetched
      }
      const res = await fetched;
      if (res.status < 500 && res.status !== 429) {
        return res
      }
      await new Promise(resolve => setTimeout(resolve, Math.random() * this.initRetryMs * Math.pow(2, i)));
    }
    throw new Error('An unknown error occurred, ensure retries is not negative')
  }
}
class AwsV4Signer {
  constructor({ method, url, headers, body, accessKeyId, secretAccessKey, sessionToken, service, region, cache, datetime, signQuery, appendSessionToken, allHeaders, singleEncode }) {
    if (url == null) throw new TypeError('url is a required option')
    if (accessKeyId == null) throw new TypeError('accessKeyId is a required option')
    if (secretAccessKey == null) throw new TypeError('secretAccessKey is a required option')
    this.method = method || (body ? 'POST' : 'GET');
    this.url = new URL(url);
    this.headers = new Headers(headers || {});
    this.body = body;
    this.accessKeyId = accessKeyId;
    this.secretAccessKey = secretAccessKey;
    this.sessionToken = sessionToken;
    let guessedService, guessedRegion;
    if (!service || !region) {
[guessedService, guessedRegion] = guessServiceRegion(this.url, this.headers);
    }
    this.service = service || guessedService || '';
    this.region = region || guessedRegion || 'us-east-1';
    this.cache = cache || new Map();
    this.datetime = datetime || new Date().toISOString().replace(/[:-]|\.\d{3}/g, '');
    this.signQuery = signQuery;
    this.appendSessionToken = appendSessionToken || this.service === 'iotdevicegateway';
    this.headers.delete('Host');
    if (this.service === 's3' && !this.signQuery && !this.headers.has('X-Amz-Content-Sha256')) {
      this.headers.set('X-Amz-Content-Sha256', 'UNSIGNED-PAYLOAD');
    }
    const params = this.signQuery ? this.url.searchParams : this.headers;
    params.set('X-Amz-Date', this.datetime);
    if (this.sessionToken && !this.appendSessionToken) {
      params.set('X-Amz-Security-Token', this.sessionToken);
    }
    this.signableHeaders = ['host', ...this.headers.keys()]
      .filter(header => allHeaders || !UNSIGNABLE_HEADERS.has(header))
      .sort();
    this.signedHeaders = this.signableHeaders.join(';');
    this.canonicalHeaders = this.signableHeaders
      .map(header => header + ':' + (header === 'host' ? this.url.host : (this.headers.get(header) || '').replace(/\s+/g, ' ')))
      .join('\n');
    this.credentialString = [this.datetime.slice(0, 8), this.region, this.service, 'aws4_request'].join('/');
    if (this.signQuery) {
      if (this.service === 's3' && !params.has('X-Amz-Expires')) {
        params.set('X-Amz-Expires', '86400');
      }
      params.set('X-Amz-Algorithm', 'AWS4-HMAC-SHA256');
      params.set('X-Amz-Credential', this.accessKeyId + '/' + this.credentialString);
      params.set('X-Amz-SignedHeaders', this.signedHeaders);
    }
    if (this.service === 's3') {
      try {
        this.encodedPath = decodeURIComponent(this.url.pathname.replace(/\+/g, ' '));
      } catch (e) {
        this.encodedPath = this.url.pathname;
      }
    } else {
      this.encodedPath = this.url.pathname.replace(/\/+/g, '/');
    }
    if (!singleEncode) {
      this.encodedPath = encodeURIComponent(this.encodedPath).replace(/%2F/g, '/');
    }
    this.encodedPath = encodeRfc3986(this.encodedPath);
    const seenKeys = new Set();
    this.encodedSearch = [...this.url.searchParams]
      .filter(([k]) => {
        if (!k) return false
        if (this.service === 's3') {
          if (seenKeys.has(k)) return false
          seenKeys.add(k);
        }
        return true
      })
      .map(pair => pair.map(p => encodeRfc3986(encodeURIComponent(p))))
      .sort(([k1, v1], [k2, v2]) => k1 < k2 ? -1 : k1 > k2 ? 1 : v1 < v2 ? -1 : v1 > v2 ? 1 : 0)
      .map(pair => pair.join('='))
      .join('&');
  }
  async sign() {
    if (this.signQuery) {
      this.url.searchParams.set('X-Amz-Signature', await this.signature());
      if (this.sessionToken && this.appendSessionToken) {
        this.url.searchParams.set('X-Amz-Security-Token', this.sessionToken);
      }
    } else {
      this.headers.set('Authorization', await this.authHeader());
    }
    return {
      method: this.method,
      url: this.url,
      headers: this.headers,
      body: this.body,
    }
  }
  async authHeader() {
    return [
      'AWS4-HMAC-SHA256 Credential=' + this.accessKeyId + '/' + this.credentialString,
      'SignedHeaders=' + this.signedHeaders,
      'Signature=' + (await this.signature()),
    ].join(', ')
  }
  async signature() {
    const date = this.datetime.slice(0, 8);
    const cacheKey = [this.secretAccessKey, date, this.region, this.service].join();
    let kCredentials = this.cache.get(cacheKey);
    if (!kCredentials) {
      const kDate = await hmac('AWS4' + this.secretAccessKey, date);
      const kRegion = await hmac(kDate, this.region);
      const kService = await hmac(kRegion, this.service);
      kCredentials = await hmac(kService, 'aws4_request');
      this.cache.set(cacheKey, kCredentials);
    }
    return buf2hex(await hmac(kCredentials, await this.stringToSign()))
  }
  async stringToSign() {
    return [
      'AWS4-HMAC-SHA256',
      this.datetime,
      this.credentialString,
      buf2hex(await hash(await this.canonicalString())),
    ].join('\n')
  }
  async canonicalString() {
    return [
      this.method.toUpperCase(),
      this.encodedPath,
      this.encodedSearch,
      this.canonicalHeaders + '\n',
      this.signedHeaders,
      await this.hexBodyHash(),
    ].join('\n')
  }
  async hexBodyHash() {
    let hashHeader = this.headers.get('X-Amz-Content-Sha256') || (this.service === 's3' && this.signQuery ? 'UNSIGNED-PAYLOAD' : null);
    if (hashHeader == null) {
      if (this.body && typeof this.body !== 'string' && !('byteLength' in this.body)) {
        throw new Error('body must be a string, ArrayBuffer or ArrayBufferView, unless you include the X-Amz-Content-Sha256 header')
      }
      hashHeader = buf2hex(await hash(this.body || ''));
    }
    return hashHeader
  }
}
async function hmac(key, string) {
  const cryptoKey = await crypto.subtle.importKey(
    'raw',
    typeof key === 'string' ? encoder.encode(key) : key,
    { name: 'HMAC', hash: { name: 'SHA-256' } },
    false,
    ['sign'],
  );
  return crypto.subtle.sign('HMAC', cryptoKey, encoder.encode(string))
}
async function hash(content) {
  return crypto.subtle.digest('SHA-256', typeof content === 'string' ? encoder.encode(content) : content)
}
const HEX_CHARS = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'];
function buf2hex(arrayBuffer) {
  const buffer = new Uint8Array(arrayBuffer);
  let out = '';
  for (let idx = 0; idx < buffer.length; idx++) {
    const n = buffer[idx];
    out += HEX_CHARS[(n >>> 4) & 0xF];
    out += HEX_CHARS[n & 0xF];
  }
  return out
}
function encodeRfc3986(urlEncodedStr) {
  return urlEncodedStr.replace(/[!'()*]/g, c => '%' + c.charCodeAt(0).toString(16).toUpperCase())
}
function guessServiceRegion(url, headers) {
  const { hostname, pathname } = url;
  if (hostname.endsWith('.on.aws')) {
    const match = hostname.match(/^[^.]{1,63}\.lambda-url\.([^.]{1,63})\.on\.aws$/);
    return match != null ? ['lambda', match[1] || ''] : ['', '']
  }
  if (hostname.endsWith('.r2.cloudflarestorage.com')) {
    return ['s3', 'auto']
  }
  if (hostname.endsWith('.backblazeb2.com')) {
    const match = hostname.match(/^(?:[^.]{1,63}\.)?s3\.([^.]{1,63})\.backblazeb2\.com$/);
    return match != null ? ['s3', match[1] || ''] : ['', '']
  }
  const match = hostname.replace('dualstack.', '').match(/([^.]{1,63})\.(?:([^.]{0,63})\.)?amazonaws\.com(?:\.cn)?$/);
  let service = (match && match[1]) || '';
  let region = match && match[2];
  if (region === 'us-gov') {
    region = 'us-gov-west-1';
  } else if (region === 's3' || region === 's3-accelerate') {
    region = 'us-east-1';
    service = 's3';
  } else if (service === 'iot') {
    if (hostname.startsWith('iot.')) {
      service = 'execute-api';
    } else if (hostname.startsWith('data.jobs.iot.')) {
      service = 'iot-jobs-data';
    } else {
      service = pathname === '/mqtt' ? 'iotdevicegateway' : 'iotdata';
    }
  } else if (service === 'autoscaling') {
    const targetPrefix = (headers.get('X-Amz-Target') || '').split('.')[0];
    if (targetPrefix === 'AnyScaleFrontendService') {
      service = 'application-autoscaling';
    } else if (targetPrefix === 'AnyScaleScalingPlannerFrontendService') {
      service = 'autoscaling-plans';
    }
  } else if (region == null && service.startsWith('s3-')) {
    region = service.slice(3).replace(/^fips-|^external-1/, '');
    service = 's3';
  } else if (service.endsWith('-fips')) {
    service = service.slice(0, -5);
  } else if (region && /-\d$/.test(service) && !/-\d$/.test(region)) {
[service, region] = [region, service];
  }
  return [HOST_SERVICES[service] || service, region || '']
}



;// CONCATENATED MODULE: ./.build/packages/metrics/http-access.js

/** The headers that say who asks. Secrets are read at once: a job without them fails before it measures. */
function authHeaders(auth, context) {
    // A line break at the end, as of a file, is no part of a secret that travels in a header.
    const secret = (name) => context.secret(name).trim();
    if (auth?.bearer !== undefined)
        return { authorization: `Bearer ${secret(auth.bearer)}` };
    if (auth?.header)
        return { [auth.header.name]: secret(auth.header.value) };
    if (!auth?.basic)
        return {};
    const { user, password } = auth.basic;
    return { authorization: `Basic ${Buffer.from(`${user}:${secret(password)}`).toString('base64')}` };
}
/** Certificates of `providers.<name>.tls`; their files are read once, with the first question. */
function certificatesOf(name, tls, url, context) {
    if (!tls || Object.keys(tls).length === 0)
        return async () => undefined;
    if (!url.startsWith('https:')) {
        throw new errors/* UserError */.yo(`\`tls\` of the provider ${name} needs an https address`, { mend: 'correct `url`' });
    }
    const secretKey = tls.keySecret === undefined ? undefined : context.secret(tls.keySecret);
    const read = async (path) => {
        if (path === undefined)
            return undefined;
        const text = await context.ports.files.read(path);
        if (text !== undefined)
            return text;
        throw new errors/* UserError */.yo(`there is no file ${path}`, {
            where: `providers.${name}.tls`,
            mend: 'correct its path',
        });
    };
    let files;
    const readAll = async () => {
        const [ca, cert, key = secretKey] = await Promise.all([tls.ca, tls.cert, tls.key].map(read));
        return { ...(ca ? { ca } : {}), ...(cert ? { cert } : {}), ...(key ? { key } : {}) };
    };
    return () => {
        files ??= readAll();
        return files;
    };
}

;// CONCATENATED MODULE: ./.build/packages/metrics/cloudwatch/client.js





/** A window has few points; more pages than this are a mistake of a service that never ends. */
const MOST_PAGES = 20;
/** Milliseconds; AWS refuses signatures that are older or newer than 15 minutes. */
const SKEW = 5 * 60_000;
/** Throws UserError without credentials or region: a job that lacks them fails before anything is measured. */
function openClient(connection, context) {
    const { clock, context: here, http, mask } = context.ports;
    const { accessKeyId, secretAccessKey, sessionToken } = here.aws ?? {};
    if (!accessKeyId || !secretAccessKey) {
        throw new errors/* UserError */.yo('no credentials for CloudWatch: AWS_ACCESS_KEY_ID or AWS_SECRET_ACCESS_KEY is not set', {
            mend: 'sign in earlier in the job (aws-actions/configure-aws-credentials), or set them by `env:`',
        });
    }
    const region = connection.region ?? here.aws?.region;
    if (!region) {
        throw new errors/* UserError */.yo('no region for CloudWatch', {
            mend: 'set `region` under `providers: { cloudwatch: ... }`, or AWS_REGION',
        });
    }
    const redactor = new redact/* Redactor */.p();
    for (const secret of [secretAccessKey, sessionToken]) {
        if (!secret)
            continue;
        redactor.add(secret);
        mask(secret);
    }
    const domain = region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
    const url = connection.url ?? `https://monitoring.${region}.${domain}/`;
    const credentials = { accessKeyId, secretAccessKey, region, ...(sessionToken ? { sessionToken } : {}) };
    const certificates = certificatesOf('cloudwatch', connection.tls, url, context);
    async function page(body, signal) {
        const datetime = new Date(clock.now()).toISOString().replace(/[:-]|\.\d{3}/g, '');
        const headers = {
            'content-type': 'application/x-amz-json-1.0',
            'x-amz-target': 'GraniteServiceVersion20100801.GetMetricData',
        };
        const what = { url, method: 'POST', headers, body, service: 'monitoring', datetime };
        const signed = await new AwsV4Signer({ ...what, ...credentials }).sign();
        const request = {
            ...{ url, method: 'POST', body, timeout: connection.timeout, harmless: true },
            tls: await certificates(),
            headers: Object.fromEntries(signed.headers),
        };
        const answer = await exchange({ http, clock }, request, signal, { limited: isThrottled });
        if (answer.status !== 200)
            throw refused(answer, clock.now());
        const json = jsonOf(answer);
        if (typeof json !== 'object' || json === null || !('MetricDataResults' in json))
            throw notJson(answer);
        return json;
    }
    return {
        redact: (text) => redactor.redact(text),
        async getMetricData(body, signal) {
            const pages = [];
            let token;
            do {
                if (pages.length === MOST_PAGES)
                    throw new errors/* RemoteError */.Hi(`CloudWatch goes on after ${MOST_PAGES} pages`);
                const next = await page(JSON.stringify(token ? { ...body, NextToken: token } : body), signal);
                pages.push(next);
                token = next.NextToken;
            } while (token);
            return pages;
        },
    };
}
/** Code and words of an error, as the JSON protocol gives them (the code with a namespace before `#`). */
function errorIn(answer) {
    const json = (jsonOf(answer) ?? {});
    const code = json.__type ?? answer.headers.get('x-amzn-errortype') ?? '';
    const message = json.message ?? json.Message ?? '';
    return { code: String(code).split('#').at(-1)?.split(':')[0] ?? '', message: String(message) };
}
/** Limits come as 400. */
const isThrottled = (answer) => answer.status === 400 &&
    /^(Throttling|ThrottlingException|RequestLimitExceeded|LimitExceeded)/.test(errorIn(answer).code);
function refused(answer, now) {
    const { code, message } = errorIn(answer);
    const said = [code, message].filter(Boolean).join(': ');
    const theirs = Date.parse(answer.headers.get('date') ?? '');
    const off = Number.isFinite(theirs) ? Math.round((now - theirs) / 1_000) : 0;
    if (Math.abs(off) * 1_000 > SKEW) {
        const clock = `the clock of this machine is ${Math.abs(off)} s ${off > 0 ? 'ahead' : 'behind'}: set it`;
        return refusal(answer, said || undefined, clock);
    }
    return refusal(answer, said || undefined, MENDS.find(([pattern]) => pattern.test(code))?.[1]);
}
const MENDS = [
    [/^ExpiredToken/, 'the credentials have expired: sign in again, or for longer than the rollout takes'],
    [/^(AccessDenied|UnauthorizedOperation)/, 'allow cloudwatch:GetMetricData to the role of the job'],
    [
        /^(SignatureDoesNotMatch|InvalidSignature|UnrecognizedClient|InvalidClientTokenId|MissingAuthenticationToken)/,
        'check AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN, and the region',
    ],
];

// EXTERNAL MODULE: ./.build/packages/metrics/cloudwatch/kinds.js
var kinds = __webpack_require__(3570);
;// CONCATENATED MODULE: ./.build/packages/metrics/cloudwatch/request.js


/** A dimension's value is a text of its own in JSON. */
const DIMENSION = { escape: (value) => value };
/** In metric maths a value stands in quotes or not; what could end them or be an operator is refused. */
const EXPRESSION = {
    escape(value) {
        if (/^[\w.:/@+-]+$/.test(value))
            return value;
        throw new errors/* UserError */.yo(`${JSON.stringify(value)} cannot stand in an expression of CloudWatch`, {
            mend: 'use it as the value of a dimension, under `metrics`',
        });
    },
};
/** The request for one window. */
function request_requestOf(query, window, asked) {
    const parts = 'namespace' in query ? plain(query, window, asked) : maths(query, window, asked);
    const { from, to, period } = window;
    const range = `${request_iso(from)} to ${request_iso(to)}, one point for ${period}s`;
    const body = {
        MetricDataQueries: parts.entries,
        StartTime: from / 1_000,
        EndTime: to / 1_000,
        ScanBy: 'TimestampAscending',
    };
    return { body, ids: parts.ids, query: `${parts.words}, ${range}` };
}
function plain(metric, { period }, asked) {
    const ids = { value: 'fairway_value', samples: 'fairway_samples' };
    const { entry, words } = metricEntry(ids.value, metric, period, asked);
    const samples = metricEntry(ids.samples, { ...metric, stat: 'SampleCount' }, period, asked).entry;
    return { ids, entries: [entry, samples], words };
}
function maths(query, { period }, asked) {
    const wanted = 'events' in query ? [query.events, query.total] : [query.expression];
    const expressions = wanted.map((text) => (0,template/* render */.XX)(text, asked, EXPRESSION).trim());
    const metrics = Object.entries(query.metrics).map(([id, metric]) => {
        const { entry, words } = metricEntry(id, metric, period, asked);
        return { entry: { ...entry, ReturnData: expressions.includes(id) }, words: `${id} = ${words}` };
    });
    const made = [];
    const ids = expressions.map((text, i) => {
        // The name of a metric alone is that metric.
        if (Object.hasOwn(query.metrics, text))
            return text;
        const Id = `fairway_${i}`;
        const insights = /^SELECT\b/i.test(text) ? { Period: period } : {};
        made.push({ Id, Expression: text, ...insights });
        return Id;
    });
    const [value = '', total] = ids;
    const words = [expressions.join(' of '), ...metrics.map((metric) => metric.words)].join('; ');
    const entries = [...metrics.map(({ entry }) => entry), ...made];
    return { ids: { value, ...(total === undefined ? {} : { total }) }, entries, words };
}
function metricEntry(Id, metric, Period, asked) {
    const { namespace, metric: name, dimensions, stat, unit, account } = metric;
    const rendered = Object.entries(dimensions).map(([key, value]) => ({
        Name: key,
        Value: (0,template/* render */.XX)(value, asked, DIMENSION),
    }));
    const entry = {
        Id,
        MetricStat: {
            Metric: { Namespace: namespace, MetricName: name, Dimensions: rendered },
            ...{ Period, Stat: stat },
            ...(unit ? { Unit: unit } : {}),
        },
        ...(account ? { AccountId: account } : {}),
    };
    const labels = rendered.map(({ Name, Value }) => `${Name}=${JSON.stringify(Value)}`).join(', ');
    return { entry, words: `${stat} of ${namespace} ${name} {${labels}}` };
}
const request_iso = (ms) => new Date(ms).toISOString().replace('.000Z', 'Z');

;// CONCATENATED MODULE: ./.build/packages/metrics/cloudwatch/window.js
const MINUTE = 60_000;
/**
 * CloudWatch keeps figures by the minute (or by a shorter period), so a window is moved to whole minutes, both
 * ends down: windows that follow one another lose nothing and count nothing twice. undefined: no whole minute.
 * `delay`: figures are this late, in ms. `step`: ms between the points of a series; without it one point is to
 * stand for the whole window unless `period` (ms) says otherwise.
 */
function windowOf(asked, { period, delay, step }) {
    const grain = Math.min(period ?? MINUTE, MINUTE);
    const down = (at) => Math.floor((at - delay) / grain) * grain;
    const [from, to] = [down(asked.from), down(asked.to)];
    if (to <= from)
        return undefined;
    const wanted = period ?? step ?? to - from;
    // A step between two periods is rounded up: there are no points in between.
    const ms = wanted <= grain ? grain : Math.ceil(wanted / MINUTE) * MINUTE;
    return { from, to, period: Math.min(ms, Math.max(to - from, grain)) / 1_000 };
}

;// CONCATENATED MODULE: ./.build/packages/metrics/cloudwatch/index.js








/**
 * Amazon CloudWatch: a metric, metric maths or Metrics Insights, by GetMetricData and the job's own AWS
 * credentials. Windows are whole minutes (or the `period` where it is shorter), `delay` earlier.
 */
const cloudwatchMetrics = {
    type: 'cloudwatch',
    open(query, given, context) {
        const connection = withDefaults(kinds/* cloudwatchKind */.d.connection, given);
        requireSums(query);
        const client = openClient(connection, context);
        const { app, environment } = context;
        return {
            type: 'cloudwatch',
            async measure(question, signal) {
                const { delay } = connection;
                const step = question.shape === 'series' ? question.step : undefined;
                const window = windowOf(question, { period: query.period, delay, step });
                if (!window) {
                    const reason = 'the window holds no whole minute, and CloudWatch has no figures for less';
                    return { kind: 'no-data', query: 'nothing was asked', reason };
                }
                const request = request_requestOf(query, window, { ...question, app, environment });
                const answer = (rest) => ({ ...rest, query: request.query });
                try {
                    const found = seriesIn(await client.getMetricData(request.body, signal), window);
                    return answer(measured(query, request.ids, found, question.shape === 'series'));
                }
                catch (error) {
                    if (signal?.aborted)
                        throw signal.reason;
                    return answer({ kind: 'failure', reason: client.redact(reasonOf(error)) });
                }
            },
        };
    },
};
const NOTHING = { points: [], notes: [] };
function measured(query, ids, found, series) {
    const main = found.get(ids.value) ?? NOTHING;
    if (ids.total !== undefined && 'events' in query) {
        return counts(main, found.get(ids.total) ?? NOTHING, query.noEvents === 'zero');
    }
    if (main.points.length === 0)
        return cloudwatch_noData('CloudWatch has no points in the window', main);
    if (series)
        return { kind: 'series', points: main.points };
    const samples = ids.samples ? (found.get(ids.samples)?.points ?? []) : [];
    const stat = 'namespace' in query ? query.stat : undefined;
    const value = combine(main.points, stat, samples);
    const many = sum(samples.map((point) => point.value));
    return { kind: 'value', value, ...(many > 0 ? { samples: Math.round(many) } : {}) };
}
function counts(events, total, absentIsZero) {
    if (total.points.length === 0)
        return cloudwatch_noData('CloudWatch has no points of `total` in the window', total);
    if (events.points.length === 0 && !absentIsZero) {
        const hint = 'if the metric only exists once something failed, write `no-events: zero`';
        return cloudwatch_noData(`CloudWatch has no points of \`events\` in the window; ${hint}`, events);
    }
    // Sums of whole numbers come back with the rounding of floating point.
    const whole = ({ points }) => Math.round(sum(points.map(({ value }) => value)));
    return { kind: 'counts', events: whole(events), total: whole(total) };
}
const cloudwatch_noData = (reason, { notes }) => ({
    kind: 'no-data',
    reason: notes.length ? `${reason} (${notes.join('; ')})` : reason,
});
/** Counts are sums; an average of requests is no number of requests. */
function requireSums(query) {
    if (!('events' in query))
        return;
    const wrong = Object.entries(query.metrics).find(([, { stat }]) => !['Sum', 'SampleCount'].includes(stat));
    if (!wrong)
        return;
    throw new errors/* UserError */.yo(`cloudwatch: events and total are counts, but ${wrong[0]} has the statistic ${wrong[1].stat}`, {
        mend: 'use `stat: Sum` (or SampleCount)',
    });
}

;// CONCATENATED MODULE: ./.build/packages/metrics/command/environment.js
/**
 * The question as environment variables: FAIRWAY_SIDE, FAIRWAY_SHAPE, FAIRWAY_FROM and FAIRWAY_TO (seconds
 * since 1970), FAIRWAY_WINDOW and FAIRWAY_STEP (seconds), FAIRWAY_VERSION and so on of the side that is asked,
 * FAIRWAY_CANDIDATE_VERSION and FAIRWAY_BASELINE_VERSION and so on of each. What is not known is empty, so
 * that no older value of the job shines through.
 */
function commandEnvironment(question, context) {
    const { side, shape, from, to, step, candidate, baseline } = question;
    const seconds = (ms) => String(Math.round(ms / 1_000));
    return {
        FAIRWAY_APP: context.app,
        FAIRWAY_ENVIRONMENT: context.environment,
        FAIRWAY_SIDE: side,
        FAIRWAY_SHAPE: shape,
        FAIRWAY_FROM: seconds(from),
        FAIRWAY_TO: seconds(to),
        FAIRWAY_WINDOW: seconds(to - from),
        FAIRWAY_STEP: step === undefined ? '' : seconds(step),
        ...subject('FAIRWAY', question[side]),
        ...subject('FAIRWAY_CANDIDATE', candidate),
        ...subject('FAIRWAY_BASELINE', baseline),
    };
}
const subject = (prefix, about) => ({
    [`${prefix}_VERSION`]: about?.version ?? '',
    [`${prefix}_COMMIT`]: about?.commit ?? '',
    [`${prefix}_DIGEST`]: about?.digest ?? '',
    [`${prefix}_REVISION`]: about?.revision ?? '',
});

;// CONCATENATED MODULE: ./.build/packages/metrics/command/output.js
const output_failure = (reason) => ({ kind: 'failure', reason });
const output_noData = (reason) => ({ kind: 'no-data', reason });
const FORMS = new Map([
    ['value', readValue],
    ['samples, value', readValue],
    ['events, total', readCounts],
    ['points', readPoints],
    ['bounds, counts', readHistogram],
    ['no-data', ({ 'no-data': reason }) => output_noData(`the command says: ${shown(reason)}`)],
]);
const VALID = [...FORMS.keys()].map((keys) => `{ ${keys} }`).join(', ');
const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;
/**
 * Reads what a command has written: one number, or one JSON object of a known form. Nothing else is believed:
 * a number with a unit behind it, two numbers or a key too many are mistakes of the command.
 */
function readOutput(stdout, question) {
    const text = stdout.trim();
    if (text === '')
        return output_failure('the command wrote nothing');
    if (/^[+-]?nan$/i.test(text))
        return output_noData('the command wrote NaN');
    if (NUMBER.test(text))
        return readValue({ value: Number(text) });
    if (!text.startsWith('{'))
        return output_failure(`the command wrote ${shown(text)}: neither one number nor JSON`);
    let fields;
    try {
        fields = JSON.parse(text);
    }
    catch {
        return output_failure(`the command wrote ${shown(text)}: JSON that is wrong or breaks off`);
    }
    const keys = Object.keys(fields).sort().join(', ');
    const form = FORMS.get(keys);
    return form ? form(fields, question) : output_failure(`the command wrote { ${keys} }. Valid: ${VALID}.`);
}
function readValue({ value, samples }) {
    if (value === null)
        return output_noData('the value is null');
    if (!isNumber(value))
        return output_failure(`the value ${shown(value)} is not a finite number`);
    if (samples === undefined)
        return { kind: 'value', value };
    if (!isNumber(samples) || samples < 0)
        return output_failure(`samples is ${shown(samples)}, and not a count`);
    return { kind: 'value', value, samples };
}
function readCounts({ events, total }) {
    if (isNumber(events) && isNumber(total))
        return { kind: 'counts', events, total };
    return output_failure(`events and total are ${shown(events)} and ${shown(total)}, and not two counts`);
}
/** Pairs of seconds since 1970 and a value, as the command is told the window. */
function readPoints({ points }, { from, to }) {
    if (!Array.isArray(points))
        return output_failure('points is not a list of [seconds since 1970, value]');
    const read = [];
    for (const point of points) {
        const [seconds, value] = Array.isArray(point) && point.length === 2 ? point : [];
        if (!isNumber(seconds) || !(isNumber(value) || value === null))
            return output_failure(`${shown(point)} is not a point: [seconds since 1970, value]`);
        const at = seconds * 1_000;
        if (value !== null && at >= from && at <= to)
            read.push({ at, value });
    }
    return { kind: 'series', points: read.sort((a, b) => a.at - b.at) };
}
function readHistogram({ bounds, counts }) {
    const numbers = (list) => Array.isArray(list) && list.every(isNumber);
    if (numbers(bounds) && numbers(counts))
        return { kind: 'histogram', bounds, counts };
    return output_failure('bounds and counts are not two lists of numbers');
}
const isNumber = (value) => typeof value === 'number' && Number.isFinite(value);
/** Short, for a message. */
function shown(value) {
    const text = JSON.stringify(value) ?? 'nothing';
    return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}

;// CONCATENATED MODULE: ./.build/packages/metrics/command/index.js





/** Bytes (about) that a command may write; figures need no more. */
const MOST = 1_000_000;
/** Milliseconds to tidy up after the time is over. */
const GRACE = 2_000;
/** An argument is one text whatever stands in it, but a value must not become an option of the program. */
const ARGUMENT = {
    escape(value, before) {
        if (value.includes('\0'))
            throw new errors/* UserError */.yo('a value holds a NUL, which no argument can');
        if (before === '' && value.startsWith('-'))
            throw new errors/* UserError */.yo(`the value ${JSON.stringify(value)} would be an option of the command`);
        return value;
    },
};
/**
 * Runs a program of the repository in the workspace, without a shell, and reads one number or JSON from its
 * standard output (see `readOutput`). A non-zero exit, silence or anything else is a failure.
 */
const commandMetrics = {
    type: 'command',
    open(query, _connection, context) {
        const secrets = Object.entries(query.secrets).map(([name, secret]) => [name, context.secret(secret)]);
        return {
            type: 'command',
            async measure(question, signal) {
                if (question.side === 'baseline' && !question.baseline)
                    throw new template/* NoBaseline */.P5('nothing is live beside the candidate');
                const { app, environment } = context;
                const asked = { ...question, app, environment };
                const argv = query.run.map((part) => (0,template/* render */.XX)(part, asked, ARGUMENT));
                const shown = argv
                    .map((part) => (/^[\w./:=@%+-]+$/.test(part) ? part : JSON.stringify(part)))
                    .join(' ');
                const addEnv = { ...commandEnvironment(question, context), ...Object.fromEntries(secrets) };
                const run = await runCommand(argv, addEnv, query.timeout, context, signal);
                const read = typeof run === 'string' ? readOutput(run, question) : run;
                return { ...read, query: `${shown} (${question.side})` };
            },
        };
    },
};
/** What it wrote to standard output, or why that does not count. Throws the signal's reason when aborted. */
async function runCommand([command = '', ...args], addEnv, timeout, { ports: { exec, clock, context } }, outer) {
    const end = new AbortController();
    const stop = (reason) => end.abort(new errors/* UserError */.yo(reason));
    const late = `it took longer than ${(0,schema/* formatDuration */.a3)(timeout)} and was ended`;
    let written = 0;
    const running = exec.run(command, args, {
        cwd: context.workspace,
        addEnv,
        signal: outer ? AbortSignal.any([outer, end.signal]) : end.signal,
        grace: GRACE,
        onOutput(chunk) {
            written += chunk.length;
            if (written > MOST)
                stop(`it wrote more than ${MOST} characters and was ended`);
        },
    });
    const timer = new AbortController();
    // Children that the command has left may hold its output open after its end: nobody waits for them.
    const deadline = clock.sleep(timeout, timer.signal).then(async () => {
        stop(late);
        await clock.sleep(GRACE + 500, timer.signal);
        throw new errors/* UserError */.yo(late);
    });
    try {
        return (await Promise.race([running, deadline])).stdout;
    }
    catch (error) {
        if (outer?.aborted)
            throw outer.reason;
        return { kind: 'failure', reason: command_reasonOf(end.signal.aborted ? end.signal.reason : error) };
    }
    finally {
        timer.abort();
        // Whichever lost the race has been told of already.
        void Promise.allSettled([running, deadline]);
    }
}
/** The last lines of what the command said, and its exit code; never its environment. */
function command_reasonOf(error) {
    if (error instanceof errors/* CommandError */.Qd)
        return error.message;
    return (0,errors/* describeError */.Uc)(error).text;
}

;// CONCATENATED MODULE: ./.build/packages/metrics/datadog/answer.js

/** What is wrong in words, of an answer of any status; undefined when nothing is said. */
function saidIn(body) {
    if (typeof body !== 'object' || body === null)
        return undefined;
    const { errors, error } = body;
    const said = [errors, error].flat().filter((one) => one !== undefined && one !== null && one !== '');
    return said.length
        ? said.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join('; ')
        : undefined;
}
/**
 * One number for each name, or undefined where Datadog has none. Throws RemoteError for several series or
 * what is no number.
 */
function scalars(body, names) {
    const { columns } = attributesOf(body);
    if (!Array.isArray(columns))
        throw anotherForm('columns');
    const numbers = columns.filter(({ type }) => type === 'number');
    return names.map((name, i) => {
        // Columns have the names of the queries; a proxy that drops them keeps their order.
        const column = numbers.find((one) => one.name === name) ?? (numbers[i]?.name ? undefined : numbers[i]);
        const values = column?.values ?? [];
        if (values.length > 1)
            throw severalSeries(values.length);
        return numberOf(values[0]);
    });
}
/** The points of the only series; none where Datadog has no series. */
function points(body) {
    const { series, times, values } = attributesOf(body);
    if (!Array.isArray(series) || !Array.isArray(times) || !Array.isArray(values))
        throw anotherForm('series');
    if (series.length > 1)
        throw severalSeries(series.length);
    const [only = []] = values;
    return times.flatMap((time, i) => {
        const value = numberOf(only?.[i]);
        // Milliseconds; seconds by the words of the documentation.
        const at = time < 1e11 ? time * 1_000 : time;
        return value === undefined ? [] : [{ at, value }];
    });
}
function attributesOf(body) {
    const attributes = body.data?.attributes;
    if (typeof attributes !== 'object' || attributes === null)
        throw anotherForm('data');
    return attributes;
}
function numberOf(value) {
    if (value === null || value === undefined)
        return undefined;
    if (typeof value === 'number' && Number.isFinite(value))
        return value;
    throw new errors/* RemoteError */.Hi(`Datadog answers with ${JSON.stringify(value)}, and not with a number`);
}
const anotherForm = (missing) => new errors/* RemoteError */.Hi(`Datadog answers with JSON of another form: ${missing} is missing`);
const severalSeries = (many) => new errors/* RemoteError */.Hi(`Datadog answers with ${many} series where one is wanted`, {
    mend: 'leave out `by {...}`, or name one group in the tags',
});

// EXTERNAL MODULE: ./.build/packages/metrics/datadog/kinds.js
var datadog_kinds = __webpack_require__(4222);
;// CONCATENATED MODULE: ./.build/packages/metrics/datadog/request.js

/**
 * Tags are stored in small letters, with `_` for every sign but letters, digits and `_-:./`: a version such as
 * 1.0.0+Build is found as 1.0.0_build. So a value can neither miss its tag nor end the list of tags.
 */
const TAG = {
    escape: (value) => value.toLowerCase().replace(/[^a-z0-9_:./-]/g, '_'),
};
/** `step` (ms): asks for the points themselves, at least that far from each other. */
function askOf(query, asked, step) {
    const parts = partsOf(query, asked);
    const { from, to } = asked;
    const queries = parts.map(({ name, text, aggregator }) => ({
        ...{ name, data_source: 'metrics', query: text },
        ...(step === undefined ? { aggregator } : {}),
    }));
    const interval = step === undefined ? {} : { interval: step };
    const type = step === undefined ? 'scalar_request' : 'timeseries_request';
    const words = parts.map(({ text, aggregator }) => (step === undefined ? `${aggregator} of ${text}` : text));
    const range = `${new Date(from).toISOString()} to ${new Date(to).toISOString()}`;
    return {
        path: step === undefined ? '/api/v2/query/scalar' : '/api/v2/query/timeseries',
        body: { data: { type, attributes: { from, to, queries, ...interval } } },
        names: parts.map(({ name }) => name),
        words: `${words.join(' / ')}, ${range}`,
    };
}
function partsOf(query, asked) {
    const part = (name, text, aggregator) => ({
        ...{ name, text: (0,template/* render */.XX)(text, asked, TAG), aggregator },
    });
    if (typeof query === 'string')
        return [part('value', query, 'avg')];
    if ('query' in query)
        return [part('value', query.query, query.aggregator)];
    return [part('events', query.events, 'sum'), part('total', query.total, 'sum')];
}

;// CONCATENATED MODULE: ./.build/packages/metrics/datadog/index.js






/** Datadog rolls metrics up to no less than this, in ms. */
const SHORTEST_STEP = 1_000;
/**
 * Datadog: metrics queries by the API v2 (scalar and timeseries) with the job's keys. Windows begin and end
 * `delay` earlier.
 */
const datadogMetrics = {
    type: 'datadog',
    open(query, given, context) {
        const connection = withDefaults(datadog_kinds/* datadogKind */.N.connection, given);
        const ask = asking(connection, context);
        const { app, environment } = context;
        return {
            type: 'datadog',
            async measure(question, signal) {
                const [from, to] = [question.from - connection.delay, question.to - connection.delay].map(Math.round);
                const asked = { ...question, from: from ?? 0, to: to ?? 0, app, environment };
                const step = question.shape === 'series' ? (question.step ?? SHORTEST_STEP) : undefined;
                const request = askOf(query, asked, step);
                const told = (rest) => ({ ...rest, query: request.words });
                try {
                    const body = await ask(request, signal);
                    if (step === undefined)
                        return told(datadog_measured(query, scalars(body, request.names)));
                    const inside = points(body).filter(({ at }) => at >= asked.from && at < asked.to);
                    if (inside.length === 0)
                        return told(datadog_noData('Datadog has no points in the window'));
                    return told({ kind: 'series', points: inside });
                }
                catch (error) {
                    if (signal?.aborted)
                        throw signal.reason;
                    return told({ kind: 'failure', reason: reasonOf(error) });
                }
            },
        };
    },
};
const datadog_noData = (reason) => ({ kind: 'no-data', reason });
function datadog_measured(query, [first, total]) {
    if (typeof query === 'string' || 'query' in query) {
        return first === undefined
            ? datadog_noData('Datadog has no points in the window')
            : { kind: 'value', value: first };
    }
    if (total === undefined)
        return datadog_noData('Datadog has no points of `total` in the window');
    if (first === undefined && query.noEvents === 'no-data') {
        const hint = 'if the metric only exists once something failed, write `no-events: zero`';
        return datadog_noData(`Datadog has no points of \`events\` in the window; ${hint}`);
    }
    // Sums of whole numbers come back with the rounding of floating point.
    return { kind: 'counts', events: Math.round(first ?? 0), total: Math.round(total) };
}
function asking(connection, context) {
    const base = (connection.url ?? `https://api.${connection.site}`).replace(/\/+$/, '');
    const headers = {
        'content-type': 'application/json',
        accept: 'application/json',
        'dd-api-key': context.secret(connection.apiKey).trim(),
        'dd-application-key': context.secret(connection.applicationKey).trim(),
    };
    const certificates = certificatesOf('datadog', connection.tls, base, context);
    return async ({ path, body }, signal) => {
        const request = {
            ...{ url: `${base}${path}`, method: 'POST', headers, body: JSON.stringify(body) },
            ...{ timeout: connection.timeout, harmless: true, tls: await certificates() },
        };
        const answer = await exchange(context.ports, request, signal, { pause: datadog_pause });
        const json = jsonOf(answer);
        const said = saidIn(json);
        if (answer.status !== 200)
            throw datadog_refused(answer, said, connection);
        if (typeof json !== 'object' || json === null || Array.isArray(json))
            throw notJson(answer);
        // Errors may come with 200, and with a part of the data.
        if (said !== undefined)
            throw refusal(answer, said);
        return json;
    };
}
/** `X-RateLimit-Reset` is the number of seconds until the limit begins anew. */
function datadog_pause({ status, headers }) {
    const reset = headers.get('x-ratelimit-reset');
    return status === 429 && reset !== null && /^\d+$/.test(reset) ? Number(reset) * 1_000 : undefined;
}
function datadog_refused(answer, said, connection) {
    const { status, headers } = answer;
    if (status === 401 || status === 403) {
        const keys = `${connection.apiKey} and ${connection.applicationKey}`;
        return refusal(answer, said, `check the keys ${keys} (scope timeseries_query) and the site: each has its own`);
    }
    const reset = headers.get('x-ratelimit-reset');
    const mend = status === 429 ? `the limit begins anew in ${reset ?? 'some'} seconds: look less often` : undefined;
    return refusal(answer, said, mend);
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
;// CONCATENATED MODULE: ./.build/packages/routers/haproxy/refusal.js

/** What HAProxy says instead of an answer; its words are the only sign of an error. */
const REFUSALS = [
    {
        says: /^Permission denied/,
        means: 'this socket may not do that',
        mend: 'give the `stats socket` in haproxy.cfg `level admin`',
    },
    {
        says: /^(Can't find backend|No such (backend|proxy))/i,
        means: 'there is no such backend',
        mend: 'correct the name of the backend, or add it to haproxy.cfg and reload',
    },
    {
        says: /^(No such server|Server not found|Require 'backend\/server')/i,
        means: 'there is no such server in the backend',
        mend: 'correct the name of the server, or add a `server` line to haproxy.cfg and reload',
    },
    {
        says: /static LB algorithm/,
        means: 'the backend balances by a static algorithm, which knows no weights at run time',
        mend: 'use `balance roundrobin`, `leastconn` or `random`, or add `hash-type consistent`',
    },
    {
        says: /^Unknown (ACL|map) identifier/i,
        means: 'haproxy.cfg uses no such file',
        mend: 'name the file in haproxy.cfg (`-f <file>`) exactly as in fairway.yml, and reload',
    },
    {
        says: /^(Unknown command|'.*' (unknown|not supported))/i,
        means: 'it does not know that command',
        mend: 'give the stats socket of HAProxy itself, not the one of its master; Fairway needs 2.4 or newer',
    },
    {
        says: /^Key not found/i,
        means: 'there is no such entry',
        mend: 'somebody changed it meanwhile: run this again',
    },
    {
        says: /^Absolute weight can only be/,
        means: 'it takes weights from 0 to 256',
        mend: 'report this: Fairway should not ask for another one',
    },
    {
        says: /^Invalid addr/,
        means: 'it does not take that address',
        mend: 'the target must tell the candidate by IP address and port: HAProxy resolves no names at run time',
    },
];
/** The error in an answer, in its own words and ours; undefined: it is none that is known. */
function refusal_refusal(answer, command, at) {
    const first = answer.split('\n', 1)[0] ?? '';
    const known = REFUSALS.find(({ says }) => says.test(first));
    if (!known)
        return undefined;
    return new errors/* UserError */.yo(`HAProxy refused "${command}": ${known.means} (${first})`, {
        where: at,
        mend: known.mend,
    });
}

;// CONCATENATED MODULE: ./.build/packages/routers/haproxy/socket.js



/** Milliseconds for one connection: the socket is local, or near. */
const ANSWER_WITHIN = 5_000;
/** Characters; `show stat` of thousands of servers stays far below. */
const LARGEST_ANSWER = 32 * 1024 * 1024;
/**
 * HAProxy's runtime API (its "stats socket"). One connection for each call: HAProxy closes it when it has
 * answered. `at`: the path of a unix socket, or `host:port`.
 */
class RuntimeSocket {
    /** As it was given; for messages. */
    at;
    #place;
    #timeout;
    constructor(at, { timeout = ANSWER_WITHIN } = {}) {
        this.at = at;
        this.#place = socket_placeOf(at);
        this.#timeout = timeout;
    }
    /**
     * What a command tells, without blank lines around it. Throws UserError for what HAProxy refuses and for
     * a socket that cannot be opened, RemoteError when nothing answers in time; on abort the signal's reason.
     */
    async read(command, signal) {
        const answer = (await this.#exchange(command, signal)).trim();
        const refused = refusal_refusal(answer, command, this.at);
        if (refused)
            throw refused;
        return answer;
    }
    /**
     * Commands that change something, on one connection. HAProxy says nothing when it has done them; whatever
     * it says that `fine` does not match is a UserError. What was done before the refused one stays done.
     */
    async change(commands, signal, fine) {
        if (commands.length === 0)
            return;
        const answer = await this.#exchange(commands.join(';'), signal);
        for (const line of answer.split('\n').map((text) => text.trim())) {
            if (line === '' || fine?.test(line))
                continue;
            throw refusal_refusal(answer.trim(), commands.join('; '), this.at) ?? unforeseen(line, commands, this.at);
        }
    }
    #exchange(commands, signal) {
        signal?.throwIfAborted();
        if (/[\r\n\0]/.test(commands))
            throw new errors/* UserError */.yo('a command of HAProxy cannot hold a line break');
        const limit = AbortSignal.timeout(this.#timeout);
        return new Promise((resolve, reject) => {
            const socket = (0,external_node_net_.connect)(this.#place);
            let received = '';
            const give = (error) => {
                socket.destroy();
                reject(error);
            };
            const late = () => give(silent(this.at, `it did not answer within ${this.#timeout / 1_000}s`));
            const stop = () => give(signal?.reason);
            limit.addEventListener('abort', late);
            signal?.addEventListener('abort', stop, { once: true });
            socket.setEncoding('utf8').on('data', (chunk) => {
                received += chunk;
                if (received.length > LARGEST_ANSWER)
                    give(silent(this.at, 'its answer is too long'));
            });
            socket.on('error', (error) => give(unreachable(this.at, error)));
            socket.on('end', () => {
                // A command that is done always leaves at least an empty line.
                if (received === '')
                    give(silent(this.at, 'it closed the connection without an answer'));
                else if (!received.endsWith('\n'))
                    give(silent(this.at, 'its answer broke off'));
                else
                    resolve(received);
            });
            socket.on('close', () => {
                limit.removeEventListener('abort', late);
                signal?.removeEventListener('abort', stop);
            });
            socket.write(`${commands}\n`);
        });
    }
}
/** One word of a command: nothing in it ends the word or the command, or announces a payload. */
const word = (text) => text.replace(/[\\; \t#"'<]/g, (sign) => `\\${sign}`);
function socket_placeOf(at) {
    if (at.startsWith('/') || at.startsWith('./') || at.startsWith('../'))
        return { path: at };
    const [, host = '', port = ''] = /^\[?([^[\]/\s]+?)\]?:(\d{1,5})$/.exec(at) ?? [];
    const plain = !host.includes(':') || (0,external_node_net_.isIPv6)(host);
    if (host && plain && Number(port) >= 1 && Number(port) <= 65_535)
        return { host, port: Number(port) };
    throw new errors/* UserError */.yo(`"${at}" is no socket of HAProxy`, {
        mend: 'give the path of its `stats socket`, such as /run/haproxy/admin.sock, or host:port',
    });
}
const silent = (at, why) => new errors/* RemoteError */.Hi(`HAProxy gave no answer: ${why}`, {
    where: at,
    mend: 'see whether HAProxy runs and is not overloaded',
    retryable: true,
});
/** Why a connection failed. A path that is wrong or closed to us is the user's; the rest may pass. */
function unreachable(at, cause) {
    const detail = { where: at, cause };
    if (cause.code === 'EACCES' || cause.code === 'EPERM') {
        return new errors/* UserError */.yo('permission denied on the socket of HAProxy', {
            ...detail,
            mend: 'let the job run as a user or group that may write there: `stats socket ... user ... group ... mode 660`',
        });
    }
    if (cause.code === 'ENOENT' || cause.code === 'ENOTSOCK') {
        return new errors/* UserError */.yo(`there is no socket of HAProxy (${cause.code})`, {
            ...detail,
            mend: 'add `stats socket <path> level admin` to the global section of haproxy.cfg, or correct the path',
        });
    }
    return new errors/* RemoteError */.Hi(`HAProxy cannot be reached: ${cause.message}`, {
        ...detail,
        mend: 'see whether HAProxy runs, and what the address of its `stats socket` is',
        retryable: true,
    });
}
const unforeseen = (line, commands, at) => new errors/* UserError */.yo(`HAProxy did not do "${commands.join('; ')}": ${line}`, {
    where: at,
    mend: 'read what HAProxy says, and correct haproxy.cfg or the names in fairway.yml',
});

;// CONCATENATED MODULE: ./.build/packages/metrics/haproxy/counters.js

/**
 * Pure. The text of `show stat <backend> 4 -1`, and what was known of the server before.
 *
 * Failed are `hrsp_5xx` (the server answered so), `srv_abrt` (its answer broke off) and what was lost: attempts
 * (`stot`) that are not under way (`scur`) and were not answered (`req_tot`), each retry counted. `econ` and `eresp`
 * alone would miss those where HAProxy closes a client's kept connection without a word. An answer that is under
 * way is in `scur` and in `req_tot`, so this may lag behind, and is never too much.
 */
function totalsOf(stat, backend, server, before) {
    const [head = '', ...rows] = stat.split('\n');
    const names = head.replace(/^# /, '').split(',');
    const servers = rows.map((row) => row.split(','));
    const cell = (row, name) => row[names.indexOf(name)] ?? '';
    const row = servers.find((one) => cell(one, 'svname') === server && cell(one, 'pxname') === backend);
    if (!row) {
        const there = servers.map((one) => cell(one, 'svname')).join(', ') || 'none';
        throw new errors/* UserError */.yo(`backend ${backend} of HAProxy has no server "${server}". It has: ${there}.`, {
            mend: 'correct `backend`, `live` and `candidate` under providers.haproxy',
        });
    }
    const count = (name) => {
        const value = Number(cell(row, name));
        if (cell(row, name) !== '' && Number.isSafeInteger(value))
            return value;
        throw new errors/* InternalError */.Gd(`HAProxy does not tell ${name} of ${backend}/${server}`);
    };
    const answered = count('req_tot');
    const known = count('econ') + Math.max(0, count('eresp') - count('srv_abrt'));
    const seen = Math.max(known, count('stot') - count('scur') - answered);
    const anew = before !== undefined && answered < before.total - before.lost;
    const lost = anew ? seen : Math.max(seen, before?.lost ?? 0);
    const total = answered + lost;
    return { total, failed: Math.min(total, count('hrsp_5xx') + count('srv_abrt') + lost), lost };
}
/** As many as fit easily into one line of HAProxy's command line. */
const counters_MOST = 120;
/**
 * With a new one. One whose totals are lower than before was counted from 0 again: what was before is of no use.
 * When there are many, the older half keeps every second one.
 */
function withSnapshot(before, made) {
    const sides = ['live', 'candidate'];
    const reset = before.some((one) => sides.some((side) => one[side].total > made[side].total || one[side].failed > made[side].failed));
    const all = reset ? [made] : [...before, made];
    if (all.length <= counters_MOST)
        return all;
    const old = all.slice(0, counters_MOST / 2).filter((_, i) => i % 2 === 0);
    return [...old, ...all.slice(counters_MOST / 2)];
}
/** As HAProxy keeps it: digits, `_` and `.` only. */
const written = (snapshots) => snapshots
    .map(({ at, live, candidate }) => [at, ...numbers(live), ...numbers(candidate)].join('_'))
    .join('.');
const numbers = ({ total, failed, lost }) => [total, failed, lost];
/** What `written` wrote; what is not of that form is left out. */
function counters_read(text) {
    return text.split('.').flatMap((part) => {
        const given = part.split('_').map((word) => (/^\d{1,16}$/.test(word) ? Number(word) : Number.NaN));
        if (given.length !== 7 || given.some((value) => !Number.isSafeInteger(value)))
            return [];
        const [at = 0, ...six] = given;
        const side = ([total = 0, failed = 0, lost = 0]) => ({ total, failed, lost });
        return [{ at, live: side(six.slice(0, 3)), candidate: side(six.slice(3)) }];
    });
}

;// CONCATENATED MODULE: ./.build/packages/metrics/haproxy/snapshots.js




/** What this process has seen, where HAProxy keeps nothing; by socket and backend. */
const seen = new Map();
/** One after the other: each reads, and writes what it has read and more. */
const turns = new Map();
/**
 * HAProxy counts since it started, and a window needs its totals at both ends. So each look leaves a snapshot
 * where the counters are, in a variable of HAProxy's own process (`proc.fairway_...`): the next look finds it,
 * in whatever process, and a reload forgets both together.
 */
class Snapshots {
    #socket;
    #connection;
    #now;
    #key;
    constructor(connection, now) {
        const { socket, backend, live, candidate } = connection;
        this.#connection = connection;
        this.#socket = new RuntimeSocket(socket);
        this.#now = now;
        this.#key = [socket, backend, live, candidate].join(' ');
    }
    /** All that ask for the same end of a window get the same totals. */
    async ends(from, to, signal) {
        const before = turns.get(this.#key) ?? Promise.resolve();
        const turn = before.catch(() => undefined).then(() => this.#ends(from, to, signal));
        turns.set(this.#key, turn);
        return await turn;
    }
    async #ends(from, to, signal) {
        const kept = await this.#kept(signal);
        const known = kept.find(({ at }) => at >= to);
        const last = known ?? (await this.#read(kept.at(-1), signal));
        const all = known ? kept : withSnapshot(kept, last);
        const forgets = known ? undefined : await this.#keep(all, signal);
        const first = all.find(({ at }) => at >= from && at < last.at);
        return { first, last, ...(forgets ? { forgets } : {}) };
    }
    async #read(before, signal) {
        const { backend, live, candidate } = this.#connection;
        const stat = await this.#socket.read(`show stat ${backend} 4 -1`, signal);
        return {
            at: this.#now(),
            live: totalsOf(stat, backend, live, before?.live),
            candidate: totalsOf(stat, backend, candidate, before?.candidate),
        };
    }
    get #variable() {
        const { backend, live, candidate } = this.#connection;
        const names = (0,external_node_crypto_.createHash)('sha256').update(`${backend} ${live} ${candidate}`).digest('hex');
        return `proc.fairway_${names.slice(0, 16)}`;
    }
    /** What HAProxy keeps; else what this process does, of the same HAProxy. */
    async #kept(signal) {
        const text = await this.#socket.read(`get var ${this.#variable}`, signal).catch(snapshots_refused);
        const [, value] = /value=<([^>]*)>/.exec(text) ?? [];
        if (value !== undefined)
            return counters_read(value);
        const mine = seen.get(this.#key);
        return mine && mine.process === (await this.#process(signal)) ? mine.snapshots : [];
    }
    /** Why HAProxy does not keep it; then this process does, and no other one finds it. */
    async #keep(snapshots, signal) {
        const command = `experimental-mode on; set var ${this.#variable} expr str(${written(snapshots)})`;
        // HAProxy says nothing when it has done it.
        const problem = await this.#socket.read(command, signal).catch(snapshots_refused);
        if (problem === '')
            seen.delete(this.#key);
        else
            seen.set(this.#key, { process: await this.#process(signal), snapshots });
        return problem === '' ? undefined : problem.slice(0, 200);
    }
    /** A reload is another process, which counts from 0. */
    async #process(signal) {
        const info = await this.#socket.read('show info', signal);
        return /^Pid: (\d+)$/m.exec(info)?.[1] ?? '';
    }
}
/** A refusal in words; anything else is an error. */
function snapshots_refused(error) {
    if (error instanceof errors/* UserError */.yo)
        return error.message;
    throw error;
}

;// CONCATENATED MODULE: ./.build/packages/metrics/haproxy/index.js


/**
 * What HAProxy counts for the two servers of a split: `error-rate` as counts (5xx, answers that broke off
 * and attempts without an answer, of all attempts: see `totalsOf`) and `requests`. A window begins with the first look at or after its start, since
 * HAProxy has no history: the first look of a rollout has no data. A reload of HAProxy sets the counters back, and
 * the look after it has no data either. Each look leaves a variable in HAProxy's process, which needs a socket with
 * level admin and HAProxy's experimental mode; where that is refused, only looks of one process see each other.
 */
const haproxyMetrics = {
    type: 'haproxy',
    open(asked, { socket, backend, live = 'live', candidate = 'candidate' }, context) {
        if (socket === undefined || backend === undefined) {
            throw new errors/* UserError */.yo('no socket or backend of HAProxy is configured', {
                mend: 'add `providers: { haproxy: { socket: /run/haproxy/admin.sock, backend: ... } }` to fairway.yml',
            });
        }
        const { clock } = context.ports;
        const snapshots = new Snapshots({ socket, backend, live, candidate }, () => clock.now());
        return {
            type: 'haproxy',
            async measure({ side, from, to }, signal) {
                const server = side === 'candidate' ? candidate : live;
                const { first, last, forgets } = await snapshots.ends(from, to, signal);
                const query = `haproxy ${asked} of ${backend}/${server} from ${haproxy_iso((first ?? last).at)} to ${haproxy_iso(last.at)}`;
                if (!first)
                    return { kind: 'no-data', query, reason: firstLook(forgets) };
                const [before, after] = [first, last].map((one) => (side === 'candidate' ? one.candidate : one.live));
                const total = (after?.total ?? 0) - (before?.total ?? 0);
                const events = Math.min(total, (after?.failed ?? 0) - (before?.failed ?? 0));
                if (total === 0)
                    return { kind: 'no-data', query, reason: 'no request ended in the window' };
                const counts = { kind: 'counts', events, total, query };
                return asked === 'error-rate' ? counts : { kind: 'value', value: total, samples: total, query };
            },
        };
    },
};
const firstLook = (forgets) => `this is the first look at HAProxy's counters since they began: the next one has a window${forgets ? `, if it is made by this process, because HAProxy keeps nothing for another (${forgets})` : ''}`;
const haproxy_iso = (ms) => new Date(ms).toISOString();

// EXTERNAL MODULE: ./.build/packages/metrics/http/kinds.js
var http_kinds = __webpack_require__(9754);
;// CONCATENATED MODULE: ./.build/packages/metrics/http/languages.js

/** A part of an address: a value never adds a segment, a parameter or a host of its own. */
const ADDRESS = {
    escape(value) {
        if (value === '.' || value === '..')
            throw new errors/* UserError */.yo(`"${value}" cannot stand in an address`);
        return encodeURIComponent(value.toWellFormed());
    },
};
/** Inside of a text of JSON. */
const JSON_TEXT = { escape: (value) => JSON.stringify(value).slice(1, -1) };
/** In a JSON path, inside of quotes: `$.versions['{{ version }}'].errors`. */
const JSON_PATH = {
    escape(value, before) {
        const quote = quoteAt(before);
        if (!quote) {
            throw new errors/* UserError */.yo(`${JSON.stringify(value)} cannot stand outside of quotes in a JSON path`, {
                mend: "put the name in brackets and quotes, as in $.versions['{{ version }}']",
            });
        }
        const text = JSON.stringify(value).slice(1, -1);
        return quote === '"' ? text : text.replaceAll('\\"', '"').replaceAll("'", "\\'");
    },
};
/** The quote in which the end of this text stands. */
function quoteAt(text) {
    let quote;
    for (let i = 0; i < text.length; i++) {
        const sign = text[i];
        if (quote && sign === '\\')
            i++;
        else if (quote)
            quote = sign === quote ? undefined : quote;
        else if (sign === '"' || sign === "'")
            quote = sign;
    }
    return quote;
}

;// CONCATENATED MODULE: ./.build/packages/metrics/http/index.js







/** Loaded with the first question: a job that asks none starts without it. */
const picking = () => Promise.all(/* import() */[__webpack_require__.e(525), __webpack_require__.e(476)]).then(__webpack_require__.bind(__webpack_require__, 6476));
/**
 * Any service that answers with JSON: a request, and JSON paths (RFC 9535) to the figures. Only a 2xx answer
 * counts. A path that finds nothing or null is no data; several values where one is wanted are a failure.
 */
const httpMetrics = {
    type: 'http',
    open(query, given, context) {
        const connection = withDefaults(http_kinds/* httpKind */.B.connection, given);
        const prepare = prepared(query, connection, context);
        const { app, environment, ports } = context;
        return {
            type: 'http',
            async measure(question, signal) {
                const pick = await picking();
                checkPaths(query, pick);
                const asked = { ...question, app, environment };
                const request = await prepare(asked);
                const paths = pathsOf(query, asked);
                const shown = `${request.method} ${request.url}${request.body ? ` ${request.body}` : ''}`;
                const told = (rest) => ({ ...rest, query: `${shown}: ${paths.join(' of ')}` });
                try {
                    const answer = await exchange(ports, request, signal);
                    return told(http_measured(query, paths, jsonIn(answer), question, pick));
                }
                catch (error) {
                    if (signal?.aborted)
                        throw signal.reason;
                    return told({ kind: 'failure', reason: reasonOf(error) });
                }
            },
        };
    },
};
/** What a request is made of. Certificates, `auth` and headers of the provider go to its own address only. */
function prepared(query, connection, context) {
    const own = query.url.startsWith('/');
    if (own && connection.url === undefined) {
        throw new errors/* UserError */.yo(`http: ${query.url} is a path, and the provider has no address`, {
            mend: 'add `providers: { http: { url: https://... } }`, or write the whole address',
        });
    }
    const base = own ? (connection.url ?? '').replace(/\/+$/, '') : '';
    const secrets = Object.entries(query.secretHeaders).map(([name, secret]) => [
        name,
        context.secret(secret).trim(),
    ]);
    const headers = {
        ...{
            accept: 'application/json',
            ...(query.body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(own ? { ...connection.headers, ...authHeaders(connection.auth, context) } : {}),
        ...query.headers,
        ...Object.fromEntries(secrets),
    };
    const certificates = certificatesOf('http', own ? connection.tls : undefined, base, context);
    const method = query.method ?? (query.body === undefined ? 'GET' : 'POST');
    return async (asked) => {
        return {
            url: `${base}${(0,template/* render */.XX)(query.url, asked, ADDRESS)}`,
            ...{ method, headers, timeout: connection.timeout, harmless: method === 'GET' },
            ...(query.body === undefined ? {} : { body: (0,template/* render */.XX)(query.body, asked, JSON_TEXT) }),
            tls: await certificates(),
        };
    };
}
function jsonIn(answer) {
    const { status } = answer;
    if (status < 200 || status > 299) {
        const denied = status === 401 || status === 403;
        throw refusal(answer, undefined, denied ? 'check `auth` or `secret-headers` and the secrets they name' : undefined);
    }
    const json = jsonOf(answer);
    if (json === undefined)
        throw notJson(answer);
    return json;
}
/** Raw templates, in the order in which they are shown and measured. */
function templates(query) {
    if ('events' in query)
        return [query.events, query.total];
    if ('points' in query)
        return [query.points];
    return query.samples === undefined ? [query.value] : [query.value, query.samples];
}
const pathsOf = (query, asked) => templates(query).map((path) => (0,template/* render */.XX)(path, asked, JSON_PATH));
/** A path that is none is told before anything is asked; names stand for a word meanwhile. */
function checkPaths(query, { pathProblem }) {
    for (const path of templates(query)) {
        const sample = (0,template/* namesIn */.wX)(path).length ? path.replace(/\{\{[^{}]*\}\}/g, 'x') : path;
        const problem = pathProblem(sample);
        if (problem)
            throw new errors/* UserError */.yo(`http: ${path} is no JSON path: ${problem}`, { mend: 'see RFC 9535' });
    }
}
function http_measured(query, paths, json, { from, to }, { pickNumber, pickPoints }) {
    const [first = ''] = paths;
    if ('points' in query) {
        const points = pickPoints(json, first);
        if (typeof points === 'string')
            return { kind: 'failure', reason: points };
        return { kind: 'series', points: points.filter(({ at }) => at >= from && at <= to) };
    }
    const picked = paths.map((path) => pickNumber(json, path));
    // A mistake is told before the absence of data.
    for (const [kind, told] of [
        ['wrong', 'failure'],
        ['none', 'no-data'],
    ]) {
        const bad = picked.find((one) => one.kind === kind);
        if (bad)
            return { kind: told, reason: bad.reason };
    }
    const [a, b] = picked.map((one) => (one.kind === 'number' ? one.value : Number.NaN));
    if ('events' in query)
        return { kind: 'counts', events: a, total: b };
    return { kind: 'value', value: a, ...(b === undefined ? {} : { samples: b }) };
}

// EXTERNAL MODULE: ./.build/packages/metrics/kinds.js + 3 modules
var metrics_kinds = __webpack_require__(6540);
;// CONCATENATED MODULE: ./.build/packages/metrics/newrelic/answer.js

/** GraphQL tells of errors with 200. */
function answer_saidIn(body) {
    const errors = body?.errors;
    if (!Array.isArray(errors) || errors.length === 0)
        return undefined;
    return errors
        .map(({ message, extensions }) => {
        const kind = extensions?.errorClass ?? extensions?.code;
        return [kind, message].filter(Boolean).join(': ') || 'an error without words';
    })
        .join('; ');
}
/** Throws RemoteError when the account or the query has no answer. */
function foundIn(body, name) {
    const account = body.data?.actor?.account;
    if (!account)
        throw new errors/* RemoteError */.Hi('New Relic answers without the account: is its id right?');
    const { results, rawResponse } = account[name] ?? {};
    if (!Array.isArray(results))
        throw new errors/* RemoteError */.Hi(`New Relic answers with JSON of another form: no results of ${name}`);
    const matched = rawResponse?.performanceStats?.matchCount;
    return { rows: results, ...(typeof matched === 'number' ? { matched } : {}) };
}
/** The only number of a query without TIMESERIES; undefined where nothing was measured. */
function answer_numberOf({ rows, matched }) {
    if (rows.length > 1)
        throw new errors/* RemoteError */.Hi(`New Relic answers with ${rows.length} results where one is wanted`);
    // Some functions give 0 where there was nothing: a percentage of no request is no success.
    return matched === 0 ? undefined : numberIn(rows[0] ?? {});
}
/** Points of a query with TIMESERIES, without those that have no value. */
function pointsOf({ rows }) {
    return rows.flatMap((row) => {
        const begin = row.beginTimeSeconds;
        if (typeof begin !== 'number')
            throw new errors/* RemoteError */.Hi('New Relic answers with points without a time');
        const value = numberIn(row);
        return value === undefined ? [] : [{ at: begin * 1_000, value }];
    });
}
const TIMES = ['beginTimeSeconds', 'endTimeSeconds'];
/** A percentile lies one level deeper, by its number: `{ "percentile.duration": { "95": 0.2 } }`. */
function numberIn(row) {
    const leaves = Object.entries(row)
        .filter(([key]) => !TIMES.includes(key))
        .flatMap(([key, value]) => typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.entries(value).map(([inner, one]) => [`${key} ${inner}`, one])
        : [[key, value]]);
    if (leaves.length > 1) {
        const names = leaves
            .map(([name]) => name)
            .slice(0, 4)
            .join(', ');
        throw new errors/* RemoteError */.Hi(`New Relic answers with ${leaves.length} numbers where one is wanted: ${names}`);
    }
    const [name, value] = leaves[0] ?? [];
    if (value === null || value === undefined || value === 'NaN')
        return undefined;
    if (typeof value === 'number' && Number.isFinite(value))
        return value;
    throw new errors/* RemoteError */.Hi(`New Relic answers with ${JSON.stringify(value)} as ${name}, and not with a number`);
}

// EXTERNAL MODULE: ./.build/packages/metrics/newrelic/kinds.js
var newrelic_kinds = __webpack_require__(7223);
;// CONCATENATED MODULE: ./.build/packages/metrics/newrelic/request.js


/** New Relic gives no more points than this. */
const MOST_POINTS = 366;
/** NRQL: inside of quotes anything but quotes and backslashes; outside of them numbers and names. */
const NRQL = {
    escape(value, before) {
        const quoted = (before.replace(/'[^']*'|"[^"]*"|`[^`]*`/g, '').match(/['"`]/g) ?? []).length > 0;
        const good = quoted ? /^[^'"`\\\p{Cc}]*$/u : /^[\w.]+$/;
        if (good.test(value))
            return value;
        throw new errors/* UserError */.yo(`${JSON.stringify(value)} cannot stand ${quoted ? 'in' : 'outside of'} quotes in NRQL`, {
            mend: "put the name in quotes, as in appVersion = '{{ version }}'",
        });
    },
};
/** Both numbers of counts come in one request, so that they are of one time. */
function request_askOf(query, asked, { account, timeout, step }) {
    const parts = Object.entries(request_partsOf(query)).map(([name, text]) => {
        return { name, nrql: `${(0,template/* render */.XX)(text, asked, NRQL).trim()}${rangeOf(asked, step)}` };
    });
    // Between 1 and 70 seconds; without it New Relic gives up after 5.
    const seconds = Math.min(70, Math.max(1, Math.floor(timeout / 1_000)));
    const fields = parts.map(({ name }) => `${name}: nrql(query: $${name}, timeout: ${seconds}) { results rawResponse }`);
    const declared = parts.map(({ name }) => `$${name}: Nrql!`).join(', ');
    return {
        query: `query($account: Int!, ${declared}) { actor { account(id: $account) { ${fields.join(' ')} } } }`,
        variables: { account, ...Object.fromEntries(parts.map(({ name, nrql }) => [name, nrql])) },
        names: parts.map(({ name }) => name),
        words: parts.map(({ nrql }) => nrql).join(' / '),
    };
}
function request_partsOf(query) {
    if (typeof query === 'string')
        return { value: query };
    return 'query' in query ? { value: query.query } : { events: query.events, total: query.total };
}
/** Milliseconds since 1970 on both ends; the end is exclusive. */
function rangeOf({ from, to }, step) {
    const range = ` SINCE ${Math.round(from)} UNTIL ${Math.round(to)}`;
    if (step === undefined)
        return range;
    const seconds = Math.ceil(Math.max(step, (to - from) / MOST_POINTS, 1_000) / 1_000);
    return `${range} TIMESERIES ${seconds} seconds`;
}

;// CONCATENATED MODULE: ./.build/packages/metrics/newrelic/index.js







const ENDPOINTS = { us: 'https://api.newrelic.com/graphql', eu: 'https://api.eu.newrelic.com/graphql' };
const newrelic_SHORTEST_STEP = 1_000;
/** New Relic: NRQL by NerdGraph, with a user key. Windows begin and end `delay` earlier. */
const newrelicMetrics = {
    type: 'newrelic',
    open(query, given, context) {
        const connection = withDefaults(newrelic_kinds/* newrelicKind */.q.connection, given);
        const { account, delay, timeout } = connection;
        if (account === undefined) {
            throw new errors/* UserError */.yo('no account of New Relic is configured', {
                mend: 'add `providers: { newrelic: { account: 1234567 } }` to fairway.yml',
            });
        }
        const ask = newrelic_asking(connection, context);
        const { app, environment } = context;
        return {
            type: 'newrelic',
            async measure(question, signal) {
                const asked = { ...question, from: question.from - delay, to: question.to - delay, app, environment };
                const step = question.shape === 'series' ? (question.step ?? newrelic_SHORTEST_STEP) : undefined;
                const request = request_askOf(query, asked, { account, timeout, step });
                const told = (rest) => ({ ...rest, query: request.words });
                try {
                    return told(newrelic_measured(await ask(request, signal), request.names, step === undefined ? undefined : asked));
                }
                catch (error) {
                    if (signal?.aborted)
                        throw signal.reason;
                    return told({ kind: 'failure', reason: reasonOf(error) });
                }
            },
        };
    },
};
/** `series`: the window of the points that are wanted. */
function newrelic_measured(body, [first = '', second], series) {
    const noData = { kind: 'no-data', reason: 'New Relic has nothing in the window' };
    const main = foundIn(body, first);
    if (series) {
        // Times come in whole seconds, rounded down.
        const points = pointsOf(main).filter(({ at }) => at > series.from - 1_000 && at < series.to);
        return points.length ? { kind: 'series', points } : noData;
    }
    if (second === undefined) {
        const value = answer_numberOf(main);
        if (value === undefined)
            return noData;
        return { kind: 'value', value, ...(main.matched ? { samples: main.matched } : {}) };
    }
    // That no event matched is the 0 of a count here, and no absence of data; that is told by the total.
    const events = answer_numberOf({ rows: main.rows });
    const total = answer_numberOf(foundIn(body, second));
    return events === undefined || total === undefined ? noData : { kind: 'counts', events, total };
}
function newrelic_asking(connection, context) {
    const url = connection.url ?? ENDPOINTS[connection.region];
    const headers = {
        'content-type': 'application/json',
        accept: 'application/json',
        'api-key': context.secret(connection.apiKey).trim(),
    };
    const certificates = certificatesOf('newrelic', connection.tls, url, context);
    return async ({ query, variables }, signal) => {
        // The service is told the same limit: it answers before this one ends.
        const timeout = connection.timeout + 1_000;
        const request = {
            ...{ url, method: 'POST', headers, body: JSON.stringify({ query, variables }) },
            ...{ timeout, harmless: true, tls: await certificates() },
        };
        const answer = await exchange(context.ports, request, signal, { limited });
        const json = jsonOf(answer);
        const said = answer_saidIn(json);
        const { status } = answer;
        if (status === 401 ||
            status === 403 ||
            (said && /unauthorized|forbidden|access denied|api key/i.test(said))) {
            const mend = `check ${connection.apiKey} (a user key, NRAK-...), the account and the region: each has its own`;
            throw refusal(answer, said, mend);
        }
        if (status !== 200 || said !== undefined)
            throw refusal(answer, said);
        if (typeof json !== 'object' || json === null || Array.isArray(json))
            throw notJson(answer);
        return json;
    };
}
/** Limits of NRQL come with 200. */
const limited = (answer) => answer.status === 200 && /TOO_MANY_REQUESTS|RATE_LIMIT|OVERLOAD/i.test(answer_saidIn(jsonOf(answer)) ?? '');

// EXTERNAL MODULE: ./.build/packages/targets/index.js + 17 modules
var targets = __webpack_require__(2168);
;// CONCATENATED MODULE: ./.build/packages/metrics/process/index.js

/**
 * What the process target's proxy counts, by the release that answered: `error-rate` as counts (5xx, requests
 * without a whole answer or whose client waited a second or more in vain, of all), `p50`, `p95` and `p99` as a
 * histogram in milliseconds (classes 4% apart, the same for every window and side), and `requests`. A window up
 * to 15 minutes old is exact to 250 ms, up to 6 hours to 15 s. No requests: no data.
 */
const processMetrics = {
    type: 'process',
    open: (asked, _connection, context) => ({
        type: 'process',
        async measure(question, signal) {
            const { side, from, to } = question;
            const query = `process ${asked} of ${side} from ${process_iso(from)} to ${process_iso(to)}`;
            const failure = (reason) => ({ kind: 'failure', query, reason });
            const release = question[side];
            if (!release)
                return { kind: 'no-data', query, reason: `there is no ${side}` };
            const control = await (0,targets/* controlOf */.rs)((0,targets/* layoutIn */.qs)(context), context.ports.files);
            if (!control)
                return failure('nothing is deployed');
            const { window } = await control.call({
                method: 'GET',
                path: `/window?side=${side}&digest=${encodeURIComponent(release.digest)}&from=${from}&to=${to}`,
                timeout: 10_000,
                signal,
            });
            if (window === 'no-release')
                return failure(`the target does not run the ${side} ${release.version}`);
            if (window === 'too-old')
                return failure('the window begins more than 6 hours ago');
            if (window.requests === 0)
                return { kind: 'no-data', query, reason: 'no request ended in the window' };
            return { ...answer(question, window), query };
        },
    }),
};
function answer({ shape }, { requests, errors, bounds, counts }) {
    if (shape === 'counts')
        return { kind: 'counts', events: errors, total: requests };
    if (shape === 'histogram')
        return { kind: 'histogram', bounds, counts };
    return { kind: 'value', value: requests, samples: requests };
}
const process_iso = (ms) => new Date(ms).toISOString();

;// CONCATENATED MODULE: ./.build/packages/metrics/prometheus/answers.js
/** Why an answer is no measurement, in words. */
class Unfit extends Error {
}
/** There was nothing to measure. */
class Nothing extends Error {
}
/** The one number of an instant query. No series: `Nothing`. */
function oneNumber({ resultType, result }) {
    if (resultType === 'scalar')
        return answers_numberOf(result[1]);
    if (resultType === 'matrix') {
        throw new Unfit('the query gives a range of samples: use a function over it, as in rate(...[{{ window }}])');
    }
    if (resultType !== 'vector')
        throw new Unfit(`the query gives a ${resultType}, no number`);
    const { value } = theOne(result);
    if (!value)
        throw new Unfit(NATIVE);
    return answers_numberOf(value[1]);
}
const NATIVE = 'the query gives a native histogram, which is not understood: ask for histogram_quantile(0.95, ...) as a plain value, or for classic classes';
function theOne(series) {
    const [first] = series;
    if (!first)
        throw new Nothing('the query found no series with a sample in the window');
    if (series.length === 1)
        return first;
    const shown = series.slice(0, 3).map(({ metric }) => labelsOf(metric));
    const more = series.length > 3 ? ', ...' : '';
    throw new Unfit(`the query gives ${series.length} series (${shown.join(', ')}${more}) where one is wanted: wrap it in sum(...), avg(...) or max(...), or select one`);
}
/** A series of a range query; a time without a sample has no point. */
function answers_pointsOf({ resultType, result }) {
    if (resultType !== 'matrix')
        throw new Unfit(`the query gives a ${resultType}, no series`);
    const { values } = theOne(result);
    if (!values)
        throw new Unfit(NATIVE);
    const points = values.map(([at, value]) => ({ at: Math.round(at * 1_000), value: answers_numberOf(value) }));
    return { kind: 'series', points };
}
/** Cumulative classes, one series each by its `le`, as classes of their own. Counts are rounded. */
function histogramOf({ resultType, result }) {
    if (resultType !== 'vector')
        throw new Unfit(`the query gives a ${resultType}, no classes by le`);
    const series = result;
    if (series.length === 0)
        throw new Nothing('the query found no series with a sample in the window');
    const classes = series.map(classOf).sort((a, b) => a.bound - b.bound);
    const twice = classes.find(({ bound }, i) => bound === classes[i - 1]?.bound);
    if (twice)
        throw new Unfit(`two series have le="${twice.bound}": wrap the query in sum by (le) (...)`);
    if (classes.at(-1)?.bound !== Number.POSITIVE_INFINITY)
        throw new Unfit('the class le="+Inf" is missing');
    if (classes.length === 1)
        throw new Unfit('there is no class but le="+Inf"');
    let before = 0;
    const counts = classes.map(({ count }) => {
        // Extrapolation and scrapes that come one by one may let a class seem smaller than the one it contains.
        const upTo = Math.max(before, Math.round(count));
        const own = upTo - before;
        before = upTo;
        return own;
    });
    return { kind: 'histogram', bounds: classes.slice(0, -1).map(({ bound }) => bound), counts };
}
function classOf({ metric, value }) {
    const { le, ...others } = metric;
    if (!value)
        throw new Unfit(NATIVE);
    if (le === undefined || Object.keys(others).length > 0) {
        throw new Unfit(`a series is ${labelsOf(metric)} and not {le="..."}: wrap the query in sum by (le) (...)`);
    }
    const [bound, count] = [answers_numberOf(le), answers_numberOf(value[1])];
    if (Number.isNaN(bound))
        throw new Unfit(`le="${le}" is no number`);
    if (Number.isFinite(count) && count >= 0)
        return { bound, count };
    if (Number.isNaN(count))
        throw new Nothing(`the class le="${le}" is not a number (NaN)`);
    throw new Unfit(`the class le="${le}" counts ${count}`);
}
/** Extrapolated, so rounded. A share that is over by no more than the rounding is the whole. */
function countsOf(events, total) {
    for (const [name, value] of Object.entries({ events, total })) {
        if (Number.isNaN(value))
            throw new Nothing(`${name} is not a number (NaN)`);
        if (!Number.isFinite(value) || value < 0)
            throw new Unfit(`${name} is ${value}, which is no count`);
    }
    const [bad, all] = [Math.round(events), Math.round(total)];
    return { kind: 'counts', events: events <= total * 1.01 ? Math.min(bad, all) : bad, total: all };
}
/** As Prometheus writes numbers: `NaN`, `+Inf` and `-Inf` besides the usual. What is no text is no number. */
function answers_numberOf(text) {
    if (typeof text !== 'string' || text.trim() === '')
        return Number.NaN;
    return /^[+-]?Inf$/.test(text) ? (text.startsWith('-') ? -Infinity : Infinity) : Number(text);
}
function labelsOf(metric) {
    const { __name__: name = '', ...labels } = metric;
    const shown = Object.entries(labels).map(([label, value]) => `${label}=${JSON.stringify(value)}`);
    return `${name}{${shown.join(', ')}}`.slice(0, 120);
}

;// CONCATENATED MODULE: ./.build/packages/metrics/prometheus/api.js



const LONGEST_QUOTE = 300;
/** Secrets are read at once: a job without them fails before anything is measured. */
function openApi(connection, context) {
    const { url, timeout = 10_000, method = 'post' } = connection;
    if (url === undefined) {
        throw new errors/* UserError */.yo('no address of Prometheus is configured', {
            mend: 'add `providers: { prometheus: { url: https://... } }` to fairway.yml',
        });
    }
    const { ports } = context;
    const headers = {
        ...connection.headers,
        ...authHeaders(connection.auth, context),
        ...(method === 'post' ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
        accept: 'application/json',
    };
    const tls = certificatesOf('prometheus', connection.tls, url, context);
    return {
        async ask(path, params, signal) {
            const place = `${url.replace(/\/+$/, '')}/api/v1/${path}`;
            const form = new URLSearchParams({
                ...params,
                timeout: `${timeout}ms`,
                // Thanos gives what it can reach without it, and calls that a success.
                partial_response: 'false',
            }).toString();
            const sent = {
                ...(method === 'post' ? { url: place, body: form } : { url: `${place}?${form}` }),
                // A query changes nothing: it may be sent again whatever the method.
                ...{ method: method.toUpperCase(), headers, timeout, harmless: true },
                tls: await tls(),
            };
            const body = bodyOf(await exchange(ports, sent, signal));
            return dataOf(body, place, (text) => ports.log.warning(`Prometheus: ${text}`));
        },
    };
}
function bodyOf(answer) {
    const { status, place, text } = answer;
    const json = jsonOf(answer);
    const body = typeof json === 'object' && json !== null ? json : undefined;
    if (body?.status === 'success' && status === 200)
        return body;
    const said = body?.error ? `${body.errorType ?? 'error'}: ${body.error}` : excerpt(text);
    const short = said.length > LONGEST_QUOTE ? `${said.slice(0, LONGEST_QUOTE)}...` : said || 'nothing';
    throw new errors/* RemoteError */.Hi(`Prometheus answered HTTP ${status} with ${body ? '' : 'no JSON: '}${short}`, {
        ...{ where: place, status, mend: mendOf(status, body), retryable: status >= 500 },
    });
}
function mendOf(status, body) {
    if (status === 401 || status === 403)
        return 'check `auth` of the provider and the secret it names';
    if (status >= 500)
        return 'see the log of the server';
    if (status === 404 || !body)
        return 'check `url` of the provider: the API is expected below it, at /api/v1';
    return status === 400 || status === 422 ? 'correct the query' : 'read what it says';
}
/** What PromQL remarks about a query is told; any other warning means that a part of the data is missing. */
function dataOf({ data, warnings = [] }, place, tell) {
    const missing = warnings.filter((warning) => !/^PromQL (info|warning):/.test(warning));
    if (missing.length > 0) {
        throw new errors/* RemoteError */.Hi(`Prometheus gave a part of the data only: ${missing.join('; ').slice(0, LONGEST_QUOTE)}`, {
            ...{ where: place, mend: 'mend the store that did not answer', retryable: true },
        });
    }
    for (const warning of warnings)
        tell(warning.slice(0, LONGEST_QUOTE));
    if (isData(data))
        return data;
    throw new errors/* RemoteError */.Hi('Prometheus answered without data, or in another form', { where: place });
}
/** A list of series, or a time and a value. */
function isData(data) {
    if (typeof data?.resultType !== 'string' || !Array.isArray(data.result))
        return false;
    if (data.resultType === 'scalar' || data.resultType === 'string')
        return data.result.length === 2;
    return data.result.every((one) => typeof one?.metric === 'object' && one.metric !== null);
}

// EXTERNAL MODULE: ./.build/packages/metrics/prometheus/kinds.js + 2 modules
var prometheus_kinds = __webpack_require__(2006);
// EXTERNAL MODULE: ./.build/packages/metrics/prometheus/promql.js
var promql = __webpack_require__(5954);
;// CONCATENATED MODULE: ./.build/packages/metrics/prometheus/index.js






/** Points of a series where the question does not say. */
const POINTS = 30;
/**
 * What a Prometheus, or what speaks its HTTP API, tells. A plain query is asked at the window's end, or in steps
 * for a series; samples older than the window (or the step) are no data: of any query where the server knows
 * `lookback_delta` (Prometheus 2.43, Thanos), else of a selector alone.
 *
 * Counts and classes: `increase` extrapolates to the window's edges, so they are rounded and may be off by the
 * events of one scrape interval; it misses the first value of a series that appears, and has no data in a window
 * shorter than two scrapes. Presets count exactly. Where `events` have no series, that is no data:
 * `or vector(0)` says that none is none.
 */
const prometheusMetrics = {
    type: 'prometheus',
    open(query, connection, context) {
        const api = openApi(connection, context);
        return {
            type: 'prometheus',
            async measure(question, signal) {
                const sent = rendered(query, question, context);
                const shown = shownAs(sent);
                if (isSameForBoth(query, question, context)) {
                    const reason = `the query is the same for candidate and baseline: what it tells them apart by is equal`;
                    return { kind: 'failure', query: shown, reason: `${reason}; use {{ revision }} or {{ digest }}` };
                }
                try {
                    return { ...(await prometheus_ask(api, sent, question, signal)), query: shown };
                }
                catch (error) {
                    if (signal?.aborted)
                        throw signal.reason;
                    if (error instanceof Nothing)
                        return { kind: 'no-data', query: shown, reason: error.message };
                    const reason = error instanceof Unfit ? error.message : (0,errors/* describeError */.Uc)(error).text;
                    return { kind: 'failure', query: shown, reason };
                }
            },
        };
    },
};
function rendered(query, question, { app, environment }) {
    const fill = (text) => (0,template/* render */.XX)(text, { ...question, app, environment }, promql/* promql */.GH);
    const plain = (0,prometheus_kinds/* plainOf */.o)(query, question.side);
    if (typeof plain === 'string')
        return fill(plain);
    if ('events' in plain)
        return { events: fill(plain.events), total: fill(plain.total) };
    return { histogram: fill(plain.histogram) };
}
const shownAs = (sent) => (typeof sent === 'string' ? sent : Object.values(sent).join(' / '));
/** A release of the same version with another configuration: {{ version }} would select both. */
function isSameForBoth(query, question, place) {
    if (!question.baseline || !prometheus_kinds/* prometheusKind */.n.sided(query))
        return false;
    const of = (side) => JSON.stringify(rendered(query, { ...question, side }, place));
    return of('candidate') === of('baseline');
}
async function prometheus_ask(api, sent, question, signal) {
    const { shape, from, to } = question;
    if (shape === 'series' && typeof sent === 'string')
        return await range(api, sent, question, signal);
    const instant = (query) => {
        const lookback = promql/* promql */.GH.window?.(to - from) ?? '';
        return api.ask('query', { query, time: seconds(to), lookback_delta: lookback }, signal);
    };
    if (typeof sent === 'string') {
        const stamp = (0,promql/* isSelector */.cB)(sent) ? instant(`timestamp(${sent})`) : undefined;
        const [value, taken] = await Promise.all([instant(sent), stamp]);
        const measured = { kind: 'value', value: oneNumber(value) };
        const at = taken ? oneNumber(taken) * 1_000 : to;
        if (at > from)
            return measured;
        throw new Nothing(`the last sample is from ${new Date(at).toISOString()}, before the window`);
    }
    if ('histogram' in sent)
        return histogramOf(await instant(sent.histogram));
    const [events, total] = await Promise.all([instant(sent.events), instant(sent.total)]);
    return countsOf(eventsOf(events, total), oneNumber(total));
}
/** No series of errors may mean no error, or a name that is wrong. */
function eventsOf(events, total) {
    const all = oneNumber(total);
    try {
        return oneNumber(events);
    }
    catch (error) {
        if (!(error instanceof Nothing) || all === 0)
            throw error;
        throw new Nothing(`events has no series, of ${all} in total: a name may be wrong; where no series means none, add \`or vector(0)\` to events`);
    }
}
/** Each point from the samples of its own step: none is counted twice. */
async function range(api, query, { from, to, step }, signal) {
    const length = Math.max(1, to - from);
    const apart = Math.max(1, Math.min(length, Math.round(step ?? Math.max(1_000, length / POINTS))));
    const ask = (text) => {
        const times = { start: seconds(from + apart), end: seconds(to), step: seconds(apart) };
        const lookback = promql/* promql */.GH.window?.(apart) ?? '';
        return api.ask('query_range', { query: text, ...times, lookback_delta: lookback }, signal);
    };
    const stamps = (0,promql/* isSelector */.cB)(query) ? ask(`timestamp(${query})`) : undefined;
    const [values, taken] = await Promise.all([ask(query), stamps]);
    const series = answers_pointsOf(values);
    if (!taken)
        return series;
    const takenAt = new Map(answers_pointsOf(taken).points.map(({ at, value }) => [at, value * 1_000]));
    return { ...series, points: series.points.filter(({ at }) => (takenAt.get(at) ?? 0) > at - apart) };
}
/** With milliseconds, as text. */
const seconds = (ms) => (ms / 1_000).toFixed(3);

;// CONCATENATED MODULE: ./.build/packages/metrics/index.js













/** Every metric provider, by the name of its folder. */
const metricDrivers = {
    cloudwatch: cloudwatchMetrics,
    command: commandMetrics,
    datadog: datadogMetrics,
    haproxy: haproxyMetrics,
    http: httpMetrics,
    newrelic: newrelicMetrics,
    process: processMetrics,
    prometheus: prometheusMetrics,
};
/**
 * A provider of one metric. `connection`: the provider's entry under `providers:`, `{}` without one. Its
 * values are in percent, milliseconds or plain numbers; `measure` does not throw, but for an abort. Throws
 * UserError for a connection that is not enough, or a secret that the job does not have.
 */
function openMetric(asked, connection, context) {
    const names = Object.keys(metricDrivers);
    if (!names.includes(asked.type)) {
        throw new errors/* UserError */.yo(`unknown metric provider "${asked.type}".${(0,schema/* didYouMean */.au)(asked.type, names)}`);
    }
    const driver = metricDrivers[asked.type];
    const form = (0,metrics_kinds/* metricForm */.h3)(asked);
    const open = (safe) => driver.open(asked.query, connection, safe);
    const refuse = (question) => (0,metrics_kinds/* sameQuestion */.RB)(asked, question);
    return checked(open, { form, unit: form.unit ?? asked.unit, refuse }, context);
}

;// CONCATENATED MODULE: ./.build/packages/notify/deliver.js

const deliver_AGAIN = new Set([429, 500, 502, 503, 504]);
/** Milliseconds before the second try, unless the service says how long. */
const deliver_PAUSE = 300;
/** Longer is not worth waiting for: a notice must not hold anything up. */
const deliver_PATIENCE = 3_000;
/**
 * Posts, a second time when the service is busy or at fault, and returns the text of the answer. Redirects are
 * not followed: a secret goes where it was meant to. Throws RemoteError for everything but 2xx.
 */
async function deliver({ http, clock }, delivery, signal) {
    const first = await post(http, delivery, signal);
    if (!deliver_AGAIN.has(first.status))
        return await accepted(first, delivery);
    const asked = Number(first.headers.get('retry-after') ?? Number.NaN) * 1_000;
    const pause = Number.isFinite(asked) && asked > 0 ? asked : deliver_PAUSE;
    if (pause > deliver_PATIENCE)
        return await accepted(first, delivery);
    await clock.sleep(pause, signal).catch(() => undefined);
    if (signal.aborted)
        return await accepted(first, delivery);
    return await accepted(await post(http, delivery, signal), delivery);
}
async function post(http, { url, headers, body }, signal) {
    try {
        return await http.fetch(url, {
            method: 'POST',
            headers: { 'user-agent': 'fairway', ...headers, 'content-type': 'application/json; charset=utf-8' },
            body,
            redirect: 'manual',
            retry: false,
            whole: true,
            signal,
        });
    }
    catch (error) {
        // Its own message, and its cause's, may show the URL.
        throw new runtime/* RemoteError */.Hi(`no answer (${signal.aborted ? 'timed out' : codeOf(error)})`, { retryable: true });
    }
}
function codeOf(error) {
    for (let one = error; one instanceof Error; one = one.cause) {
        if ('code' in one && typeof one.code === 'string')
            return one.code;
    }
    return 'the connection failed';
}
async function accepted(response, delivery) {
    const { status } = response;
    const text = await response.text();
    if (response.ok)
        return text;
    if (response.type === 'opaqueredirect' || (status >= 300 && status < 400)) {
        throw new runtime/* RemoteError */.Hi('it answers with a redirect, which is not followed: give it the final URL', {
            status,
        });
    }
    const said = withoutSecrets(text, delivery).replace(/\s+/g, ' ').trim().slice(0, 200);
    throw new runtime/* RemoteError */.Hi(`it answers ${status}${said ? `: ${said}` : ''}`, { status });
}
/** An answer may repeat parts of the URL or of our headers, and these are secrets. */
function withoutSecrets(text, { url, headers = {} }) {
    const { host, pathname, search, searchParams, username, password } = new URL(url);
    const ofUrl = [
        url,
        host,
        pathname,
        search,
        username,
        password,
        ...pathname.split('/'),
        ...searchParams.values(),
    ];
    const parts = [...ofUrl, ...Object.values(headers).flatMap((value) => [value, ...value.split(' ')])];
    const long = parts.flatMap((part) => [part, decode(part)]).filter((part) => part.length >= SHORT);
    return long
        .sort((a, b) => b.length - a.length)
        .reduce((hidden, part) => hidden.replaceAll(part, '***'), text);
}
/** Shorter parts would hide ordinary words. */
const SHORT = 6;
function decode(part) {
    try {
        return decodeURIComponent(part);
    }
    catch {
        return part;
    }
}

;// CONCATENATED MODULE: ./.build/packages/notify/message.js

const TONES = { start: 'plain', pause: 'warning', abort: 'bad', promote: 'good' };
function messageOf(notice) {
    const { release, before, actor, runUrl, url, reason, mend } = notice;
    const fact = (name, text) => (text ? [{ name, text }] : []);
    const link = (name, to) => (to && isLink(to) ? [{ name, url: to }] : []);
    return {
        tone: TONES[notice.moment],
        title: titleOf(notice),
        facts: [
            ...fact('Why', reason),
            ...fact('Traffic', trafficOf(notice)),
            ...fact('To go on', mend),
            ...fact('Release', `${release.version}, commit ${release.commit.slice(0, 12)}, ${release.digest.slice(0, 19)}`),
            ...fact('Before', before && `${before.version}, ${before.digest.slice(0, 19)}`),
            ...fact('By', actor),
        ],
        links: [...link('Run', runUrl), ...link('Environment', url)],
    };
}
function titleOf({ moment, app, environment, release: { version }, strategy, weight }) {
    switch (moment) {
        case 'start':
            return `${app} ${version}: ${strategy} to ${environment} started`;
        case 'pause':
            return `${app} ${version}: waits for a person in ${environment}, at ${(0,schema/* formatPercent */.l9)(weight)}`;
        case 'abort':
            return `${app} ${version}: aborted in ${environment}`;
        case 'promote':
            return `${app} ${version}: live in ${environment}`;
    }
}
function trafficOf({ weight, release, before }) {
    if (!before)
        return weight === 0 ? 'none' : `${(0,schema/* formatPercent */.l9)(weight)} on ${release.version}`;
    if (weight === 0)
        return `all on ${before.version}`;
    if (weight === 100)
        return `all on ${release.version}`;
    return `${(0,schema/* formatPercent */.l9)(weight)} on ${release.version}, the rest on ${before.version}`;
}
const isLink = (text) => /^https?:\/\//.test(text) && URL.canParse(text);
/**
 * Made inert by the escapes of a channel, and cut to at most `limit` UTF-16 units: never inside an escape or a
 * character.
 */
function fit(text, limit, inert = (same) => same) {
    let fitted = '';
    let kept = '';
    for (const character of text.toWellFormed()) {
        const next = inert(character);
        if (fitted.length + next.length > limit)
            return `${kept}…`;
        fitted += next;
        if (fitted.length < limit)
            kept = fitted;
    }
    return fitted;
}

;// CONCATENATED MODULE: ./.build/packages/notify/webhook-url.js

/** The URL that a secret holds. Throws UserError, without showing it. */
function webhookUrl(context, name) {
    const url = context.secret(name).trim();
    if (/^https?:\/\//.test(url) && URL.canParse(url))
        return url;
    throw new errors/* UserError */.yo(`the secret ${name} is not a URL`, {
        mend: `set ${name} to the whole URL of the webhook, with https://`,
    });
}

;// CONCATENATED MODULE: ./.build/packages/notify/discord/index.js



/** Discord takes 2,000 characters of content, 1,024 of a field's value and 6,000 of an embed in all. */
const FIELD = 1_000;
const TITLE = 300;
/** By a channel's webhook. `wait` makes Discord answer when the message is posted, not when it is queued. */
const discordChannel = {
    type: 'discord',
    open: ({ webhook }, context) => ({
        type: 'discord',
        async send(notice, signal) {
            const url = new URL(webhookUrl(context, webhook));
            url.searchParams.set('wait', 'true');
            await deliver(context.ports, { url: url.href, body: JSON.stringify(discordMessage(notice)) }, signal);
        },
    }),
};
const COLORS = { plain: 0x5865f2, good: 0x2e7d32, warning: 0xf9a825, bad: 0xc62828 };
/** No text of a release can mention anybody: `allowed_mentions` names no kind of mention. */
function discordMessage(notice) {
    const { title, tone, facts, links } = messageOf(notice);
    const why = facts.find(({ name }) => name === 'Why');
    const linked = links.map(({ name, url }) => `[${name}](${discord_link(url)})`).join(' ');
    const field = (name, value, inline = false) => ({ name, value, inline });
    return {
        content: `**${fit(title, TITLE, inert)}**`,
        embeds: [
            {
                color: COLORS[tone],
                ...(why ? { description: fit(why.text, 2_000, inert) } : {}),
                fields: [
                    ...facts
                        .filter((fact) => fact !== why)
                        .map(({ name, text }) => field(name, fit(text, name === 'To go on' ? FIELD : TITLE, inert))),
                    ...(linked && linked.length <= FIELD ? [field('Links', linked)] : []),
                ],
            },
        ],
        allowed_mentions: { parse: [] },
    };
}
const inert = (character) => (/[\\*_~`|<>[\]()#]/.test(character) ? `\\${character}` : character);
const discord_link = (url) => new URL(url).href.replace(/[()<>]/g, (one) => `%${one.charCodeAt(0).toString(16)}`);

;// CONCATENATED MODULE: ./.build/packages/notify/slack/index.js




/** A section takes 3,000 characters; all blocks together about 13,000. */
const LIMITS = { Why: 2_500, 'To go on': 1_500 };
const LIMIT = 300;
/** By an incoming webhook, or as a bot by `chat.postMessage`, whose answer is 200 also when it did not post. */
const slackChannel = {
    type: 'slack',
    open({ webhook, token, channel, api }, context) {
        const send = async (notice, signal) => {
            if (webhook !== undefined) {
                const url = webhookUrl(context, webhook);
                await deliver(context.ports, { url, body: JSON.stringify(slackMessage(notice)) }, signal);
                return;
            }
            const answer = await deliver(context.ports, {
                url: `${api.replace(/\/+$/, '')}/chat.postMessage`,
                headers: { authorization: `Bearer ${context.secret(token ?? '').trim()}` },
                body: JSON.stringify({ channel, ...slackMessage(notice) }),
            }, signal);
            const error = errorOf(answer);
            if (error)
                throw new errors/* RemoteError */.Hi(`Slack answers "${error}"`);
        };
        return { type: 'slack', send };
    },
};
function errorOf(answer) {
    try {
        const { ok, error } = JSON.parse(answer);
        return ok === true ? undefined : (error ?? 'no reason given');
    }
    catch {
        return 'no JSON';
    }
}
/** `text` is what a lock screen shows; `verbatim` keeps names and channels in the text from being linked. */
function slackMessage(notice) {
    const { title, facts, links } = messageOf(notice);
    const section = (text) => ({ type: 'section', text: { type: 'mrkdwn', text, verbatim: true } });
    const linked = links.map(({ name, url }) => `<${slack_link(url)}|${name}>`).join('  ');
    return {
        text: fit(title, LIMIT, slack_inert),
        blocks: [
            section(`*${fit(title, LIMIT, slack_inert)}*`),
            ...facts.map(({ name, text }) => section(`*${name}:* ${fit(text, LIMITS[name] ?? LIMIT, slack_inert)}`)),
            ...(linked ? [section(linked)] : []),
        ],
        unfurl_links: false,
        unfurl_media: false,
    };
}
const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const slack_inert = (character) => ENTITIES[character] ?? character;
const slack_link = (url) => new URL(url).href
    .replaceAll('|', '%7C')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '%3C')
    .replaceAll('>', '%3E');

;// CONCATENATED MODULE: ./.build/packages/notify/teams/index.js




/** A message takes 28 KB; a character has up to four bytes. */
const teams_LIMITS = { Why: 2_500, 'To go on': 1_000 };
const teams_LIMIT = 300;
/** By a workflow's webhook. It answers 202 before the card is posted, so a later fault shows only in Teams. */
const teamsChannel = {
    type: 'teams',
    open: ({ webhook }, context) => ({
        type: 'teams',
        async send(notice, signal) {
            const url = webhookUrl(context, webhook);
            refuseConnector(url, webhook);
            await deliver(context.ports, { url, body: JSON.stringify(teamsMessage(notice)) }, signal);
        },
    }),
};
/** These still resolve, and some answer 200. */
function refuseConnector(url, name) {
    const { hostname } = new URL(url);
    if (!/(^|\.)webhook\.office\.com$|^outlook\.office(365)?\.com$/.test(hostname))
        return;
    throw new errors/* UserError */.yo(`the secret ${name} is the URL of an Office 365 connector, which Microsoft has retired`, {
        mend: 'make a workflow in Teams that starts "when a Teams webhook request is received", and use its URL',
    });
}
const teams_COLORS = { plain: 'default', good: 'good', warning: 'warning', bad: 'attention' };
/**
 * An Adaptive Card of 1.2, which every Teams client shows. Text runs know no markup, so nothing in them needs
 * to be escaped.
 */
function teamsMessage(notice) {
    const { title, tone, facts, links } = messageOf(notice);
    const run = (text, more = {}) => ({ type: 'TextRun', text, ...more });
    const line = (...inlines) => ({ type: 'RichTextBlock', inlines });
    const content = {
        $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
        type: 'AdaptiveCard',
        version: '1.2',
        body: [
            line(run(fit(title, teams_LIMIT), { weight: 'bolder', size: 'large', color: teams_COLORS[tone] })),
            ...facts.map(({ name, text }) => line(run(`${name}: `, { weight: 'bolder' }), run(fit(text, teams_LIMITS[name] ?? teams_LIMIT)))),
        ],
        ...(links.length
            ? {
                actions: links.map(({ name, url }) => ({
                    type: 'Action.OpenUrl',
                    title: name,
                    url: new URL(url).href,
                })),
            }
            : {}),
    };
    const contentType = 'application/vnd.microsoft.card.adaptive';
    return { type: 'message', attachments: [{ contentType, contentUrl: null, content }] };
}

;// CONCATENATED MODULE: ./.build/packages/notify/webhook/index.js





/** Posts the notice as JSON, to any receiver. */
const webhookChannel = {
    type: 'webhook',
    open: (config, context) => ({
        type: 'webhook',
        async send(notice, signal) {
            const { clock } = context.ports;
            const url = config.url ?? webhookUrl(context, config.secret ?? '');
            const body = JSON.stringify(webhookMessage(notice, clock.now()));
            const signed = config.sign === undefined ? {} : signature(context, config.sign, body);
            await deliver(context.ports, { url, body, headers: { ...headersOf(config, context), ...signed } }, signal);
        },
    }),
};
/** The body, version 1. `at`: ISO 8601, UTC; `weight`: percent; absent: not known. */
function webhookMessage(notice, now) {
    const { title } = messageOf(notice);
    return { version: 1, at: new Date(now).toISOString(), text: title, ...notice };
}
function headersOf({ headers }, context) {
    return Object.fromEntries(Object.entries(headers).map(([name, value]) => [
        name,
        typeof value === 'string' ? value : context.secret(value.secret).trim(),
    ]));
}
/** The headers of the Standard Webhooks specification, so that receivers can use its libraries. */
function signature(context, name, body) {
    const id = `msg_${(0,external_node_crypto_.randomUUID)().replaceAll('-', '')}`;
    const timestamp = String(Math.floor(context.ports.clock.now() / 1_000));
    return {
        'webhook-id': id,
        'webhook-timestamp': timestamp,
        'webhook-signature': sign(keyOf(context.secret(name).trim(), name), id, timestamp, body),
    };
}
function sign(key, id, timestamp, body) {
    return `v1,${(0,external_node_crypto_.createHmac)('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
}
/** `whsec_` and base64, as the specification writes keys; anything else is the key itself. */
function keyOf(secret, name) {
    if (!secret.startsWith('whsec_'))
        return Buffer.from(secret);
    const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
    if (key.length > 0)
        return key;
    throw new errors/* UserError */.yo(`the secret ${name} has no key after whsec_`, { mend: 'put base64 after whsec_' });
}

;// CONCATENATED MODULE: ./.build/packages/notify/index.js






/** Every channel, by the name of its folder. */
const channelDrivers = {
    discord: discordChannel,
    slack: slackChannel,
    teams: teamsChannel,
    webhook: webhookChannel,
};
/** Milliseconds a channel has for both tries. */
const notify_WITHIN = 5_000;
/** `config`: `notify:` of fairway.yml. Opens nothing yet: a missing secret is a warning when it is needed. */
function openChannels(config, context) {
    const entries = Object.entries(config ?? {});
    return {
        async tell(notice, within = notify_WITHIN) {
            const concerned = entries.filter(([, channel]) => wants(channel, notice));
            await Promise.all(concerned.map(([name, channel]) => send(name, channel, notice, context, within)));
        },
    };
}
const wants = ({ on, environments }, { moment, environment }) => on.includes(moment) && (environments === undefined || environments.includes(environment));
async function send(name, { type, config }, notice, context, within) {
    try {
        const driver = channelDrivers[type];
        if (!driver)
            throw new errors/* InternalError */.Gd(`no driver for ${type}`);
        await driver.open(config, context).send(notice, AbortSignal.timeout(within));
    }
    catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        const mend = error instanceof Error && 'mend' in error && error.mend ? `. To mend it: ${error.mend}` : '';
        context.ports.log.warning(`${name} (${type}) was not told of the ${notice.moment}: ${why}${mend}`, {
            title: `Notification ${name}`,
        });
    }
}

;// CONCATENATED MODULE: ./.build/packages/routers/haproxy/servers.js

/** Bits of srv_admin_state: maintenance by hand, inherited, by resolution or by host name. */
const MAINTENANCE = 0x01 | 0x02 | 0x20 | 0x40;
const DRAIN = 0x08 | 0x10;
/** Bit of srv_agent_state. */
const AGENT_ENABLED = 0x04;
/** Read at one moment. Throws UserError when there is no such backend. */
async function readServers(socket, backend, signal) {
    const [state, stat] = await Promise.all([
        socket.read(`show servers state ${backend}`, signal),
        socket.read(`show stat ${backend} 4 -1`, signal),
    ]);
    return parseServers(state, stat);
}
/** Pure. The texts of `show servers state <backend>` and `show stat <backend> 4 -1`. */
function parseServers(state, stat) {
    const [version, head, ...rows] = state.split('\n');
    if (version !== '1' || !head?.startsWith('# ')) {
        throw new errors/* InternalError */.Gd(`HAProxy tells its servers in a form that is not known: ${version?.slice(0, 80)}`);
    }
    const names = head.slice(2).split(' ');
    const [statHead = '', ...statRows] = stat.split('\n');
    const statNames = statHead.replace(/^# /, '').split(',');
    const statOf = new Map(statRows.map((row) => {
        const values = row.split(',');
        const cell = (name) => values[statNames.indexOf(name)] ?? '';
        return [cell('svname'), cell];
    }));
    return rows
        .filter((row) => row !== '')
        .map((row) => {
        const values = row.split(' ');
        const cell = (name) => values[names.indexOf(name)] ?? '';
        const name = cell('srv_name');
        return {
            name,
            address: cell('srv_addr') === '-' ? '' : cell('srv_addr'),
            port: number(cell('srv_port')),
            condition: condition(number(cell('srv_op_state')), number(cell('srv_admin_state'))),
            weight: number(cell('srv_uweight')),
            configured: number(cell('srv_iweight')),
            agent: (number(cell('srv_agent_state')) & AGENT_ENABLED) !== 0,
            backup: statOf.get(name)?.('bck') === '1',
            sessions: number(statOf.get(name)?.('scur') ?? '0'),
        };
    });
}
function condition(operational, admin) {
    if (admin & MAINTENANCE)
        return 'maintenance';
    if (admin & DRAIN || operational === 3)
        return 'draining';
    return operational === 0 ? 'down' : 'up';
}
/** A number that is not there must not become a weight of 0. */
function number(text) {
    const value = Number(text);
    if (text === '' || !Number.isInteger(value)) {
        throw new errors/* InternalError */.Gd(`HAProxy tells "${text.slice(0, 20)}" where a number stands in known versions`);
    }
    return value;
}
function pairOf(servers, names, at) {
    const find = (name) => {
        const server = servers.find((one) => one.name === name);
        if (server)
            return server;
        const there = servers.map((one) => one.name).join(', ') || 'none';
        throw new errors/* UserError */.yo(`backend ${names.backend} of HAProxy has no server "${name}". It has: ${there}.`, {
            where: at,
            mend: 'correct the name in `router`, or add a `server` line to haproxy.cfg and reload',
        });
    };
    const [live, candidate] = [find(names.live), find(names.candidate)];
    return { live, candidate, others: servers.filter((one) => one !== live && one !== candidate) };
}
/** Part of the traffic it really takes, as a weight. */
const effective = ({ condition: now, weight }) => (now === 'up' ? weight : 0);

;// CONCATENATED MODULE: ./.build/packages/routers/haproxy/guards.js


/** Traffic is never sent to a live server that somebody, or a health check, has taken out. */
function refuseWithoutLive({ live }, { backend }, at) {
    if (live.condition === 'up')
        return;
    const down = live.condition === 'down';
    const state = live.condition === 'draining' ? 'draining' : 'in maintenance';
    const why = down ? "down by HAProxy's health check" : `${state}, set by somebody else`;
    throw new errors/* UserError */.yo(`server ${backend}/${live.name} is ${why}; the weights were not changed`, {
        where: at,
        mend: down
            ? 'see why its health check fails'
            : `when it may serve again: \`set server ${backend}/${live.name} state ready\`, then run this again`,
    });
}
/** The live server must point at what serves the live release also after a promotion. */
function refuseWrongLive({ live }, target, { backend }, at) {
    const url = target.url === undefined ? undefined : new URL(target.url);
    if (url?.hostname !== '127.0.0.1' || live.address !== '127.0.0.1')
        return;
    if (live.port === Number(url.port || 80))
        return;
    throw new errors/* UserError */.yo(`server ${backend}/${live.name} points at port ${live.port}, but ${target.location} serves port ${url.port || 80}`, { where: at, mend: 'correct its address in haproxy.cfg and reload' });
}
/** What else would have a say in the split: others that take traffic are refused, agents are told. */
function refuseOthers({ live, candidate, others }, { backend }, log) {
    for (const { name, agent } of [live, candidate]) {
        if (agent)
            log.warning(`An agent check may change weight and state of server ${backend}/${name} at any time`);
    }
    const taking = others.filter((one) => !one.backup && effective(one) > 0).map(({ name }) => name);
    if (taking.length) {
        throw new errors/* UserError */.yo(`backend ${backend} also sends requests to ${taking.join(', ')}`, {
            mend: 'a canary needs a backend with two servers that take traffic: move the others to one of their own',
        });
    }
}
/**
 * The commands that point the candidate's server to the candidate and make it ready, without weight when
 * it was out. `percent` undefined: for pins. Reads the target; refuses what is not there or not healthy.
 */
async function placeCandidate({ candidate: server }, percent, { target, config, at, signal }) {
    const { candidate } = await target.inspect(signal);
    const gets = percent === undefined ? 'pinned requests' : `${percent}% of the requests`;
    if (!candidate) {
        throw new errors/* UserError */.yo(`there is no candidate to give ${gets} to`, { mend: 'stage a release first' });
    }
    if (!candidate.healthy) {
        throw new errors/* UserError */.yo(`the candidate ${candidate.version} is not healthy: ${candidate.reason}; it was not given ${gets}`, { mend: 'discard it, or wait until it is healthy' });
    }
    const { address, port } = splitAddress(candidate.address, target);
    const id = `${config.backend}/${config.candidate}`;
    const moved = server.address !== address || server.port !== port;
    if (server.condition === 'draining')
        refuseTakenOut(id, 'draining', at);
    if (server.condition === 'maintenance') {
        // With our address and a weight that is not the one of haproxy.cfg it was taken out in the middle.
        if (!moved && server.weight > 0 && server.weight !== server.configured)
            refuseTakenOut(id, 'maintenance', at);
    }
    // A server that was down at another address is looked at afresh when it comes out of maintenance.
    const stale = moved && server.condition === 'down';
    const out = server.condition === 'maintenance' || stale;
    return [
        ...(stale ? [`set server ${id} state maint`] : []),
        ...(moved || out ? (server.weight > 0 ? [`set server ${id} weight 0`] : []) : []),
        ...(moved ? [`set server ${id} addr ${address} port ${port}`] : []),
        ...(out ? [`set server ${id} state ready`] : []),
    ];
}
function refuseTakenOut(id, condition, at) {
    throw new errors/* UserError */.yo(`somebody has put server ${id} into ${condition} during the rollout`, {
        where: at,
        mend: `abort the rollout, or \`set server ${id} state ready\` to let it go on`,
    });
}
function splitAddress(text, { location }) {
    const [, address, port] = /^\[?([0-9A-Fa-f.:]+?)\]?:(\d+)$/.exec(text ?? '') ?? [];
    if (address && port)
        return { address, port: Number(port) };
    throw new errors/* UserError */.yo(`${location} tells no address of its candidate that HAProxy could send requests to`, {
        mend: 'use a router that fits the target',
    });
}

;// CONCATENATED MODULE: ./.build/packages/routers/haproxy/pins.js


/** `shop-header-x-canary.acl`, in any folder: by this name the line of haproxy.cfg is found. */
const pins_nameOf = (backend, pin) => 'header' in pin
    ? `${backend}-header-${pin.header.toLowerCase()}.acl`
    : `${backend}-cookie-${pin.cookie}.acl`;
/** Makes these the backend's pins, and reads back that they are. */
async function writePins(socket, backend, pins, signal) {
    const files = await pinFiles(socket, backend, signal);
    refuseMissing(files, backend, pins, socket.at);
    for (const file of files) {
        const wanted = new Set(pins.filter((pin) => file.path.endsWith(pins_nameOf(backend, pin))).map(({ value }) => value));
        const held = new Set(await valuesIn(socket, file, signal));
        const path = word(file.path);
        await socket.change([
            ...[...wanted].filter((value) => !held.has(value)).map((value) => `add acl ${path} ${word(value)}`),
            ...[...held].filter((value) => !wanted.has(value)).map((value) => `del acl ${path} ${word(value)}`),
        ], signal);
        const now = new Set(await valuesIn(socket, file, signal));
        if (now.size === wanted.size && [...wanted].every((value) => now.has(value)))
            continue;
        throw new errors/* UserError */.yo(`HAProxy holds other pins in ${file.path} than it was given`, {
            where: socket.at,
            mend: 'see who else changes them at this moment, and run this again',
        });
    }
}
/** What the backend's files hold; names of headers in lower case. */
async function readPins(socket, backend, signal) {
    const pins = [];
    for (const file of await pinFiles(socket, backend, signal)) {
        for (const value of new Set(await valuesIn(socket, file, signal))) {
            pins.push(file.kind === 'header' ? { header: file.name, value } : { cookie: file.name, value });
        }
    }
    return pins;
}
async function pinFiles(socket, backend, signal) {
    const listed = await socket.read('show acl', signal);
    const files = new Map();
    for (const line of listed.split('\n')) {
        // `3 (/etc/haproxy/pins/shop-header-x-canary.acl) pattern loaded from file ...`
        const path = /^\d+ \((.+?)\) /.exec(line)?.[1];
        const base = path?.split(/[/@]/).at(-1);
        if (!path || !base?.startsWith(`${backend}-`))
            continue;
        const [, kind, name] = /^(header|cookie)-(.+)\.acl$/.exec(base.slice(backend.length + 1)) ?? [];
        if (name && (kind === 'header' || kind === 'cookie'))
            files.set(path, { path, kind, name });
    }
    return [...files.values()];
}
async function valuesIn(socket, file, signal) {
    const answer = await socket.read(`show acl ${word(file.path)}`, signal);
    return answer
        .split('\n')
        .map((line) => /^0x[0-9a-f]+ (.*)$/.exec(line)?.[1])
        .filter((value) => value !== undefined);
}
function refuseMissing(files, backend, pins, at) {
    const missing = pins.filter((pin) => !files.some(({ path }) => path.endsWith(pins_nameOf(backend, pin))));
    if (missing.length === 0)
        return;
    const shown = missing.map((pin) => ('header' in pin ? `header ${pin.header}` : `cookie ${pin.cookie}`));
    const lines = missing.map((pin) => {
        const fetch = 'header' in pin ? `req.fhdr(${pin.header.toLowerCase()})` : `req.cook(${pin.cookie})`;
        return `use-server <candidate> if { ${fetch} -m str -f <folder>/${pins_nameOf(backend, pin)} }`;
    });
    throw new errors/* UserError */.yo(`HAProxy cannot pin by ${[...new Set(shown)].join(', ')}: haproxy.cfg does not ask for it`, {
        where: at,
        mend: `make the empty file, add to backend ${backend} the line \`${[...new Set(lines)].join('` and `')}\`, and reload`,
    });
}

;// CONCATENATED MODULE: ./.build/packages/routers/haproxy/share.js

const share_LARGEST = 256;
/** The smallest share two such weights can make, in percent. */
const SMALLEST = 100 / (share_LARGEST + 1);
/**
 * The weights whose share comes nearest to a percentage. UserError for one that none comes near: a share
 * that is much larger than what was asked for is no canary.
 */
function weightsFor(percent) {
    if (!(percent >= 0 && percent <= 100))
        throw new errors/* UserError */.yo(`${percent} is no weight: 0 to 100`);
    if (Number.isInteger(percent))
        return { live: 100 - percent, candidate: percent };
    if (percent < SMALLEST || percent > 100 - SMALLEST) {
        throw new errors/* UserError */.yo(`HAProxy cannot give the candidate ${percent}% of the requests`, {
            mend: 'choose a weight from 0.39% to 99.6%, or 0% or 100%',
        });
    }
    let best = { live: share_LARGEST, candidate: 1 };
    for (let candidate = 1; candidate <= share_LARGEST; candidate++) {
        const ideal = (candidate * (100 - percent)) / percent;
        for (const live of [Math.floor(ideal), Math.ceil(ideal)]) {
            if (live < 1 || live > share_LARGEST)
                continue;
            if (offBy({ live, candidate }, percent) < offBy(best, percent))
                best = { live, candidate };
        }
    }
    return best;
}
const shareOf = ({ live, candidate }) => (100 * candidate) / (live + candidate);
const offBy = (weights, percent) => {
    const off = Math.abs(shareOf(weights) - percent);
    // Equal but for rounding must count as equal, or a far larger pair would win.
    return off < 1e-9 ? 0 : off;
};
/** Whether both split the traffic alike. */
const sameShare = (one, other) => one.candidate * (other.live + other.candidate) === other.candidate * (one.live + one.candidate);
/**
 * The percentage that weights stand for: the shortest one for which they would be set, else what they
 * really make. At least one of them must not be 0.
 */
function percentFor(weights) {
    const exact = shareOf(weights);
    for (const digits of [0, 1, 2, 3]) {
        const short = Number(exact.toFixed(digits));
        const possible = short > SMALLEST && short < 100 - SMALLEST;
        if (possible && sameShare(weightsFor(short), weights))
            return short;
    }
    return Number(exact.toFixed(4));
}

;// CONCATENATED MODULE: ./.build/packages/routers/haproxy/index.js






/** A running HAProxy in front of the target, by its runtime API. */
const haproxyRouter = {
    type: 'haproxy',
    open: (config, context, target) => new HaproxyRouter(config, context, target),
};
/** Between two looks at the requests that are still under way, in ms. */
const haproxy_LOOK = 25;
/**
 * Splits a backend between two servers by their weights. Weights are lost when HAProxy reloads: `weight()`
 * tells what holds, always from HAProxy itself.
 */
class HaproxyRouter {
    type = 'haproxy';
    #config;
    #context;
    #target;
    #socket;
    /** What was set here last: two percentages may need the same weights. */
    #set;
    constructor(config, context, target) {
        this.#config = config;
        this.#context = context;
        this.#target = target;
        this.#socket = new RuntimeSocket(config.socket);
    }
    async setWeight(percent, signal) {
        const weights = weightsFor(percent);
        const before = await this.#read(signal);
        const had = effective(before.candidate);
        if (percent < 100 && (percent > 0 || had > 0))
            refuseWithoutLive(before, this.#config, this.#socket.at);
        if (percent > 0) {
            refuseOthers(before, this.#config, this.#context.ports.log);
            refuseWrongLive(before, this.#target, this.#config, this.#socket.at);
            await this.#place(before, percent, signal);
        }
        await this.#setWeights(weights, signal);
        this.#set = { percent, weights };
        const now = await this.#read(signal);
        const held = { live: now.live.weight, candidate: now.candidate.weight };
        const up = percent === 0 || now.candidate.condition === 'up';
        if (!sameShare(held, weights) || !up)
            throw this.#differs(percent, now);
        if (percent === 0 && had > 0)
            await this.#drained(now, signal);
    }
    async weight(signal) {
        const { live, candidate, others } = await this.#read(signal);
        const rest = others.filter(({ backup }) => !backup).reduce((sum, one) => sum + effective(one), 0);
        const held = { live: effective(live) + rest, candidate: effective(candidate) };
        if (held.candidate === 0 && held.live === 0) {
            throw new errors/* UserError */.yo(`no server of backend ${this.#config.backend} takes requests`, {
                where: this.#socket.at,
                mend: `see \`show servers state ${this.#config.backend}\`, and make server ${live.name} ready`,
            });
        }
        if (this.#set && sameShare(this.#set.weights, held))
            return this.#set.percent;
        return percentFor(held);
    }
    async setPins(pins, signal) {
        // The candidate must be reachable before the first request is sent there.
        const before = await this.#read(signal);
        if (pins.length)
            await this.#place(before, undefined, signal);
        await writePins(this.#socket, this.#config.backend, pins, signal);
        if (pins.length === 0)
            await this.#drained(before, signal);
    }
    pins(signal) {
        return readPins(this.#socket, this.#config.backend, signal);
    }
    async finalize(signal) {
        const { backend, candidate } = this.#config;
        await writePins(this.#socket, backend, [], signal);
        const before = await this.#read(signal);
        const had = effective(before.candidate);
        if (had > 0)
            refuseWithoutLive(before, this.#config, this.#socket.at);
        // What haproxy.cfg says, so that a reload changes nothing.
        const live = before.live.configured || 100;
        if (before.candidate.weight > 0 || before.live.weight !== live) {
            await this.#setWeights({ live, candidate: 0 }, signal);
        }
        const after = await this.#read(signal);
        if (after.candidate.condition !== 'maintenance') {
            await this.#drained(after, signal);
            await this.#socket.change([`set server ${backend}/${candidate} state maint`], signal);
        }
        const now = await this.#read(signal);
        if (now.candidate.weight > 0 || now.candidate.condition !== 'maintenance')
            throw this.#differs(0, now);
    }
    async #read(signal) {
        const servers = await readServers(this.#socket, this.#config.backend, signal);
        return pairOf(servers, this.#config, this.#socket.at);
    }
    /** Points its server to the candidate, ready; `percent`: what it is to get, undefined for pins only. */
    async #place(before, percent, signal) {
        const change = await placeCandidate(before, percent, {
            target: this.#target,
            config: this.#config,
            at: this.#socket.at,
            signal,
        });
        await this.#socket.change(change, signal, /(changed from|no need to change)/);
    }
    #setWeights({ live, candidate }, signal) {
        const set = (name, weight) => `set server ${this.#config.backend}/${name} weight ${weight}`;
        const [one, two] = [set(this.#config.live, live), set(this.#config.candidate, candidate)];
        // At no moment may both be 0.
        return this.#socket.change(candidate === 0 ? [one, two] : [two, one], signal);
    }
    /**
     * Until the candidate has answered what it was given, or its time is over; at once while it still gets
     * requests by weight or by a pin.
     */
    async #drained(pair, signal) {
        const { clock } = this.#context.ports;
        if (pair.candidate.weight > 0 || pair.candidate.sessions === 0)
            return;
        if ((await this.pins(signal)).length)
            return;
        for (const end = clock.now() + this.#config.drain; clock.now() < end; await clock.sleep(haproxy_LOOK, signal)) {
            if ((await this.#read(signal)).candidate.sessions === 0)
                return;
        }
    }
    #differs(percent, { live, candidate }) {
        const tell = ({ name, condition, weight }) => `${name} is ${condition} with weight ${weight}`;
        return new errors/* UserError */.yo(`HAProxy does not hold the ${percent}% it was given: ${tell(live)}, ${tell(candidate)}`, {
            where: `${this.#config.backend} at ${this.#socket.at}`,
            mend: 'see who else changes its servers, what its health checks say, and run this again',
        });
    }
}

;// CONCATENATED MODULE: ./.build/packages/routers/process/index.js

/** The proxy of the process target: it belongs to the target, so there is nothing to configure. */
const processRouter = {
    type: 'process',
    open(_config, context, opened) {
        const target = (0,targets/* asProcessTarget */.LM)(opened, 'router "process"');
        const control = () => (0,targets/* controlOf */.rs)((0,targets/* layoutIn */.qs)(context), context.ports.files);
        /** By the state on disk: a release that hangs must not hold up that its traffic is taken away. */
        const hasCandidate = async () => (await control())?.state.candidate !== undefined;
        return {
            type: 'process',
            async setWeight(percent, signal) {
                if (percent === 0 && !(await hasCandidate()))
                    return;
                await target.operate('/weight', { percent }, signal);
            },
            weight: async (signal) => (await target.inspect(signal)).weight,
            async setPins(pins, signal) {
                if (pins.length === 0 && !(await hasCandidate()))
                    return;
                await target.operate('/pins', { pins: pins.map(lowered) }, signal);
            },
            pins: async (signal) => (await (await control())?.status(signal))?.pins ?? [],
            async finalize(signal) {
                // The proxy splits nothing once there is no candidate; one that is left gets no more requests.
                const { candidate, weight } = await target.inspect(signal);
                if (!candidate)
                    return;
                if (weight > 0)
                    await target.operate('/weight', { percent: 0 }, signal);
                await target.operate('/pins', { pins: [] }, signal);
            },
        };
    },
};
/** Names of headers have no case. */
const lowered = (pin) => ('header' in pin ? { ...pin, header: pin.header.toLowerCase() } : pin);

;// CONCATENATED MODULE: ./.build/packages/routers/index.js





/** Every router, by the name of its folder. */
const routerDrivers = { haproxy: haproxyRouter, process: processRouter };
function openRouter(type, config, context, target) {
    const driver = routerDrivers[type];
    if (!driver) {
        throw new errors/* UserError */.yo(`unknown router "${type}".${(0,schema/* didYouMean */.au)(type, Object.keys(routerDrivers))}`);
    }
    return driver.open(config, context, target);
}

;// CONCATENATED MODULE: ./.build/packages/engine/open.js








/** Reads fairway.yml and opens everything that belongs to one environment. Changes nothing. */
async function openEnvironment(inputs, ports) {
    const { config, file } = await (0,packages_config/* loadConfig */.Z9)(ports, inputs.config);
    const settings = settingsOf(config, inputs.environment, file);
    const { app } = config;
    const { environment, token } = inputs;
    // The record must still be written when the job is being cancelled.
    const recording = { ...ports, signal: new AbortController().signal };
    const ledger = await (0,packages_ledger/* openLedger */.au)({ ...config.ledger, app, token, ports: recording });
    const context = { app, environment, ports };
    const target = (0,targets/* openTarget */.Ap)(settings.target, context);
    const secret = secretOf(inputs, file);
    const channels = openChannels(config.notify, { ports, secret });
    const asked = { ...context, target, secret };
    return {
        ...{ app, environment, config, settings, ledger, target, ports },
        router: routerOf(settings, context, target),
        provider: once(({ source }) => openMetric(source, connectionOf(config, settings, source.type), asked)),
        notify: (notice) => channels.tell(notice),
        mirror: (release) => ports.context.apiUrl
            ? (0,packages_ledger/* mirrorDeployment */.R)(ports.github(token), {
                environment,
                release,
                logUrl: ports.context.runUrl,
                environmentUrl: settings.url ?? target.url,
                log: ports.log,
                ...(ports.redact ? { redact: ports.redact } : {}),
            })
            : Promise.resolve({ update: async () => undefined }),
    };
}
/** What the strategy names; without it, targets that split traffic themselves bring a router of their own name. */
function routerOf({ strategy, target: { type } }, context, target) {
    const named = strategy?.type === 'canary' || strategy?.type === 'blue-green' ? strategy.config.router : undefined;
    if (named)
        return openRouter(named.type, named.config, context, target);
    return target.capabilities.weights ? openRouter(type, {}, context, target) : undefined;
}
/** A provider is opened once for each metric of a plan, whatever it is asked. */
function once(open) {
    const opened = new WeakMap();
    return (metric) => {
        const provider = opened.get(metric.source) ?? open(metric);
        opened.set(metric.source, provider);
        return provider;
    };
}
/** How a provider is reached here: an environment's own entry replaces the file's. */
function connectionOf(config, settings, type) {
    return settings.providers?.[type] ?? config.providers?.[type] ?? {};
}
function secretOf({ secrets = {} }, file) {
    return (name) => {
        const value = Object.hasOwn(secrets, name) ? secrets[name] : undefined;
        if (value)
            return value;
        throw new runtime/* UserError */.yo(`the secret ${name} is not given`, {
            where: `${file} names it`,
            mend: `add a line to the input "secrets": ${name}=\${{ secrets.${name} }}`,
        });
    };
}
function settingsOf({ environments }, name, file) {
    const settings = Object.hasOwn(environments, name) ? environments[name] : undefined;
    if (settings)
        return settings;
    throw new runtime/* UserError */.yo(`unknown environment "${name}".${(0,schema/* didYouMean */.au)(name, Object.keys(environments))}`, {
        where: file,
        mend: 'name an environment of this file',
    });
}

;// CONCATENATED MODULE: ./.build/packages/engine/post.js








/** Where a main step says that what it carries is not its own: later jobs go on with it. */
const STAYS = 'rollout-stays';
/** Before a tick begins: if it is killed, its post step leaves the rollout to the next one. */
function leaveToNext({ state }) {
    state.set(STAYS, 'yes');
}
/**
 * For a post step: takes out what the main step left in flight when it was killed. Does nothing when the
 * main step began nothing or ended by itself, and never touches what another job has taken over. What waits
 * for a person, and what a tick carried, stays for the next one. Throws RemoteError when it cannot: a
 * candidate that keeps its traffic must not pass unseen.
 */
async function endLeft({ state, log }, open) {
    const id = state.get(ROLLOUT_STATE);
    if (!id)
        return;
    const site = await open();
    const left = await site.ledger.read(site.environment);
    const { rollout } = left;
    if (rollout?.id !== id)
        return;
    const stays = state.get(STAYS) === 'yes' || machineOf(rollout)?.phase === 'paused';
    // Such a main step that ended by itself has said all there is to say.
    if (stays && !heldByMain(site, left))
        return;
    const name = nameOf(rollout.release);
    if (!stays)
        log.warning(`The main step left the rollout of ${name} in flight: it is ended now`);
    const purpose = stays ? 'note an interruption' : 'end what the main step left in flight';
    try {
        await withOwnLease(site, purpose, () => (stays ? note(site, id) : abortLeft(site, id)));
    }
    catch (cause) {
        // Its lease only expires; the next job goes on then.
        if (stays)
            return log.warning(`The interruption was not recorded: ${describeError(cause).text}`);
        throw new RemoteError(`the rollout of ${rollout.release.version} that was left in flight could not be ended: ${describeError(cause).text}`, {
            where: site.target.location,
            mend: `run this job again, or deploy or roll back ${site.environment}: that ends it first`,
            cause,
        });
    }
}
async function abortLeft(site, id) {
    const { rollout, live: before } = await site.ledger.read(site.environment);
    if (rollout?.id !== id)
        return;
    const signal = patience();
    const { live } = await site.target.inspect(signal);
    // All the traffic is on it already: the next job verifies it and decides.
    if (live?.digest === rollout.release.digest)
        return;
    const carried = carry(site, id, {});
    const reason = 'the job was cancelled before it was live';
    // If this step is killed as well, whoever goes on must end it, and not give it its share again.
    const left = machineOf(rollout);
    const stop = { kind: 'stop', now: site.ports.clock.now(), reason };
    const aborting = left && { machine: next(left, stop).machine };
    await discardCandidate(site, (intent, more) => carried.intent(intent, { ...more, ...aborting }), signal);
    await carried.stop(reason);
    await site.notify(noticeOf(site, { ...rollout, before }, { moment: 'abort', weight: 0, reason }));
}
async function note(site, id) {
    const { rollout } = await site.ledger.read(site.environment);
    if (rollout?.id !== id)
        return;
    await carry(site, id, {}).outcome('interrupted: its job was killed; the next tick goes on');
}

;// CONCATENATED MODULE: ./.build/packages/engine/rollback.js


/**
 * Pure. The release to go back to: the one named by version or digest, else the newest that was live before
 * and was not stopped or rolled back since. `history` is newest first. Throws UserError when there is none.
 */
function chooseRollback(state, history, to) {
    const { live, environment } = state;
    const where = environment;
    if (!live) {
        throw new UserError(`nothing is live in ${environment}: there is nothing to roll back`, {
            where,
            mend: 'deploy a release first',
        });
    }
    const known = earlier(live, [state, ...history.map((entry) => entry.state)]);
    if (to)
        return named(known, live, to, where);
    const stopped = stoppedLast([state, ...history.map((entry) => entry.state)]);
    const chosen = known.find(({ digest }) => !stopped.has(digest));
    if (chosen)
        return chosen;
    const others = known.length ? `; these were stopped or rolled back: ${known.map(nameOf).join(', ')}` : '';
    throw new UserError(`there is no earlier release of ${environment} to roll back to${others}`, {
        where,
        mend: known.length
            ? 'name one with the input "to", or release a mended commit'
            : 'release a mended commit',
    });
}
/** Digests of which the newest word is a stop: one that was stopped once and went live later is good again. */
function stoppedLast(states) {
    const good = new Set();
    const stopped = new Set();
    for (const { live, lastStopped } of states) {
        if (live && !stopped.has(live.digest))
            good.add(live.digest);
        const digest = lastStopped?.release.digest;
        if (digest && !good.has(digest))
            stopped.add(digest);
    }
    return stopped;
}
/** What was live before, newest first, each digest once, without what is live now. */
function earlier(live, states) {
    const found = new Map();
    for (const state of states) {
        for (const one of [state.live, state.previous]) {
            if (one && one.digest !== live.digest && !found.has(one.digest))
                found.set(one.digest, one);
        }
    }
    return [...found.values()];
}
function named(known, live, to, where) {
    const version = to.replace(/^v(?=\d)/, '');
    const matches = (one) => one.digest === to || one.version === to || one.version === version;
    const match = known.find(matches);
    if (match)
        return match;
    if (matches(live))
        throw new UserError(`${nameOf(live)} is live already`, { where, mend: 'name another release' });
    const names = known.slice(0, 10).map(nameOf).join(', ');
    throw new UserError(`"${to}" was never live in ${where}`, {
        where,
        mend: names ? `name one of: ${names}` : 'nothing else was ever live there',
    });
}

;// CONCATENATED MODULE: ./.build/packages/engine/status.js




/** Pure. `now`: ms since 1970. */
function statusOf(state, now) {
    const { environment, live, rollout } = state;
    const machine = (0,resume/* machineOf */.V)(rollout);
    const holder = (0,lease/* holderOf */.Kd)(state, now);
    const held = holder ? { carriedBy: holder } : {};
    const base = { environment, ...(live ? { live: (0,record/* plain */.pj)(live) } : {}), ...held };
    if (!rollout)
        return base;
    const { id, release, strategy, startedAt, intent, weight, request } = rollout;
    const asked = request ? { request } : {};
    const common = { id, release, strategy, startedAt, intent, weight, ...asked };
    if (!machine)
        return { ...base, rollout: { ...common, paused: false } };
    const { decision } = (0,packages_rollout/* next */.K2)(machine, { kind: 'time', now });
    const due = decision.kind === 'wait' || decision.kind === 'pause' ? decision.until : now;
    const { phase, step, plan, reason } = machine;
    return {
        ...base,
        rollout: {
            ...common,
            ...{ phase, step, steps: plan.steps, paused: phase === 'paused' },
            nextAt: new Date(due).toISOString(),
            ...(reason ? { reason } : {}),
        },
    };
}
const readStatus = async ({ ledger, environment, ports }) => statusOf(await ledger.read(environment), ports.clock.now());

;// CONCATENATED MODULE: ./.build/packages/engine/tell.js



/** How far back in the ledger a rollout is told: a long one renews its lease many times. */
const EVENTS = 300;
/** The summary of a rollout, from the whole record, and annotations of what stopped it. False: there is none. */
async function summarizeRun(site, told, title) {
    const { ports, environment } = site;
    const { outcome, weight, seen, verdicts, nextAt, rollout } = told;
    if (!rollout)
        return false;
    if (outcome === 'aborted')
        (0,report/* annotateVerdicts */.$E)(ports.log, environment, verdicts.at(-1)?.verdicts ?? []);
    const named = title === undefined ? {} : { title };
    try {
        const history = await historyOf(site);
        const own = { outcome, weight, nextAt, own: verdicts, seen };
        (0,report/* summarizeRollout */.VT)(ports.summary, { ...rollout, ...named, ...own, environment, history });
        return true;
    }
    catch (error) {
        // What was done is done, whether it can be shown or not.
        ports.log.warning(`The rollout is not shown in the summary: ${(0,runtime/* describeError */.Uc)(error).text}`);
        return false;
    }
}
/** What was done is done and recorded: a ledger that does not answer now costs the summary its past only. */
async function historyOf({ ledger, environment, ports }) {
    // A cancelled job has no time to look back.
    if (ports.signal.aborted)
        return [];
    try {
        return await ledger.history(environment, EVENTS);
    }
    catch (error) {
        ports.log.warning(`The summary lacks what the record holds: ${(0,runtime/* describeError */.Uc)(error).text}`);
        return [];
    }
}
/** A job that ends at a pause is red: nobody would look for it otherwise. */
function pausedError({ environment }, { weight, pause }) {
    return new runtime/* GateError */.ue(`the rollout is paused at ${weight}%: ${pause?.reason ?? 'it waits for a person'}`, {
        where: environment,
        mend: WAY_ON,
    });
}

;// CONCATENATED MODULE: ./.build/packages/engine/sweep.js






/**
 * Finishes what nobody resumed: does what is due of each rollout in flight that no living job carries. One
 * environment that fails does not stop the others. Never throws, but for the job's own cancellation.
 */
async function sweep(open, environments) {
    const swept = [];
    for (const environment of environments)
        swept.push(await sweepOne(open, environment));
    return swept;
}
async function sweepOne(open, environment) {
    try {
        const site = await open(environment);
        site.ports.signal.throwIfAborted();
        const state = await site.ledger.read(site.environment);
        const { rollout } = state;
        if (!rollout)
            return { environment, outcome: 'idle', detail: 'no rollout is in flight' };
        const { version } = rollout.release;
        const holder = (0,lease/* holderOf */.Kd)(state, site.ports.clock.now());
        leaveToNext(site.ports);
        const done = holder ? undefined : await (0,lease/* unlessHeld */.Ok)(site, 'sweep', (hold) => tick(site, hold));
        if (!done) {
            return { environment, version, outcome: 'held', detail: `${holder ?? 'another job'} carries it` };
        }
        await summarizeRun(site, done);
        const { outcome, nextAt, failure } = done;
        return {
            ...{ environment, version, outcome, detail: `${(0,record/* nameOf */.Vb)(rollout.release)}: ${wordsFor(done)}` },
            ...(nextAt === undefined ? {} : { nextAt }),
            ...(failure ? { error: failure } : {}),
        };
    }
    catch (cause) {
        const error = cause instanceof Error ? cause : new Error(String(cause));
        return { environment, outcome: 'failed', detail: (0,runtime/* describeError */.Uc)(cause).text, error };
    }
}
function wordsFor({ outcome, weight, nextAt, pause, failure }) {
    const due = nextAt === undefined ? '' : `, until ${new Date(nextAt).toISOString()}`;
    switch (outcome) {
        case 'baking':
            return `bakes at ${weight}%${due}`;
        case 'paused':
            return `waits for a person at ${weight}%${due}: ${pause?.reason ?? ''}`;
        case 'aborted':
            return `was aborted: ${failure?.message ?? ''}`;
        case 'promoted':
            return 'was promoted';
        case 'recovered':
            return weight === 100 ? 'was interrupted, and is live' : 'was interrupted, and is taken back';
        case 'idle':
            return 'ended in the meantime';
    }
}

;// CONCATENATED MODULE: ./.build/packages/engine/index.js


















/***/ }),

/***/ 2839:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kd: () => (/* binding */ holderOf),
/* harmony export */   Ok: () => (/* binding */ unlessHeld),
/* harmony export */   hN: () => (/* binding */ requireOurs),
/* harmony export */   pS: () => (/* binding */ withLease)
/* harmony export */ });
/* unused harmony exports LEASE, withOwnLease, heldByMain */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);
/* harmony import */ var _fairway_ledger__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2571);
/* harmony import */ var _fairway_runtime__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3072);




/** A dead owner blocks others this long, in ms. */
const LEASE = 120_000;
/** Two of them fit into a lease: one may fail. */
const RENEW = 50_000;
const STATE = 'lease-owner';
/**
 * Does the work under the environment's lease: renewed while it lasts, released at the end. Throws
 * GateError when somebody else holds it, saying who, since when, and until when.
 */
async function withLease(site, purpose, work) {
    const { ports, ledger, environment } = site;
    // The number keeps jobs of one run apart: they may share a name in a matrix.
    const owner = `${ownerName(site)} (${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(3).toString('hex')})`;
    ports.state.set(STATE, owner);
    await (0,_fairway_ledger__WEBPACK_IMPORTED_MODULE_2__/* .acquireLease */ .ZZ)(ledger, environment, { owner, purpose, ttl: LEASE });
    const lost = new AbortController();
    const timer = setInterval(() => {
        (0,_fairway_ledger__WEBPACK_IMPORTED_MODULE_2__/* .renewLease */ .EH)(ledger, environment, { owner, ttl: LEASE }).catch((error) => {
            if (error instanceof _fairway_runtime__WEBPACK_IMPORTED_MODULE_3__/* .GateError */ .ue)
                lost.abort(error);
            else
                ports.log.warning(`The lease could not be renewed: ${(0,_fairway_runtime__WEBPACK_IMPORTED_MODULE_3__/* .describeError */ .Uc)(error).text}`);
        });
    }, RENEW);
    timer.unref();
    try {
        return await work({
            owner,
            signal: AbortSignal.any([ports.signal, lost.signal]),
            check: () => lost.signal.throwIfAborted(),
        });
    }
    finally {
        clearInterval(timer);
        await letGo(site, owner);
    }
}
/** The same, but undefined when somebody else holds it: they do the work. */
async function unlessHeld(site, purpose, work) {
    let entered = false;
    try {
        return await withLease(site, purpose, (hold) => {
            entered = true;
            return work(hold);
        });
    }
    catch (error) {
        if (error instanceof _fairway_runtime__WEBPACK_IMPORTED_MODULE_3__/* .GateError */ .ue && !entered)
            return undefined;
        throw error;
    }
}
/**
 * For appends under a hold. Throws GateError when somebody else took the lease: renewals notice that late, and
 * who was asleep meanwhile must neither write over the new owner's state nor touch what it staged.
 */
function requireOurs({ lease, app, environment }, owner) {
    if (owner === undefined || lease?.owner === owner)
        return;
    const who = lease ? `${lease.owner} has` : 'another job had';
    throw new _fairway_runtime__WEBPACK_IMPORTED_MODULE_3__/* .GateError */ .ue(`${who} taken ${environment} over: this job changes nothing more there`, {
        where: `${app}/${environment}`,
        mend: 'look at `command: status`; this job did not renew its lease in time',
    });
}
/** Who holds the environment at `now` (ms since 1970), if anybody does. */
const holderOf = ({ lease }, now) => lease && Date.parse(lease.expiresAt) > now ? lease.owner : undefined;
/** The lease that this job's main step held when it was killed; its post step works on under it. */
async function withOwnLease(site, purpose, work) {
    const owner = site.ports.state.get(STATE);
    if (!owner)
        return undefined;
    await acquireLease(site.ledger, site.environment, { owner, purpose, ttl: LEASE });
    try {
        return await work();
    }
    finally {
        await letGo(site, owner);
    }
}
/** Whether the lease is still the one that this job's main step took: it did not end by itself. */
function heldByMain({ ports }, { lease }) {
    return lease !== undefined && lease.owner === ports.state.get(STATE);
}
/** What stands is recorded by now; a lease that cannot be released only expires. */
async function letGo({ ledger, environment, ports }, owner) {
    try {
        await (0,_fairway_ledger__WEBPACK_IMPORTED_MODULE_2__/* .releaseLease */ .wL)(ledger, environment, owner);
    }
    catch (error) {
        ports.log.warning(`The lease of ${environment} was not released: ${(0,_fairway_runtime__WEBPACK_IMPORTED_MODULE_3__/* .describeError */ .Uc)(error).text}`);
    }
}
function ownerName({ ports: { context } }) {
    const { runId, runAttempt, job } = context;
    if (runId)
        return `run ${runId} attempt ${runAttempt}${job ? ` job ${job}` : ''}`;
    return `${(0,node_os__WEBPACK_IMPORTED_MODULE_1__.userInfo)().username}@${(0,node_os__WEBPACK_IMPORTED_MODULE_1__.hostname)()} pid ${process.pid}`;
}


/***/ }),

/***/ 120:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QJ: () => (/* binding */ noticeOf),
/* harmony export */   hj: () => (/* binding */ noticed),
/* harmony export */   me: () => (/* binding */ notify)
/* harmony export */ });
/** How long notices may hold the end of a job up, in ms; less when the job is being cancelled. */
const WITHIN = 5_000;
const CANCELLED_WITHIN = 1_500;
/** What people are told about a release, with where and by whom. */
function noticeOf({ app, environment, target, settings, ports }, { release, before, strategy }, told) {
    const { actor, runUrl } = ports.context;
    const url = settings.url ?? target.url;
    return { ...told, app, environment, release, before, strategy, actor, runUrl, url };
}
/**
 * Tells people, beside the work. Call it after the moment was recorded: only the process that wrote the
 * record tells, so nobody is told twice, also when the next process goes on.
 */
function notify(run, told) {
    run.notices.push(run.site.notify(noticeOf(run.site, run, told)).catch(() => undefined));
}
/** The process ends after this: what is on its way gets a few seconds. */
async function noticed({ notices, site }) {
    if (notices.length === 0)
        return;
    const limit = AbortSignal.timeout(site.ports.signal.aborted ? CANCELLED_WITHIN : WITHIN);
    const late = new Promise((resolve) => limit.addEventListener('abort', () => resolve()));
    await Promise.race([Promise.allSettled(notices), late]);
}


/***/ }),

/***/ 4297:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ setPins),
/* harmony export */   W: () => (/* binding */ requirePins)
/* harmony export */ });
/* harmony import */ var _fairway_runtime__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3072);

/** Requests that go to the candidate whatever the weight, as fairway.yml names them. */
async function setPins(site, signal) {
    const pins = pinsOf(site);
    if (pins.length)
        await site.router?.setPins?.(pins, signal);
}
/** Throws UserError for pins that the router cannot set, before anything is changed. */
function requirePins(site) {
    const { router, environment } = site;
    if (pinsOf(site).length === 0 || router?.setPins)
        return;
    throw new _fairway_runtime__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the router ${router?.type ?? 'of this target'} cannot pin requests to a release`, {
        where: `strategy of ${environment} in fairway.yml`,
        mend: 'leave out `pins`, or use a router that can',
    });
}
function pinsOf({ settings: { strategy } }) {
    return strategy?.type === 'canary' || strategy?.type === 'blue-green' ? strategy.config.pins : [];
}


/***/ }),

/***/ 7220:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TM: () => (/* binding */ firstLine),
/* harmony export */   Ul: () => (/* binding */ carry),
/* harmony export */   Vb: () => (/* binding */ nameOf),
/* harmony export */   jC: () => (/* binding */ ROLLED_BACK),
/* harmony export */   pj: () => (/* binding */ plain),
/* harmony export */   qN: () => (/* binding */ begin),
/* harmony export */   qe: () => (/* binding */ ROLLOUT_STATE)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _fairway_ledger__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2571);
/* harmony import */ var _fairway_runtime__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3072);
/* harmony import */ var _lease_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2839);




/** How the record begins why a release is kept back after it was rolled back by hand. */
const ROLLED_BACK = 'rolled back';
/** Records the start, before the first effect. GateError when another rollout is in flight. */
async function begin(site, wanted, { owner } = {}) {
    const id = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)();
    // Before the record: a post step must know it too when this process is killed right after writing it.
    site.ports.state.set(ROLLOUT_STATE, id);
    await site.ledger.append(site.environment, (state, stamp) => {
        (0,_lease_js__WEBPACK_IMPORTED_MODULE_3__/* .requireOurs */ .hN)(state, owner);
        return (0,_fairway_ledger__WEBPACK_IMPORTED_MODULE_1__/* .startRollout */ .wz)(state, { id, ...wanted }, stamp);
    });
    return carry(site, id, { owner }, await within(site.mirror?.(wanted.release)));
}
/** Where the main step leaves the rollout's id for its post step. */
const ROLLOUT_STATE = 'rollout';
/** How long the mirror may hold up what matters, in ms. */
const MIRROR = 3_000;
/** The mirror is best effort: its answer is waited for, but not for long. */
async function within(answer) {
    const limit = AbortSignal.timeout(MIRROR);
    const late = new Promise((resolve) => limit.addEventListener('abort', () => resolve(undefined)));
    return answer && (await Promise.race([answer, late]));
}
/**
 * `owner`: who must hold the lease when something is recorded. `mirror`: what shows it elsewhere; one that goes
 * on with a rollout opens its own when it ends.
 */
function carry(site, id, { owner }, mirror) {
    const { ledger, environment } = site;
    const show = async (state, words, release) => {
        const shown = mirror ?? (release && (await within(site.mirror?.(release))));
        await within(shown?.update(state, words));
    };
    return {
        id,
        async intent(intent, more = {}) {
            await ledger.append(environment, (state) => {
                (0,_lease_js__WEBPACK_IMPORTED_MODULE_3__/* .requireOurs */ .hN)(state, owner);
                return (0,_fairway_ledger__WEBPACK_IMPORTED_MODULE_1__/* .recordIntent */ .M8)(state, { id, intent, ...more });
            });
        },
        async outcome(words, more = {}) {
            await ledger.append(environment, (state) => {
                (0,_lease_js__WEBPACK_IMPORTED_MODULE_3__/* .requireOurs */ .hN)(state, owner);
                const { intent } = (0,_fairway_ledger__WEBPACK_IMPORTED_MODULE_1__/* .requireRollout */ .vz)(state, id);
                return (0,_fairway_ledger__WEBPACK_IMPORTED_MODULE_1__/* .recordIntent */ .M8)(state, {
                    id,
                    intent,
                    message: words,
                    ...more,
                    data: { ...more.data, outcome: words },
                });
            });
        },
        async succeed(revision, why) {
            let release;
            await ledger.append(environment, (state, stamp) => {
                (0,_lease_js__WEBPACK_IMPORTED_MODULE_3__/* .requireOurs */ .hN)(state, owner);
                release = state.rollout?.release;
                const change = (0,_fairway_ledger__WEBPACK_IMPORTED_MODULE_1__/* .succeed */ .Py)(state, { id, revision, ...(why ? { data: { why } } : {}) }, stamp);
                const { lastStopped } = change.state;
                if (!why || !lastStopped)
                    return change;
                const explained = { ...lastStopped, why: `${lastStopped.why}: ${why}` };
                return { ...change, state: { ...change.state, lastStopped: explained } };
            });
            await show('success', `live in ${environment}`, release);
        },
        async stop(why, data) {
            let release;
            await ledger.append(environment, (state, stamp) => {
                if (state.rollout?.id !== id)
                    return undefined;
                (0,_lease_js__WEBPACK_IMPORTED_MODULE_3__/* .requireOurs */ .hN)(state, owner);
                release = state.rollout.release;
                return (0,_fairway_ledger__WEBPACK_IMPORTED_MODULE_1__/* .stop */ .ds)(state, { id, why, ...(data ? { data } : {}) }, stamp);
            });
            if (release)
                await show('failure', why, release);
        },
    };
}
const plain = ({ version, commit, image, digest }) => ({
    version,
    commit,
    image,
    digest,
});
/** What went wrong, short enough for a record. */
const firstLine = (error) => (0,_fairway_runtime__WEBPACK_IMPORTED_MODULE_2__/* .describeError */ .Uc)(error).text.split('\n')[0] ?? 'it failed';
/** A release in messages: `1.2.0 (sha256:0123456789ab)`. */
const nameOf = ({ version, digest }) => `${version} (${digest.slice(0, 19)})`;


/***/ }),

/***/ 9025:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H0: () => (/* binding */ requireSameRouter),
/* harmony export */   S5: () => (/* binding */ discardCandidate),
/* harmony export */   gu: () => (/* binding */ takeOut),
/* harmony export */   lj: () => (/* binding */ recover)
/* harmony export */ });
/* harmony import */ var _fairway_runtime__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3072);
/* harmony import */ var _confirm_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9725);
/* harmony import */ var _notices_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(120);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7220);
/* harmony import */ var _site_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5074);





/**
 * Ends what a dead job left in flight, by what the target really runs: served alone and good, it succeeded;
 * anything else is taken back and recorded as stopped. `why`: what it is ended for, when not because it was
 * interrupted. Call it under the lease. Returns the state after it.
 */
async function recover(site, hold, why) {
    const { ledger, environment, target, ports } = site;
    const { rollout, live: before } = await ledger.read(environment);
    if (rollout) {
        const { release, intent, startedAt } = rollout;
        requireSameRouter(site, rollout);
        const carried = (0,_record_js__WEBPACK_IMPORTED_MODULE_2__/* .carry */ .Ul)(site, rollout.id, hold);
        ports.log.warning(`A rollout of ${(0,_record_js__WEBPACK_IMPORTED_MODULE_2__/* .nameOf */ .Vb)(release)} was interrupted (started ${startedAt}, last intent: ${intent}): it is ended first`);
        const observed = await target.inspect(hold.signal);
        const serves = observed.live?.digest === release.digest && observed.weight === 0;
        if (!serves) {
            await discardCandidate(site, carried.intent);
            const reason = why ?? `interrupted before it was live (last intent: ${intent})`;
            await carried.stop(reason);
            await site.notify((0,_notices_js__WEBPACK_IMPORTED_MODULE_3__/* .noticeOf */ .QJ)(site, { ...rollout, before }, { moment: 'abort', weight: 0, reason }));
        }
        else if (intent.startsWith(_confirm_js__WEBPACK_IMPORTED_MODULE_1__/* .GO_BACK */ .$i)) {
            await (0,_confirm_js__WEBPACK_IMPORTED_MODULE_1__/* .goBack */ .OE)(site, carried, 'interrupted while going back', (0,_site_js__WEBPACK_IMPORTED_MODULE_4__/* .patience */ ._L)());
        }
        else {
            const { problem } = await (0,_confirm_js__WEBPACK_IMPORTED_MODULE_1__/* .confirm */ .lJ)(site, release, hold.signal);
            if (problem)
                await (0,_confirm_js__WEBPACK_IMPORTED_MODULE_1__/* .goBack */ .OE)(site, carried, problem, (0,_site_js__WEBPACK_IMPORTED_MODULE_4__/* .patience */ ._L)());
            else
                await carried.succeed(observed.live?.id ?? '');
        }
    }
    return await ledger.read(environment);
}
/**
 * Another router knows nothing of the share that the first one gives: that would last beyond the rollout. Throws
 * UserError when fairway.yml names another one than when it started.
 */
function requireSameRouter(site, { router, release }) {
    const now = (0,_site_js__WEBPACK_IMPORTED_MODULE_4__/* .routerName */ .fu)(site);
    if (router === undefined || router === now)
        return;
    throw new _fairway_runtime__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the traffic of ${(0,_record_js__WEBPACK_IMPORTED_MODULE_2__/* .nameOf */ .Vb)(release)} is split by ${router}, and fairway.yml names ${now ?? 'no router'} now`, {
        where: `strategy of ${site.environment} in fairway.yml`,
        mend: 'put that router back until this rollout has ended; if it is gone for good, use `command: abort`',
    });
}
/** Weight 0 first, then the end of the candidate; both are harmless when there is none. */
async function discardCandidate({ router, target }, record, signal = (0,_site_js__WEBPACK_IMPORTED_MODULE_4__/* .patience */ ._L)()) {
    await record('weight 0 and discard', { weight: 0 });
    await takeOut({ router, target }, signal);
}
/** Harmless where nothing is staged, also after a promotion: only a candidate loses its traffic. */
async function takeOut({ router, target }, signal) {
    await router?.setWeight(0, signal);
    // Before the candidate ends: pinned requests would go on reaching it.
    await router?.setPins?.([], signal);
    await target.discard?.(signal);
    await router?.finalize(signal);
}


/***/ }),

/***/ 8603:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  $E: () => (/* reexport */ annotateVerdicts),
  df: () => (/* reexport */ describePlan),
  n8: () => (/* reexport */ line),
  Gn: () => (/* reexport */ logLook),
  uH: () => (/* reexport */ logPlan),
  t2: () => (/* reexport */ recorded),
  eh: () => (/* reexport */ summarize),
  VT: () => (/* reexport */ summarizeRollout)
});

// UNUSED EXPORTS: clock, inert, stepRows, wayOn

// EXTERNAL MODULE: ./.build/packages/engine/record.js
var record = __webpack_require__(7220);
;// CONCATENATED MODULE: ./.build/packages/engine/report/finding.js

function logPlan(log, { wanted, from, steps }) {
    log.info(`Plan: ${from ? `${(0,record/* nameOf */.Vb)(from)} is live` : 'nothing is live'}; wanted is ${(0,record/* nameOf */.Vb)(wanted)}`);
    if (steps.length === 0)
        log.info('  nothing to do: it is served already');
    for (const [i, step] of steps.entries())
        log.info(`  ${i + 1}. ${step}`);
}
function summarize(summary, site, finding) {
    const { release, before, plan, seen } = finding;
    const { url } = site.target;
    summary
        .heading(`${finding.title}: ${site.environment}`)
        .table(['', ''], [
        ['Outcome', `**${finding.outcome}**`],
        ['Release', `${release.version}, commit \`${release.commit.slice(0, 12)}\``],
        ['Digest', `\`${release.digest}\``],
        ['Before', before ? `${before.version}, \`${before.digest.slice(0, 19)}\`` : 'nothing'],
        ['Target', site.target.location],
        ...(url ? [['URL', url]] : []),
        ['Ledger', site.ledger.location],
    ]);
    if (plan?.steps.length)
        summary.details('Plan', plan.steps.map((step, i) => `${i + 1}. ${step}`).join('\n'));
    if (seen.length)
        summary.heading('Read back', 3).raw(`${seen.map((line) => `- ${line}`).join('\n')}\n\n`);
    return summary;
}

// EXTERNAL MODULE: ./.build/packages/schema/index.js + 8 modules
var schema = __webpack_require__(530);
// EXTERNAL MODULE: ./.build/packages/rollout/index.js + 32 modules
var rollout = __webpack_require__(1710);
;// CONCATENATED MODULE: ./.build/packages/engine/report/words.js

/** A measured value for people; short latencies keep their digits. */
function shown(value, unit) {
    if (value === undefined)
        return '';
    if (unit === 'ms' && Math.abs(value) < 100)
        return `${Number(value.toPrecision(3))}ms`;
    return (0,rollout/* showValue */.vp)(value, unit);
}
/** The explanation without the query, which stands beside it. */
function sentence({ explanation, query }) {
    const tail = `; query: ${query}`;
    return explanation.endsWith(tail) ? explanation.slice(0, -tail.length) : explanation;
}
/** A pass without evidence must not look like one. */
function wordOf({ verdict, evidence }) {
    if (verdict === 'pass')
        return evidence ? 'pass' : 'pass, no data';
    return verdict === 'inconclusive' && !evidence ? 'no data yet' : verdict;
}
/** Candidate over baseline, and where it lies: `1.2× (0.9× to 1.5×)`; for Mann-Whitney the shift in the unit. */
function effectOf({ effect, interval, unit }) {
    const times = (one) => `${Number(one.toPrecision(3))}×`;
    const found = effect === undefined ? [] : [times(effect)];
    if (!interval)
        return found.join('');
    const bound = (one) => (interval.of === 'shift' ? shown(one, unit) : times(one));
    const { low, high } = interval;
    const range = high === undefined ? `at least ${bound(low)}` : `${bound(low)} to ${bound(high)}`;
    return [...found, found.length ? `(${range})` : range].join(' ');
}

;// CONCATENATED MODULE: ./.build/packages/engine/report/live.js


/**
 * One look in the log: a line that is read at a glance, with each metric's sentence folded away below it. What
 * did not pass is not folded.
 */
async function logLook(log, look) {
    const { weight, verdicts } = look;
    if (verdicts.length === 0)
        return;
    await log.group(`${(0,schema/* formatPercent */.l9)(weight)}: ${verdicts.map(live_short).join(', ')}`, async () => {
        for (const { explanation } of verdicts)
            log.info(explanation);
    });
    for (const verdict of verdicts) {
        if (verdict.verdict !== 'pass')
            log.info(`  ${verdict.verdict}: ${sentence(verdict)}`);
    }
}
/** `errors ok 0.4%` */
function live_short(verdict) {
    const { metric, value, baseline, unit } = verdict;
    const word = verdict.verdict === 'pass' && verdict.evidence ? 'ok' : wordOf(verdict);
    const against = baseline === undefined ? '' : ` against ${shown(baseline, unit)}`;
    return `${metric} ${word}${value === undefined ? '' : ` ${shown(value, unit)}${against}`}`;
}
/** An annotation for each metric that stopped the rollout; what it waited for is a warning. */
function annotateVerdicts(log, environment, verdicts) {
    for (const { metric, verdict, explanation, evidence } of verdicts) {
        const title = `${environment}: ${metric} ${verdict === 'fail' ? 'failed' : verdict}`;
        if (verdict === 'fail' || verdict === 'error')
            log.error(explanation, { title });
        else if (verdict === 'inconclusive' && evidence)
            log.warning(explanation, { title });
    }
}

// EXTERNAL MODULE: ./.build/packages/engine/resume.js
var resume = __webpack_require__(2230);
;// CONCATENATED MODULE: ./.build/packages/engine/report/looks.js

/** An event farther than this from a look of the same content tells of another look, in ms. */
const SAME = 15_000;
/**
 * One rollout from the ledger's history (any order), with what this process saw and the ledger did not keep.
 * Long bakes keep only some of their looks in the record.
 */
function recorded(id, history, own = []) {
    const entries = [...history].sort((a, b) => a.state.sequence - b.state.sequence);
    const states = [];
    const looks = [];
    const known = new Map();
    const add = (look) => {
        const content = JSON.stringify(look.verdicts);
        known.set(content, [...(known.get(content) ?? []), look.at]);
        looks.push(look);
    };
    for (const { at, weight, verdicts } of own)
        add({ at: Date.parse(at), weight, verdicts });
    const mine = new Map(known);
    for (const { event, state } of entries) {
        if (event.data?.rollout !== id)
            continue;
        const at = Date.parse(event.at);
        // The state before: a look that ends a step is recorded with the state after it.
        const last = states.at(-1)?.machine;
        const weight = last?.plan.steps[last.step]?.weight ?? 0;
        const machine = state.rollout?.id === id ? (0,resume/* machineOf */.V)(state.rollout) : undefined;
        if (machine)
            states.push({ at, machine });
        const verdicts = verdictsOf(event.data.verdicts);
        // What this process recorded it knows; and the end of a rollout repeats its last look.
        const times = (event.type === 'rollout-stopped' ? known : mine).get(JSON.stringify(verdicts)) ?? [];
        const again = times.some((time) => Math.abs(time - at) < SAME);
        if (verdicts.length && !again)
            add({ at, weight, verdicts });
    }
    return { states, looks: looks.sort((a, b) => a.at - b.at) };
}
/** The record may hold what another version wrote: only what can be shown is taken. */
function verdictsOf(value) {
    if (!Array.isArray(value))
        return [];
    return value.filter((one) => typeof one?.metric === 'string' &&
        typeof one.verdict === 'string' &&
        typeof one.explanation === 'string');
}

;// CONCATENATED MODULE: ./.build/packages/engine/report/markdown.js
/**
 * Text from outside inside Markdown: whatever would be markup or HTML becomes a character reference, which no
 * renderer takes for markup. A `|` is left to the table, which escapes it.
 */
const inert = (text) => text.replace(/[&<>\\`*_[\]~#]/g, (character) => `&#${character.charCodeAt(0)};`);
/** Inside a table's cell or a paragraph, on one line. */
const line = (text) => inert(text.replace(/\s*\r?\n\s*/g, ' '));

;// CONCATENATED MODULE: ./.build/packages/engine/report/plan.js


/** The plan of a rollout, as sentences; a dry run prints them. */
function describePlan(plan) {
    const stages = plan.by === 'stage';
    return [
        stages ? 'start the release beside what is live, with no traffic' : 'replace what is live by the release',
        ...plan.steps.map((step) => describeStep(step, plan)),
        stages ? 'give it all traffic, end the old release, read back and check' : 'read back and check',
    ];
}
function describeStep(step, plan) {
    const { weight, bake, warmUp, metrics, checks, approval } = step;
    const judged = plan.metrics.filter(({ name }) => metrics.includes(name));
    const words = judged.map((metric) => describeMetric(metric, weight < 100));
    return [
        shareOf(weight, plan),
        ...(bake > 0 ? [` for ${(0,schema/* formatDuration */.a3)(bake)}`] : []),
        ...(warmUp > 0 && judged.length ? [` (its first ${(0,schema/* formatDuration */.a3)(warmUp)} not measured)`] : []),
        ...(words.length ? [` and judge: ${words.join('; ')}`] : []),
        ...(checks ? [', then make its checks'] : []),
        ...(approval ? [', then wait for a person'] : []),
    ].join('');
}
function shareOf(weight, { by }) {
    if (by === 'apply')
        return 'watch it';
    if (weight === 0)
        return 'leave it without traffic';
    if (weight === 100)
        return 'give it all traffic, with the old release standing by,';
    return `give it ${(0,schema/* formatPercent */.l9)(weight)} of the traffic`;
}
/** `compared`: the live release is beside it, so a comparison can be made. */
function describeMetric({ name, max, min, compare }, compared) {
    const limit = (word, value) => value ? [`${word} ${(0,rollout/* showValue */.vp)(value.value, value.unit)}`] : [];
    const beside = compare && compared ? [`at most ${(0,schema/* formatPercent */.l9)(compare.tolerate * 100)} worse than the baseline`] : [];
    return `${name} ${[...limit('max', max), ...limit('min', min), ...beside].join(', ')}`.trim();
}

;// CONCATENATED MODULE: ./.build/packages/engine/report/chart.js

/** A metric's values over its looks, as text. undefined: fewer than two values, which draw nothing. */
function metricChart(looks, metric) {
    const candidate = looks.map(({ verdict }) => known(verdict.value));
    const baseline = looks.map(({ verdict }) => known(verdict.baseline));
    if (candidate.filter((value) => value !== undefined).length < 2)
        return undefined;
    const limit = metric?.max?.value ?? metric?.min?.value;
    const unit = looks.at(-1)?.verdict.unit;
    return (0,rollout/* chart */.bW)({
        candidate,
        ...(baseline.some((value) => value !== undefined) ? { baseline } : {}),
        ...(limit === undefined ? {} : { limit }),
        ...(unit === undefined ? {} : { unit }),
    });
}
const known = (value) => value !== undefined && Number.isFinite(value) ? value : undefined;

;// CONCATENATED MODULE: ./.build/packages/engine/report/steps.js
/** The steps of a rollout. `machine`: its newest state. */
function stepRows(machine, { states }) {
    const since = new Map();
    for (const { machine: then } of [...states, { machine }]) {
        if (HOLDS.has(then.phase))
            since.set(then.step, then.stepAt);
    }
    const begun = [...states.map((one) => one.machine), machine].some(({ phase }) => STEPS.has(phase));
    return machine.plan.steps.map((step, index) => {
        const at = since.get(index);
        const state = stateOf(machine, index, begun);
        return {
            step,
            state,
            ...(at === undefined ? {} : { since: at }),
            note: state === 'now' ? noteOf(machine, step) : '',
        };
    });
}
/** Phases in which the weight of the step was confirmed. */
const HOLDS = new Set(['baking', 'checking', 'paused']);
/** Phases of a rollout that has come to its steps. */
const STEPS = new Set([...HOLDS, 'shifting', 'promoting', 'promoted']);
function stateOf({ phase, step }, index, begun) {
    const started = phase !== 'staging' && phase !== 'applying';
    switch (phase) {
        case 'promoting':
        case 'promoted':
            // A person may have promoted it before its last step was over.
            return index <= step ? 'done' : 'skipped';
        case 'aborting':
        case 'aborted':
            return index < step ? 'done' : index === step && begun ? 'stopped here' : 'not reached';
        default:
            return !started || index > step ? 'to come' : index < step ? 'done' : 'now';
    }
}
function noteOf({ phase, stepAt, pausedAt, pause, lacks }, { bake, warmUp }) {
    switch (phase) {
        case 'shifting':
            return 'traffic is being shifted';
        case 'checking':
            return 'its checks run';
        case 'paused':
            return `${pause === 'approval' ? 'waits for approval' : 'unclear, waits for a person'} since ${clock(pausedAt ?? stepAt)}`;
        case 'baking':
            return lacks ? `waits for data: ${lacks}` : `bakes until ${clock(stepAt + Math.max(bake, warmUp))}`;
        default:
            return '';
    }
}
/** `2026-01-31 13:05:00 UTC`. */
const clock = (ms) => `${new Date(ms).toISOString().slice(0, 19).replace('T', ' ')} UTC`;

;// CONCATENATED MODULE: ./.build/packages/engine/report/metrics.js





/** The newest verdict of each metric, then each metric with its chart and its looks; what failed is open. */
function summarizeMetrics(summary, looks, metrics) {
    const names = [...new Set(looks.flatMap(({ verdicts }) => verdicts.map(({ metric }) => metric)))];
    if (names.length === 0)
        return;
    const stories = names.map((name) => storyOf(name, looks));
    summary.heading('Metrics', 3).table(['Metric', 'Candidate', 'Baseline', 'Limit', 'Verdict', 'Why'], stories.map(({ last: { verdict } }) => [
        line(verdict.metric),
        shown(verdict.value, verdict.unit),
        shown(verdict.baseline, verdict.unit),
        line(verdict.threshold ?? ''),
        loud(verdict),
        line(sentence(verdict).replace(`${verdict.metric}: `, '')),
    ]));
    for (const story of stories) {
        const { name, last, all } = story;
        const title = `${line(name)}: ${all.length} look${all.length === 1 ? '' : 's'}, now ${wordOf(last.verdict)}`;
        summary.raw(`<details${last.verdict.verdict === 'pass' ? '' : ' open'}><summary>${title}</summary>\n\n`);
        const drawn = metricChart(all, metrics.find((metric) => metric.name === name));
        if (drawn)
            summary.code(drawn);
        looksOf(summary, all);
        queries(summary, last.verdict);
        summary.raw('</details>\n\n');
    }
}
function storyOf(name, looks) {
    const all = looks.flatMap(({ at, weight, verdicts }) => verdicts.filter(({ metric }) => metric === name).map((verdict) => ({ at, weight, verdict })));
    const [last] = all.slice(-1);
    if (!last)
        throw new TypeError(`${name} has no look`);
    return { name, all, last };
}
/** A summary holds 1 MiB a step, and nobody reads a thousand looks. */
const SHOWN = 20;
function looksOf(summary, all) {
    const newest = all.slice(-SHOWN);
    if (all.length > newest.length)
        summary.paragraph(`The newest ${SHOWN} of ${all.length}:`);
    summary.table(['Time', 'Traffic', 'Candidate', 'Baseline', 'Effect', 'Verdict'], newest.map(({ at, weight, verdict }) => [
        clock(at),
        (0,schema/* formatPercent */.l9)(weight),
        `${shown(verdict.value, verdict.unit)}${samples(verdict.samples)}`,
        `${shown(verdict.baseline, verdict.unit)}${samples(verdict.baselineSamples)}`,
        effectOf(verdict),
        loud(verdict),
    ]));
}
function queries(summary, { query, baselineQuery }) {
    if (query)
        summary.code(baselineQuery && baselineQuery !== query ? `${query}\n${baselineQuery}` : query);
}
const samples = (count) => count === undefined ? '' : ` (${Number(count.toPrecision(6))})`;
const loud = (verdict) => verdict.verdict === 'pass' ? wordOf(verdict) : `**${wordOf(verdict)}**`;

;// CONCATENATED MODULE: ./.build/packages/engine/report/way-on.js

function wayOn({ environment, outcome, nextAt }) {
    const by = (word, flag = '') => `\`command: ${word}\` of the canary action, or \`fairway ${word} ${environment}${flag}\``;
    if (outcome === 'paused') {
        return [
            `To let it go on: ${by('promote')}.`,
            `To give it all traffic at once: the same with \`full: true\`, or \`fairway promote ${environment} --full\`.`,
            `To take all traffic back: ${by('abort')}.`,
            ...(nextAt === undefined ? [] : [`Nobody has to: at ${clock(nextAt)} it is aborted.`]),
        ];
    }
    if (outcome !== 'baking')
        return [];
    const when = nextAt === undefined ? 'later' : `at ${clock(nextAt)}`;
    return [
        `It goes on ${when}, with the next sweep or tick: ${by('tick')}.`,
        `To take all traffic back: ${by('abort')}.`,
    ];
}

;// CONCATENATED MODULE: ./.build/packages/engine/report/rollout.js






/** What matters first: why it stopped or waits, and what to do; then the steps and what was measured. */
function summarizeRollout(summary, report) {
    const { environment, strategy, title = capital(strategy), outcome, seen = [] } = report;
    const told = recorded(report.id, report.history, report.own);
    const machine = newest(report, told);
    summary.heading(`${title} to ${environment}: ${outcome}`);
    headline(summary, report);
    facts(summary, report, machine);
    if (machine)
        steps(summary, stepRows(machine, told));
    summarizeMetrics(summary, told.looks, machine?.plan.metrics ?? []);
    if (seen.length)
        summary.heading('Read back', 3).raw(`${seen.map((one) => `- ${line(one)}`).join('\n')}\n\n`);
    return summary;
}
/** The record lags behind an abort or a promotion by the event that ended it. */
function newest({ machine, outcome }, { states }) {
    const last = machine ?? states.at(-1)?.machine;
    if (!last || (outcome !== 'aborted' && outcome !== 'promoted'))
        return last;
    return { ...last, phase: outcome };
}
function headline(summary, report) {
    const { outcome, reason } = report;
    const words = outcome === 'aborted' ? 'Aborted' : outcome === 'paused' ? 'Waits for a person' : 'Why';
    if (reason)
        summary.paragraph(`**${words}:** ${inert(reason).replace(/\r?\n/g, '<br>')}`);
    const ways = wayOn(report);
    if (ways.length)
        summary.raw(`${ways.map((way) => `- ${way}`).join('\n')}\n\n`);
}
function facts(summary, report, machine) {
    const { release, before, weight, outcome, places = [] } = report;
    const rest = before ? `, the rest on ${before.version}` : '';
    const share = weight === 0
        ? `none${before ? `: all on ${before.version}` : ''}`
        : weight === 100
            ? 'all'
            : `${(0,schema/* formatPercent */.l9)(weight)}${rest}`;
    summary.table(['', ''], [
        ['Outcome', `**${outcome}**`],
        ['Release', `${line(release.version)}, commit \`${release.commit.slice(0, 12)}\``],
        ['Digest', `\`${release.digest}\``],
        ['Before', before ? `${line(before.version)}, \`${before.digest.slice(0, 19)}\`` : 'nothing'],
        ['Traffic', line(share)],
        ...(machine ? [['Started', clock(machine.startedAt)]] : []),
        ...places.map(([name, text]) => [name, line(text)]),
    ]);
}
function steps(summary, rows) {
    if (rows.length === 0)
        return;
    summary.heading('Steps', 3).table(['', 'Traffic', 'Bake', 'Judged by', 'State', 'Since'], rows.map(({ step, state, since, note }, i) => [
        String(i + 1),
        (0,schema/* formatPercent */.l9)(step.weight),
        step.bake ? (0,schema/* formatDuration */.a3)(step.bake) : '',
        line([...step.metrics, ...(step.checks ? ['checks'] : []), ...(step.approval ? ['a person'] : [])].join(', ')),
        state === 'now' || state === 'stopped here' ? `**${state}**${note ? `: ${line(note)}` : ''}` : state,
        since === undefined ? '' : clock(since),
    ]));
}
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

;// CONCATENATED MODULE: ./.build/packages/engine/report/index.js










/***/ }),

/***/ 2230:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ resume),
/* harmony export */   V: () => (/* binding */ machineOf)
/* harmony export */ });
/* harmony import */ var _fairway_runtime__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3072);
/* harmony import */ var _fairway_schema__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(530);
/* harmony import */ var _confirm_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9725);
/* harmony import */ var _pins_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4297);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7220);
/* harmony import */ var _recover_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9025);






/** The state of a rollout that the machine can go on with; others are only ended, by `recover`. */
function machineOf(rollout) {
    const machine = rollout?.machine;
    if (!rollout || machine?.schema !== 2 || rollout.intent.startsWith(_confirm_js__WEBPACK_IMPORTED_MODULE_2__/* .GO_BACK */ .$i))
        return undefined;
    return machine;
}
/**
 * Takes over the rollout in flight from the ledger alone; what really runs decides how it goes on. undefined
 * when none is in flight, or one that the machine cannot go on with. `blindly`: also when what runs cannot be
 * read, which is good enough to abort. Under the lease.
 */
async function resume(site, hold, blindly = false) {
    const { ledger, environment, ports } = site;
    const { rollout, live: before } = await ledger.read(environment);
    const machine = machineOf(rollout);
    if (!rollout || !machine)
        return undefined;
    const { id, release, strategy } = rollout;
    ports.state.set(_record_js__WEBPACK_IMPORTED_MODULE_4__/* .ROLLOUT_STATE */ .qe, id);
    const name = `the rollout of ${(0,_record_js__WEBPACK_IMPORTED_MODULE_4__/* .nameOf */ .Vb)(release)} (${machine.phase} at ${(0,_fairway_schema__WEBPACK_IMPORTED_MODULE_1__/* .formatPercent */ .l9)(machine.weight)})`;
    const now = ports.clock.now();
    let observed;
    let first = { kind: 'time', now };
    try {
        (0,_recover_js__WEBPACK_IMPORTED_MODULE_5__/* .requireSameRouter */ .H0)(site, rollout);
        observed = await site.target.inspect(hold.signal);
        const what = await found(site, rollout, observed, hold);
        first = what;
        ports.log.info(`Going on with ${name}: ${describe(what)}`);
    }
    catch (error) {
        if (!blindly)
            throw error;
        ports.log.warning(`Going on with ${name} blindly: ${(0,_fairway_runtime__WEBPACK_IMPORTED_MODULE_0__/* .describeError */ .Uc)(error).text}`);
    }
    return {
        ...{ site, id, release, strategy, before, carried: (0,_record_js__WEBPACK_IMPORTED_MODULE_4__/* .carry */ .Ul)(site, id, hold), machine },
        ...{ first, written: machine, writtenAt: now },
        ...{ verdicts: [], seen: [], askedAt: 0, observed, blind: 0, notices: [] },
        toldPause: machine.phase === 'paused' ? machine.pausedAt : undefined,
    };
}
async function found(site, rollout, { live, candidate }, hold) {
    const { release, machine } = rollout;
    const { plan, phase } = machine;
    const { router, ports } = site;
    const serves = live?.digest === release.digest && candidate?.digest !== release.digest;
    const ours = plan.by === 'apply' ? live : candidate;
    const standing = ours?.digest === release.digest;
    const weight = (await router?.weight(hold.signal)) ?? (serves ? 100 : 0);
    // A router that started anew has forgotten them.
    if (standing && ['shifting', 'baking', 'checking', 'paused'].includes(phase)) {
        await (0,_pins_js__WEBPACK_IMPORTED_MODULE_3__/* .setPins */ .R)(site, hold.signal);
    }
    const word = !standing ? 'gone' : ours.healthy ? 'healthy' : 'unhealthy';
    return { kind: 'resumed', now: ports.clock.now(), weight, candidate: word, serves };
}
function describe({ weight, candidate, serves }) {
    if (serves)
        return 'it serves all traffic';
    return `the candidate is ${candidate} and has ${(0,_fairway_schema__WEBPACK_IMPORTED_MODULE_1__/* .formatPercent */ .l9)(weight)} of the traffic`;
}


/***/ }),

/***/ 5074:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MY: () => (/* binding */ lastSeconds),
/* harmony export */   _L: () => (/* binding */ patience),
/* harmony export */   fu: () => (/* binding */ routerName),
/* harmony export */   zB: () => (/* binding */ isApart)
/* harmony export */ });
/* unused harmony export LAST_SECONDS */
/** The runner kills ten seconds after a cancellation at most; everything must be put back by then. */
const LAST_SECONDS = 6_000;
/** A limit for effects that must be made although the job is being cancelled. */
const lastSeconds = () => AbortSignal.timeout(LAST_SECONDS);
/** For effects that put things back outside of a cancellation; a target may have to start a release. */
const patience = () => AbortSignal.timeout(300_000);
/** What splits the traffic, as fairway.yml names it. */
function routerName({ router, settings: { strategy } }) {
    const named = strategy?.type === 'canary' || strategy?.type === 'blue-green' ? strategy.config.router : undefined;
    return named ? `${named.type} ${JSON.stringify(named.config)}` : router?.type;
}
/** Whether the router stands beside the target, with a weight of its own, instead of being a part of it. */
const isApart = ({ router, target }) => router !== undefined && router.type !== target.type;


/***/ }),

/***/ 1710:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  bW: () => (/* reexport */ chart),
  tg: () => (/* reexport */ checksOf),
  S4: () => (/* reexport */ judge),
  vw: () => (/* reexport */ metricsAt),
  K2: () => (/* reexport */ next),
  ne: () => (/* reexport */ planRollout),
  x5: () => (/* reexport */ refusal),
  vp: () => (/* reexport */ threshold_kind/* showValue */.v),
  ni: () => (/* reexport */ start),
  Ol: () => (/* reexport */ wanted)
});

// UNUSED EXPORTS: TOLERATE, ratioInterval, ratioTest, sampleOf, scoreOf, shiftOf

// EXTERNAL MODULE: ./.build/packages/rollout/threshold-kind.js
var threshold_kind = __webpack_require__(8426);
;// CONCATENATED MODULE: ./.build/packages/rollout/judge/words.js

/** Values for people: as the limits are shown, but short latencies keep their digits. */
const shown = (value, unit) => unit === 'ms' && Math.abs(value) < 100 ? `${three(value)}ms` : (0,threshold_kind/* showValue */.v)(value, unit);
const three = (value) => Number(value.toPrecision(3));
/** Whether a ratio of candidate to baseline is worse than tolerated. */
const isBeyond = ({ worse, tolerate }, ratio) => (worse !== 'lower' && ratio > 1 + tolerate) || (worse !== 'higher' && ratio < 1 - tolerate);
const TOO_LITTLE = 'too little data to show anything yet';
/** Counts may be fractions: Prometheus extrapolates. */
const whole = (count) => String(count < 10 ? three(count) : Math.round(count));
const percentOf = (share) => `${three(share * 100)}%`;
const times = (ratio) => Number.isFinite(ratio) ? `${three(ratio)} times as much` : 'much more';
/** ` (2 to 4.4, 99% interval)`. */
function between(interval) {
    if (!interval)
        return '';
    const { low, high = Number.POSITIVE_INFINITY, confidence } = interval;
    const range = Number.isFinite(high) ? `${three(low)} to ${three(high)}` : `${three(low)} or more`;
    return ` (${range}, ${percentOf(confidence)} interval)`;
}
const samplesOf = (count) => `${whole(count)} sample${count === 1 ? '' : 's'}`;
/** Whether a value is so low that it is no regression, however much lower the baseline is. */
const isIgnored = ({ ignoreBelow }, value) => ignoreBelow !== undefined && value <= ignoreBelow.value;
/** Why a comparison did not fail. `value`: the candidate's; `beyond`: it is worse than asked, maybe by chance. */
function withinAllowance(compare, value, beyond = false) {
    if (isIgnored(compare, value))
        return `is not above ${limitOf(compare)}, so it is no worse`;
    const asked = allowance(compare);
    return beyond ? `may be chance, asked: ${asked}` : `is within what was asked, ${asked}`;
}
const limitOf = ({ ignoreBelow }) => ignoreBelow ? (0,threshold_kind/* showValue */.v)(ignoreBelow.value, ignoreBelow.unit) : '';
/** `at most 10% above the baseline, when above 50ms`. */
const allowance = (compare) => `${allowed(compare)}${compare.ignoreBelow ? `, when above ${limitOf(compare)}` : ''}`;
function allowed({ tolerate, worse }) {
    if (tolerate === 0) {
        return { higher: 'not above', lower: 'not below', either: 'neither above nor below' }[worse].concat(' the baseline');
    }
    const side = { higher: 'above', lower: 'below', either: 'above or below' }[worse];
    return `at most ${percentOf(tolerate)} ${side} the baseline`;
}
/** Odds in a JSON number that a person can read. */
const odds = (log) => three(Math.min(Math.exp(log), MOST_ODDS));
/** More says nothing more to anybody. */
const MOST_ODDS = 1e12;
/** How strongly the data speak against chance. */
const against = (now, limit) => `odds against chance ${now < MOST_ODDS ? three(now) : 'over a million million'} to 1, ${three(limit)} stop it`;

;// CONCATENATED MODULE: ./.build/packages/rollout/judge/chart.js

const BLOCKS = '▁▂▃▄▅▆▇█';
const GAP = '·';
/**
 * A small chart for logs and summaries, all lines on one scale from 0 (or the least, if below):
 *
 *     candidate  ▁▁▂▅█  4.1%
 *     baseline   ▁▁▁▁▁  0.9%
 *     limit      ▂▂▂▂▂  1%
 */
function chart({ candidate, baseline, limit, unit = 'number', width = 40 }) {
    const rows = [
        { name: 'candidate', values: squeezed(candidate, width) },
        ...(baseline ? [{ name: 'baseline', values: squeezed(baseline, width) }] : []),
    ];
    const columns = Math.max(...rows.map(({ values }) => values.length));
    if (columns === 0)
        return '';
    const all = rows.flatMap(({ values }) => values).filter((value) => value !== undefined);
    const low = Math.min(0, ...all, limit ?? 0);
    const high = Math.max(...all, limit ?? Number.NEGATIVE_INFINITY);
    const lines = limit === undefined ? [] : [{ name: 'limit', values: new Array(columns).fill(limit) }];
    return [...rows, ...lines]
        .map(({ name, values }) => {
        const last = values.findLast((value) => value !== undefined);
        const figure = last === undefined ? 'no data' : shown(last, unit);
        return `${name.padEnd(10)} ${values.map((value) => block(value, low, high)).join('')}  ${figure}`;
    })
        .join('\n');
}
function block(value, low, high) {
    if (value === undefined)
        return GAP;
    const part = high > low ? (value - low) / (high - low) : 0;
    return BLOCKS[Math.min(BLOCKS.length - 1, Math.floor(part * BLOCKS.length))] ?? GAP;
}
function squeezed(values, width) {
    const columns = Math.min(values.length, Math.max(1, width));
    return Array.from({ length: columns }, (_, i) => {
        const from = Math.floor((i * values.length) / columns);
        const to = Math.floor(((i + 1) * values.length) / columns);
        const seen = values.slice(from, to).filter((value) => value !== undefined && Number.isFinite(value));
        return seen.length ? Math.max(...seen) : undefined;
    });
}

;// CONCATENATED MODULE: ./.build/packages/rollout/judge/bursts.js
const CALM = { squares: 0, looks: 0 };
/** As if so many looks had shown independent requests. */
const BELIEF = 5;
/** Independent requests scatter as much by chance: that must not cost what they say. */
const USUAL = 1.2;
/** One look that stands out, as when a release breaks at last, is no scatter. */
const MOST = 9;
const ENOUGH = 10;
/**
 * The exponent of the next look's factors, 1 or less. It does not depend on that look, and a power below 1 of
 * something with an expectation of at most 1 has one, too: so it costs no false alarm.
 */
const trustIn = ({ squares, looks }) => Math.min(1, (USUAL * (BELIEF + looks)) / (BELIEF + squares));
/** `before`: all that was seen until this look, which says what it should have been like. */
function scatterAfter(scatter, before, { candidate, baseline }) {
    const k = candidate.events + baseline.events;
    if (before.candidate.events + before.baseline.events < ENOUGH || k === 0)
        return scatter;
    const rate = (side) => (before[side].events + 0.5) / before[side].total;
    const own = rate('candidate') * candidate.total;
    const share = own / (own + rate('baseline') * baseline.total);
    const square = (candidate.events - k * share) ** 2 / (k * share * (1 - share));
    const squares = scatter.squares + Math.min(MOST, square);
    return { squares: Math.round(squares * 100) / 100, looks: scatter.looks + 1 };
}

;// CONCATENATED MODULE: ./.build/packages/rollout/judge/exact.js
/** Exact one-look inference about counts: the conditional binomial test and its interval. */
/**
 * The ratio of two rates of rare events (candidate over baseline) from one look, exactly: given all events, those
 * of the candidate are binomial with the odds ratio * n_c / n_b (Clopper and Pearson). Not made for many looks.
 * `high` is Infinity while the baseline has no event. undefined without exposure or events.
 */
function ratioInterval(candidate, baseline, confidence) {
    const { events: x, total: n } = candidate;
    const { events: y, total: m } = baseline;
    if (!(n > 0 && m > 0 && x + y > 0))
        return undefined;
    const tail = (1 - confidence) / 2;
    const ratio = (share) => (share >= 1 ? Number.POSITIVE_INFINITY : ((share / (1 - share)) * m) / n);
    const low = x > 0 ? ratio(inverseBeta(tail, x, y + 1)) : 0;
    const high = y > 0 ? ratio(inverseBeta(1 - tail, x + 1, y)) : Number.POSITIVE_INFINITY;
    return { low, high };
}
/** The mid-p value of "the candidate's rate is at most `ratio` times the baseline's", from one look. */
function ratioTest(candidate, baseline, ratio = 1) {
    const k = candidate.events + baseline.events;
    const share = (ratio * candidate.total) / (ratio * candidate.total + baseline.total);
    const { events: x } = candidate;
    if (!(share > 0 && share < 1) || k === 0)
        return 1;
    const atLeast = (events) => events <= 0 ? 1 : events > k ? 0 : beta(share, events, k - events + 1);
    return (atLeast(x) + atLeast(x + 1)) / 2;
}
const LANCZOS = [
    676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
    -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
];
/** The log of the gamma function, for z > 0. */
function logGamma(z) {
    if (z < 0.5)
        return Math.log(Math.PI / Math.sin(Math.PI * z)) - logGamma(1 - z);
    const t = z + 6.5;
    const sum = LANCZOS.reduce((total, c, i) => total + c / (z + i), 0.9999999999998099);
    return 0.5 * Math.log(2 * Math.PI) + (z - 0.5) * Math.log(t) - t + Math.log(sum);
}
/** The regularized incomplete beta function. */
function beta(x, a, b) {
    if (x <= 0)
        return 0;
    if (x >= 1)
        return 1;
    if (x > (a + 1) / (a + b + 2))
        return 1 - beta(1 - x, b, a);
    const front = a * Math.log(x) + b * Math.log1p(-x) + logGamma(a + b) - logGamma(a) - logGamma(b);
    return (Math.exp(front) / a) * fraction(x, a, b);
}
/** Lentz's continued fraction. */
function fraction(x, a, b) {
    const guard = (value) => (Math.abs(value) < 1e-300 ? 1e-300 : value);
    let c = 1;
    let d = 1 / guard(1 - ((a + b) * x) / (a + 1));
    let result = d;
    for (let m = 1; m < 10_000; m++) {
        const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
        d = 1 / guard(1 + even * d);
        c = guard(1 + even / c);
        result *= d * c;
        const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
        d = 1 / guard(1 + odd * d);
        c = guard(1 + odd / c);
        result *= d * c;
        if (Math.abs(d * c - 1) < 1e-12)
            break;
    }
    return result;
}
/** x with beta(x, a, b) = p; bisection that Newton's steps shorten. */
function inverseBeta(p, a, b) {
    const norm = logGamma(a + b) - logGamma(a) - logGamma(b);
    let low = 0;
    let high = 1;
    let x = a / (a + b);
    for (let i = 0; i < 100 && high - low > 1e-12 * high; i++) {
        const off = beta(x, a, b) - p;
        if (off > 0)
            high = x;
        else
            low = x;
        const slope = Math.exp(norm + (a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x));
        const next = x - off / slope;
        const good = next > low && next < high;
        if (good && Math.abs(next - x) < 1e-10 * x)
            return next;
        x = good ? next : (low + high) / 2;
    }
    return x;
}

;// CONCATENATED MODULE: ./.build/packages/rollout/judge/wealth.js
/** Keeps a tenth as cash and spreads the rest in proportion to `weights`. */
function stake(weights) {
    const sum = weights.reduce((a, b) => a + b, 0);
    return [CASH, ...weights.map((weight) => ((1 - CASH) * weight) / sum)].map(Math.log);
}
const CASH = 0.1;
/** Nothing smaller is ever seen again; and a short number is a short line in the ledger. */
const NOTHING = -60;
/**
 * `gains`: the log of the factor of every part but cash. Each factor's expectation is at most 1 under the null
 * hypothesis, given all that was seen before.
 */
function play(wealth, gains) {
    return wealth.map((part, i) => round(part + (gains[i - 1] ?? 0)));
}
/** Deals a share of all wealth out anew, as at the start. Its sum stays. */
function redeal(wealth, start, share = 0.1) {
    const total = logOdds(wealth);
    return wealth.map((part, i) => round(Math.log((1 - share) * Math.exp(part) + share * Math.exp(total + (start[i] ?? NOTHING)))));
}
/** The log of the whole wealth. */
function logOdds(wealth) {
    const most = Math.max(...wealth);
    return most + Math.log(wealth.reduce((sum, part) => sum + Math.exp(part - most), 0));
}
/** When to deal anew: with a new step, and ever more rarely within one; so that it costs next to nothing. */
const timeToRedeal = (looks, newStep) => newStep || (looks >= 16 && Number.isInteger(Math.log2(looks)));
const round = (log) => Math.max(NOTHING, Math.floor(log * 1e4) / 1e4) + 0;

;// CONCATENATED MODULE: ./.build/packages/rollout/judge/counts.js



/** How many times more than tolerated, and how much is staked on it. */
const ALTERNATIVES = [1.2, 1.4, 1.7, 2.1, 2.8, 4, 7, 15, 50, 300].map((times) => ({ times, weight: 1 }));
/** One client that tries again is no trend. */
const FEWEST = 3;
/** Each alternative: the ratio of rates that is just tolerated, and the worse one that is bet on. */
function bets({ tolerate, worse }) {
    const higher = ALTERNATIVES.map(({ times }) => ({ tolerated: 1 + tolerate, times }));
    const least = 1 - tolerate;
    const lower = least > 0 ? ALTERNATIVES.map(({ times }) => ({ tolerated: least, times: 1 / times })) : [];
    return worse === 'higher' ? higher : worse === 'lower' ? lower : [...higher, ...lower];
}
const startCounts = (compare) => stake(bets(compare).map(() => 1));
/**
 * The wealth after one more increment. Given how many bad events both sides have together, each belongs to the
 * candidate with a probability of at most q0 while its rate is tolerated; so every factor
 * (q/q0)^x ((1-q)/(1-q0))^(k-x) with q > q0 is expected to be at most 1. Shares may be as unequal as they like
 * and change with every increment. `trust`: see bursts.ts.
 */
function playCounts(wealth, compare, sides, trust = 1) {
    return play(wealth, gains(compare, sides).map((gain) => trust * gain));
}
function gains(compare, { candidate, baseline }) {
    const x = candidate.events;
    const k = x + baseline.events;
    return bets(compare).map(({ tolerated, times }) => {
        const exposed = tolerated * candidate.total;
        return (x * Math.log(times) - k * Math.log((exposed * times + baseline.total) / (exposed + baseline.total)));
    });
}
/**
 * `all`: what was seen in the whole rollout; `wealth`: after all of it. Only a `final` look, which lets the
 * release go on, takes the time to say what it would have seen.
 */
function judgeCounts(metric, compare, { candidate, baseline }, wealth, alpha, final) {
    const now = logOdds(wealth);
    const effect = rate(candidate) / rate(baseline);
    const enough = Math.max(effect > 1 ? candidate.events : 0, effect < 1 ? baseline.events : 0) >= FEWEST;
    const ignored = isIgnored(compare, 100 * rate(candidate));
    const beyond = isBeyond(compare, effect) && !ignored;
    const failed = now >= -Math.log(alpha) && enough && !ignored;
    const interval = ratioInterval(candidate, baseline, 1 - alpha);
    const facts = {
        value: 100 * rate(candidate),
        baseline: 100 * rate(baseline),
        samples: candidate.total,
        baselineSamples: baseline.total,
        effect,
        odds: { now: odds(now), limit: 1 / alpha },
        ...(interval ? { interval: { ...interval, confidence: 1 - alpha, of: 'ratio' } } : {}),
    };
    const each = (counts) => `${shown(100 * rate(counts), metric.unit)} (${whole(counts.events)} of ${whole(counts.total)})`;
    const compared = `${each(candidate)} against ${each(baseline)} of the baseline`;
    const text = failed
        ? `${compared}: ${times(effect)}${between(facts.interval)}, asked: ${allowance(compare)}; ${against(Math.exp(now), 1 / alpha)}`
        : `${compared} ${withinAllowance(compare, 100 * rate(candidate), beyond)}`;
    if (failed || ignored)
        return { failed, text, ...facts };
    const chance = against(Math.exp(now), 1 / alpha);
    if (!final)
        return { failed, text: `${text}; ${chance}`, ...facts };
    const seen = visible(metric, compare, { candidate, baseline }, alpha);
    if (seen === undefined && beyond)
        return { failed, lacks: TOO_LITTLE, text, ...facts };
    return { failed, text: `${text}; ${seen ?? TOO_LITTLE}`, ...facts };
}
const rate = ({ events, total }) => (total > 0 ? events / total : Number.NaN);
/** What this much data would have shown, by even odds: the smallest rate whose expected counts fail; if any does. */
function visible(metric, compare, { candidate, baseline }, alpha) {
    // Half an event more than were seen: without any error the true rate is not 0.
    const events = baseline.events + 0.5;
    const expected = (ratio) => ({
        baseline: { events, total: baseline.total },
        candidate: {
            events: Math.min(candidate.total, (ratio * events * candidate.total) / baseline.total),
            total: candidate.total,
        },
    });
    const up = compare.worse !== 'lower';
    const start = startCounts(compare);
    const seen = (ratio) => {
        const sides = expected(up ? ratio : 1 / ratio);
        const enough = (up ? sides.candidate.events : events) >= FEWEST;
        return enough && logOdds(playCounts(start, compare, sides)) >= -Math.log(alpha);
    };
    const most = up ? baseline.total / events : 1e6;
    if (!seen(most))
        return undefined;
    let [low, high] = [0, Math.log(most)];
    for (let i = 0; i < 12; i++) {
        const middle = (low + high) / 2;
        if (seen(Math.exp(middle)))
            high = middle;
        else
            low = middle;
    }
    const ratio = Math.exp(up ? high : -high);
    const relative = baseline.events > 0 ? ` (${Number(ratio.toPrecision(2))} times the baseline)` : '';
    return `this much data would have shown ${shown((100 * ratio * events) / baseline.total, metric.unit)}${relative}`;
}

;// CONCATENATED MODULE: ./.build/packages/rollout/judge/memory.js
const recall = (memory, by) => memory?.by === by ? memory : undefined;
/** Whether this look is the first of its step: then it begins after everything that was taken in. */
const isNewStep = (look, memory) => memory !== undefined && look.from > memory.until;
/** Whether the window was taken in before; a process that died between judging and recording may ask again. */
const isOld = (look, memory) => memory !== undefined && look.to <= memory.until;
const OLD = { kind: 'no-data', reason: 'nothing new since the last look' };

;// CONCATENATED MODULE: ./.build/packages/rollout/judge/threshold.js


/**
 * Whether a value keeps the metric's limits; undefined when it has none. The limit itself is still good.
 * A value that is NaN keeps no limit, and is for the caller to sort out as no data.
 */
function judgeLimits(metric, value, samples) {
    const limits = limitsOf(metric);
    if (!limits.length)
        return undefined;
    const exceeded = limits.find(({ beyond }) => beyond(value));
    const found = `${shown(value, metric.unit)} is ${exceeded ? `${exceeded.word} ${exceeded.text}` : `within ${limitsText(metric)}`}`;
    const facts = samples === undefined ? { value } : { value, samples };
    const text = samples === undefined ? found : `${found} (${samplesOf(samples)})`;
    return { failed: exceeded !== undefined, text, ...facts };
}
const limitsText = (metric) => limitsOf(metric)
    .map(({ text }) => text)
    .join(' and ');
const limitText = (name, { value, unit }) => `${name} ${(0,threshold_kind/* showValue */.v)(value, unit)}`;
function limitsOf({ max, min }) {
    return [
        ...(max ? [{ word: 'above', text: limitText('max', max), beyond: (v) => v > max.value }] : []),
        ...(min ? [{ word: 'below', text: limitText('min', min), beyond: (v) => v < min.value }] : []),
    ];
}

;// CONCATENATED MODULE: ./.build/packages/rollout/judge/outcome.js


function verdictOf(metric, look, method, outcome) {
    const base = {
        metric: metric.name,
        method,
        query: look.candidate.query,
        ...(look.baseline ? { baselineQuery: look.baseline.query } : {}),
        unit: metric.unit,
        threshold: thresholdOf(metric),
    };
    const failed = [outcome.limit, outcome.comparison].filter((finding) => finding?.failed);
    if (failed[0]) {
        const facts = { ...outcome.comparison, ...failed[0] };
        return finish(base, 'fail', true, facts, `${failed.map((finding) => finding?.text).join('; ')}`);
    }
    if (outcome.kind === 'error')
        return finish(base, 'error', false, {}, outcome.reason);
    if (outcome.kind === 'no-data') {
        const [word, rule] = RULES[metric.noData];
        const asked = base.threshold ? `; asked: ${base.threshold}` : '';
        const text = `no data: ${outcome.reason}; ${rule}${asked}`;
        return finish(base, word, false, outcome.facts ?? {}, text);
    }
    const facts = { ...outcome.limit, ...outcome.comparison };
    const texts = [outcome.limit?.text, outcome.comparison?.text].filter((text) => text !== undefined);
    return finish(base, 'pass', true, facts, texts.join('; '));
}
/** A comparison that could not have failed is no data; a limit may still fail it. */
function compared(comparison, rest) {
    const { failed, lacks, text, ...facts } = comparison;
    if (failed || lacks === undefined)
        return { kind: 'judged', comparison, ...rest };
    return { kind: 'no-data', reason: `${text}; ${lacks}`, facts, ...rest };
}
/** Neither a limit nor a baseline to compare with: what was measured proves nothing. */
const unasked = (outcome) => outcome.kind !== 'judged' || outcome.limit || outcome.comparison
    ? outcome
    : {
        kind: 'no-data',
        reason: 'nothing to compare it with, and no limit',
        ...(outcome.memory ? { memory: outcome.memory } : {}),
    };
const RULES = {
    wait: ['inconclusive', 'waiting for data'],
    fail: ['fail', 'no data counts as a failure here'],
    pass: ['pass', 'no data is left to the other metrics'],
    inconclusive: ['inconclusive', 'no data is inconclusive here'],
};
function finish(base, verdict, evidence, { value, baseline, samples, baselineSamples, effect, interval, odds }, text) {
    const facts = { value, baseline, samples, baselineSamples, effect, interval, odds };
    const explanation = `${base.metric}: ${text}; query: ${base.query}`;
    return { ...base, ...jsonSafe(facts), verdict, evidence, explanation };
}
/** Without what JSON cannot carry: NaN, infinities, -0 and undefined. */
function jsonSafe(given) {
    const entries = Object.entries(given).flatMap(([key, value]) => {
        if (typeof value === 'number')
            return Number.isFinite(value) ? [[key, value + 0]] : [];
        if (value === undefined)
            return [];
        return [[key, typeof value === 'object' && value !== null ? jsonSafe(value) : value]];
    });
    return Object.fromEntries(entries);
}
/** `max 5% and at most 10% above the baseline`. */
function thresholdOf(metric) {
    const limits = limitsText(metric);
    const parts = [...(limits ? [limits] : []), ...(metric.compare ? [allowance(metric.compare)] : [])];
    return parts.join(' and ');
}

;// CONCATENATED MODULE: ./.build/packages/rollout/judge/reading.js
/** Sums and products of larger ones are no numbers any more. */
const isUsable = (value) => Math.abs(value) < 1e150;
function readValue(measured) {
    if (measured.kind !== 'value')
        return other(measured, 'a value');
    const { value, samples } = measured;
    if (samples !== undefined && !isCount(samples))
        return broken(`${samples} samples`);
    return { kind: 'read', data: { value, ...(samples === undefined ? {} : { samples }) } };
}
function readSeries(measured) {
    if (measured.kind !== 'series')
        return other(measured, 'a series');
    const values = measured.points.map(({ value }) => value).filter(isUsable);
    if (values.length)
        return { kind: 'read', data: values };
    return { kind: 'no-data', reason: measured.points.length ? 'no point is a number' : 'no points' };
}
function readCounts(measured) {
    if (measured.kind !== 'counts')
        return other(measured, 'counts');
    const { events, total } = measured;
    if (Number.isNaN(events) || Number.isNaN(total)) {
        return { kind: 'no-data', reason: `${events} of ${total} events` };
    }
    if (!isCount(events) || !isCount(total) || events > total * (1 + 1e-9)) {
        return broken(`${events} of ${total} events`);
    }
    return { kind: 'read', data: { events: Math.min(events, total), total } };
}
function readHistogram(measured) {
    if (measured.kind !== 'histogram')
        return other(measured, 'a histogram');
    const { bounds, counts } = measured;
    if (counts.some(Number.isNaN))
        return { kind: 'no-data', reason: 'a class of the histogram is NaN' };
    if (counts.length !== bounds.length + 1) {
        return broken(`a histogram with ${bounds.length} bounds and ${counts.length} classes`);
    }
    const rising = bounds.every((bound, i) => Number.isFinite(bound) && !(bound <= (bounds[i - 1] ?? -Infinity)));
    if (!rising || !bounds.length)
        return broken('a histogram without rising bounds');
    const wrong = counts.find((count) => !isCount(count));
    if (wrong !== undefined)
        return broken(`a histogram with ${wrong} observations in a class`);
    return { kind: 'read', data: { bounds, counts } };
}
const isCount = (value) => value >= 0 && value <= Number.MAX_SAFE_INTEGER;
const broken = (what) => ({ kind: 'error', reason: `the answer is broken: ${what}` });
function other(measured, wanted) {
    if (measured.kind === 'no-data')
        return { kind: 'no-data', reason: measured.reason };
    if (measured.kind === 'failure')
        return { kind: 'error', reason: `could not be measured: ${measured.reason}` };
    return {
        kind: 'error',
        reason: `could not be measured: the provider gave ${measured.kind} instead of ${wanted}`,
    };
}

;// CONCATENATED MODULE: ./.build/packages/rollout/judge/look-counts.js








const NONE = [0, 0, 0, 0];
const NO_COUNTS = { events: 0, total: 0 };
/** One more increment of counts: the limits judge the percentage of the step, the comparison all so far. */
function lookAtCounts(metric, compare, look, given, rules) {
    const memory = recall(given, 'counts');
    if (isOld(look, memory))
        return OLD;
    const candidate = readCounts(look.candidate);
    if (candidate.kind !== 'read')
        return candidate;
    const baseline = compare && look.baseline ? readCounts(look.baseline) : { kind: 'read', data: NO_COUNTS };
    const newStep = isNewStep(look, memory);
    const more = {
        candidate: candidate.data,
        baseline: baseline.kind === 'read' ? baseline.data : NO_COUNTS,
    };
    const step = plus(newStep ? NONE : (memory?.step ?? NONE), more);
    const few = tooFew(metric, step, compare !== undefined && baseline.kind === 'read');
    const { events, total } = sidesOf(step).candidate;
    // A limit asks nothing of the baseline.
    const limit = tooFew(metric, step, false) ? undefined : judgeLimits(metric, (100 * events) / total, total);
    const found = limit ? { limit } : {};
    if (baseline.kind !== 'read') {
        return { ...baseline, reason: `the baseline: ${baseline.reason}`, ...found };
    }
    // Without both sides the increment says nothing about the ratio: the next look asks for it again, and more.
    const taken = more.candidate.total > 0 && (!compare || more.baseline.total > 0);
    const all = plus(memory?.all ?? NONE, more);
    const wealth = compare && wealthAfter(compare, memory, taken ? more : undefined, newStep);
    const kept = {
        by: 'counts',
        until: look.to,
        looks: (memory?.looks ?? 0) + 1,
        step,
        all,
        ...(wealth ? { wealth, scatter: scatterWith(memory, more) } : {}),
    };
    const after = taken ? { memory: kept } : {};
    if (few)
        return { kind: 'no-data', reason: few, facts: { samples: total }, ...found, ...after };
    if (!compare || !wealth)
        return { kind: 'judged', ...found, ...after };
    const comparison = judgeCounts(metric, compare, sidesOf(all), wealth, rules.alpha, look.final);
    return compared(comparison, { ...found, ...after });
}
function wealthAfter(compare, memory, more, newStep) {
    const start = startCounts(compare);
    const before = memory?.wealth ?? start;
    if (!more)
        return before;
    const dealt = timeToRedeal(memory?.looks ?? 0, newStep) ? redeal(before, start) : before;
    return playCounts(dealt, compare, more, trustIn(memory?.scatter ?? CALM));
}
const scatterWith = (memory, more) => scatterAfter(memory?.scatter ?? CALM, sidesOf(memory?.all ?? NONE), more);
function tooFew({ minSamples }, [, n, , m], both) {
    const least = Math.max(minSamples, Number.MIN_VALUE);
    const wants = (count) => `${whole(count)} of at least ${Math.max(1, minSamples)} samples`;
    if (n < least)
        return wants(n);
    return both && m < least ? `the baseline: ${wants(m)}` : undefined;
}
const plus = ([x, n, y, m], { candidate, baseline }) => [
    tidy(x + candidate.events),
    tidy(n + candidate.total),
    tidy(y + baseline.events),
    tidy(m + baseline.total),
];
/** Extrapolated counts have long fractions. */
const tidy = (count) => Math.round(count * 1e3) / 1e3 + 0;
const sidesOf = ([x, n, y, m]) => ({
    candidate: { events: x, total: n },
    baseline: { events: y, total: m },
});

;// CONCATENATED MODULE: ./.build/packages/rollout/judge/histogram.js
/** Observations above the bound with this index. */
function above(counts, bound) {
    let sum = 0;
    for (let i = bound + 1; i < counts.length; i++)
        sum += counts[i];
    return sum;
}
const totalOf = (counts) => above(counts, -1);
const histogram_plus = (one, other) => other.map((count, i) => count + (one[i] ?? 0));
/**
 * The quantile, evenly spread within its class (from 0 in the first one). Infinity when it lies above all bounds,
 * where nobody knows how far; NaN without observations.
 */
function quantileOf({ bounds, counts }, quantile) {
    const total = totalOf(counts);
    if (!(total > 0))
        return Number.NaN;
    const rank = quantile * total;
    let below = 0;
    for (let i = 0; i < counts.length; i++) {
        const count = counts[i];
        if (below + count >= rank && count > 0) {
            const high = bounds[i];
            const first = bounds[0] ?? 0;
            const low = i > 0 ? bounds[i - 1] : Math.min(0, first);
            if (high === undefined)
                return Number.POSITIVE_INFINITY;
            return low + (high - low) * Math.max(0, (rank - below) / count);
        }
        below += count;
    }
    return Number.POSITIVE_INFINITY;
}
/** Where the quantile lies, in whole classes: ranks by the normal approximation, for one look. */
function quantileRange({ bounds, counts }, quantile, z) {
    const total = totalOf(counts);
    const spread = z * Math.sqrt(quantile * (1 - quantile) * total) + 1;
    const at = (rank) => {
        let below = 0;
        const found = counts.findIndex((count) => {
            below += count;
            return below >= rank;
        });
        return found < 0 ? counts.length - 1 : found;
    };
    const low = quantile * total - spread;
    const high = quantile * total + spread;
    const bottom = low <= 0 ? 0 : (bounds[at(low) - 1] ?? 0);
    return [bottom, high >= total ? Number.POSITIVE_INFINITY : (bounds[at(high)] ?? Number.POSITIVE_INFINITY)];
}
/** The share of observations above a value, by halves and doubles within its class; for estimates only. */
function shareAbove({ bounds, counts }, value) {
    const total = totalOf(counts);
    const i = bounds.findIndex((bound) => bound >= value);
    if (i < 0)
        return (counts.at(-1) ?? 0) / total / 2;
    const low = i > 0 ? bounds[i - 1] : 0;
    const part = (bounds[i] - value) / (bounds[i] - low || 1);
    return (above(counts, i) + (counts[i] ?? 0) * part) / total;
}
function pack(counts) {
    const first = counts.findIndex((count) => count > 0);
    if (first < 0)
        return [0];
    const last = counts.findLastIndex((count) => count > 0);
    const packed = [first];
    for (let i = first; i <= last; i++)
        packed.push(Math.round(counts[i] * 100) / 100 + 0);
    return packed;
}
function unpack(packed, length) {
    const counts = new Array(length).fill(0);
    const offset = (packed[0] ?? 0) - 1;
    for (let i = 1; i < packed.length && offset + i < length; i++)
        counts[offset + i] = packed[i];
    return counts;
}

;// CONCATENATED MODULE: ./.build/packages/rollout/judge/normal.js
/** The standard normal distribution function, to about 1e-14 (series and continued fraction). */
const normalCdf = (z) => (z < 0 ? tailOf(-z) : 1 - tailOf(z));
/** The share above z, for z >= 0. */
function tailOf(z) {
    if (z > 38)
        return 0;
    const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
    if (z < 2) {
        let [term, sum] = [z, z];
        for (let i = 1; i < 100 && term > 1e-17 * sum; i++) {
            term *= (z * z) / (2 * i + 1);
            sum += term;
        }
        return 0.5 - density * sum;
    }
    let tail = z;
    for (let i = 100; i > 0; i--)
        tail = z + i / tail;
    return density / tail;
}
/** z with normalCdf(z) = p; 0 < p < 1. A bisection, then Newton's steps. */
function normalQuantile(p) {
    if (p > 0.5)
        return -normalQuantile(1 - p);
    if (p !== last.p)
        last = { p, z: quantile(p) };
    return last.z;
}
/** Every look asks for the same one. */
let last = { p: 0.5, z: 0 };
function quantile(p) {
    let [low, high] = [-38, 0];
    for (let i = 0; i < 12; i++) {
        const middle = (low + high) / 2;
        if (normalCdf(middle) < p)
            low = middle;
        else
            high = middle;
    }
    let z = (low + high) / 2;
    for (let i = 0; i < 4; i++) {
        const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
        z = Math.min(high, Math.max(low, z - (normalCdf(z) - p) / density));
    }
    return z;
}

;// CONCATENATED MODULE: ./.build/packages/rollout/judge/tails.js


const tailsOf = (quantile) => [1, 2, 5]
    .map((times, i) => ({ mass: times * (1 - quantile), weight: [2, 1, 2][i] ?? 1 }))
    .filter(({ mass }, i) => i === 0 || mass <= 0.5);
/** How many times more of the suspect's requests lie in the tail. */
const tails_ALTERNATIVES = [1.2, 1.4, 1.7, 2.5];
/**
 * The threshold near a tail of what was seen of the reference before, so that it does not depend on what it is
 * asked of. Among near ones that which coarse classes blur least.
 */
function thresholdNear(bounds, past, mass, factor) {
    const total = totalOf(past);
    let [within, atWithin, atSuspect] = [0, total - (past[0] ?? 0), total];
    let best;
    for (let suspect = 0; suspect < bounds.length; suspect++) {
        atSuspect -= past[suspect] ?? 0;
        const bound = bounds[suspect];
        // Most classes lie far below the tail.
        if (!(bound > 0) || atSuspect > total * 0.75)
            continue;
        const limit = bound / factor;
        while (bounds[within] < limit)
            atWithin -= past[++within] ?? 0;
        const [high, low] = [bounds[within], within > 0 ? bounds[within - 1] : 0];
        const part = (high - limit) / (high - low);
        const share = (atWithin + part * (past[within] ?? 0)) / total;
        if (share > 0.75 || share < mass / 4 || share > mass * 8)
            continue;
        const blur = Math.log(share / (Math.max(atSuspect, 0.5) / total));
        const cost = Math.abs(Math.log2(share / mass)) + 2 * blur;
        if (!best || cost < best.cost)
            best = { suspect, within, part, cost };
    }
    return best;
}
/**
 * The logs of the factors of all alternatives: binomial, given how many requests lie in both tails. A request
 * in the class that counts in part is in the tail with that chance; the factor is the mean over all chances.
 */
function tailGains({ suspect, reference }, { suspect: bound, within, part }) {
    const x = above(suspect.counts, bound);
    const y = above(reference.counts, within);
    const blurred = reference.counts[within] ?? 0;
    const [n, m] = [totalOf(suspect.counts), totalOf(reference.counts)];
    return tails_ALTERNATIVES.map((times) => {
        const other = (n + m) / (times * n + m);
        return x * Math.log(times * other) + y * Math.log(other) + blurred * Math.log(1 - part + part * other);
    });
}
/**
 * The same when nothing was seen before: the threshold is an order statistic of the reference itself. The share
 * of the reference's distribution above it has a beta distribution whatever the distribution is, so that the
 * suspect's requests above it are beta-binomial. Taken at the next bound above it, they can only be fewer.
 */
function firstGains({ suspect, reference }, mass, factor) {
    const none = tails_ALTERNATIVES.map(() => 0);
    const m = Math.floor(totalOf(reference.counts));
    const n = totalOf(suspect.counts);
    const rank = Math.ceil((1 - mass) * m);
    if (rank < 1 || rank > m)
        return none;
    let below = 0;
    const bound = reference.bounds.findIndex((_, i) => {
        below += reference.counts[i] ?? 0;
        return below >= rank;
    });
    const limit = bound < 0 || !(reference.bounds[bound] > 0)
        ? -1
        : firstAtLeast(suspect.bounds, reference.bounds[bound] * factor);
    if (limit < 0)
        return none;
    const x = above(suspect.counts, limit);
    const [a, b] = [m - rank + 1, rank];
    const chance = (a) => logGamma(x + a) - logGamma(a) + logGamma(a + b) - logGamma(n + a + b);
    return tails_ALTERNATIVES.map((times) => chance(times * a) - chance(a));
}
/** Rounded up, which errs on the side of the suspect. */
const firstAtLeast = (bounds, value) => bounds.findIndex((bound) => bound >= value * (1 - 1e-9));

;// CONCATENATED MODULE: ./.build/packages/rollout/judge/latencies.js





const directionsOf = ({ worse, tolerate }) => (worse === 'either' ? ['higher', 'lower'] : [worse]).filter((worse) => worse === 'higher' || tolerate < 1);
const factorOf = (direction, tolerate) => direction === 'higher' ? 1 + tolerate : 1 / (1 - tolerate);
const roles = ({ candidate, baseline }, direction) => direction === 'higher'
    ? { suspect: candidate, reference: baseline }
    : { suspect: baseline, reference: candidate };
function startLatencies(compare, quantile) {
    const each = tailsOf(quantile).flatMap(({ weight }) => tails_ALTERNATIVES.map(() => weight));
    return stake(directionsOf(compare).flatMap(() => each));
}
/** No single look wins more than this part of what fails: a burst, such as one pause of a process, is no trend. */
const latencies_MOST = 0.6;
/** The wealth after one more increment. `past`: without this increment. */
function playLatencies(wealth, compare, quantile, sides, past, alpha) {
    const cap = -latencies_MOST * Math.log(alpha);
    const gains = directionsOf(compare).flatMap((direction) => {
        const pair = roles(sides, direction);
        const factor = factorOf(direction, compare.tolerate);
        const before = direction === 'higher' ? past.baseline : past.candidate;
        return tailsOf(quantile).flatMap(({ mass }) => {
            if (!before)
                return firstGains(pair, mass, factor);
            const threshold = thresholdNear(pair.reference.bounds, before, mass, factor);
            return threshold ? tailGains(pair, threshold) : tails_ALTERNATIVES.map(() => 0);
        });
    });
    return play(wealth, gains.map((gain) => Math.min(cap, gain)));
}
/** `step`: what was seen in this step, with this look. `wealth`: after the whole rollout. */
function judgeLatencies(metric, compare, step, wealth, alpha, { final, looks }) {
    const quantile = metric.quantile ?? 0.95;
    const [own, other] = [quantileOf(step.candidate, quantile), quantileOf(step.baseline, quantile)];
    const now = logOdds(wealth);
    const beyond = directionsOf(compare).some((direction) => direction === 'higher' ? own > other * (1 + compare.tolerate) : own < other * (1 - compare.tolerate));
    // The tails may say that requests got slower while the asked quantile itself did not: that is not asked.
    const ignored = isIgnored(compare, own);
    const worse = beyond && !ignored;
    const failed = now >= -Math.log(alpha) && worse;
    const facts = {
        value: own,
        baseline: other,
        samples: totalOf(step.candidate.counts),
        baselineSamples: totalOf(step.baseline.counts),
        effect: own / other,
        odds: { now: odds(now), limit: 1 / alpha },
        interval: intervalOf(step, quantile, 1 - alpha),
    };
    const of = (side, value) => `${Number.isFinite(value) ? shown(value, metric.unit) : `above ${shown(side.bounds.at(-1) ?? 0, metric.unit)}`} (${whole(totalOf(side.counts))} requests)`;
    const compared = `${of(step.candidate, own)} against ${of(step.baseline, other)} of the baseline`;
    const text = failed
        ? `${compared}: ${times(own / other)}${between(facts.interval)}, asked: ${allowance(compare)}; ${against(Math.exp(now), 1 / alpha)}`
        : `${compared} ${withinAllowance(compare, own, worse || !Number.isFinite(own))}`;
    if (failed || ignored)
        return { failed, text, ...facts };
    if (!final)
        return { failed, text: `${text}; ${against(Math.exp(now), 1 / alpha)}`, ...facts };
    const seen = latencies_visible(metric, compare, quantile, step, alpha);
    const lacks = lacking({ own, other, worse, looks, seen: seen.ratio });
    return { failed, text: lacks ? text : `${text}; ${seen.text}`, ...facts, ...(lacks ? { lacks } : {}) };
}
/** Why this data could not have failed the candidate, if it looks worse. */
function lacking(at) {
    if (at.own === Number.POSITIVE_INFINITY && at.other === at.own) {
        return 'where both lie above all classes of the histogram, nobody knows which is worse';
    }
    if (!at.worse)
        return undefined;
    if (at.looks < 2)
        return 'one look alone may be a burst: the next one decides';
    return at.seen === undefined ? TOO_LITTLE : undefined;
}
/** Ranks of one look, both sides at half the risk, in whole classes; not corrected for the number of looks. */
function intervalOf({ candidate, baseline }, quantile, confidence) {
    const z = normalQuantile(1 - (1 - confidence) / 4);
    const [low, high] = quantileRange(candidate, quantile, z);
    const [otherLow, otherHigh] = quantileRange(baseline, quantile, z);
    const ratio = { low: otherHigh > 0 ? low / otherHigh : 0, high: high / otherLow };
    return { ...ratio, confidence, of: 'ratio' };
}
/** What this much data would have shown, by even odds: the smallest slow-down of all requests that fails. */
function latencies_visible(metric, compare, quantile, step, alpha) {
    const [direction = 'higher'] = directionsOf(compare);
    const { suspect, reference } = roles(step, direction);
    const factor = factorOf(direction, compare.tolerate);
    const n = totalOf(suspect.counts);
    const { bounds } = reference;
    const asked = tailsOf(quantile).map(({ mass }) => thresholdNear(bounds, reference.counts, mass, factor));
    const coarse = coarseness(metric, bounds, asked);
    const start = startLatencies({ ...compare, worse: direction }, quantile);
    const seen = (slower) => {
        const gains = asked.flatMap((one) => {
            if (!one)
                return tails_ALTERNATIVES.map(() => 0);
            const counts = new Array(bounds.length + 1).fill(0);
            counts[one.suspect + 1] = n * shareAbove(reference, (bounds[one.suspect] ?? 0) / slower);
            counts[0] = n - (counts[one.suspect + 1] ?? 0);
            return tailGains({ suspect: { bounds, counts }, reference }, one);
        });
        return logOdds(play(start, gains)) >= -Math.log(alpha);
    };
    let [low, high] = [0, Math.log(20)];
    if (!seen(20))
        return { text: `${TOO_LITTLE}${coarse}` };
    for (let i = 0; i < 10; i++) {
        const middle = (low + high) / 2;
        if (seen(Math.exp(middle)))
            high = middle;
        else
            low = middle;
    }
    const ratio = direction === 'higher' ? Math.exp(high) : Math.exp(-high);
    const text = `this much data would have shown ${three(Number(ratio.toPrecision(2)))} times the baseline${coarse}`;
    return { text, ratio };
}
/** Says so when the class in which the threshold lies is much wider than a fine histogram's. */
function coarseness(metric, bounds, asked) {
    const classes = asked.flatMap((one) => one ? [{ low: bounds[one.within - 1] ?? 0, high: bounds[one.within] ?? 0 }] : []);
    if (!classes.length)
        return '; the classes of its histogram are too coarse for this quantile';
    const finest = classes.reduce((a, b) => (b.high / b.low < a.high / a.low ? b : a));
    if (finest.high <= 1.25 * finest.low)
        return '';
    const width = `${shown(finest.low, metric.unit)} to ${shown(finest.high, metric.unit)}`;
    return `; the classes of its histogram are coarse (${width}), so that small changes do not show`;
}

;// CONCATENATED MODULE: ./.build/packages/rollout/judge/look-histogram.js








/** One more increment of latencies: the limits judge the quantile of the step, the comparison all so far. */
function lookAtHistogram(metric, compare, look, given, rules) {
    const remembered = recall(given, 'latencies');
    if (isOld(look, remembered))
        return OLD;
    const candidate = readHistogram(look.candidate);
    if (candidate.kind !== 'read')
        return candidate;
    const baseline = compare && look.baseline ? readHistogram(look.baseline) : undefined;
    const classes = classesOf(candidate.data);
    const memory = remembered && same(remembered.classes, classes) ? remembered : undefined;
    const before = isNewStep(look, remembered) ? undefined : memory?.step;
    const own = add(candidate.data, before?.candidate);
    const quantile = metric.quantile ?? 0.95;
    const few = look_histogram_tooFew(metric, own);
    const limit = few ? undefined : judgeLimits(metric, quantileOf(own, quantile), totalOf(own.counts));
    const found = limit ? { limit } : {};
    const problem = baseline && problemOf(baseline, candidate.data);
    if (problem)
        return { ...problem, reason: `the baseline: ${problem.reason}`, ...found };
    const taken = totalOf(candidate.data.counts) > 0;
    const kept = { by: 'latencies', until: look.to, looks: (remembered?.looks ?? 0) + 1, classes };
    if (baseline?.kind !== 'read' || !compare) {
        const after = taken ? { memory: { ...kept, step: { candidate: pack(own.counts) } } } : {};
        if (few)
            return { kind: 'no-data', reason: few, facts: { samples: totalOf(own.counts) }, ...after };
        return { kind: 'judged', ...found, ...after };
    }
    const step = { candidate: own, baseline: add(baseline.data, before?.baseline) };
    const more = { candidate: candidate.data, baseline: baseline.data };
    // Without both sides the increment says nothing: the next look asks for it again, and more.
    const both = taken && totalOf(baseline.data.counts) > 0;
    const wealth = look_histogram_wealthAfter(metric, compare, remembered, memory, both ? more : undefined, look, rules);
    const after = both ? { memory: { ...kept, ...keptSides(compare, step, more, memory), wealth } } : {};
    const lack = few ?? look_histogram_tooFew(metric, step.baseline, 'the baseline: ');
    if (lack)
        return { kind: 'no-data', reason: lack, facts: { samples: totalOf(own.counts) }, ...found, ...after };
    const looks = (remembered?.looks ?? 0) + (both ? 1 : 0);
    const comparison = judgeLatencies(metric, compare, step, wealth, rules.alpha, { final: look.final, looks });
    return compared(comparison, { ...found, ...after });
}
function look_histogram_wealthAfter(metric, compare, remembered, memory, more, look, { alpha }) {
    const quantile = metric.quantile ?? 0.95;
    const start = startLatencies(compare, quantile);
    const before = remembered?.wealth ?? start;
    if (!more)
        return before;
    const due = timeToRedeal(remembered?.looks ?? 0, isNewStep(look, remembered));
    const length = more.candidate.counts.length;
    const { candidate, baseline } = memory?.past ?? {};
    const past = {
        ...(candidate ? { candidate: unpack(candidate, length) } : {}),
        ...(baseline ? { baseline: unpack(baseline, length) } : {}),
    };
    return playLatencies(due ? redeal(before, start) : before, compare, quantile, more, past, alpha);
}
const RECENT = 4_000;
function keptSides({ worse }, step, more, memory) {
    const recent = (side) => {
        const { counts } = add(more[side], memory?.past?.[side]);
        const keep = Math.min(1, RECENT / totalOf(counts));
        return pack(counts.map((count) => count * keep));
    };
    return {
        step: { candidate: pack(step.candidate.counts), baseline: pack(step.baseline.counts) },
        // Only of the side whose threshold is chosen.
        past: {
            ...(worse === 'higher' ? {} : { candidate: recent('candidate') }),
            ...(worse === 'lower' ? {} : { baseline: recent('baseline') }),
        },
    };
}
const classesOf = ({ bounds }) => [bounds.length, Number(bounds.reduce((sum, bound) => sum + bound, 0).toPrecision(12)) + 0];
const same = (one, other) => one[0] === other[0] && one[1] === other[1];
function add({ bounds, counts }, before) {
    return { bounds, counts: before ? histogram_plus(unpack(before, counts.length), counts) : counts };
}
function problemOf(baseline, { bounds }) {
    if (baseline.kind !== 'read')
        return baseline;
    const other = baseline.data.bounds;
    if (other.length === bounds.length && other.every((bound, i) => bound === bounds[i]))
        return undefined;
    return { kind: 'error', reason: 'its histogram has other classes than the candidate' };
}
function look_histogram_tooFew({ minSamples }, { counts }, whose = '') {
    const total = totalOf(counts);
    if (total > 0 && total >= minSamples)
        return undefined;
    return `${whose}${whole(total)} of at least ${Math.max(1, minSamples)} samples`;
}

;// CONCATENATED MODULE: ./.build/packages/rollout/judge/autocorrelation.js
/**
 * Gauges such as CPU or a queue remember: what is high now is high at the next look, too, on one side by chance. Then
 * looks do not depend on themselves alone, and every one says less than it seems to. How much less is learned from
 * the looks before.
 */
/** How many looks it is learned from. */
const REMEMBERED = 40;
/** As if so many looks had shown so much autocorrelation. */
const autocorrelation_BELIEF = { looks: 8, autocorrelation: 0.5 };
const autocorrelation_MOST = 0.97;
/**
 * The exponent of the next look's factors, below 1. It does not depend on that look, and a power below 1 of
 * something with an expectation of at most 1 has one, too. `differences`: signed, oldest first.
 */
function trustAfter(differences) {
    const seen = differences.slice(-REMEMBERED);
    const believed = autocorrelation_BELIEF.looks * autocorrelation_BELIEF.autocorrelation + seen.length * autocorrelation(seen);
    const all = Math.min(autocorrelation_MOST, Math.max(0, believed / (autocorrelation_BELIEF.looks + seen.length)));
    return (1 - all) / (1 + all);
}
/** From one look to the next, about their mean; corrected for how much a short series hides. */
function autocorrelation(values) {
    const { length } = values;
    const mean = values.reduce((sum, value) => sum + value, 0) / length;
    const from = values.map((value) => value - mean);
    const whole = from.reduce((sum, one) => sum + one * one, 0);
    if (length < 3 || whole < 1e-9)
        return 0;
    const lagged = from.reduce((sum, one, i) => sum + one * (from[i - 1] ?? 0), 0);
    return Math.min(1, ((length * lagged) / whole + 1) / Math.max(1, length - 4));
}

;// CONCATENATED MODULE: ./.build/packages/rollout/judge/pairs.js




/** How much of the wealth is staked on the sign, flat or by the rank of the difference. */
const STAKES = [0.35, 0.65, 0.93].flatMap((part) => [
    { part, byRank: false },
    { part, byRank: true },
]);
/** Among so many the size of a difference is ranked. */
const RANKED = 20;
/**
 * One pair of values more. While candidate and tolerated baseline differ by noise alone, whose sign is a fair coin
 * whatever its size, a bet on the sign wins nothing in the long run, whatever the distribution. Looks that depend on
 * each other are bet on with less. So it takes about fifteen bad looks in a row to fail at 1%.
 */
function judgePairs(metric, compare, pair, look, memory, alpha) {
    const directions = compare.worse === 'either' ? ['higher', 'lower'] : [compare.worse];
    // What is ignored is never worse, so that it wins no odds for a later look either.
    const most = isIgnored(compare, pair.candidate) ? 0 : Number.POSITIVE_INFINITY;
    const differences = directions.map((worse) => Math.min(most, difference(pair, worse, compare.tolerate)));
    const gap = differences[0] ?? 0;
    const gaps = memory?.gaps ?? [];
    const ranked = gaps.slice(-RANKED).map(Math.abs);
    // Among itself and what was seen before: with equal chances for either sign, whatever the rank.
    const rank = (1 + ranked.filter((before) => before < Math.abs(gap)).length) / (ranked.length + 1);
    const trust = trustAfter(gaps);
    const gains = differences.flatMap((one) => STAKES.map(({ part, byRank }) => trust * Math.log1p(Math.sign(one) * part * (byRank ? rank : 1))));
    const start = stake(gains.map(() => 1));
    const before = memory?.wealth ?? start;
    const dealt = timeToRedeal(memory?.looks ?? 0, isNewStep(look, memory)) ? redeal(before, start) : before;
    const wealth = play(dealt, gains);
    const worse = (memory?.worse ?? 0) + (differences.some((one) => one > 0) ? 1 : 0);
    const looks = (memory?.looks ?? 0) + 1;
    const kept = {
        by: 'pairs',
        until: look.to,
        looks,
        wealth,
        gaps: [...gaps, Number(gap.toPrecision(4)) + 0].slice(-REMEMBERED),
        worse,
    };
    const finding = worded(metric, compare, pair, kept, alpha);
    const fewest = fewestLooks(start, alpha);
    // So few looks could not have failed a release that is worse in all of them.
    const undecided = look.final && !finding.failed && 2 * worse > looks && looks < fewest;
    const lacks = undecided ? { lacks: `${looks} of at least ${fewest} looks` } : {};
    return { finding: { ...finding, ...lacks }, memory: kept };
}
/** How many looks in a row must be bad to fail. */
function fewestLooks(start, alpha) {
    const gains = start.slice(1).map((_, i) => Math.log1p(STAKES[i % STAKES.length]?.part ?? 0));
    const alike = [];
    for (let wealth = start; logOdds(wealth) < -Math.log(alpha); alike.push(1)) {
        const trust = trustAfter(alike);
        wealth = play(wealth, gains.map((gain) => trust * gain));
    }
    return alike.length;
}
/**
 * Positive: worse than tolerated. For positive values it rises with the logarithm of their ratio, so that the
 * candidate's noise is as often up as down; and it also knows 0 and negative values.
 */
function difference({ candidate, baseline }, worse, tolerate) {
    const sign = worse === 'higher' ? 1 : -1;
    const tolerated = baseline + sign * tolerate * Math.abs(baseline);
    const size = Math.abs(candidate) + Math.abs(tolerated);
    return size > 0 ? (sign * (candidate - tolerated)) / size : 0;
}
function worded(metric, compare, { candidate, baseline }, { wealth, looks, worse }, alpha) {
    const now = logOdds(wealth);
    const limit = -Math.log(alpha);
    const failed = now >= limit;
    const effect = candidate > 0 && baseline > 0 ? { effect: candidate / baseline } : {};
    const facts = { value: candidate, baseline, ...effect, odds: { now: odds(now), limit: 1 / alpha } };
    const ratio = effect.effect === undefined ? '' : ` (${times(effect.effect)})`;
    const compared = `${shown(candidate, metric.unit)} against ${shown(baseline, metric.unit)} of the baseline${ratio}`;
    const often = `worse than that in ${worse} of ${looks} looks`;
    const asked = `asked: ${allowance(compare)}`;
    if (isIgnored(compare, candidate)) {
        return { failed: false, text: `${compared} ${withinAllowance(compare, candidate)}`, ...facts };
    }
    const text = failed
        ? `${compared}, ${asked}; ${often}; ${against(Math.exp(now), 1 / alpha)}`
        : `${compared}, ${asked}; ${often}, too seldom to be more than chance`;
    return { failed, text, ...facts };
}

;// CONCATENATED MODULE: ./.build/packages/rollout/judge/crossing.js
/**
 * Where a falling function, which may have steps, goes from above 0 to 0 or below. Found to `precision` of the
 * range, with few evaluations where the function is smooth (regula falsi) and never more than twice those of a
 * bisection where it is not. Outside of the range it is taken as crossed. `guess`: where to look first.
 */
function crossing(guess, height, { low, high }, precision = 1e-11) {
    const slack = precision * Math.max(Math.abs(low), Math.abs(high), Number.MIN_VALUE);
    let left = { at: low - slack, height: Number.NaN };
    let right = { at: high + slack, height: Number.NaN };
    const see = (at) => {
        const found = { at, height: height(at) };
        if (found.height > 0)
            left = found;
        else
            right = found;
    };
    if (guess !== undefined)
        bracket(guess, (high - low) / 1e5, () => [left.at, right.at], see);
    for (let round = 0; right.at - left.at > slack && round < 200; round++) {
        const middle = left.at + (right.at - left.at) / 2;
        // Later every third step halves, so that steps of the function cannot make it crawl.
        const at = round % 3 === 2 && round > 5 ? middle : falsi(left, right, slack, round);
        if (!(at > left.at && at < right.at))
            break;
        see(at);
    }
    return (left.at + right.at) / 2;
}
/** Where the line between both ends is 0; a little past it in turn, so that both ends close in. */
function falsi(left, right, slack, round) {
    const middle = left.at + (right.at - left.at) / 2;
    const part = left.height / (left.height - right.height);
    if (!(part >= 0 && part <= 1))
        return middle;
    const line = left.at + part * (right.at - left.at);
    const past = Math.max(slack / 4, (right.at - left.at) * 1e-4);
    const at = round % 2 === 0 ? line + past : line - past;
    return at > left.at && at < right.at ? at : middle;
}
/** Looks to both sides of a guess, further and further, until the crossing lies between. */
function bracket(guess, first, ends, see) {
    const [from, to] = ends();
    for (let step = first; step > 0; step *= 8) {
        const [low, high] = ends();
        if (low > from && high < to)
            return;
        const at = low > from || guess - step > to ? guess + step : guess - step;
        if (!(at > low && at < high))
            return;
        see(at);
    }
}

;// CONCATENATED MODULE: ./.build/packages/rollout/judge/mann-whitney.js

function sampleOf(given) {
    const values = Float64Array.from(given).sort();
    const counts = new Float64Array(values.length);
    let distinct = 0;
    for (let i = 0; i < values.length;) {
        const value = values[i];
        let to = i + 1;
        while (to < values.length && values[to] === value)
            to++;
        values[distinct] = value;
        counts[distinct++] = to - i;
        i = to;
    }
    return {
        values: values.subarray(0, distinct),
        counts: counts.subarray(0, distinct),
        size: values.length,
    };
}
const least = ({ values }) => values[0] ?? Number.NaN;
const most = ({ values }) => values[values.length - 1] ?? Number.NaN;
/** `z`: the normal quantile of the confidence, 2.326 for 98% two-sided. Neither sample is empty. */
function shiftOf(x, y, z) {
    const range = { low: least(x) - most(y), high: most(x) - least(y) };
    // Roots are found to a precision; nobody wants to read a shift of 1e-12.
    const fine = 1e-10 * Math.max(Math.abs(range.low), Math.abs(range.high));
    const clamp = (shift) => Math.abs(shift) < fine ? 0 : Math.min(range.high, Math.max(range.low, shift));
    // As a share of all pairs, what a sample of quantiles can be asked as well.
    const share = z * Math.sqrt((x.size + y.size + 1) / (12 * x.size * y.size));
    const cross = (target, by) => clamp(crossing(guesses(x, y, target * share), (shift) => by(score(x, y, shift)), range));
    const low = cross(1, ({ w }) => w - z);
    const high = cross(-1, ({ w }) => w + z);
    // Even many differences have no single middle, but two; W is 0 between them.
    const upTo = cross(0, ({ dz }) => (dz === 0 ? -1 : dz));
    const step = 1e-9 * (range.high - range.low);
    const flat = score(x, y, upTo + step).dz === 0;
    const estimate = flat ? (upTo + cross(0, ({ dz }) => (dz === 0 ? 1 : dz))) / 2 : upTo;
    return { low, high, estimate };
}
/** How far x, shifted down by `shift`, ranks above y. Falls as the shift rises. */
function score(x, y, shift) {
    const [xs, xc, ys, yc] = [x.values, x.counts, y.values, y.counts];
    const [m, n] = [xs.length, ys.length];
    let j = 0;
    let below = 0;
    // Twice the pairs in which x is above y; ties count one.
    let above = 0;
    let ties = 0;
    for (let i = 0; i < m; i++) {
        const value = xs[i] - shift;
        while (j < n && ys[j] < value) {
            const count = yc[j++];
            below += count;
            if (count > 1)
                ties += count * (count * count - 1);
        }
        const own = xc[i];
        let same = own;
        above += 2 * own * below;
        if (j < n && ys[j] === value) {
            const count = yc[j++];
            above += own * count;
            below += count;
            same += count;
        }
        if (same > 1)
            ties += same * (same * same - 1);
    }
    for (; j < n; j++) {
        const count = yc[j];
        if (count > 1)
            ties += count * (count * count - 1);
    }
    return scoreOf((above - x.size * y.size) / 2, x.size, y.size, ties);
}
function scoreOf(dz, m, n, ties) {
    const total = m + n;
    const variance = ((m * n) / 12) * (total + 1 - ties / (total * (total - 1)));
    return { dz, w: variance > 0 ? (dz - 0.5 * Math.sign(dz)) / Math.sqrt(variance) : 0 };
}
const THIN = 8_000;
/** Where big samples cross, roughly: asked of some of their quantiles, which costs next to nothing. */
function guesses(x, y, share) {
    if (Math.min(x.values.length, y.values.length) < 4 * THIN)
        return undefined;
    const [a, b] = [thinned(x), thinned(y)];
    const pairs = a.size * b.size;
    const range = { low: least(a) - most(b), high: most(a) - least(b) };
    return crossing(undefined, (shift) => score(a, b, shift).dz / pairs - share, range, 1e-7);
}
function thinned({ values }) {
    const every = values.length / THIN;
    return sampleOf(Array.from({ length: THIN }, (_, i) => values[Math.floor((i + 0.5) * every)] ?? 0));
}

;// CONCATENATED MODULE: ./.build/packages/rollout/judge/shift.js



/**
 * The label of Kayenta's judge, asked once a bake: worse when the whole interval of the shift lies beyond a quarter
 * of its estimate and the means differ by more than is tolerated. Unlike Kayenta's, too few points are no data.
 */
function judgeShift(metric, compare, candidate, baseline, rules) {
    const confidence = confidenceOf(compare, rules);
    const z = normalQuantile((1 + confidence) / 2);
    const fewest = Math.max(metric.minSamples, 5);
    const [m, n] = [candidate.length, baseline.length];
    const facts = {
        value: mean(candidate),
        baseline: mean(baseline),
        samples: m,
        baselineSamples: n,
    };
    const few = [m, n].find((points) => points < fewest);
    if (few !== undefined || !decidable(m, n, z)) {
        const least = Math.max(fewest, fewestDecidable(z));
        return { kind: 'no-data', reason: `${m} and ${n} points of at least ${least} a side`, facts };
    }
    const { label, ...shift } = labelled(compare, candidate, baseline, z);
    const worse = label !== 'pass' && (compare.worse === 'either' || compare.worse === label);
    const middle = medianOf(candidate);
    const ignored = isIgnored(compare, middle);
    const failed = worse && !ignored;
    const effect = mean(candidate) / mean(baseline);
    const between = `${shown(shift.low, metric.unit)} to ${shown(shift.high, metric.unit)} (${percentOf(confidence)} interval)`;
    const found = `${shown(mean(candidate), metric.unit)} against ${shown(mean(baseline), metric.unit)} of the baseline (${times(effect)}), shifted by ${between}`;
    const why = ignored
        ? `the median of ${shown(middle, metric.unit)} ${withinAllowance(compare, middle)}`
        : `${failed ? 'asked' : 'within what was asked'}: ${allowance(compare)}`;
    const text = `${found}, ${why}; ${m} and ${n} points`;
    const interval = { low: shift.low, high: shift.high, confidence, of: 'shift' };
    return { kind: 'judged', comparison: { failed, text, ...facts, effect, interval } };
}
function medianOf(values) {
    const sorted = Float64Array.from(values).sort();
    const middle = (sorted.length - 1) / 2;
    return ((sorted[Math.floor(middle)] ?? Number.NaN) + (sorted[Math.ceil(middle)] ?? Number.NaN)) / 2;
}
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
/** At least Kayenta's 98%; one false alarm in all bakes together is as rare as the rules say. */
function confidenceOf({ worse }, { alpha, bakes }) {
    const each = alpha / Math.max(1, bakes);
    return Math.max(0.98, 1 - (worse === 'either' ? each : 2 * each));
}
/** Whether the clearest of all outcomes could be told from chance. */
const decidable = (m, n, z) => (m * n) / 2 - 0.5 > z * Math.sqrt((m * n * (m + n + 1)) / 12);
function fewestDecidable(z) {
    let points = 2;
    while (points < 1_000 && !decidable(points, points, z))
        points++;
    return points;
}
/** `higher` and `lower`: than the baseline, by more than is tolerated. */
function labelled({ tolerate }, candidate, baseline, z) {
    const [x, y] = [sampleOf(candidate), sampleOf(baseline)];
    const constant = least(x) === most(x) && least(y) === most(y);
    const gap = least(x) - least(y);
    // Two constants differ by what they differ; a rank test of ties alone would see nothing.
    const shift = constant ? { low: gap, high: gap, estimate: gap } : shiftOf(x, y, z);
    const beyond = 0.25 * Math.abs(shift.estimate);
    const [own, other] = [mean(candidate), mean(baseline)];
    const room = tolerate * Math.abs(other);
    const higher = shift.low > beyond && own > other + room;
    const lower = shift.high < -beyond && own < other - room;
    return { ...shift, label: higher ? 'higher' : lower ? 'lower' : 'pass' };
}

;// CONCATENATED MODULE: ./.build/packages/rollout/judge/look-values.js







/** One value of the candidate over the whole bake so far, against the limits. */
function lookAtValue(metric, look) {
    const { read, limit } = limited(metric, look.candidate);
    if (limit?.failed)
        return { kind: 'judged', limit };
    if (read.kind !== 'read')
        return read;
    return limit ? { kind: 'judged', limit } : { kind: 'judged' };
}
/** One more pair of values, of the same time. The limits judge this increment's value. */
function lookAtValues(metric, compare, look, given, rules) {
    const memory = recall(given, 'pairs');
    if (isOld(look, memory))
        return OLD;
    const { read: own, limit } = limited(metric, look.candidate);
    const found = limit ? { limit } : {};
    if (own.kind !== 'read')
        return { ...own, ...found };
    const other = look.baseline
        ? limited(metric, look.baseline).read
        : { kind: 'no-data', reason: 'not measured' };
    if (other.kind !== 'read')
        return { ...other, reason: `the baseline: ${other.reason}`, ...found };
    const pair = { candidate: own.data.value, baseline: other.data.value };
    const { finding, memory: kept } = judgePairs(metric, compare, pair, look, memory, rules.alpha);
    return compared(finding, { ...found, memory: kept });
}
/**
 * Series of both sides over the whole bake, when it ends; the limits judge the mean. While a bake waits for other
 * metrics it ends again and again: each time gets a smaller part of the bake's share of false alarms.
 */
function lookAtSeries(metric, compare, look, given, { alpha, bakes }) {
    const own = readSeries(look.candidate);
    if (own.kind !== 'read')
        return own;
    const mean = own.data.reduce((sum, value) => sum + value, 0) / own.data.length;
    const limit = judgeLimits(metric, mean, own.data.length);
    const found = limit ? { limit } : {};
    const other = look.baseline
        ? readSeries(look.baseline)
        : { kind: 'no-data', reason: 'not measured' };
    if (other.kind !== 'read')
        return { ...other, reason: `the baseline: ${other.reason}`, ...found };
    const memory = recall(given, 'mann-whitney');
    const asked = memory?.from === look.from ? memory.looks : 0;
    // The parts of all times together make one.
    const part = 6 / (Math.PI * (asked + 1)) ** 2;
    const outcome = judgeShift(metric, compare, own.data, other.data, { alpha: alpha * part, bakes });
    const kept = { by: 'mann-whitney', until: look.to, looks: asked + 1, from: look.from };
    return { ...outcome, ...found, ...(outcome.kind === 'judged' ? { memory: kept } : {}) };
}
/** A finite value with enough samples; an infinite one is no data, yet it is beyond a limit. */
function limited(metric, measured) {
    const read = readValue(measured);
    if (read.kind !== 'read')
        return { read };
    const { value, samples } = read.data;
    const none = (reason) => ({ kind: 'no-data', reason });
    if (samples !== undefined && (samples < metric.minSamples || samples === 0)) {
        return { read: none(`${whole(samples)} of at least ${Math.max(1, metric.minSamples)} samples`) };
    }
    if (Number.isNaN(value))
        return { read: none('the value is NaN') };
    const limit = judgeLimits(metric, value, samples);
    const found = limit ? { limit } : {};
    return { read: isUsable(value) ? read : none(`the value is ${value}`), ...found };
}

;// CONCATENATED MODULE: ./.build/packages/rollout/judge/judge.js




/**
 * Pure. What one look at a metric means, and what to remember until the next. A metric with a limit and a
 * comparison fails when either fails. NaN, empty and too small samples are no data, broken answers are errors;
 * neither ever passes as evidence. Without a baseline measurement only the limits are judged.
 */
function judge(metric, look, memory, { alpha, bakes }) {
    // Certainty is not to be had: no data would ever be enough.
    const rules = { alpha: Math.min(0.5, Math.max(1e-9, alpha)), bakes };
    const [method, found] = seen(metric, look, memory, rules);
    const outcome = unasked(found);
    const kept = outcome.memory ?? memory;
    return { verdict: verdictOf(metric, look, method, outcome), ...(kept ? { memory: kept } : {}) };
}
function seen(metric, look, memory, rules) {
    const compare = look.baseline ? metric.compare : undefined;
    if (compare?.by === 'mann-whitney')
        return ['mann-whitney', lookAtSeries(metric, compare, look, memory, rules)];
    if (metric.form === 'counts') {
        return [compare ? 'counts' : 'threshold', lookAtCounts(metric, compare, look, memory, rules)];
    }
    if (metric.form === 'histogram') {
        return [compare ? 'latencies' : 'threshold', lookAtHistogram(metric, compare, look, memory, rules)];
    }
    if (compare)
        return ['pairs', lookAtValues(metric, compare, look, memory, rules)];
    return ['threshold', lookAtValue(metric, look)];
}

;// CONCATENATED MODULE: ./.build/packages/rollout/judge/wanted.js
/**
 * Pure. What is to be asked for this look; undefined: the metric is not judged at it (Mann-Whitney before the
 * bake has ended, or nothing new since the last look), which is neither pass nor fail.
 */
function wanted(metric, occasion, memory) {
    const { form, compare } = metric;
    const { from, to, final } = occasion;
    const sides = compare ? ['candidate', 'baseline'] : ['candidate'];
    if (form === 'value' && !compare)
        return { shape: 'value', sides, from, to };
    if (compare?.by === 'mann-whitney') {
        return final ? { shape: 'series', sides, from, to, step: pointsApart(occasion) } : undefined;
    }
    const since = Math.max(from, memory?.until ?? from);
    return to > since ? { shape: form, sides, from: since, to } : undefined;
}
/** At least ten points; never closer than what is usually scraped unless the bake is short, nor than a second. */
function pointsApart({ from, to, interval = 15_000 }) {
    return Math.max(1_000, Math.min(interval, Math.floor((to - from) / 10)));
}

;// CONCATENATED MODULE: ./.build/packages/rollout/judge/index.js









;// CONCATENATED MODULE: ./.build/packages/rollout/moves.js
/** The moves between phases that several observations share. All pure. */
const stepOf = ({ plan, step }) => plan.steps[step];
/** When what is measured begins: after the warm-up. */
const bakeFrom = (machine) => machine.stepAt + (stepOf(machine)?.warmUp ?? 0);
/** When the bake ends; a warm-up that is longer is kept to its end. */
const bakeEnd = (machine) => machine.stepAt + Math.max(stepOf(machine)?.bake ?? 0, stepOf(machine)?.warmUp ?? 0);
/** The last moment of the rollout; waiting for people does not count. */
const deadline = ({ startedAt, pausedFor, plan }) => startedAt + plan.maxDuration + pausedFor;
/** From here only a return to the weight 0 is possible, except after a promotion that was made already. */
function abort(machine, reason) {
    const { pausedAt: _, pause: __, asked: ___, ...rest } = machine;
    return { ...rest, phase: 'aborting', weight: 0, reason };
}
/** Brings the weight of a step about, also once more after a router forgot it. */
function toStep(machine, step, now) {
    const { asked: _, lacks: __, once: ___, ...rest } = machine;
    const to = machine.plan.steps[step];
    // Promotion itself takes the candidate to 100; until it is confirmed the weight stays.
    if (!to)
        return promoting(rest);
    const at = { ...rest, phase: 'shifting', step, weight: to.weight };
    // What was applied serves alone: there is no weight to bring about.
    return machine.plan.by === 'apply' ? bake(at, now) : at;
}
function bake(machine, now) {
    const at = { ...machine, phase: 'baking', stepAt: now };
    return { ...at, measureAt: nextLook(at, bakeFrom(at)) };
}
/** The target serves the release alone: its time, and what is judged, count from here. */
function applied(machine, now) {
    return toStep({ ...machine, startedAt: now, weight: 100 }, 0, now);
}
function promoting(machine) {
    const { asked: _, lacks: __, once: ___, ...rest } = machine;
    return { ...rest, phase: 'promoting', promoteIntended: true };
}
function pause(machine, why, now, reason) {
    const { asked: _, ...rest } = machine;
    return { ...rest, phase: 'paused', pause: why, pausedAt: now, reason };
}
/** Ends a pause, so that the time it took does not count. */
function unpause(machine, now) {
    const { pausedAt, pause: _, ...rest } = machine;
    return { ...rest, pausedFor: rest.pausedFor + Math.max(0, now - (pausedAt ?? now)) };
}
/**
 * After an interval. The final look is due at the end of the bake, and takes a last part of less than half an
 * interval in with it: in a window that short there is often no data.
 */
function nextLook(machine, now) {
    const { interval = Number.POSITIVE_INFINITY } = machine.plan;
    const [end, then] = [bakeEnd(machine), now + interval];
    return end - then < interval / 2 ? end : then;
}
/** What follows a bake that ended well: checks, approval, the next step. */
function baked(machine, now) {
    const { lacks: _, ...rest } = machine;
    return stepOf(machine)?.checks ? { ...rest, phase: 'checking' } : checked(rest, now);
}
function checked(machine, now) {
    const { step, weight } = machine;
    return stepOf(machine)?.approval
        ? pause(machine, 'approval', now, `step ${step + 1} (${weight}%) went well and waits for approval`)
        : toStep(machine, step + 1, now);
}

// EXTERNAL MODULE: ./.build/packages/schema/index.js + 8 modules
var schema = __webpack_require__(530);
;// CONCATENATED MODULE: ./.build/packages/rollout/resume.js

/**
 * Compares what was intended with what another process finds. Nothing is believed that goes beyond what was
 * recorded; what falls short of it is brought about again, and baked anew.
 */
function resume(machine, seen) {
    return machine.plan.by === 'apply' ? resumeApplied(machine, seen) : resumeStaged(machine, seen);
}
function resumeApplied(machine, { serves, candidate, now }) {
    // Applying again is idempotent, and waits until the release is healthy.
    if (machine.phase === 'applying')
        return serves && candidate === 'healthy' ? applied(machine, now) : machine;
    if (!serves)
        return abort(machine, 'the target does not serve the release any more');
    return candidate === 'unhealthy' ? abort(machine, 'the release is not healthy') : machine;
}
function resumeStaged(machine, { serves, candidate, weight, now }) {
    const { phase } = machine;
    if (phase === 'promoting') {
        // Promoting again is idempotent; its read-back, and nothing else, ends the rollout.
        if (candidate === 'unhealthy') {
            // It is taken back even if it is found serving, and well, later on.
            const { promoteIntended: _, ...rest } = machine;
            return abort(rest, 'the candidate is not healthy');
        }
        return serves || candidate === 'healthy' ? machine : abort(machine, 'the candidate is gone');
    }
    if (serves)
        return abort(machine, 'the target serves the release alone, and no promotion was recorded');
    // A candidate at the intended weight, or below it, is what this rollout can have left.
    if (!(weight <= machine.weight && weight >= 0)) {
        return abort(machine, `the candidate has ${weight}% of the traffic, and ${machine.weight}% was intended`);
    }
    if (phase === 'staging') {
        return candidate === 'healthy' ? toStep({ ...machine, startedAt: now }, 0, now) : machine;
    }
    if (candidate === 'gone')
        return abort(machine, 'the candidate is gone');
    if (candidate === 'unhealthy')
        return abort(machine, 'the candidate is not healthy');
    if (weight < machine.weight)
        return toStep(unpause(machine, now), machine.step, now);
    return phase === 'shifting' ? bake(machine, now) : machine;
}

;// CONCATENATED MODULE: ./.build/packages/rollout/judge/score.js
/**
 * 0 to 100, as Kayenta scores: the share of a group's metrics that pass, weighted by group; 0 when a critical
 * metric fails. Verdicts without evidence are not counted, unless they fail; undefined when nothing is left to
 * count.
 */
function score_scoreOf(metrics, verdicts) {
    const groups = new Map();
    for (const { name, group = '', weight = 1, critical = true } of metrics) {
        const verdict = verdicts.find(({ metric }) => metric === name);
        const failed = verdict?.verdict === 'fail';
        if (failed && critical)
            return 0;
        if (!failed && !verdict?.evidence)
            continue;
        const before = groups.get(group) ?? { weight: 0, passed: 0, counted: 0 };
        groups.set(group, {
            weight: Math.max(before.weight, weight),
            passed: before.passed + (verdict?.verdict === 'pass' ? 1 : 0),
            counted: before.counted + 1,
        });
    }
    const counted = [...groups.values()].filter(({ weight }) => weight > 0);
    const total = counted.reduce((sum, { weight }) => sum + weight, 0);
    if (total === 0)
        return undefined;
    return (counted.reduce((sum, { weight, passed, counted }) => sum + (100 * weight * passed) / counted, 0) / total);
}

;// CONCATENATED MODULE: ./.build/packages/rollout/plan.js
/** Milliseconds after the bakes that a rollout without `max-duration` may wait for data. */
const GRACE = 600_000;
/** Why a strategy cannot be had here, in words; undefined when it can. */
function refusal({ type, config }, capabilities) {
    const splits = canSplit(capabilities);
    if (type === 'canary' && !splits) {
        return capabilities.stage
            ? 'a canary needs a router, and there is none'
            : 'a canary needs a target that can run a candidate beside the live release';
    }
    if (type !== 'blue-green' || splits)
        return undefined;
    const needs = config.beforeTraffic
        ? 'before-traffic'
        : config.scaleDownDelay
            ? 'scale-down-delay'
            : undefined;
    return needs && `${needs} needs a target that can run a candidate beside the live release, and a router`;
}
/** The plan of a rollout. Pure. What `refusal` refuses must not be planned: it throws. */
function planRollout(strategy, capabilities) {
    const refused = refusal(strategy, capabilities);
    if (refused)
        throw new Error(refused);
    const { type, config } = strategy;
    const by = (type === 'canary' || type === 'blue-green') && canSplit(capabilities) ? 'stage' : 'apply';
    const steps = stepsOf(strategy).map(({ step }) => step);
    const bakes = steps.reduce((sum, { bake }) => sum + bake, 0);
    return {
        strategy: type,
        by,
        steps,
        ...plan_intervalOf(config),
        maxDuration: config.maxDuration ?? bakes + GRACE,
        maxPause: config.maxPause,
        metrics: config.metrics.map((metric) => ({
            ...metric,
            minSamples: metric.minSamples ?? config.minSamples,
        })),
        alpha: (100 - config.confidence) / 100,
        score: config.score,
    };
}
/** Comparisons stop a bad release early, and need more than one look; limits alone wait for the bake's end. */
function plan_intervalOf({ interval, bake, metrics }) {
    if (interval !== undefined)
        return { interval };
    const looks = metrics.some(({ compare }) => compare?.by === 'sequential');
    return looks ? { interval: Math.min(60_000, Math.max(1_000, bake / 10)) } : {};
}
/**
 * The checks of a step of a plan, as the configuration has them now. undefined: the configuration has changed
 * so that the step has none any more, or is another one; that must never count as checked.
 */
function checksOf(strategy, plan, step) {
    const planned = plan.strategy === strategy.type ? stepsOf(strategy)[step] : undefined;
    if (!planned || planned.step.weight !== plan.steps[step]?.weight)
        return undefined;
    return planned.checks.length ? planned.checks : undefined;
}
/** The metrics of a step, as they are judged there: without a baseline at its side nothing is compared. */
function metricsAt({ metrics, steps }, step) {
    const at = steps[step];
    return metrics
        .filter(({ name }) => at?.metrics.includes(name))
        .map(({ compare, ...rest }) => (compare && at && at.weight < 100 ? { ...rest, compare } : rest));
}
const canSplit = ({ stage, weights, router = weights }) => stage && router;
function stepsOf({ type, config }) {
    const { beforeTraffic, scaleDownDelay } = type === 'canary' || type === 'blue-green' ? config : {};
    const { afterSwitch } = config;
    const limited = config.metrics.filter(({ max, min }) => max || min).map(({ name }) => name);
    return [
        ...(beforeTraffic ? [analysis(0, beforeTraffic, config, [])] : []),
        ...(type === 'canary' ? shares(config, limited) : []),
        ...(afterSwitch ? [analysis(100, afterSwitch, config, limited)] : []),
        ...(scaleDownDelay ? [{ step: delay(scaleDownDelay), checks: [] }] : []),
    ];
}
function shares(config, limited) {
    const all = config.metrics.map(({ name }) => name);
    return config.steps.map(({ weight, bake = config.bake, warmUp = config.warmUp, checks = [], approve }) => ({
        step: {
            ...{ weight, bake, warmUp, checks: checks.length > 0, approval: approve ?? false },
            metrics: weight < 100 ? all : limited,
        },
        checks,
    }));
}
function analysis(weight, of, defaults, metrics) {
    const { checks = [], approve } = of;
    const judged = of.metrics ?? metrics;
    const bake = of.bake ?? (judged.length ? defaults.bake : 0);
    const warmUp = of.warmUp ?? (judged.length ? defaults.warmUp : 0);
    return {
        step: { weight, bake, warmUp, metrics: judged, checks: checks.length > 0, approval: approve },
        checks,
    };
}
const delay = (bake) => ({
    ...{ weight: 100, bake, warmUp: 0, metrics: [], checks: false, approval: false },
});

;// CONCATENATED MODULE: ./.build/packages/rollout/weigh.js



/** The longest pause between looks that still wait for data, in ms. */
const PATIENCE = 30_000;
const weigh_NONE = { failures: 0, errors: 0, inconclusive: 0 };
/** What a look means for the rollout. One that nobody asked for, or of another step, means nothing. */
function weigh(machine, seen) {
    const { asked, ...rest } = machine;
    if (!asked || asked.step !== machine.step || seen.step !== machine.step)
        return machine;
    const found = findings(machine, seen.verdicts);
    const tallies = Object.fromEntries(found.map(({ metric, tally }) => [metric.name, tally]));
    const weighed = {
        ...rest,
        tallies: { ...machine.tallies, ...tallies },
        memories: { ...machine.memories, ...seen.memories },
    };
    const critical = found.filter(({ metric }) => metric.critical);
    const failed = critical.find(({ metric, tally }) => tally.failures > metric.failureLimit);
    if (failed)
        return abort(weighed, failed.says);
    // A provider that cannot be asked says nothing about the release: a person decides.
    const unclear = critical.find((one) => isUnclear(one) && tripped(one));
    if (unclear)
        return pause(weighed, 'unclear', seen.now, unclear.says);
    return asked.final ? conclude(weighed, found, seen.now) : again(weighed, seen.now);
}
function findings({ plan, step, tallies, once }, verdicts) {
    return metricsAt(plan, step).map((metric) => {
        const { name } = metric;
        const verdict = once?.[name] ?? verdicts.find((one) => one.metric === name);
        const before = tallies[name] ?? weigh_NONE;
        // Not every look asks every metric. What was not asked has not failed, and never passes either.
        const tally = verdict ? count(before, verdict, metric) : before;
        return { metric, verdict, tally, says: verdict?.explanation ?? `${name}: was not measured` };
    });
}
function count(tally, { verdict: word, evidence }, { noData }) {
    const waits = word === 'inconclusive' && !evidence && noData === 'wait';
    return {
        failures: tally.failures + (word === 'fail' ? 1 : 0),
        errors: word === 'error' ? tally.errors + 1 : 0,
        inconclusive: tally.inconclusive + (word === 'inconclusive' && !waits ? 1 : 0),
    };
}
/** Whether it passed; with no data only where the metric leaves the decision to the others. */
const passed = ({ metric, verdict }) => verdict?.verdict === 'pass' && (verdict.evidence || metric.noData === 'pass');
const isUnclear = ({ metric, verdict }) => verdict?.verdict === 'error' ||
    (verdict?.verdict === 'inconclusive' && (verdict.evidence || metric.noData !== 'wait'));
/** Whether what it says now has been said more often than it may. */
function tripped({ metric, verdict, tally }) {
    if (verdict?.verdict === 'fail')
        return tally.failures > metric.failureLimit;
    if (verdict?.verdict === 'error')
        return tally.errors > metric.errorLimit;
    return tally.inconclusive > metric.inconclusiveLimit;
}
/** Whether there is nothing to wait for: a non-critical metric may also have gone wrong. */
const settled = (one) => passed(one) ||
    (!one.metric.critical && (one.verdict?.verdict === 'fail' || isUnclear(one)) && tripped(one));
/** The bake has ended: onwards, back, to a person, or once more when it still lacks evidence. */
function conclude(machine, found, now) {
    const open = found.find((one) => !settled(one));
    const evidence = found.some((one) => passed(one) && one.verdict?.evidence);
    const wait = (lacks) => later(keepOnce(machine, found), lacks, now);
    if (open)
        return wait(open.says);
    const asked = machine.plan.steps[machine.step]?.metrics.length;
    if (found.length !== asked)
        return wait('a metric is unknown');
    const { pass, marginal } = machine.plan.score;
    const certain = scored(found, passedOrUnclear);
    const score = scored(found, passed);
    if (certain === undefined || score === undefined)
        return wait('no metric has data');
    if (certain < marginal)
        return abort(machine, because(certain, marginal, found));
    if (score < pass)
        return pause(machine, 'unclear', now, because(score, pass, found));
    return evidence ? baked(machine, now) : wait('no metric has data');
}
/** What is unclear can make a person decide, and takes nothing back by itself. */
const passedOrUnclear = (one) => passed(one) || isUnclear(one);
/** Whatever is not good by now counts against it, errors and no data too; undefined: nothing has data. */
function scored(found, good) {
    const verdicts = found.flatMap((one) => {
        if (!one.verdict)
            return [];
        // A metric that has no data and leaves the decision to the others is not counted.
        if (passed(one))
            return [one.verdict];
        return [{ ...one.verdict, verdict: good(one) ? 'pass' : 'fail', evidence: true }];
    });
    return score_scoreOf(found.map(({ metric }) => metric), verdicts);
}
function because(score, least, found) {
    const wrong = found.filter((one) => !passed(one)).map(({ says }) => says);
    return `the score is ${Number(score.toFixed(1))} of 100, below ${least}: ${wrong.join('; ')}`;
}
function again(machine, now) {
    return { ...machine, measureAt: nextLook(machine, now) };
}
/** A test that is made once a bake would raise more false alarms if it were made again until all is well. */
function keepOnce(machine, found) {
    const kept = found.flatMap((one) => {
        const { metric, verdict } = one;
        // A limit goes on holding.
        const once = metric.compare?.by === 'mann-whitney' && !metric.max && !metric.min;
        return once && passed(one) && verdict?.evidence ? [[metric.name, verdict]] : [];
    });
    return kept.length ? { ...machine, once: Object.fromEntries(kept) } : machine;
}
/** Waits for evidence, without asking more often than the provider can bear. */
function later(machine, lacks, now) {
    const rest = machine.plan.interval ?? Math.max((bakeEnd(machine) - machine.stepAt) / 4, 100);
    return { ...machine, lacks, measureAt: now + Math.min(rest, PATIENCE) };
}

;// CONCATENATED MODULE: ./.build/packages/rollout/observe.js




/** What an observation makes of a machine. Whatever does not fit its phase changes nothing. */
function observe(machine, seen) {
    const { phase } = machine;
    if (phase === 'promoted' || phase === 'aborted')
        return machine;
    if (phase === 'aborting')
        return aborting(machine, seen);
    if (seen.kind === 'stop')
        return abort(machine, seen.reason);
    if (seen.kind === 'discarded')
        return abort(machine, 'the candidate is gone');
    if (seen.kind === 'promote' && seen.full)
        return promoteNow(machine, seen);
    const late = overdue(machine, seen.now);
    return late ? abort(machine, late) : ripen(inPhase(machine, seen), seen.now);
}
/** What a phase waits for. */
function inPhase(machine, seen) {
    const { now } = seen;
    if (seen.kind === 'resumed')
        return resume(machine, seen);
    switch (machine.phase) {
        case 'staging':
            // Its time counts from here: starting the app is no part of the bakes.
            return seen.kind === 'staged' ? toStep({ ...machine, startedAt: now }, 0, now) : machine;
        case 'applying':
            return seen.kind === 'applied' ? applied(machine, now) : machine;
        case 'shifting':
            return seen.kind === 'shifted' ? shifted(machine, seen) : machine;
        case 'baking':
            return seen.kind === 'measured' ? weigh(machine, seen) : machine;
        case 'checking':
            if (seen.kind !== 'checked' || seen.step !== machine.step)
                return machine;
            return seen.problem === undefined ? checked(machine, now) : abort(machine, seen.problem);
        case 'paused':
            return seen.kind === 'promote' ? goOn(machine, seen) : machine;
        case 'promoting':
            return seen.kind === 'promoted' ? { ...machine, phase: 'promoted', weight: 100 } : machine;
        default:
            return machine;
    }
}
function aborting(machine, seen) {
    if (seen.kind === 'discarded')
        return { ...machine, phase: 'aborted' };
    // The stop came too late: the switch that was under way was made. What was applied is always taken back.
    const { plan, promoteIntended = false } = machine;
    if (!promoteIntended || plan.by === 'apply')
        return machine;
    if (seen.kind === 'promoted')
        return { ...machine, phase: 'promoted', weight: 100 };
    return seen.kind === 'resumed' && seen.serves && seen.candidate !== 'unhealthy'
        ? promoting(machine)
        : machine;
}
function shifted(machine, { weight, now }) {
    return weight === machine.weight
        ? bake(machine, now)
        : abort(machine, `the router gives the candidate ${weight}% instead of ${machine.weight}%`);
}
/** A person skips what is left. Without a candidate that stands, there is nothing to promote yet. */
function promoteNow(machine, { by, now }) {
    const { phase, step } = machine;
    if (phase === 'staging' || phase === 'applying' || phase === 'promoting')
        return machine;
    return promoting({ ...unpause(machine, now), reason: `${by} promoted it at step ${step + 1}` });
}
/** A person lets it go on. A step that was unclear counts as passed by that person. */
function goOn(machine, { by, now }) {
    const { reason = 'paused', step } = machine;
    // Else the next look could trip over what this person has accepted.
    const tallies = Object.entries(machine.tallies).map(([name, tally]) => [
        name,
        { ...tally, errors: 0, inconclusive: 0 },
    ]);
    const agreed = {
        ...unpause(machine, now),
        reason: `${by} let it go on: ${reason}`,
        tallies: Object.fromEntries(tallies),
    };
    return toStep(agreed, step + 1, now);
}
/** Why it has taken too long, if it has. What was staged, and what is being promoted, is not hurried. */
function overdue(machine, now) {
    const { phase, plan, pausedAt, lacks } = machine;
    if (phase === 'paused') {
        if (now < (pausedAt ?? now) + plan.maxPause)
            return undefined;
        return `nobody let it go on within its max-pause of ${(0,schema/* formatDuration */.a3)(plan.maxPause)}: ${machine.reason}`;
    }
    const counts = phase === 'shifting' || phase === 'baking' || phase === 'checking';
    if (!counts || now <= deadline(machine))
        return undefined;
    const took = `took longer than its max-duration of ${(0,schema/* formatDuration */.a3)(plan.maxDuration)}`;
    return lacks ? `${took}, waiting for this: ${lacks}` : took;
}
/** Steps without metrics advance by time alone, maybe several at once. */
function ripen(machine, now) {
    let ripe = machine;
    while (ripe.phase === 'baking' && !stepOf(ripe)?.metrics.length && now >= bakeEnd(ripe)) {
        ripe = baked(ripe, now);
    }
    return ripe;
}

;// CONCATENATED MODULE: ./.build/packages/rollout/machine.js


/** A machine that has done nothing yet. `now`: ms since 1970. */
function start(plan, now) {
    const tallies = plan.metrics.map(({ name }) => [name, { failures: 0, errors: 0, inconclusive: 0 }]);
    return {
        schema: 2,
        plan,
        phase: plan.by === 'stage' ? 'staging' : 'applying',
        step: 0,
        weight: 0,
        startedAt: now,
        stepAt: now,
        measureAt: now,
        tallies: Object.fromEntries(tallies),
        memories: {},
        pausedFor: 0,
    };
}
/** Pure. What to do now, and the state to keep before doing it. */
function next(machine, seen) {
    const after = observe(machine, seen);
    const decision = decide(after, seen.now);
    if (decision.kind !== 'measure')
        return { machine: after, decision };
    // An answer counts only for the question it answers: one that came before the end is not the final look.
    const { step, final } = decision;
    return { machine: { ...after, asked: { step, final } }, decision };
}
function decide(machine, now) {
    const { phase, weight, plan, step, reason = 'stopped' } = machine;
    switch (phase) {
        case 'staging':
            return { kind: 'stage' };
        case 'applying':
            return { kind: 'apply' };
        case 'shifting':
            return { kind: 'shift', weight };
        case 'baking':
            return look(machine, now);
        case 'checking':
            return { kind: 'check', step };
        case 'paused':
            return {
                kind: 'pause',
                why: machine.pause ?? 'unclear',
                reason,
                until: (machine.pausedAt ?? now) + plan.maxPause,
            };
        case 'promoting':
            return { kind: 'promote' };
        case 'aborting':
            return { kind: 'abort', reason };
        case 'promoted':
            return { kind: 'done', outcome: 'promoted', ...(machine.reason ? { reason: machine.reason } : {}) };
        case 'aborted':
            return { kind: 'done', outcome: 'aborted', reason };
    }
}
function look(machine, now) {
    const { measureAt, step } = machine;
    // Without metrics the bake itself moves it on: see `ripen`.
    if (!machine.plan.steps[step]?.metrics.length || now < measureAt) {
        const until = machine.plan.steps[step]?.metrics.length ? measureAt : bakeEnd(machine);
        return { kind: 'wait', until: Math.min(until, deadline(machine) + 1) };
    }
    return { kind: 'measure', step, from: bakeFrom(machine), to: now, final: now >= bakeEnd(machine) };
}

;// CONCATENATED MODULE: ./.build/packages/rollout/index.js





/***/ })

};
