export const id = 476;
export const ids = [476];
export const modules = {

/***/ 6476:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   pathProblem: () => (/* binding */ pathProblem),
/* harmony export */   pickNumber: () => (/* binding */ pickNumber),
/* harmony export */   pickPoints: () => (/* binding */ pickPoints)
/* harmony export */ });
/* harmony import */ var jsonpath_rfc9535__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4525);

const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;
/** One number. Several matches are a mistake of the path; text counts when it is a number and nothing else. */
function pickNumber(json, path) {
    const found = (0,jsonpath_rfc9535__WEBPACK_IMPORTED_MODULE_0__/* .query */ .P)(json, path);
    if (found.length > 1) {
        return { kind: 'wrong', reason: `${path} finds ${found.length} values where one is wanted` };
    }
    return found.length === 0 ? { kind: 'none', reason: `${path} finds nothing` } : numberIn(found[0], path);
}
function numberIn(found, path) {
    if (found === null)
        return { kind: 'none', reason: `${path} is null` };
    if (typeof found === 'number' && Number.isFinite(found))
        return { kind: 'number', value: found };
    if (typeof found === 'string') {
        const text = found.trim();
        if (NUMBER.test(text) && Number.isFinite(Number(text)))
            return { kind: 'number', value: Number(text) };
        if (/^[+-]?nan$/i.test(text))
            return { kind: 'none', reason: `${path} is NaN` };
    }
    return { kind: 'wrong', reason: `${path} is ${shown(found)}, and not a number` };
}
/** All points, oldest first; one without a value is left out. A text says what is wrong. */
function pickPoints(json, path) {
    const points = [];
    for (const found of (0,jsonpath_rfc9535__WEBPACK_IMPORTED_MODULE_0__/* .query */ .P)(json, path)) {
        if (!Array.isArray(found) || found.length !== 2)
            return `${path} finds ${shown(found)}: no pair of time and value`;
        const at = timeOf(found[0]);
        const value = numberIn(found[1], path);
        if (at === undefined)
            return `${path} finds ${shown(found)}: ${shown(found[0])} is no time`;
        if (value.kind === 'wrong')
            return value.reason;
        if (value.kind === 'number')
            points.push({ at, value: value.value });
    }
    return points.sort((a, b) => a.at - b.at);
}
/** Seconds since 1970 stay below this for 3000 years; ms are above it since 1973. */
const SECONDS = 1e11;
function timeOf(time) {
    const number = typeof time === 'string' && NUMBER.test(time) ? Number(time) : time;
    const ms = typeof number === 'string' ? Date.parse(number) : number;
    if (typeof ms !== 'number' || !Number.isFinite(ms))
        return undefined;
    return typeof number === 'number' && Math.abs(ms) < SECONDS ? ms * 1_000 : ms;
}
/** Why a path is none; undefined when it is one. */
function pathProblem(path) {
    try {
        (0,jsonpath_rfc9535__WEBPACK_IMPORTED_MODULE_0__/* .query */ .P)(null, path);
        return undefined;
    }
    catch (error) {
        return error instanceof Error ? error.message : String(error);
    }
}
function shown(value) {
    const text = JSON.stringify(value) ?? 'nothing';
    return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}


/***/ })

};
