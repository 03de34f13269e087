export const id = 721;
export const ids = [721,566];
export const modules = {

/***/ 7566:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  carry: () => (/* binding */ carry),
  F: () => (/* binding */ secretsOf)
});

// EXTERNAL MODULE: ./.build/packages/runtime/index.js + 17 modules
var runtime = __webpack_require__(3072);
// EXTERNAL MODULE: ./.build/packages/engine/index.js + 70 modules
var engine = __webpack_require__(4077);
;// CONCATENATED MODULE: ./.build/actions/canary/src/outputs.js

/** The newest looks that go into an output; GitHub limits all outputs of a job to 1 MB, in UTF-16. */
const LOOKS = 50;
const LARGEST = 250_000;
/** JSON of the newest that fit. */
function newest(looks) {
    for (let kept = looks.slice(-LOOKS);; kept = kept.slice(1)) {
        const text = JSON.stringify(kept);
        if (text.length <= LARGEST || kept.length === 0)
            return text;
    }
}
/** As the ledger says it now. */
async function outputsOf(site, before, { outcome, weight, verdicts, nextAt, failure }) {
    const { target, settings, ledger, environment, ports } = site;
    const state = await ledger.read(environment);
    const { live, previous } = state;
    return {
        outcome: outcome === 'recovered' ? (weight === 100 ? 'promoted' : 'aborted') : outcome,
        digest: live?.digest,
        previousDigest: (outcome === 'promoted' ? before.live : previous)?.digest,
        version: live?.version,
        revision: live?.revision,
        weight: String(weight),
        verdicts: newest(verdicts),
        url: settings.url ?? target.url,
        nextAt: nextAt === undefined ? undefined : new Date(nextAt).toISOString(),
        paused: String(outcome === 'paused'),
        status: JSON.stringify((0,engine/* statusOf */.c2)(state, ports.clock.now())),
        ...(failure ? { failure } : {}),
    };
}

;// CONCATENATED MODULE: ./.build/actions/canary/src/dry-run.js


/** Guards too: a dry run that says yes to what a real run refuses would be of no use. */
async function dryRun(site, state, { release, plan }, options) {
    const { ports, target } = site;
    if (state.rollout) {
        const { version, digest } = state.rollout.release;
        const what = digest === release.digest ? 'would be gone on with' : 'would be ended first';
        ports.log.warning(`A rollout of ${version} is in flight: it ${what}`);
    }
    (0,engine/* requirePossible */.hp)(site, plan);
    await (0,engine/* guard */.ah)(site, state, release, options);
    const observed = await target.inspect(ports.signal);
    const first = target.plan(observed, release);
    const whole = { ...first, steps: first.steps.length && state.live ? (0,engine/* describePlan */.df)(plan) : first.steps };
    (0,engine/* logPlan */.uH)(ports.log, whole);
    (0,engine/* summarize */.eh)(ports.summary, site, {
        title: 'Canary (dry run)',
        outcome: 'planned',
        release,
        before: state.live,
        plan: whole,
        seen: [],
    });
    return await outputsOf(site, state, {
        ...{ outcome: 'planned', weight: observed.weight, verdicts: [], seen: [] },
    });
}

;// CONCATENATED MODULE: ./.build/actions/canary/src/report.js

/** What was done, for the summary and the annotations of the job. */
async function report(site, result, about) {
    const { release, before, command } = about;
    const { outcome, seen } = result;
    const title = command === 'run' ? 'Canary' : `Canary: ${command}`;
    if ((await (0,engine/* summarizeRun */.EG)(site, result, title)) || !release)
        return;
    (0,engine/* summarize */.eh)(site.ports.summary, site, { title, outcome, release, before, seen });
}

;// CONCATENATED MODULE: ./.build/actions/canary/src/status.js

/** A dry run of a command on what is in flight. */
async function wouldDo(site, command) {
    const { rollout } = await (0,engine/* readStatus */.rk)(site);
    const what = rollout
        ? `${rollout.release.version} (${rollout.phase ?? 'without steps'}, ${rollout.weight}% of the traffic)`
        : 'nothing: no rollout is in flight';
    site.ports.log.info(`Dry run: ${command} would apply to ${what}`);
    return { ...(await status_status(site)), outcome: 'planned' };
}
/** What the ledger says, and what stands. Changes nothing. */
async function status_status(site) {
    const { rollout } = await (0,engine/* readStatus */.rk)(site);
    const outcome = rollout ? (rollout.paused ? 'paused' : 'baking') : 'idle';
    const nextAt = rollout?.nextAt === undefined ? {} : { nextAt: Date.parse(rollout.nextAt) };
    const now = { ...(await (0,engine/* idle */.N7)(site)), ...nextAt, outcome };
    return rollout ? { ...now, weight: rollout.weight } : now;
}

