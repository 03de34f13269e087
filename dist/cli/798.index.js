export const id = 798;
export const ids = [798];
export const modules = {

/***/ 5798:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  status: () => (/* binding */ status_status)
});

// EXTERNAL MODULE: ./.build/packages/config/index.js + 32 modules
var packages_config = __webpack_require__(3848);
// EXTERNAL MODULE: ./.build/packages/engine/index.js + 70 modules
var engine = __webpack_require__(4077);
// EXTERNAL MODULE: ./.build/packages/engine/report/index.js + 11 modules
var report = __webpack_require__(8603);
// EXTERNAL MODULE: ./.build/packages/runtime/index.js + 17 modules
var runtime = __webpack_require__(3072);
// EXTERNAL MODULE: ./.build/packages/schema/index.js + 8 modules
var schema = __webpack_require__(530);
;// CONCATENATED MODULE: ./.build/packages/cli/status-lines.js

/** The rollout in flight, in lines for a terminal. Empty when there is none. */
function linesOf({ environment, rollout, carriedBy }, { held, lastLook }) {
    if (!rollout)
        return [];
    const { release, strategy, startedAt, request } = rollout;
    return [
        `in flight: ${release.version} (${strategy}) since ${startedAt}, ${placeOf(rollout, held)}`,
        ...waitOf(environment, rollout),
        ...(request
            ? [`${request.by} asked to ${request.kind} at ${request.at}${request.why ? `: ${request.why}` : ''}`]
            : []),
        ...(lastLook
            ? [
                `last look, at ${(0,schema/* formatPercent */.l9)(lastLook.weight)}, ${new Date(lastLook.at).toISOString()}:`,
                ...lastLook.verdicts.map(({ verdict, explanation }) => `  ${verdict}: ${explanation}`),
            ]
            : []),
        carriedBy ? `carried by ${carriedBy}` : 'carried by no job: the next tick or sweep goes on with it',
    ];
}
function placeOf({ phase, step, steps, weight, intent }, real) {
    const held = real === undefined ? 'an unknown share' : (0,schema/* formatPercent */.l9)(real);
    const shares = `${(0,schema/* formatPercent */.l9)(weight)} of the traffic wanted, ${held} held`;
    if (phase === undefined || step === undefined || !steps)
        return `${intent}, ${shares}`;
    const place = step < steps.length ? `step ${step + 1} of ${steps.length}, ` : '';
    return `${place}${phase}, ${shares}`;
}
function waitOf(environment, { paused, reason, nextAt }) {
    const why = reason ? [`${paused ? 'paused' : 'why'}: ${reason}`] : [];
    if (!paused)
        return [...why, ...(nextAt ? [`next at ${nextAt}`] : [])];
    return [
        ...why,
        `to go on: fairway promote ${environment}; to take it back: fairway abort ${environment}`,
        ...(nextAt ? [`aborted at ${nextAt} when nobody does`] : []),
    ];
}

// EXTERNAL MODULE: ./.build/packages/cli/terminal.js
var terminal = __webpack_require__(4091);
;// CONCATENATED MODULE: ./.build/packages/cli/commands/status.js






/** Prints every environment; returns whether what runs is what the ledger says. */
async function status_status({ config: path, json }, ports) {
    const { config } = await (0,packages_config/* loadConfig */.Z9)(ports, path);
    const rows = [];
    for (const environment of Object.keys(config.environments)) {
        const given = { environment, token: '', ...(path ? { config: path } : {}) };
        rows.push(await read(await (0,engine/* openEnvironment */.Ay)(given, ports)));
    }
    if (json)
        (0,terminal/* print */.yy)(JSON.stringify(rows, null, 2));
    else
        for (const row of rows)
            show(row);
    return rows.every(({ problem }) => problem === undefined);
}
async function read(site) {
    const { environment, ledger, target, ports } = site;
    const state = await ledger.read(environment);
    const status = (0,engine/* statusOf */.c2)(state, ports.clock.now());
    const lastLook = await newestLook(site, state);
    const known = { environment, ledger: state, status, ...(lastLook ? { lastLook } : {}) };
    try {
        const observed = await target.inspect(ports.signal);
        const held = state.rollout ? await heldBy(site) : undefined;
        const weight = held === undefined ? {} : { held };
        return { ...known, observed, ...weight, problem: difference(state, observed) };
    }
    catch (error) {
        const problem = error instanceof Error ? error.message : String(error);
        return { ...known, observed: undefined, problem };
    }
}
/** A router beside the target splits the traffic without the target's knowledge. */
async function heldBy({ router, environment, ports }) {
    try {
        return await router?.weight(ports.signal);
    }
    catch (error) {
        ports.log.warning(`The router of ${environment} could not be asked: ${(0,runtime/* describeError */.Uc)(error).text}`);
        return undefined;
    }
}
/** Events that are read for the newest look; lease renewals stand between them. */
const HISTORY = 100;
async function newestLook({ ledger, environment }, { rollout }) {
    if (!rollout)
        return undefined;
    return (0,report/* recorded */.t2)(rollout.id, await ledger.history(environment, HISTORY)).looks.at(-1);
}
function difference({ live }, observed) {
    if (live?.digest !== observed.live?.digest) {
        const runs = observed.live ? `${observed.live.version} (${observed.live.digest})` : 'nothing';
        return `the ledger says ${live ? `${live.version} (${live.digest})` : 'nothing is live'}, but ${runs} runs`;
    }
    return observed.live && !observed.live.healthy
        ? `not healthy: ${observed.live.reason ?? 'no reason given'}`
        : undefined;
}
function show({ environment, ledger, observed, held, problem, status, lastLook }) {
    const live = ledger.live
        ? `${ledger.live.version} ${ledger.live.digest.slice(0, 19)} since ${ledger.live.at}`
        : 'nothing live';
    (0,terminal/* print */.yy)(`${problem ? (0,terminal/* paint */.nI)('red', 'FAIL') : (0,terminal/* paint */.nI)('green', 'ok  ')} ${environment.padEnd(14)} ${live}`);
    for (const line of linesOf(status, { held, lastLook }))
        (0,terminal/* print */.yy)(`     ${line}`);
    if (problem)
        (0,terminal/* print */.yy)(`     ${problem}`);
    if (!status.rollout && observed?.candidate)
        (0,terminal/* print */.yy)(`     candidate ${observed.candidate.version} gets ${observed.weight}% of the traffic`);
    if (ledger.lease && !status.rollout)
        (0,terminal/* print */.yy)(`     locked by ${ledger.lease.owner} until ${ledger.lease.expiresAt}: ${ledger.lease.purpose}`);
    if (ledger.lastStopped)
        (0,terminal/* print */.yy)(`     last stopped: ${ledger.lastStopped.release.version}, ${ledger.lastStopped.why}`);
}


/***/ })

};