// EXTERNAL MODULE: ./.build/packages/schema/index.js + 8 modules
var schema = __webpack_require__(530);
;// CONCATENATED MODULE: ./.build/actions/canary/src/wanted.js



/** The release that the inputs name, and how fairway.yml wants it taken live. All that is missing is told at once. */
async function wantedOf(inputs, site, ports) {
    const plan = stepsOf(site);
    const { image, version, revision = ports.context.sha } = inputs;
    if (!image || !version || !revision) {
        const missing = Object.entries({ image, version, revision }).filter(([, value]) => !value);
        const names = missing.map(([name]) => name).join(', ');
        throw new runtime/* UserError */.yo(`the command "${inputs.command}" needs these inputs: ${names}`, {
            where: 'inputs of actions/canary',
            mend: 'give the image by digest, its version and its commit, as the build printed them',
        });
    }
    if (inputs.command === 'run')
        warnOfLimit(plan, ports);
    const release = await (0,engine/* releaseOf */.l7)({ image, version, revision }, ports);
    return { release, strategy: plan.strategy, plan };
}
/** GitHub's own runners end a job after this, in ms; that takes the release back. */
const LONGEST_JOB = 6 * 3_600_000;
function warnOfLimit({ steps }, { log }) {
    const bakes = steps.reduce((sum, { bake }) => sum + bake, 0);
    if (bakes < LONGEST_JOB)
        return;
    log.warning(`The bakes take ${(0,schema/* formatDuration */.a3)(bakes)}, and GitHub ends a job after ${(0,schema/* formatDuration */.a3)(LONGEST_JOB)} on its own runners: use \`command: tick\``);
}
function stepsOf(site) {
    const plan = (0,engine/* planOf */.XC)(site);
    if (plan?.strategy === 'canary' || plan?.strategy === 'blue-green')
        return plan;
    const { environment } = site;
    throw new runtime/* UserError */.yo(`${environment} is not released by canary`, {
        where: `strategy of ${environment} in fairway.yml`,
        mend: 'use the deploy action, or give the environment `strategy: { canary: ... }`',
    });
}

;// CONCATENATED MODULE: ./.build/actions/canary/src/run.js







async function run(inputs, ports) {
    const site = await (0,engine/* openEnvironment */.Ay)(inputs, ports);
    const before = await site.ledger.read(site.environment);
    const finish = async (result, wanted) => {
        const release = wanted?.release ?? before.rollout?.release;
        await report(site, result, { command: inputs.command, release, before: before.live });
        return await outputsOf(site, before, result);
    };
    const starts = inputs.command === 'run' || (inputs.command === 'tick' && inputs.image);
    if (inputs.dryRun && !starts)
        return await finish(await wouldDo(site, inputs.command));
    switch (inputs.command) {
        case 'status':
            return await finish(await status_status(site));
        case 'promote':
        case 'abort': {
            const { command: kind, full, reason: why = '' } = inputs;
            if (kind === 'promote')
                (0,engine/* leaveToNext */._0)(ports);
            return await finish(await (0,engine/* command */.G5)(site, { kind, full, why }));
        }
        case 'tick':
            if (!inputs.image)
                return await finish(await tickOnly(site));
            break;
    }
    const wanted = await wantedOf(inputs, site, ports);
    if (inputs.dryRun)
        return await dryRun(site, before, wanted, inputs);
    return await finish(await released(site, wanted, inputs), wanted);
}
/** Ends what a killed main step left in flight, or leaves it to the next tick. */
async function post(inputs, ports) {
    await endLeft(ports, () => openEnvironment(inputs, ports));
}
async function released(site, wanted, inputs) {
    const purpose = `canary ${wanted.release.version}`;
    if (inputs.command === 'tick') {
        (0,engine/* leaveToNext */._0)(site.ports);
        const { rollout, live } = await site.ledger.read(site.environment);
        if (!rollout && live?.digest === wanted.release.digest) {
            const now = await (0,engine/* idle */.N7)(site);
            // By the target's word, too: what the ledger says may be down, or replaced by hand.
            if (now.revision === live.revision)
                return { ...now, ...UNCHANGED };
        }
        if (!inputs.allowStopped)
            await refuseStopped(site, wanted);
        const done = await (0,engine/* unlessHeld */.Ok)(site, purpose, (hold) => (0,engine/* canaryRelease */.aT)(site, wanted, inputs, hold, 'due'));
        return done ?? (await carried(site));
    }
    const done = await (0,engine/* withLease */.pS)(site, purpose, (hold) => (0,engine/* canaryRelease */.aT)(site, wanted, inputs, hold, 'end'));
    return done.outcome === 'paused' ? { ...done, failure: (0,engine/* pausedError */.zW)(site, done) } : done;
}
/** Of a schedule that always names the same image most ticks have nothing to do, and write nothing. */
const UNCHANGED = { outcome: 'unchanged', weight: 100 };
/** A schedule that always names the same image must not start over what was stopped. */
async function refuseStopped(site, { release }) {
    const { rollout, lastStopped } = await site.ledger.read(site.environment);
    if (rollout || lastStopped?.release.digest !== release.digest)
        return;
    throw new runtime/* GateError */.ue(`${release.version} was stopped at ${lastStopped.at}: ${lastStopped.why}`, {
        where: `${site.environment} in ${site.ledger.location}`,
        mend: 'release a mended commit; to try this one again use `command: run`, or set allow-stopped: true',
    });
}
async function tickOnly(site) {
    const { rollout } = await site.ledger.read(site.environment);
    if (!rollout) {
        site.ports.log.info(`No rollout is in flight in ${site.environment}: nothing to do`);
        return await (0,engine/* idle */.N7)(site);
    }
    (0,engine/* leaveToNext */._0)(site.ports);
    return (await (0,engine/* unlessHeld */.Ok)(site, 'tick', (hold) => (0,engine/* tick */.io)(site, hold))) ?? (await carried(site));
}
/** Another job does the work. */
async function carried(site) {
    const { ledger, environment, ports } = site;
    const state = await ledger.read(environment);
    const holder = (0,engine/* holderOf */.Kd)(state, ports.clock.now()) ?? 'another job';
    ports.log.notice(`${holder} carries ${environment}: this tick leaves it to that job`);
    const { rollout } = state;
    // A router that stands apart gives it more than the target knows of.
    return { ...(await (0,engine/* idle */.N7)(site)), ...(rollout ? { outcome: 'baking', weight: rollout.weight } : {}) };
}

// EXTERNAL MODULE: ./.build/packages/cli/secrets-file.js
var secrets_file = __webpack_require__(6005);
// EXTERNAL MODULE: ./.build/packages/cli/terminal.js
var terminal = __webpack_require__(4091);
;// CONCATENATED MODULE: ./.build/packages/cli/commands/carry.js




/**
 * What the canary action does with the rollout in flight, for the checkout in this folder. Returns whether it
 * went well: an abort that was asked for did.
 */
async function carry(command, environment, options, ports) {
    const { config, reason, full = false } = options;
    const { failure, outcome, weight, nextAt } = await run({
        ...{ command, environment, full, secrets: secretsOf(options, ports), token: '' },
        ...{ dryRun: false, allowOlder: false, allowStopped: false, skipOrder: false },
        ...(config ? { config } : {}),
        ...(reason ? { reason } : {}),
    }, ports);
    const next = nextAt ? `, ${outcome === 'paused' ? 'aborted' : 'goes on'} at ${nextAt}` : '';
    (0,terminal/* print */.yy)(`${environment}: ${outcome}, ${weight}% of the traffic${next}`);
    // What was done is known by now, so it is not a mistake of the command line, whatever kind of error it is.
    if (failure)
        ports.log.error((0,runtime/* describeError */.Uc)(failure).text);
    return failure === undefined;
}
/** Masked before anything else is printed. */
function secretsOf({ secretsFile }, { mask }) {
    if (!secretsFile)
        return {};
    const secrets = (0,secrets_file/* readSecrets */.q)(secretsFile);
    for (const secret of Object.values(secrets))
        mask(secret);
    return secrets;
}


/***/ }),

/***/ 2721:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  sweep: () => (/* binding */ sweep)
});

// EXTERNAL MODULE: ./.build/packages/runtime/index.js + 17 modules
var runtime = __webpack_require__(3072);
// EXTERNAL MODULE: ./.build/packages/config/index.js + 32 modules
var packages_config = __webpack_require__(3848);
// EXTERNAL MODULE: ./.build/packages/engine/index.js + 70 modules
var engine = __webpack_require__(4077);
// EXTERNAL MODULE: ./.build/packages/schema/index.js + 8 modules
var schema = __webpack_require__(530);
// EXTERNAL MODULE: ./.build/packages/ledger/index.js + 13 modules
var packages_ledger = __webpack_require__(2571);
;// CONCATENATED MODULE: ./.build/actions/sweep/src/forgotten.js



/**
 * Rollouts in flight in environments that fairway.yml no longer has: nothing can go on with them, and their
 * share of the traffic would stay for ever without a word.
 */
async function forgotten({ config: path, token }, ports) {
    const { config, file } = await (0,packages_config/* loadConfig */.Z9)(ports, path);
    try {
        const ledger = await (0,packages_ledger/* openLedger */.au)({ ...config.ledger, app: config.app, token, ports });
        const names = (await ledger.environments()).filter((name) => !Object.hasOwn(config.environments, name));
        const states = await Promise.all(names.map((name) => ledger.read(name)));
        return states.flatMap(({ environment, rollout }) => {
            if (!rollout)
                return [];
            const { version } = rollout.release;
            const detail = `a rollout of ${version} is in flight at ${rollout.weight}%, and ${file} has no such environment`;
            const mend = `put ${environment} back until the rollout has ended, by a sweep or \`command: abort\``;
            const error = new runtime/* UserError */.yo(detail, { where: `${environment} in ${ledger.location}`, mend });
            return [{ environment, version, outcome: 'failed', detail, error }];
        });
    }
    catch (error) {
        ports.log.warning(`The ledger was not searched for other environments: ${(0,runtime/* describeError */.Uc)(error).text}`);
        return [];
    }
}

// EXTERNAL MODULE: ./.build/packages/engine/report/index.js + 11 modules
var report = __webpack_require__(8603);
;// CONCATENATED MODULE: ./.build/actions/sweep/src/report.js

/** What happened, for the log and the summary of the job. */
function report_report(log, summary, rows) {
    for (const { environment, outcome, detail } of rows)
        log.info(`${environment}: ${outcome} (${detail.replace(/\s*\r?\n\s*/g, ' ')})`);
    summary.heading('Sweep').table(['Environment', 'Outcome', 'Release', 'What', 'Next'], rows.map(({ environment, outcome, version = '', detail, nextAt = '' }) => [
        environment,
        LOUD.has(outcome) ? `**${outcome}**` : outcome,
        (0,report/* line */.n8)(version),
        (0,report/* line */.n8)(detail),
        nextAt,
    ]));
}
const LOUD = new Set(['aborted', 'failed', 'paused']);

;// CONCATENATED MODULE: ./.build/actions/sweep/src/rows.js

function rowOf({ environment, outcome, version, detail, nextAt }) {
    return {
        ...{ environment, outcome, detail },
        ...(version === undefined ? {} : { version }),
        ...(nextAt === undefined ? {} : { nextAt: new Date(nextAt).toISOString() }),
    };
}
/** What a sweep would find now. Changes nothing. */
async function planned({ ledger, environment, ports }) {
    const state = await ledger.read(environment);
    const now = ports.clock.now();
    const { rollout } = (0,engine/* statusOf */.c2)(state, now);
    if (!rollout)
        return { environment, outcome: 'idle', detail: 'no rollout is in flight' };
    const { version } = rollout.release;
    const holder = (0,engine/* holderOf */.Kd)(state, now);
    if (holder !== undefined)
        return { environment, version, outcome: 'held', detail: `${holder} carries it` };
    const { nextAt } = rollout;
    const due = nextAt === undefined || Date.parse(nextAt) <= now;
    const outcome = due ? 'due' : rollout.paused ? 'paused' : 'baking';
    return {
        ...{ environment, version, outcome, detail: `${(0,engine/* nameOf */.Vb)(rollout.release)}: ${wordsFor(rollout, due)}` },
        ...(nextAt === undefined ? {} : { nextAt }),
    };
}
function wordsFor({ phase, weight, paused, reason }, due) {
    if (paused)
        return due ? 'has waited too long for a person' : `waits for a person at ${weight}%: ${reason ?? ''}`;
    const word = phase ?? 'was interrupted';
    return due ? `${word} at ${weight}%, and something is due` : `${word} at ${weight}%`;
}

;// CONCATENATED MODULE: ./.build/actions/sweep/src/run.js







async function run(inputs, ports) {
    const environments = await chosen(inputs, ports);
    // The table of all environments comes first, then the rollouts.
    const rollouts = new runtime/* Summary */.BD();
    const open = (environment) => (0,engine/* openEnvironment */.Ay)({ ...inputs, environment }, { ...ports, summary: rollouts });
    const others = inputs.environments ? [] : await forgotten(inputs, ports);
    if (inputs.dryRun)
        return outputs(await lookOnly(open, environments, others, ports), 'planned');
    const swept = [...(await (0,engine/* sweep */.X0)(open, environments)), ...others];
    const rows = swept.map(rowOf);
    report_report(ports.log, ports.summary, rows);
    ports.summary.raw(rollouts.text());
    const failure = failureOf(swept, ports);
    const idle = swept.every(({ outcome }) => outcome === 'idle');
    return {
        ...outputs(rows, failure ? 'failed' : idle ? 'idle' : 'swept'),
        ...(failure ? { failure } : {}),
    };
}
/** Names are checked before anything is done. */
async function chosen({ config: path, environments }, ports) {
    const { config, file } = await (0,packages_config/* loadConfig */.Z9)(ports, path);
    const all = Object.keys(config.environments);
    const unknown = environments?.find((name) => !all.includes(name));
    if (unknown === undefined)
        return environments ?? all;
    throw new runtime/* UserError */.yo(`unknown environment "${unknown}".${(0,schema/* didYouMean */.au)(unknown, all)}`, {
        where: file,
        mend: 'name environments of this file in the input "environments"',
    });
}
async function lookOnly(open, environments, others, { log, summary }) {
    const rows = [];
    for (const environment of environments)
        rows.push(await planned(await open(environment)));
    rows.push(...others.map(rowOf));
    report_report(log, summary, rows);
    return rows;
}
/** The first is the step's own error; each of the others gets an annotation of its own. */
function failureOf(swept, { log }) {
    // An interrupted deployment that was taken back is `recovered`, with an error.
    const [first, ...others] = swept.filter(({ outcome, error }) => error !== undefined || outcome === 'failed' || outcome === 'aborted');
    for (const { environment, outcome, error, detail } of others) {
        log.error(error ? (0,runtime/* describeError */.Uc)(error).text : detail, { title: `${environment}: ${outcome}` });
    }
    if (!first)
        return undefined;
    const { environment, outcome, error, detail } = first;
    if (outcome !== 'aborted' && error)
        return error;
    return new runtime/* GateError */.ue(`${environment}: ${error?.message ?? detail}`, {
        where: environment,
        mend: 'mend the release and deploy a new one',
    });
}
const COUNTED = ['promoted', 'aborted', 'paused', 'baking', 'failed'];
function outputs(rows, outcome) {
    const counts = COUNTED.map((name) => [name, String(rows.filter((row) => row.outcome === name).length)]);
    const counted = Object.fromEntries(counts);
    return { outcome, result: JSON.stringify(rows), ...counted };
}

// EXTERNAL MODULE: ./.build/packages/cli/terminal.js
var terminal = __webpack_require__(4091);
// EXTERNAL MODULE: ./.build/packages/cli/commands/carry.js + 6 modules
var carry = __webpack_require__(7566);
;// CONCATENATED MODULE: ./.build/packages/cli/commands/sweep.js




/** What the sweep action does, for the checkout in this folder. Returns whether nothing failed or was aborted. */
async function sweep(environments, options, ports) {
    const { config, dryRun = false, json } = options;
    const { failure, result } = await run({
        ...{ token: '', dryRun, secrets: (0,carry/* secretsOf */.F)(options, ports) },
        ...(environments.length ? { environments } : {}),
        ...(config ? { config } : {}),
    }, ports);
    if (json)
        (0,terminal/* print */.yy)(JSON.stringify(JSON.parse(result ?? '[]'), null, 2));
    if (failure)
        ports.log.error((0,runtime/* describeError */.Uc)(failure).text);
    return failure === undefined;
}


/***/ })

};
