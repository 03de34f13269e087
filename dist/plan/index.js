import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 9379:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const ANY = Symbol('SemVer ANY')
// hoisted class for cyclic dependency
class Comparator {
  static get ANY () {
    return ANY
  }

  constructor (comp, options) {
    options = parseOptions(options)

    if (comp instanceof Comparator) {
      if (comp.loose === !!options.loose) {
        return comp
      } else {
        comp = comp.value
      }
    }

    comp = comp.trim().split(/\s+/).join(' ')
    debug('comparator', comp, options)
    this.options = options
    this.loose = !!options.loose
    this.parse(comp)

    if (this.semver === ANY) {
      this.value = ''
    } else {
      this.value = this.operator + this.semver.version
    }

    debug('comp', this)
  }

  parse (comp) {
    const r = this.options.loose ? re[t.COMPARATORLOOSE] : re[t.COMPARATOR]
    const m = comp.match(r)

    if (!m) {
      throw new TypeError(`Invalid comparator: ${comp}`)
    }

    this.operator = m[1] !== undefined ? m[1] : ''
    if (this.operator === '=') {
      this.operator = ''
    }

    // if it literally is just '>' or '' then allow anything.
    if (!m[2]) {
      this.semver = ANY
    } else {
      this.semver = new SemVer(m[2], this.options.loose)
    }
  }

  toString () {
    return this.value
  }

  test (version) {
    debug('Comparator.test', version, this.options.loose)

    if (this.semver === ANY || version === ANY) {
      return true
    }

    if (typeof version === 'string') {
      try {
        version = new SemVer(version, this.options)
      } catch (er) {
        return false
      }
    }

    return cmp(version, this.operator, this.semver, this.options)
  }

  intersects (comp, options) {
    if (!(comp instanceof Comparator)) {
      throw new TypeError('a Comparator is required')
    }

    if (this.operator === '') {
      if (this.value === '') {
        return true
      }
      return new Range(comp.value, options).test(this.value)
    } else if (comp.operator === '') {
      if (comp.value === '') {
        return true
      }
      return new Range(this.value, options).test(comp.semver)
    }

    options = parseOptions(options)

    // Special cases where nothing can possibly be lower
    if (options.includePrerelease &&
      (this.value === '<0.0.0-0' || comp.value === '<0.0.0-0')) {
      return false
    }
    if (!options.includePrerelease &&
      (this.value.startsWith('<0.0.0') || comp.value.startsWith('<0.0.0'))) {
      return false
    }

    // Same direction increasing (> or >=)
    if (this.operator.startsWith('>') && comp.operator.startsWith('>')) {
      return true
    }
    // Same direction decreasing (< or <=)
    if (this.operator.startsWith('<') && comp.operator.startsWith('<')) {
      return true
    }
    // same SemVer and both sides are inclusive (<= or >=)
    if (
      (this.semver.version === comp.semver.version) &&
      this.operator.includes('=') && comp.operator.includes('=')) {
      return true
    }
    // opposite directions less than
    if (cmp(this.semver, '<', comp.semver, options) &&
      this.operator.startsWith('>') && comp.operator.startsWith('<')) {
      return true
    }
    // opposite directions greater than
    if (cmp(this.semver, '>', comp.semver, options) &&
      this.operator.startsWith('<') && comp.operator.startsWith('>')) {
      return true
    }
    return false
  }
}

module.exports = Comparator

const parseOptions = __nccwpck_require__(356)
const { safeRe: re, t } = __nccwpck_require__(5471)
const cmp = __nccwpck_require__(8646)
const debug = __nccwpck_require__(1159)
const SemVer = __nccwpck_require__(7163)
const Range = __nccwpck_require__(6782)


/***/ }),

/***/ 6782:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SPACE_CHARACTERS = /\s+/g

// hoisted class for cyclic dependency
class Range {
  constructor (range, options) {
    options = parseOptions(options)

    if (range instanceof Range) {
      if (
        range.loose === !!options.loose &&
        range.includePrerelease === !!options.includePrerelease
      ) {
        return range
      } else {
        return new Range(range.raw, options)
      }
    }

    if (range instanceof Comparator) {
      // just put it in the set and return
      this.raw = range.value
      this.set = [[range]]
      this.formatted = undefined
      return this
    }

    this.options = options
    this.loose = !!options.loose
    this.includePrerelease = !!options.includePrerelease

    // First reduce all whitespace as much as possible so we do not have to rely
    // on potentially slow regexes like \s*. This is then stored and used for
    // future error messages as well.
    this.raw = range.trim().replace(SPACE_CHARACTERS, ' ')

    // First, split on ||
    this.set = this.raw
      .split('||')
      // map the range to a 2d array of comparators
      .map(r => this.parseRange(r.trim()))
      // throw out any comparator lists that are empty
      // this generally means that it was not a valid range, which is allowed
      // in loose mode, but will still throw if the WHOLE range is invalid.
      .filter(c => c.length)

    if (!this.set.length) {
      throw new TypeError(`Invalid SemVer Range: ${this.raw}`)
    }

    // if we have any that are not the null set, throw out null sets.
    if (this.set.length > 1) {
      // keep the first one, in case they're all null sets
      const first = this.set[0]
      this.set = this.set.filter(c => !isNullSet(c[0]))
      if (this.set.length === 0) {
        this.set = [first]
      } else if (this.set.length > 1) {
        // if we have any that are *, then the range is just *
        for (const c of this.set) {
          if (c.length === 1 && isAny(c[0])) {
            this.set = [c]
            break
          }
        }
      }
    }

    this.formatted = undefined
  }

  get range () {
    if (this.formatted === undefined) {
      this.formatted = ''
      for (let i = 0; i < this.set.length; i++) {
        if (i > 0) {
          this.formatted += '||'
        }
        const comps = this.set[i]
        for (let k = 0; k < comps.length; k++) {
          if (k > 0) {
            this.formatted += ' '
          }
          this.formatted += comps[k].toString().trim()
        }
      }
    }
    return this.formatted
  }

  format () {
    return this.range
  }

  toString () {
    return this.range
  }

  parseRange (range) {
    // strip build metadata so it can't bleed into the version
    range = range.replace(BUILDSTRIPRE, '')

    // memoize range parsing for performance.
    // this is a very hot path, and fully deterministic.
    const memoOpts =
      (this.options.includePrerelease && FLAG_INCLUDE_PRERELEASE) |
      (this.options.loose && FLAG_LOOSE)
    const memoKey = memoOpts + ':' + range
    const cached = cache.get(memoKey)
    if (cached) {
      return cached
    }

    const loose = this.options.loose
    // `1.2.3 - 1.2.4` => `>=1.2.3 <=1.2.4`
    const hr = loose ? re[t.HYPHENRANGELOOSE] : re[t.HYPHENRANGE]
    range = range.replace(hr, hyphenReplace(this.options.includePrerelease))
    debug('hyphen replace', range)

    // `> 1.2.3 < 1.2.5` => `>1.2.3 <1.2.5`
    range = trimComparatorWhitespace(range)
    debug('comparator trim', range)

    // `~ 1.2.3` => `~1.2.3`
    range = range.replace(re[t.TILDETRIM], tildeTrimReplace)
    debug('tilde trim', range)

    // `^ 1.2.3` => `^1.2.3`
    range = range.replace(re[t.CARETTRIM], caretTrimReplace)
    debug('caret trim', range)

    // At this point, the range is completely trimmed and
    // ready to be split into comparators.

    let rangeList = range
      .split(' ')
      .map(comp => parseComparator(comp, this.options))
      .join(' ')
      .split(/\s+/)
      // >=0.0.0 is equivalent to *
      .map(comp => replaceGTE0(comp, this.options))

    if (loose) {
      // in loose mode, throw out any that are not valid comparators
      rangeList = rangeList.filter(comp => {
        debug('loose invalid filter', comp, this.options)
        return !!comp.match(re[t.COMPARATORLOOSE])
      })
    }
    debug('range list', rangeList)

    // if any comparators are the null set, then replace with JUST null set
    // if more than one comparator, remove any * comparators
    // also, don't include the same comparator more than once
    const rangeMap = new Map()
    const comparators = rangeList.map(comp => new Comparator(comp, this.options))
    for (const comp of comparators) {
      if (isNullSet(comp)) {
        return [comp]
      }
      rangeMap.set(comp.value, comp)
    }
    if (rangeMap.size > 1 && rangeMap.has('')) {
      rangeMap.delete('')
    }

    const result = [...rangeMap.values()]
    cache.set(memoKey, result)
    return result
  }

  intersects (range, options) {
    if (!(range instanceof Range)) {
      throw new TypeError('a Range is required')
    }

    return this.set.some((thisComparators) => {
      return (
        isSatisfiable(thisComparators, options) &&
        range.set.some((rangeComparators) => {
          return (
            isSatisfiable(rangeComparators, options) &&
            thisComparators.every((thisComparator) => {
              return rangeComparators.every((rangeComparator) => {
                return thisComparator.intersects(rangeComparator, options)
              })
            })
          )
        })
      )
    })
  }

  // if ANY of the sets match ALL of its comparators, then pass
  test (version) {
    if (!version) {
      return false
    }

    if (typeof version === 'string') {
      try {
        version = new SemVer(version, this.options)
      } catch (er) {
        return false
      }
    }

    for (let i = 0; i < this.set.length; i++) {
      if (testSet(this.set[i], version, this.options)) {
        return true
      }
    }
    return false
  }
}

module.exports = Range

const LRU = __nccwpck_require__(1383)
const cache = new LRU()

const parseOptions = __nccwpck_require__(356)
const Comparator = __nccwpck_require__(9379)
const debug = __nccwpck_require__(1159)
const SemVer = __nccwpck_require__(7163)
const trimComparatorWhitespace = __nccwpck_require__(9737)
const {
  safeRe: re,
  src,
  t,
  tildeTrimReplace,
  caretTrimReplace,
} = __nccwpck_require__(5471)
const { FLAG_INCLUDE_PRERELEASE, FLAG_LOOSE } = __nccwpck_require__(5101)

// unbounded global build-metadata stripper used by parseRange
const BUILDSTRIPRE = new RegExp(src[t.BUILD], 'g')

const isNullSet = c => c.value === '<0.0.0-0'
const isAny = c => c.value === ''

// take a set of comparators and determine whether there
// exists a version which can satisfy it
const isSatisfiable = (comparators, options) => {
  let result = true
  const remainingComparators = comparators.slice()
  let testComparator = remainingComparators.pop()

  while (result && remainingComparators.length) {
    result = remainingComparators.every((otherComparator) => {
      return testComparator.intersects(otherComparator, options)
    })

    testComparator = remainingComparators.pop()
  }

  return result
}

// comprised of xranges, tildes, stars, and gtlt's at this point.
// already replaced the hyphen ranges
// turn into a set of JUST comparators.
const parseComparator = (comp, options) => {
  comp = comp.replace(re[t.BUILD], '')
  debug('comp', comp, options)
  comp = replaceCarets(comp, options)
  debug('caret', comp)
  comp = replaceTildes(comp, options)
  debug('tildes', comp)
  comp = replaceXRanges(comp, options)
  debug('xrange', comp)
  comp = replaceStars(comp, options)
  debug('stars', comp)
  return comp
}

const isX = id => !id || id.toLowerCase() === 'x' || id === '*'

const invalidXRangeOrder = (M, m, p) => (
  (isX(M) && !isX(m)) ||
  (isX(m) && p && !isX(p))
)

// ~, ~> --> * (any, kinda silly)
// ~2, ~2.x, ~2.x.x, ~>2, ~>2.x ~>2.x.x --> >=2.0.0 <3.0.0-0
// ~2.0, ~2.0.x, ~>2.0, ~>2.0.x --> >=2.0.0 <2.1.0-0
// ~1.2, ~1.2.x, ~>1.2, ~>1.2.x --> >=1.2.0 <1.3.0-0
// ~1.2.3, ~>1.2.3 --> >=1.2.3 <1.3.0-0
// ~1.2.0, ~>1.2.0 --> >=1.2.0 <1.3.0-0
// ~0.0.1 --> >=0.0.1 <0.1.0-0
const replaceTildes = (comp, options) => {
  return comp
    .trim()
    .split(/\s+/)
    .map((c) => replaceTilde(c, options))
    .join(' ')
}

const replaceTilde = (comp, options) => {
  const r = options.loose ? re[t.TILDELOOSE] : re[t.TILDE]
  // if we're including prereleases in the match, then the lower bound is
  // -0, the lowest possible prerelease value, just like x-ranges and carets.
  // this keeps `~1.2` equivalent to the `1.2.x` x-range it's documented as.
  const z = options.includePrerelease ? '-0' : ''
  return comp.replace(r, (_, M, m, p, pr) => {
    debug('tilde', comp, _, M, m, p, pr)
    let ret

    if (isX(M)) {
      ret = ''
    } else if (isX(m)) {
      ret = `>=${M}.0.0${z} <${+M + 1}.0.0-0`
    } else if (isX(p)) {
      // ~1.2 == >=1.2.0 <1.3.0-0
      ret = `>=${M}.${m}.0${z} <${M}.${+m + 1}.0-0`
    } else if (pr) {
      debug('replaceTilde pr', pr)
      ret = `>=${M}.${m}.${p}-${pr
      } <${M}.${+m + 1}.0-0`
    } else {
      // ~1.2.3 == >=1.2.3 <1.3.0-0
      ret = `>=${M}.${m}.${p
      } <${M}.${+m + 1}.0-0`
    }

    debug('tilde return', ret)
    return ret
  })
}

// ^ --> * (any, kinda silly)
// ^2, ^2.x, ^2.x.x --> >=2.0.0 <3.0.0-0
// ^2.0, ^2.0.x --> >=2.0.0 <3.0.0-0
// ^1.2, ^1.2.x --> >=1.2.0 <2.0.0-0
// ^1.2.3 --> >=1.2.3 <2.0.0-0
// ^1.2.0 --> >=1.2.0 <2.0.0-0
// ^0.0.1 --> >=0.0.1 <0.0.2-0
// ^0.1.0 --> >=0.1.0 <0.2.0-0
const replaceCarets = (comp, options) => {
  return comp
    .trim()
    .split(/\s+/)
    .map((c) => replaceCaret(c, options))
    .join(' ')
}

const replaceCaret = (comp, options) => {
  debug('caret', comp, options)
  const r = options.loose ? re[t.CARETLOOSE] : re[t.CARET]
  const z = options.includePrerelease ? '-0' : ''
  return comp.replace(r, (_, M, m, p, pr) => {
    debug('caret', comp, _, M, m, p, pr)
    let ret

    if (isX(M)) {
      ret = ''
    } else if (isX(m)) {
      ret = `>=${M}.0.0${z} <${+M + 1}.0.0-0`
    } else if (isX(p)) {
      if (M === '0') {
        ret = `>=${M}.${m}.0${z} <${M}.${+m + 1}.0-0`
      } else {
        ret = `>=${M}.${m}.0${z} <${+M + 1}.0.0-0`
      }
    } else if (pr) {
      debug('replaceCaret pr', pr)
      if (M === '0') {
        if (m === '0') {
          ret = `>=${M}.${m}.${p}-${pr
          } <${M}.${m}.${+p + 1}-0`
        } else {
          ret = `>=${M}.${m}.${p}-${pr
          } <${M}.${+m + 1}.0-0`
        }
      } else {
        ret = `>=${M}.${m}.${p}-${pr
        } <${+M + 1}.0.0-0`
      }
    } else {
      debug('no pr')
      if (M === '0') {
        if (m === '0') {
          ret = `>=${M}.${m}.${p
          } <${M}.${m}.${+p + 1}-0`
        } else {
          ret = `>=${M}.${m}.${p
          } <${M}.${+m + 1}.0-0`
        }
      } else {
        ret = `>=${M}.${m}.${p
        } <${+M + 1}.0.0-0`
      }
    }

    debug('caret return', ret)
    return ret
  })
}

const replaceXRanges = (comp, options) => {
  debug('replaceXRanges', comp, options)
  return comp
    .split(/\s+/)
    .map((c) => replaceXRange(c, options))
    .join(' ')
}

const replaceXRange = (comp, options) => {
  comp = comp.trim()
  const r = options.loose ? re[t.XRANGELOOSE] : re[t.XRANGE]
  return comp.replace(r, (ret, gtlt, M, m, p, pr) => {
    debug('xRange', comp, ret, gtlt, M, m, p, pr)
    if (invalidXRangeOrder(M, m, p)) {
      return comp
    }

    const xM = isX(M)
    const xm = xM || isX(m)
    const xp = xm || isX(p)
    const anyX = xp

    if (gtlt === '=' && anyX) {
      gtlt = ''
    }

    // if we're including prereleases in the match, then we need
    // to fix this to -0, the lowest possible prerelease value
    pr = options.includePrerelease ? '-0' : ''

    if (xM) {
      if (gtlt === '>' || gtlt === '<') {
        // nothing is allowed
        ret = '<0.0.0-0'
      } else {
        // nothing is forbidden
        ret = '*'
      }
    } else if (gtlt && anyX) {
      // we know patch is an x, because we have any x at all.
      // replace X with 0
      if (xm) {
        m = 0
      }
      p = 0

      if (gtlt === '>') {
        // >1 => >=2.0.0
        // >1.2 => >=1.3.0
        gtlt = '>='
        if (xm) {
          M = +M + 1
          m = 0
          p = 0
        } else {
          m = +m + 1
          p = 0
        }
      } else if (gtlt === '<=') {
        // <=0.7.x is actually <0.8.0, since any 0.7.x should
        // pass.  Similarly, <=7.x is actually <8.0.0, etc.
        gtlt = '<'
        if (xm) {
          M = +M + 1
        } else {
          m = +m + 1
        }
      }

      if (gtlt === '<') {
        pr = '-0'
      }

      ret = `${gtlt + M}.${m}.${p}${pr}`
    } else if (xm) {
      ret = `>=${M}.0.0${pr} <${+M + 1}.0.0-0`
    } else if (xp) {
      ret = `>=${M}.${m}.0${pr
      } <${M}.${+m + 1}.0-0`
    }

    debug('xRange return', ret)

    return ret
  })
}

// Because * is AND-ed with everything else in the comparator,
// and '' means "any version", just remove the *s entirely.
const replaceStars = (comp, options) => {
  debug('replaceStars', comp, options)
  // Looseness is ignored here.  star is always as loose as it gets!
  return comp
    .trim()
    .replace(re[t.STAR], '')
}

const replaceGTE0 = (comp, options) => {
  debug('replaceGTE0', comp, options)
  return comp
    .trim()
    .replace(re[options.includePrerelease ? t.GTE0PRE : t.GTE0], '')
}

// This function is passed to string.replace(re[t.HYPHENRANGE])
// M, m, patch, prerelease, build
// 1.2 - 3.4.5 => >=1.2.0 <=3.4.5
// 1.2.3 - 3.4 => >=1.2.0 <3.5.0-0 Any 3.4.x will do
// 1.2 - 3.4 => >=1.2.0 <3.5.0-0
// TODO build?
const hyphenReplace = incPr => ($0,
  from, fM, fm, fp, fpr, fb,
  to, tM, tm, tp, tpr) => {
  if (isX(fM)) {
    from = ''
  } else if (isX(fm)) {
    from = `>=${fM}.0.0${incPr ? '-0' : ''}`
  } else if (isX(fp)) {
    from = `>=${fM}.${fm}.0${incPr ? '-0' : ''}`
  } else if (fpr) {
    from = `>=${from}`
  } else {
    from = `>=${from}${incPr ? '-0' : ''}`
  }

  if (isX(tM)) {
    to = ''
  } else if (isX(tm)) {
    to = `<${+tM + 1}.0.0-0`
  } else if (isX(tp)) {
    to = `<${tM}.${+tm + 1}.0-0`
  } else if (tpr) {
    to = `<=${tM}.${tm}.${tp}-${tpr}`
  } else if (incPr) {
    to = `<${tM}.${tm}.${+tp + 1}-0`
  } else {
    to = `<=${to}`
  }

  return `${from} ${to}`.trim()
}

const testSet = (set, version, options) => {
  for (let i = 0; i < set.length; i++) {
    if (!set[i].test(version)) {
      return false
    }
  }

  if (version.prerelease.length && !options.includePrerelease) {
    // Find the set of versions that are allowed to have prereleases
    // For example, ^1.2.3-pr.1 desugars to >=1.2.3-pr.1 <2.0.0
    // That should allow `1.2.3-pr.2` to pass.
    // However, `1.2.4-alpha.notready` should NOT be allowed,
    // even though it's within the range set by the comparators.
    for (let i = 0; i < set.length; i++) {
      debug(set[i].semver)
      if (set[i].semver === Comparator.ANY) {
        continue
      }

      if (set[i].semver.prerelease.length > 0) {
        const allowed = set[i].semver
        if (allowed.major === version.major &&
            allowed.minor === version.minor &&
            allowed.patch === version.patch) {
          return true
        }
      }
    }

    // Version has a -pre, but it's not one of the ones we like.
    return false
  }

  return true
}


/***/ }),

/***/ 7163:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const debug = __nccwpck_require__(1159)
const { MAX_LENGTH, MAX_SAFE_INTEGER } = __nccwpck_require__(5101)
const { safeRe: re, t } = __nccwpck_require__(5471)

const parseOptions = __nccwpck_require__(356)
const { compareIdentifiers } = __nccwpck_require__(3348)

const isPrereleaseIdentifier = (prerelease, identifier) => {
  const identifiers = identifier.split('.')
  if (identifiers.length > prerelease.length) {
    return false
  }

  for (let i = 0; i < identifiers.length; i++) {
    if (compareIdentifiers(prerelease[i], identifiers[i]) !== 0) {
      return false
    }
  }

  return true
}

class SemVer {
  constructor (version, options) {
    options = parseOptions(options)

    if (version instanceof SemVer) {
      if (version.loose === !!options.loose &&
        version.includePrerelease === !!options.includePrerelease) {
        return version
      } else {
        version = version.version
      }
    } else if (typeof version !== 'string') {
      throw new TypeError(`Invalid version. Must be a string. Got type "${typeof version}".`)
    }

    if (version.length > MAX_LENGTH) {
      throw new TypeError(
        `version is longer than ${MAX_LENGTH} characters`
      )
    }

    debug('SemVer', version, options)
    this.options = options
    this.loose = !!options.loose
    // this isn't actually relevant for versions, but keep it so that we
    // don't run into trouble passing this.options around.
    this.includePrerelease = !!options.includePrerelease

    const m = version.trim().match(options.loose ? re[t.LOOSE] : re[t.FULL])

    if (!m) {
      throw new TypeError(`Invalid Version: ${version}`)
    }

    this.raw = version

    // these are actually numbers
    this.major = +m[1]
    this.minor = +m[2]
    this.patch = +m[3]

    if (this.major > MAX_SAFE_INTEGER || this.major < 0) {
      throw new TypeError('Invalid major version')
    }

    if (this.minor > MAX_SAFE_INTEGER || this.minor < 0) {
      throw new TypeError('Invalid minor version')
    }

    if (this.patch > MAX_SAFE_INTEGER || this.patch < 0) {
      throw new TypeError('Invalid patch version')
    }

    // numberify any prerelease numeric ids
    if (!m[4]) {
      this.prerelease = []
    } else {
      this.prerelease = m[4].split('.').map((id) => {
        if (/^[0-9]+$/.test(id)) {
          const num = +id
          if (num >= 0 && num < MAX_SAFE_INTEGER) {
            return num
          }
        }
        return id
      })
    }

    this.build = m[5] ? m[5].split('.') : []
    this.format()
  }

  format () {
    this.version = `${this.major}.${this.minor}.${this.patch}`
    if (this.prerelease.length) {
      this.version += `-${this.prerelease.join('.')}`
    }
    return this.version
  }

  toString () {
    return this.version
  }

  compare (other) {
    debug('SemVer.compare', this.version, this.options, other)
    if (!(other instanceof SemVer)) {
      if (typeof other === 'string' && other === this.version) {
        return 0
      }
      other = new SemVer(other, this.options)
    }

    if (other.version === this.version) {
      return 0
    }

    return this.compareMain(other) || this.comparePre(other)
  }

  compareMain (other) {
    if (!(other instanceof SemVer)) {
      other = new SemVer(other, this.options)
    }

    if (this.major < other.major) {
      return -1
    }
    if (this.major > other.major) {
      return 1
    }
    if (this.minor < other.minor) {
      return -1
    }
    if (this.minor > other.minor) {
      return 1
    }
    if (this.patch < other.patch) {
      return -1
    }
    if (this.patch > other.patch) {
      return 1
    }
    return 0
  }

  comparePre (other) {
    if (!(other instanceof SemVer)) {
      other = new SemVer(other, this.options)
    }

    // NOT having a prerelease is > having one
    if (this.prerelease.length && !other.prerelease.length) {
      return -1
    } else if (!this.prerelease.length && other.prerelease.length) {
      return 1
    } else if (!this.prerelease.length && !other.prerelease.length) {
      return 0
    }

    let i = 0
    do {
      const a = this.prerelease[i]
      const b = other.prerelease[i]
      debug('prerelease compare', i, a, b)
      if (a === undefined && b === undefined) {
        return 0
      } else if (b === undefined) {
        return 1
      } else if (a === undefined) {
        return -1
      } else if (a === b) {
        continue
      } else {
        return compareIdentifiers(a, b)
      }
    } while (++i)
  }

  compareBuild (other) {
    if (!(other instanceof SemVer)) {
      other = new SemVer(other, this.options)
    }

    let i = 0
    do {
      const a = this.build[i]
      const b = other.build[i]
      debug('build compare', i, a, b)
      if (a === undefined && b === undefined) {
        return 0
      } else if (b === undefined) {
        return 1
      } else if (a === undefined) {
        return -1
      } else if (a === b) {
        continue
      } else {
        return compareIdentifiers(a, b)
      }
    } while (++i)
  }

  // preminor will bump the version up to the next minor release, and immediately
  // down to pre-release. premajor and prepatch work the same way.
  inc (release, identifier, identifierBase) {
    if (release.startsWith('pre')) {
      if (!identifier && identifierBase === false) {
        throw new Error('invalid increment argument: identifier is empty')
      }
      // Avoid an invalid semver results
      if (identifier) {
        const match = `-${identifier}`.match(this.options.loose ? re[t.PRERELEASELOOSE] : re[t.PRERELEASE])
        if (!match || match[1] !== identifier) {
          throw new Error(`invalid identifier: ${identifier}`)
        }
      }
    }

    switch (release) {
      case 'premajor':
        this.prerelease.length = 0
        this.patch = 0
        this.minor = 0
        this.major++
        this.inc('pre', identifier, identifierBase)
        break
      case 'preminor':
        this.prerelease.length = 0
        this.patch = 0
        this.minor++
        this.inc('pre', identifier, identifierBase)
        break
      case 'prepatch':
        // If this is already a prerelease, it will bump to the next version
        // drop any prereleases that might already exist, since they are not
        // relevant at this point.
        this.prerelease.length = 0
        this.inc('patch', identifier, identifierBase)
        this.inc('pre', identifier, identifierBase)
        break
      // If the input is a non-prerelease version, this acts the same as
      // prepatch.
      case 'prerelease':
        if (this.prerelease.length === 0) {
          this.inc('patch', identifier, identifierBase)
        }
        this.inc('pre', identifier, identifierBase)
        break
      case 'release':
        if (this.prerelease.length === 0) {
          throw new Error(`version ${this.raw} is not a prerelease`)
        }
        this.prerelease.length = 0
        break

      case 'major':
        // If this is a pre-major version, bump up to the same major version.
        // Otherwise increment major.
        // 1.0.0-5 bumps to 1.0.0
        // 1.1.0 bumps to 2.0.0
        if (
          this.minor !== 0 ||
          this.patch !== 0 ||
          this.prerelease.length === 0
        ) {
          this.major++
        }
        this.minor = 0
        this.patch = 0
        this.prerelease = []
        break
      case 'minor':
        // If this is a pre-minor version, bump up to the same minor version.
        // Otherwise increment minor.
        // 1.2.0-5 bumps to 1.2.0
        // 1.2.1 bumps to 1.3.0
        if (this.patch !== 0 || this.prerelease.length === 0) {
          this.minor++
        }
        this.patch = 0
        this.prerelease = []
        break
      case 'patch':
        // If this is not a pre-release version, it will increment the patch.
        // If it is a pre-release it will bump up to the same patch version.
        // 1.2.0-5 patches to 1.2.0
        // 1.2.0 patches to 1.2.1
        if (this.prerelease.length === 0) {
          this.patch++
        }
        this.prerelease = []
        break
      // This probably shouldn't be used publicly.
      // 1.0.0 'pre' would become 1.0.0-0 which is the wrong direction.
      case 'pre': {
        const base = Number(identifierBase) ? 1 : 0

        if (this.prerelease.length === 0) {
          this.prerelease = [base]
        } else {
          let i = this.prerelease.length
          while (--i >= 0) {
            if (typeof this.prerelease[i] === 'number') {
              this.prerelease[i]++
              i = -2
            }
          }
          if (i === -1) {
            // didn't increment anything
            if (identifier === this.prerelease.join('.') && identifierBase === false) {
              throw new Error('invalid increment argument: identifier already exists')
            }
            this.prerelease.push(base)
          }
        }
        if (identifier) {
          // 1.2.0-beta.1 bumps to 1.2.0-beta.2,
          // 1.2.0-beta.fooblz or 1.2.0-beta bumps to 1.2.0-beta.0
          let prerelease = [identifier, base]
          if (identifierBase === false) {
            prerelease = [identifier]
          }
          if (isPrereleaseIdentifier(this.prerelease, identifier)) {
            const prereleaseBase = this.prerelease[identifier.split('.').length]
            if (isNaN(prereleaseBase)) {
              this.prerelease = prerelease
            }
          } else {
            this.prerelease = prerelease
          }
        }
        break
      }
      default:
        throw new Error(`invalid increment argument: ${release}`)
    }
    this.raw = this.format()
    if (this.build.length) {
      this.raw += `+${this.build.join('.')}`
    }
    return this
  }
}

module.exports = SemVer


/***/ }),

/***/ 1799:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const parse = __nccwpck_require__(6353)
const clean = (version, options) => {
  const s = parse(version.trim().replace(/^[=v]+/, ''), options)
  return s ? s.version : null
}
module.exports = clean


/***/ }),

/***/ 8646:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const eq = __nccwpck_require__(5082)
const neq = __nccwpck_require__(4974)
const gt = __nccwpck_require__(6599)
const gte = __nccwpck_require__(1236)
const lt = __nccwpck_require__(3872)
const lte = __nccwpck_require__(6717)

const cmp = (a, op, b, loose) => {
  switch (op) {
    case '===':
      if (typeof a === 'object') {
        a = a.version
      }
      if (typeof b === 'object') {
        b = b.version
      }
      return a === b

    case '!==':
      if (typeof a === 'object') {
        a = a.version
      }
      if (typeof b === 'object') {
        b = b.version
      }
      return a !== b

    case '':
    case '=':
    case '==':
      return eq(a, b, loose)

    case '!=':
      return neq(a, b, loose)

    case '>':
      return gt(a, b, loose)

    case '>=':
      return gte(a, b, loose)

    case '<':
      return lt(a, b, loose)

    case '<=':
      return lte(a, b, loose)

    default:
      throw new TypeError(`Invalid operator: ${op}`)
  }
}
module.exports = cmp


/***/ }),

/***/ 5385:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const parse = __nccwpck_require__(6353)
const { safeRe: re, t } = __nccwpck_require__(5471)

const coerce = (version, options) => {
  if (version instanceof SemVer) {
    return version
  }

  if (typeof version === 'number') {
    version = String(version)
  }

  if (typeof version !== 'string') {
    return null
  }

  options = options || {}

  let match = null
  if (!options.rtl) {
    match = version.match(options.includePrerelease ? re[t.COERCEFULL] : re[t.COERCE])
  } else {
    // Find the right-most coercible string that does not share
    // a terminus with a more left-ward coercible string.
    // Eg, '1.2.3.4' wants to coerce '2.3.4', not '3.4' or '4'
    // With includePrerelease option set, '1.2.3.4-rc' wants to coerce '2.3.4-rc', not '2.3.4'
    //
    // Walk through the string checking with a /g regexp
    // Manually set the index so as to pick up overlapping matches.
    // Stop when we get a match that ends at the string end, since no
    // coercible string can be more right-ward without the same terminus.
    const coerceRtlRegex = options.includePrerelease ? re[t.COERCERTLFULL] : re[t.COERCERTL]
    let next
    while ((next = coerceRtlRegex.exec(version)) &&
        (!match || match.index + match[0].length !== version.length)
    ) {
      if (!match ||
            next.index + next[0].length !== match.index + match[0].length) {
        match = next
      }
      coerceRtlRegex.lastIndex = next.index + next[1].length + next[2].length
    }
    // leave it in a clean state
    coerceRtlRegex.lastIndex = -1
  }

  if (match === null) {
    return null
  }

  const major = match[2]
  const minor = match[3] || '0'
  const patch = match[4] || '0'
  const prerelease = options.includePrerelease && match[5] ? `-${match[5]}` : ''
  const build = options.includePrerelease && match[6] ? `+${match[6]}` : ''

  return parse(`${major}.${minor}.${patch}${prerelease}${build}`, options)
}
module.exports = coerce


/***/ }),

/***/ 7648:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const compareBuild = (a, b, loose) => {
  const versionA = new SemVer(a, loose)
  const versionB = new SemVer(b, loose)
  return versionA.compare(versionB) || versionA.compareBuild(versionB)
}
module.exports = compareBuild


/***/ }),

/***/ 6874:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const compare = __nccwpck_require__(8469)
const compareLoose = (a, b) => compare(a, b, true)
module.exports = compareLoose


/***/ }),

/***/ 8469:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const compare = (a, b, loose) =>
  new SemVer(a, loose).compare(new SemVer(b, loose))

module.exports = compare


/***/ }),

/***/ 711:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const parse = __nccwpck_require__(6353)

const diff = (version1, version2) => {
  const v1 = parse(version1, null, true)
  const v2 = parse(version2, null, true)
  const comparison = v1.compare(v2)

  if (comparison === 0) {
    return null
  }

  const v1Higher = comparison > 0
  const highVersion = v1Higher ? v1 : v2
  const lowVersion = v1Higher ? v2 : v1
  const highHasPre = !!highVersion.prerelease.length
  const lowHasPre = !!lowVersion.prerelease.length

  if (lowHasPre && !highHasPre) {
    // Going from prerelease -> no prerelease requires some special casing

    // If the low version has only a major, then it will always be a major
    // Some examples:
    // 1.0.0-1 -> 1.0.0
    // 1.0.0-1 -> 1.1.1
    // 1.0.0-1 -> 2.0.0
    if (!lowVersion.patch && !lowVersion.minor) {
      return 'major'
    }

    // If the main part has no difference
    if (lowVersion.compareMain(highVersion) === 0) {
      if (lowVersion.minor && !lowVersion.patch) {
        return 'minor'
      }
      return 'patch'
    }
  }

  // add the `pre` prefix if we are going to a prerelease version
  const prefix = highHasPre ? 'pre' : ''

  if (v1.major !== v2.major) {
    return prefix + 'major'
  }

  if (v1.minor !== v2.minor) {
    return prefix + 'minor'
  }

  if (v1.patch !== v2.patch) {
    return prefix + 'patch'
  }

  // high and low are prereleases
  return 'prerelease'
}

module.exports = diff


/***/ }),

/***/ 5082:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const compare = __nccwpck_require__(8469)
const eq = (a, b, loose) => compare(a, b, loose) === 0
module.exports = eq


/***/ }),

/***/ 6599:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const compare = __nccwpck_require__(8469)
const gt = (a, b, loose) => compare(a, b, loose) > 0
module.exports = gt


/***/ }),

/***/ 1236:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const compare = __nccwpck_require__(8469)
const gte = (a, b, loose) => compare(a, b, loose) >= 0
module.exports = gte


/***/ }),

/***/ 2338:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)

const inc = (version, release, options, identifier, identifierBase) => {
  if (typeof (options) === 'string') {
    identifierBase = identifier
    identifier = options
    options = undefined
  }

  try {
    return new SemVer(
      version instanceof SemVer ? version.version : version,
      options
    ).inc(release, identifier, identifierBase).version
  } catch (er) {
    return null
  }
}
module.exports = inc


/***/ }),

/***/ 3872:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const compare = __nccwpck_require__(8469)
const lt = (a, b, loose) => compare(a, b, loose) < 0
module.exports = lt


/***/ }),

/***/ 6717:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const compare = __nccwpck_require__(8469)
const lte = (a, b, loose) => compare(a, b, loose) <= 0
module.exports = lte


/***/ }),

/***/ 8511:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const major = (a, loose) => new SemVer(a, loose).major
module.exports = major


/***/ }),

/***/ 2603:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const minor = (a, loose) => new SemVer(a, loose).minor
module.exports = minor


/***/ }),

/***/ 4974:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const compare = __nccwpck_require__(8469)
const neq = (a, b, loose) => compare(a, b, loose) !== 0
module.exports = neq


/***/ }),

/***/ 6353:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const parse = (version, options, throwErrors = false) => {
  if (version instanceof SemVer) {
    return version
  }
  try {
    return new SemVer(version, options)
  } catch (er) {
    if (!throwErrors) {
      return null
    }
    throw er
  }
}

module.exports = parse


/***/ }),

/***/ 8756:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const patch = (a, loose) => new SemVer(a, loose).patch
module.exports = patch


/***/ }),

/***/ 5714:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const parse = __nccwpck_require__(6353)
const prerelease = (version, options) => {
  const parsed = parse(version, options)
  return (parsed && parsed.prerelease.length) ? parsed.prerelease : null
}
module.exports = prerelease


/***/ }),

/***/ 2173:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const compare = __nccwpck_require__(8469)
const rcompare = (a, b, loose) => compare(b, a, loose)
module.exports = rcompare


/***/ }),

/***/ 7192:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const compareBuild = __nccwpck_require__(7648)
const rsort = (list, loose) => list.sort((a, b) => compareBuild(b, a, loose))
module.exports = rsort


/***/ }),

/***/ 8011:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const Range = __nccwpck_require__(6782)
const satisfies = (version, range, options) => {
  try {
    range = new Range(range, options)
  } catch (er) {
    return false
  }
  return range.test(version)
}
module.exports = satisfies


/***/ }),

/***/ 9872:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const compareBuild = __nccwpck_require__(7648)
const sort = (list, loose) => list.sort((a, b) => compareBuild(a, b, loose))
module.exports = sort


/***/ }),

/***/ 6114:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const parse = __nccwpck_require__(6353)
const constants = __nccwpck_require__(5101)
const SemVer = __nccwpck_require__(7163)

const truncate = (version, truncation, options) => {
  if (!constants.RELEASE_TYPES.includes(truncation)) {
    return null
  }

  const clonedVersion = cloneInputVersion(version, options)
  return clonedVersion && doTruncation(clonedVersion, truncation)
}

const cloneInputVersion = (version, options) => {
  const versionStringToParse = (
    version instanceof SemVer ? version.version : version
  )

  return parse(versionStringToParse, options)
}

const doTruncation = (version, truncation) => {
  if (isPrerelease(truncation)) {
    return version.version
  }

  version.prerelease = []

  switch (truncation) {
    case 'major':
      version.minor = 0
      version.patch = 0
      break
    case 'minor':
      version.patch = 0
      break
  }

  return version.format()
}

const isPrerelease = (type) => {
  return type.startsWith('pre')
}

module.exports = truncate


/***/ }),

/***/ 8780:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const parse = __nccwpck_require__(6353)
const valid = (version, options) => {
  const v = parse(version, options)
  return v ? v.version : null
}
module.exports = valid


/***/ }),

/***/ 2088:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



// just pre-load all the stuff that index.js lazily exports
const internalRe = __nccwpck_require__(5471)
const constants = __nccwpck_require__(5101)
const SemVer = __nccwpck_require__(7163)
const identifiers = __nccwpck_require__(3348)
const parse = __nccwpck_require__(6353)
const valid = __nccwpck_require__(8780)
const clean = __nccwpck_require__(1799)
const inc = __nccwpck_require__(2338)
const diff = __nccwpck_require__(711)
const major = __nccwpck_require__(8511)
const minor = __nccwpck_require__(2603)
const patch = __nccwpck_require__(8756)
const prerelease = __nccwpck_require__(5714)
const compare = __nccwpck_require__(8469)
const rcompare = __nccwpck_require__(2173)
const compareLoose = __nccwpck_require__(6874)
const compareBuild = __nccwpck_require__(7648)
const sort = __nccwpck_require__(9872)
const rsort = __nccwpck_require__(7192)
const gt = __nccwpck_require__(6599)
const lt = __nccwpck_require__(3872)
const eq = __nccwpck_require__(5082)
const neq = __nccwpck_require__(4974)
const gte = __nccwpck_require__(1236)
const lte = __nccwpck_require__(6717)
const cmp = __nccwpck_require__(8646)
const coerce = __nccwpck_require__(5385)
const truncate = __nccwpck_require__(6114)
const Comparator = __nccwpck_require__(9379)
const Range = __nccwpck_require__(6782)
const satisfies = __nccwpck_require__(8011)
const toComparators = __nccwpck_require__(4750)
const maxSatisfying = __nccwpck_require__(3193)
const minSatisfying = __nccwpck_require__(8595)
const minVersion = __nccwpck_require__(1866)
const validRange = __nccwpck_require__(4737)
const outside = __nccwpck_require__(280)
const gtr = __nccwpck_require__(2276)
const ltr = __nccwpck_require__(5213)
const intersects = __nccwpck_require__(3465)
const simplifyRange = __nccwpck_require__(2028)
const subset = __nccwpck_require__(1489)
module.exports = {
  parse,
  valid,
  clean,
  inc,
  diff,
  major,
  minor,
  patch,
  prerelease,
  compare,
  rcompare,
  compareLoose,
  compareBuild,
  sort,
  rsort,
  gt,
  lt,
  eq,
  neq,
  gte,
  lte,
  cmp,
  coerce,
  truncate,
  Comparator,
  Range,
  satisfies,
  toComparators,
  maxSatisfying,
  minSatisfying,
  minVersion,
  validRange,
  outside,
  gtr,
  ltr,
  intersects,
  simplifyRange,
  subset,
  SemVer,
  re: internalRe.re,
  src: internalRe.src,
  tokens: internalRe.t,
  SEMVER_SPEC_VERSION: constants.SEMVER_SPEC_VERSION,
  RELEASE_TYPES: constants.RELEASE_TYPES,
  compareIdentifiers: identifiers.compareIdentifiers,
  rcompareIdentifiers: identifiers.rcompareIdentifiers,
}


/***/ }),

/***/ 5101:
/***/ ((module) => {



// Note: this is the semver.org version of the spec that it implements
// Not necessarily the package version of this code.
const SEMVER_SPEC_VERSION = '2.0.0'

const MAX_LENGTH = 256
const MAX_SAFE_INTEGER = Number.MAX_SAFE_INTEGER ||
/* istanbul ignore next */ 9007199254740991

// Max safe segment length for coercion.
const MAX_SAFE_COMPONENT_LENGTH = 16

// Max safe length for a build identifier. The max length minus 6 characters for
// the shortest version with a build 0.0.0+BUILD.
const MAX_SAFE_BUILD_LENGTH = MAX_LENGTH - 6

// ECMAScript whitespace and line terminators matched by \s.
const WHITESPACE_CHARACTERS = [
  '\t',
  '\n',
  '\v',
  '\f',
  '\r',
  ' ',
  '\u00a0',
  '\u1680',
  '\u2000',
  '\u2001',
  '\u2002',
  '\u2003',
  '\u2004',
  '\u2005',
  '\u2006',
  '\u2007',
  '\u2008',
  '\u2009',
  '\u200a',
  '\u2028',
  '\u2029',
  '\u202f',
  '\u205f',
  '\u3000',
  '\ufeff',
]

const RELEASE_TYPES = [
  'major',
  'premajor',
  'minor',
  'preminor',
  'patch',
  'prepatch',
  'prerelease',
]

module.exports = {
  MAX_LENGTH,
  MAX_SAFE_COMPONENT_LENGTH,
  MAX_SAFE_BUILD_LENGTH,
  MAX_SAFE_INTEGER,
  WHITESPACE_CHARACTERS,
  RELEASE_TYPES,
  SEMVER_SPEC_VERSION,
  FLAG_INCLUDE_PRERELEASE: 0b001,
  FLAG_LOOSE: 0b010,
}


/***/ }),

/***/ 1159:
/***/ ((module) => {



const debug = (
  typeof process === 'object' &&
  process.env &&
  process.env.NODE_DEBUG &&
  /\bsemver\b/i.test(process.env.NODE_DEBUG)
) ? (...args) => console.error('SEMVER', ...args)
  : () => {}

module.exports = debug


/***/ }),

/***/ 3348:
/***/ ((module) => {



const numeric = /^[0-9]+$/
const compareIdentifiers = (a, b) => {
  if (typeof a === 'number' && typeof b === 'number') {
    return a === b ? 0 : a < b ? -1 : 1
  }

  const anum = numeric.test(a)
  const bnum = numeric.test(b)

  if (anum && bnum) {
    a = +a
    b = +b
  }

  return a === b ? 0
    : (anum && !bnum) ? -1
    : (bnum && !anum) ? 1
    : a < b ? -1
    : 1
}

const rcompareIdentifiers = (a, b) => compareIdentifiers(b, a)

module.exports = {
  compareIdentifiers,
  rcompareIdentifiers,
}


/***/ }),

/***/ 1383:
/***/ ((module) => {



class LRUCache {
  constructor () {
    this.max = 1000
    this.map = new Map()
  }

  get (key) {
    const value = this.map.get(key)
    if (value === undefined) {
      return undefined
    } else {
      // Remove the key from the map and add it to the end
      this.map.delete(key)
      this.map.set(key, value)
      return value
    }
  }

  delete (key) {
    return this.map.delete(key)
  }

  set (key, value) {
    const deleted = this.delete(key)

    if (!deleted && value !== undefined) {
      // If cache is full, delete the least recently used item
      if (this.map.size >= this.max) {
        const firstKey = this.map.keys().next().value
        this.delete(firstKey)
      }

      this.map.set(key, value)
    }

    return this
  }
}

module.exports = LRUCache


/***/ }),

/***/ 356:
/***/ ((module) => {



// parse out just the options we care about
const looseOption = Object.freeze({ loose: true })
const emptyOpts = Object.freeze({ })
const parseOptions = options => {
  if (!options) {
    return emptyOpts
  }

  if (typeof options !== 'object') {
    return looseOption
  }

  return options
}
module.exports = parseOptions


/***/ }),

/***/ 5471:
/***/ ((module, exports, __nccwpck_require__) => {



const {
  MAX_SAFE_COMPONENT_LENGTH,
  MAX_SAFE_BUILD_LENGTH,
  MAX_LENGTH,
} = __nccwpck_require__(5101)
const debug = __nccwpck_require__(1159)
exports = module.exports = {}

// The actual regexps go on exports.re
const re = exports.re = []
const safeRe = exports.safeRe = []
const src = exports.src = []
const safeSrc = exports.safeSrc = []
const t = exports.t = {}
let R = 0

const LETTERDASHNUMBER = '[a-zA-Z0-9-]'

// Replace some greedy regex tokens to prevent regex dos issues. These regex are
// used internally via the safeRe object since all inputs in this library get
// normalized first to trim and collapse all extra whitespace. The original
// regexes are exported for userland consumption and lower level usage. A
// future breaking change could export the safer regex only with a note that
// all input should have extra whitespace removed.
const safeRegexReplacements = [
  ['\\s', 1],
  ['\\d', MAX_LENGTH],
  [LETTERDASHNUMBER, MAX_SAFE_BUILD_LENGTH],
]

const makeSafeRegex = (value) => {
  for (const [token, max] of safeRegexReplacements) {
    value = value
      .split(`${token}*`).join(`${token}{0,${max}}`)
      .split(`${token}+`).join(`${token}{1,${max}}`)
  }
  return value
}

const createToken = (name, value, isGlobal) => {
  const safe = makeSafeRegex(value)
  const index = R++
  debug(name, index, value)
  t[name] = index
  src[index] = value
  safeSrc[index] = safe
  re[index] = new RegExp(value, isGlobal ? 'g' : undefined)
  safeRe[index] = new RegExp(safe, isGlobal ? 'g' : undefined)
}

// The following Regular Expressions can be used for tokenizing,
// validating, and parsing SemVer version strings.

// ## Numeric Identifier
// A single `0`, or a non-zero digit followed by zero or more digits.

createToken('NUMERICIDENTIFIER', '0|[1-9]\\d*')
createToken('NUMERICIDENTIFIERLOOSE', '\\d+')

// ## Non-numeric Identifier
// Zero or more digits, followed by a letter or hyphen, and then zero or
// more letters, digits, or hyphens.

createToken('NONNUMERICIDENTIFIER', `\\d*[a-zA-Z-]${LETTERDASHNUMBER}*`)

// ## Main Version
// Three dot-separated numeric identifiers.

createToken('MAINVERSION', `(${src[t.NUMERICIDENTIFIER]})\\.` +
                   `(${src[t.NUMERICIDENTIFIER]})\\.` +
                   `(${src[t.NUMERICIDENTIFIER]})`)

createToken('MAINVERSIONLOOSE', `(${src[t.NUMERICIDENTIFIERLOOSE]})\\.` +
                        `(${src[t.NUMERICIDENTIFIERLOOSE]})\\.` +
                        `(${src[t.NUMERICIDENTIFIERLOOSE]})`)

// ## Pre-release Version Identifier
// A numeric identifier, or a non-numeric identifier.
// Non-numeric identifiers include numeric identifiers but can be longer.
// Therefore non-numeric identifiers must go first.

createToken('PRERELEASEIDENTIFIER', `(?:${src[t.NONNUMERICIDENTIFIER]
}|${src[t.NUMERICIDENTIFIER]})`)

createToken('PRERELEASEIDENTIFIERLOOSE', `(?:${src[t.NONNUMERICIDENTIFIER]
}|${src[t.NUMERICIDENTIFIERLOOSE]})`)

// ## Pre-release Version
// Hyphen, followed by one or more dot-separated pre-release version
// identifiers.

createToken('PRERELEASE', `(?:-(${src[t.PRERELEASEIDENTIFIER]
}(?:\\.${src[t.PRERELEASEIDENTIFIER]})*))`)

createToken('PRERELEASELOOSE', `(?:-?(${src[t.PRERELEASEIDENTIFIERLOOSE]
}(?:\\.${src[t.PRERELEASEIDENTIFIERLOOSE]})*))`)

// ## Build Metadata Identifier
// Any combination of digits, letters, or hyphens.

createToken('BUILDIDENTIFIER', `${LETTERDASHNUMBER}+`)

// ## Build Metadata
// Plus sign, followed by one or more period-separated build metadata
// identifiers.

createToken('BUILD', `(?:\\+(${src[t.BUILDIDENTIFIER]
}(?:\\.${src[t.BUILDIDENTIFIER]})*))`)

// ## Full Version String
// A main version, followed optionally by a pre-release version and
// build metadata.

// Note that the only major, minor, patch, and pre-release sections of
// the version string are capturing groups.  The build metadata is not a
// capturing group, because it should not ever be used in version
// comparison.

createToken('FULLPLAIN', `v?${src[t.MAINVERSION]
}${src[t.PRERELEASE]}?${
  src[t.BUILD]}?`)

createToken('FULL', `^${src[t.FULLPLAIN]}$`)

// like full, but allows v1.2.3 and =1.2.3, which people do sometimes.
// also, 1.0.0alpha1 (prerelease without the hyphen) which is pretty
// common in the npm registry.
createToken('LOOSEPLAIN', `[v=\\s]*${src[t.MAINVERSIONLOOSE]
}${src[t.PRERELEASELOOSE]}?${
  src[t.BUILD]}?`)

createToken('LOOSE', `^${src[t.LOOSEPLAIN]}$`)

createToken('GTLT', '((?:<|>)?=?)')

// Something like "2.*" or "1.2.x".
// Note that "x.x" is a valid xRange identifier, meaning "any version"
// Only the first item is strictly required.
createToken('XRANGEIDENTIFIERLOOSE', `${src[t.NUMERICIDENTIFIERLOOSE]}|x|X|\\*`)
createToken('XRANGEIDENTIFIER', `${src[t.NUMERICIDENTIFIER]}|x|X|\\*`)

createToken('XRANGEPLAIN', `[v=\\s]*(${src[t.XRANGEIDENTIFIER]})` +
                   `(?:\\.(${src[t.XRANGEIDENTIFIER]})` +
                   `(?:\\.(${src[t.XRANGEIDENTIFIER]})` +
                   `(?:${src[t.PRERELEASE]})?${
                     src[t.BUILD]}?` +
                   `)?)?`)

createToken('XRANGEPLAINLOOSE', `[v=\\s]*(${src[t.XRANGEIDENTIFIERLOOSE]})` +
                        `(?:\\.(${src[t.XRANGEIDENTIFIERLOOSE]})` +
                        `(?:\\.(${src[t.XRANGEIDENTIFIERLOOSE]})` +
                        `(?:${src[t.PRERELEASELOOSE]})?${
                          src[t.BUILD]}?` +
                        `)?)?`)

createToken('XRANGE', `^${src[t.GTLT]}\\s*${src[t.XRANGEPLAIN]}$`)
createToken('XRANGELOOSE', `^${src[t.GTLT]}\\s*${src[t.XRANGEPLAINLOOSE]}$`)

// Coercion.
// Extract anything that could conceivably be a part of a valid semver
createToken('COERCEPLAIN', `${'(^|[^\\d])' +
              '(\\d{1,'}${MAX_SAFE_COMPONENT_LENGTH}})` +
              `(?:\\.(\\d{1,${MAX_SAFE_COMPONENT_LENGTH}}))?` +
              `(?:\\.(\\d{1,${MAX_SAFE_COMPONENT_LENGTH}}))?`)
createToken('COERCE', `${src[t.COERCEPLAIN]}(?:$|[^\\d])`)
createToken('COERCEFULL', src[t.COERCEPLAIN] +
              `(?:${src[t.PRERELEASE]})?` +
              `(?:${src[t.BUILD]})?` +
              `(?:$|[^\\d])`)
createToken('COERCERTL', src[t.COERCE], true)
createToken('COERCERTLFULL', src[t.COERCEFULL], true)

// Tilde ranges.
// Meaning is "reasonably at or greater than"
createToken('LONETILDE', '(?:~>?)')

createToken('TILDETRIM', `(\\s*)${src[t.LONETILDE]}\\s+`, true)
exports.tildeTrimReplace = '$1~'

createToken('TILDE', `^${src[t.LONETILDE]}${src[t.XRANGEPLAIN]}$`)
createToken('TILDELOOSE', `^${src[t.LONETILDE]}${src[t.XRANGEPLAINLOOSE]}$`)

// Caret ranges.
// Meaning is "at least and backwards compatible with"
createToken('LONECARET', '(?:\\^)')

createToken('CARETTRIM', `(\\s*)${src[t.LONECARET]}\\s+`, true)
exports.caretTrimReplace = '$1^'

createToken('CARET', `^${src[t.LONECARET]}${src[t.XRANGEPLAIN]}$`)
createToken('CARETLOOSE', `^${src[t.LONECARET]}${src[t.XRANGEPLAINLOOSE]}$`)

// A simple gt/lt/eq thing, or just "" to indicate "any version"
createToken('COMPARATORLOOSE', `^${src[t.GTLT]}\\s*(${src[t.LOOSEPLAIN]})$|^$`)
createToken('COMPARATOR', `^${src[t.GTLT]}\\s*(${src[t.FULLPLAIN]})$|^$`)

// An expression to strip any whitespace between the gtlt and the thing
// it modifies, so that `> 1.2.3` ==> `>1.2.3`
createToken('COMPARATORTRIM', `(\\s*)${src[t.GTLT]
}\\s*(${src[t.LOOSEPLAIN]}|${src[t.XRANGEPLAIN]})`, true)
exports.comparatorTrimReplace = '$1$2$3'

// Something like `1.2.3 - 1.2.4`
// Note that these all use the loose form, because they'll be
// checked against either the strict or loose comparator form
// later.
createToken('HYPHENRANGE', `^\\s*(${src[t.XRANGEPLAIN]})` +
                   `\\s+-\\s+` +
                   `(${src[t.XRANGEPLAIN]})` +
                   `\\s*$`)

createToken('HYPHENRANGELOOSE', `^\\s*(${src[t.XRANGEPLAINLOOSE]})` +
                        `\\s+-\\s+` +
                        `(${src[t.XRANGEPLAINLOOSE]})` +
                        `\\s*$`)

// Star ranges basically just allow anything at all.
createToken('STAR', '(<|>)?=?\\s*\\*')
// >=0.0.0 is like a star
createToken('GTE0', '^\\s*>=\\s*0\\.0\\.0\\s*$')
createToken('GTE0PRE', '^\\s*>=\\s*0\\.0\\.0-0\\s*$')


/***/ }),

/***/ 9737:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

// @ts-check


// Reproduce safeRe[COMPARATORTRIM] replacement boundaries, not version
// validation. Each end-index finder returns an exclusive end, or its start
// on no match.
// Positions count from zero. An end of 3 means characters 0, 1, and 2 were read;
// range.slice(start, end) gives the matched text, not a converted number.
const {
  MAX_LENGTH,
  MAX_SAFE_BUILD_LENGTH,
  WHITESPACE_CHARACTERS,
} = __nccwpck_require__(5101)

/**
 * Remembers the last two rows of digits so their characters need not be reread.
 * Positions start at -1 until a row has been found.
 *
 * @typedef {object} DigitRunCache
 * @property {number} start The first character of the most recently found row.
 * @property {number} end The position after that row's last character.
 * @property {number} previousStart The first character of the previous row.
 * @property {number} previousEnd The position after the previous row.
 */

// One entry per UTF-16 code unit keeps membership checks constant-time.
const whitespace = new Uint8Array(0x10000)
for (const char of WHITESPACE_CHARACTERS) {
  whitespace[char.charCodeAt(0)] = 1
}

/**
 * Checks whether a character is whitespace, like a space, tab, or newline.
 * Looking past the end of the string returns false.
 *
 * @param {string|undefined} char One character, or undefined past the string's end.
 * @returns {boolean} Whether the character is whitespace.
 * @example isWhitespace(' ') // true
 * @example isWhitespace('1') // false
 */
const isWhitespace = char =>
  char !== undefined && whitespace[char.charCodeAt(0)] === 1

/**
 * Checks for v, =, or whitespace before the version number.
 * These are historical version prefixes, not range operators:
 * < and > are handled separately, as are tilde and caret ranges.
 *
 * @param {string|undefined} char One character to check.
 * @returns {boolean} Whether the character can belong to a version prefix.
 * @example isVersionPrefix('=') // true
 * @example isVersionPrefix('>') // false
 */
const isVersionPrefix = char =>
  char === 'v' ||
  char === '=' ||
  isWhitespace(char)

/**
 * Checks whether a character is one of the digits 0 through 9.
 *
 * @param {string|undefined} char One character to check.
 * @returns {boolean} Whether the character is an ASCII digit.
 * @example isDigit('7') // true
 * @example isDigit('.') // false
 */
const isDigit = char => char !== undefined && char >= '0' && char <= '9'

/**
 * Checks whether a character is an English letter, uppercase or lowercase.
 *
 * @param {string|undefined} char One character to check.
 * @returns {boolean} Whether the character is an ASCII letter.
 * @example isLetter('b') // true
 * @example isLetter('7') // false
 */
const isLetter = char =>
  char !== undefined && (
    (char >= 'a' && char <= 'z') ||
    (char >= 'A' && char <= 'Z')
  )

/**
 * Checks for a letter, digit, or hyphen: the characters allowed inside
 * prerelease and build names such as beta-1.
 *
 * @param {string|undefined} char One character to check.
 * @returns {boolean} Whether the character can be part of an identifier.
 * @example isIdentifierCharacter('-') // true
 * @example isIdentifierCharacter('.') // false; dots separate identifiers
 */
const isIdentifierCharacter = char => isDigit(char) || isLetter(char) || char === '-'

/**
 * Checks whether a version component can begin here: with a digit or
 * a wildcard such as x, X, or *.
 *
 * @param {string|undefined} char One character to check.
 * @returns {boolean} Whether a number or wildcard can start with this character.
 * @example isVersionStart('x') // true
 * @example isVersionStart('v') // false; v belongs to the prefix
 */
const isVersionStart = char =>
  isDigit(char) ||
  char === 'x' ||
  char === 'X' ||
  char === '*'

/**
 * Finds the end of a row of digits, but returns no more than limit digits.
 * Remembers the last two rows so looking at them again does not reread them.
 *
 * @param {string} range The text to read; it is not changed.
 * @param {number} start The position of the first character to check.
 * @param {number} limit The most digit characters the returned match can include.
 * @param {DigitRunCache} digitRuns Shared cache of digit-run positions, updated in place.
 * @returns {number} The position after the matched digits, or start if none match.
 * @example findDigitsEndIndex('123abc', 0, 10, digitRuns) // 3, pointing at a
 * @example findDigitsEndIndex('123abc', 0, 2, digitRuns) // 2, pointing at the unread 3
 */
const findDigitsEndIndex = (range, start, limit, digitRuns) => {
  if (!isDigit(range[start])) {
    return start
  }
  if (start >= digitRuns.start && start < digitRuns.end) {
    return Math.min(start + limit, digitRuns.end)
  }
  if (start >= digitRuns.previousStart && start < digitRuns.previousEnd) {
    return Math.min(start + limit, digitRuns.previousEnd)
  }
  let end = start + 1
  while (isDigit(range[end])) {
    end++
  }
  // A failed full version can rewind from its second run to its first.
  digitRuns.previousStart = digitRuns.start
  digitRuns.previousEnd = digitRuns.end
  digitRuns.start = start
  digitRuns.end = end
  return Math.min(start + limit, end)
}

/**
 * Reads a number using the old regex's length and leading-zero rules.
 * Strict mode reads just the first zero in 012; loose mode can read all three.
 *
 * @param {string} range The text to read; it is not changed.
 * @param {number} start The position where the number should begin.
 * @param {boolean} loose Whether to allow leading zeros.
 * @param {DigitRunCache} digitRuns Shared digit-run cache, updated as needed.
 * @returns {number} The position after the matched digits, not their numeric value.
 * @example findVersionNumberEndIndex('012', 0, false, digitRuns) // 1
 * @example findVersionNumberEndIndex('012', 0, true, digitRuns) // 3
 */
const findVersionNumberEndIndex = (range, start, loose, digitRuns) => {
  if (!loose && range[start] === '0') {
    return start + 1
  }
  // Strict syntax allows an initial nonzero digit plus MAX_LENGTH digits.
  return findDigitsEndIndex(range, start, loose ? MAX_LENGTH : MAX_LENGTH + 1, digitRuns)
}

/**
 * Reads one piece of a prerelease name, such as beta or 1 in beta.1.
 * Tries the letter-or-hyphen form first, then the number-only form.
 *
 * @param {string} range The text to read; it is not changed.
 * @param {number} start The position where the identifier should begin.
 * @param {boolean} loose Whether numeric identifiers may have leading zeros.
 * @param {DigitRunCache} digitRuns Shared digit-run cache, updated as needed.
 * @returns {number} The position after the identifier, or start if none matches.
 * @example findPrereleaseIdentifierEndIndex('beta.1', 0, false, digitRuns) // 4, at the dot
 * @example findPrereleaseIdentifierEndIndex('001beta', 0, false, digitRuns) // 7
 */
const findPrereleaseIdentifierEndIndex = (range, start, loose, digitRuns) => {
  const digitsEnd = findDigitsEndIndex(range, start, MAX_LENGTH, digitRuns)
  // The legacy regex tries a nonnumeric identifier before a numeric one.
  if (isLetter(range[digitsEnd]) || range[digitsEnd] === '-') {
    let end = digitsEnd + 1
    const limit = end + MAX_SAFE_BUILD_LENGTH
    while (end < limit && isIdentifierCharacter(range[end])) {
      end++
    }
    return end
  }
  return findVersionNumberEndIndex(range, start, loose, digitRuns)
}

/**
 * Reads a prerelease suffix such as -beta.1, one dot-separated piece at a time.
 * Loose mode also allows the name without its opening hyphen.
 *
 * @param {string} range The text to read; it is not changed.
 * @param {number} start The position where the suffix should begin, including -.
 * @param {boolean} loose Whether the opening hyphen is optional and zeros allowed.
 * @param {DigitRunCache} digitRuns Shared digit-run cache, updated as needed.
 * @returns {number} The position after the matched suffix, or start if absent.
 * @example findPrereleaseEndIndex('-beta.1+sha', 0, false, digitRuns) // 7, at the plus
 * @example findPrereleaseEndIndex('beta', 0, false, digitRuns) // 0; no opening hyphen
 */
const findPrereleaseEndIndex = (range, start, loose, digitRuns) => {
  const hyphen = range[start] === '-'
  if (!loose && !hyphen) {
    return start
  }
  const identifierStart = start + (hyphen ? 1 : 0)
  let end = findPrereleaseIdentifierEndIndex(range, identifierStart, loose, digitRuns)
  if (end === identifierStart) {
    if (!loose || !hyphen) {
      return start
    }
    // In loose syntax, a lone hyphen can itself be the identifier.
    end = findPrereleaseIdentifierEndIndex(range, start, loose, digitRuns)
  }
  while (range[end] === '.') {
    const next = findPrereleaseIdentifierEndIndex(range, end + 1, loose, digitRuns)
    if (next === end + 1) {
      break
    }
    end = next
  }
  return end
}

/**
 * Reads one build-name piece, such as sha or 123 in +sha.123.
 * Stops at a disallowed character or the old regex's length limit.
 *
 * @param {string} range The text to read; it is not changed.
 * @param {number} start The position where the identifier should begin.
 * @returns {number} The position after the identifier, or start if none matches.
 * @example findBuildIdentifierEndIndex('sha.123', 0) // 3, at the dot
 * @example findBuildIdentifierEndIndex('001', 0) // 3; leading zeros are allowed
 */
const findBuildIdentifierEndIndex = (range, start) => {
  let end = start
  while (end - start < MAX_SAFE_BUILD_LENGTH && isIdentifierCharacter(range[end])) {
    end++
  }
  return end
}

/**
 * Reads optional build metadata such as +sha.123.
 * Leaves the position unchanged if there is no plus sign followed by a name.
 *
 * @param {string} range The text to read; it is not changed.
 * @param {number} start The position where the opening + should be.
 * @returns {number} The position after the matched metadata, or start if absent.
 * @example findBuildEndIndex('+sha.123 <2', 0) // 8, at the space
 * @example findBuildEndIndex('+', 0) // 0; a plus sign alone is not a match
 */
const findBuildEndIndex = (range, start) => {
  if (range[start] !== '+') {
    return start
  }
  let end = findBuildIdentifierEndIndex(range, start + 1)
  if (end === start + 1) {
    return start
  }
  while (range[end] === '.') {
    const next = findBuildIdentifierEndIndex(range, end + 1)
    if (next === end + 1) {
      break
    }
    end = next
  }
  return end
}

/**
 * Reads three numbers separated by dots, then any prerelease and build suffixes.
 * Uses loose rules, so forms such as 01.02.03beta can match here.
 *
 * @param {string} range The text to read; it is not changed.
 * @param {number} start The position of the first number, after any prefix.
 * @param {DigitRunCache} digitRuns Shared digit-run cache, updated as needed.
 * @returns {number} The position after the version match, or start if none matches.
 * @example findLooseFullVersionEndIndex('1.2.3-beta+sha <2', 0, digitRuns) // 14
 * @example findLooseFullVersionEndIndex('1.2', 0, digitRuns) // 0; needs three numbers
 */
const findLooseFullVersionEndIndex = (range, start, digitRuns) => {
  let end = start
  for (let component = 0; component < 3; component++) {
    const next = findVersionNumberEndIndex(range, end, true, digitRuns)
    if (next === end) {
      return start
    }
    end = next
    if (component < 2) {
      if (range[end] !== '.') {
        return start
      }
      end++
    }
  }
  const prereleaseEnd = findPrereleaseEndIndex(range, end, true, digitRuns)
  return findBuildEndIndex(range, prereleaseEnd)
}

/**
 * Reads one component of a partial or wildcard version, such as 2 or x in 2.x.
 * Numbers use strict leading-zero rules; wildcards take up one character.
 *
 * @param {string} range The text to read; it is not changed.
 * @param {number} start The position where the component should begin.
 * @param {DigitRunCache} digitRuns Shared digit-run cache, updated as needed.
 * @returns {number} The position after the component, or start if none matches.
 * @example findPartialVersionComponentEndIndex('2.x', 0, digitRuns) // 1, at the dot
 * @example findPartialVersionComponentEndIndex('2.x', 2, digitRuns) // 3, after x
 */
const findPartialVersionComponentEndIndex = (range, start, digitRuns) => {
  if (isDigit(range[start])) {
    return findVersionNumberEndIndex(range, start, false, digitRuns)
  }
  return isVersionStart(range[start]) ? start + 1 : start
}

/**
 * Reads up to three components, allowing forms such as 1, 1.2, or 1.x.
 * After the third component, also reads any strict prerelease and build suffixes.
 *
 * @param {string} range The text to read; it is not changed.
 * @param {number} start The position of a number or wildcard, after any prefix.
 * @param {DigitRunCache} digitRuns Shared digit-run cache, updated as needed.
 * @returns {number} The position after the matched version text.
 * @example findPartialVersionEndIndex('1.x <2', 0, digitRuns) // 3, at the space
 * @example findPartialVersionEndIndex('1.', 0, digitRuns) // 1; the trailing dot is unread
 */
const findPartialVersionEndIndex = (range, start, digitRuns) => {
  let end = findPartialVersionComponentEndIndex(range, start, digitRuns)
  for (let component = 0; component < 2; component++) {
    if (range[end] !== '.') {
      return end
    }
    const next = findPartialVersionComponentEndIndex(range, end + 1, digitRuns)
    if (next === end + 1) {
      return end
    }
    end = next
  }
  const prereleaseEnd = findPrereleaseEndIndex(range, end, false, digitRuns)
  return findBuildEndIndex(range, prereleaseEnd)
}

/**
 * Finds where a version match ends, without deciding whether the range is valid.
 * Tries a loose full version first, then a partial or wildcard version, just
 * like the old regex's LOOSEPLAIN and XRANGEPLAIN alternatives.
 *
 * @param {string} range The text to read; it is not changed.
 * @param {number} start The position of a number or wildcard, after any prefix.
 * @param {DigitRunCache} digitRuns Shared digit-run cache, updated as needed.
 * @returns {number} The position where scanning the next candidate can resume.
 * @example findVersionEndIndex('1.2.3 <2', 0, digitRuns) // 5, at the space
 * @example findVersionEndIndex('1.x <2', 0, digitRuns) // 3, at the space
 */
const findVersionEndIndex = (range, start, digitRuns) => {
  const fullVersionEnd = findLooseFullVersionEndIndex(range, start, digitRuns)
  return fullVersionEnd !== start
    ? fullVersionEnd
    : findPartialVersionEndIndex(range, start, digitRuns)
}

/**
 * Finds the one whitespace character the old replacement would remove.
 * Keeps leading whitespace, skips an optional operator, and checks immediately
 * after it. Returns -1 if there is nothing to remove.
 *
 * @param {string} range The text containing a candidate already found by the caller.
 * @param {number} matchStart The candidate's position, including leading whitespace.
 * @returns {number} The position of the removable whitespace, or -1 if absent.
 * @example findRemovableWhitespaceIndex(' > 1', 0) // 2; keep the space at position 0
 * @example findRemovableWhitespaceIndex('>1', 0) // -1
 */
const findRemovableWhitespaceIndex = (range, matchStart) => {
  let position = matchStart
  if (isWhitespace(range[position])) {
    position++
  }
  if (range[position] === '<' || range[position] === '>') {
    position++
  }
  if (range[position] === '=') {
    position++
  }
  return isWhitespace(range[position]) ? position : -1
}

/**
 * Joins an operator to its version, turning > 1.2.3 into >1.2.3.
 * Copies everything else according to the old regex's matching rules.
 * Moves forward through prefixes and whole versions to avoid repeatedly
 * searching the same characters on long inputs.
 *
 * @param {string} range The range text to process; the original string is unchanged.
 * @returns {string} The range with matched operator whitespace removed.
 * @example trimComparatorWhitespace('> 1.2.3 < 2') // '>1.2.3 <2'
 * @example trimComparatorWhitespace('> invalid') // '> invalid'
 */
const trimComparatorWhitespace = range => {
  let result = ''
  let copyFrom = 0
  let cursor = 0
  const digitRuns = { start: -1, end: -1, previousStart: -1, previousEnd: -1 }

  while (cursor < range.length) {
    const matchStart = cursor
    if (range[cursor] === '<' || range[cursor] === '>') {
      cursor++
    } else if (!isVersionPrefix(range[cursor]) && !isVersionStart(range[cursor])) {
      cursor++
      continue
    }

    // Consume a v/=/whitespace run once, even when no version follows it.
    while (cursor < range.length && isVersionPrefix(range[cursor])) {
      cursor++
    }
    if (!isVersionStart(range[cursor])) {
      continue
    }

    const whitespacePosition = findRemovableWhitespaceIndex(range, matchStart)
    if (whitespacePosition !== -1) {
      result += range.slice(copyFrom, whitespacePosition)
      copyFrom = whitespacePosition + 1
    }

    // Skip the entire match, so a prerelease's trailing v cannot be
    // reconsidered as the prefix of another version.
    cursor = findVersionEndIndex(range, cursor, digitRuns)
  }

  return result + range.slice(copyFrom)
}

module.exports = trimComparatorWhitespace


/***/ }),

/***/ 2276:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



// Determine if version is greater than all the versions possible in the range.
const outside = __nccwpck_require__(280)
const gtr = (version, range, options) => outside(version, range, '>', options)
module.exports = gtr


/***/ }),

/***/ 3465:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const Range = __nccwpck_require__(6782)
const intersects = (r1, r2, options) => {
  r1 = new Range(r1, options)
  r2 = new Range(r2, options)
  return r1.intersects(r2, options)
}
module.exports = intersects


/***/ }),

/***/ 5213:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const outside = __nccwpck_require__(280)
// Determine if version is less than all the versions possible in the range
const ltr = (version, range, options) => outside(version, range, '<', options)
module.exports = ltr


/***/ }),

/***/ 3193:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const Range = __nccwpck_require__(6782)

const maxSatisfying = (versions, range, options) => {
  let max = null
  let maxSV = null
  let rangeObj = null
  try {
    rangeObj = new Range(range, options)
  } catch (er) {
    return null
  }
  versions.forEach((v) => {
    if (rangeObj.test(v)) {
      // satisfies(v, range, options)
      if (!max || maxSV.compare(v) === -1) {
        // compare(max, v, true)
        max = v
        maxSV = new SemVer(max, options)
      }
    }
  })
  return max
}
module.exports = maxSatisfying


/***/ }),

/***/ 8595:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const Range = __nccwpck_require__(6782)
const minSatisfying = (versions, range, options) => {
  let min = null
  let minSV = null
  let rangeObj = null
  try {
    rangeObj = new Range(range, options)
  } catch (er) {
    return null
  }
  versions.forEach((v) => {
    if (rangeObj.test(v)) {
      // satisfies(v, range, options)
      if (!min || minSV.compare(v) === 1) {
        // compare(min, v, true)
        min = v
        minSV = new SemVer(min, options)
      }
    }
  })
  return min
}
module.exports = minSatisfying


/***/ }),

/***/ 1866:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const Range = __nccwpck_require__(6782)
const gt = __nccwpck_require__(6599)

const minVersion = (range, loose) => {
  range = new Range(range, loose)

  let minver = new SemVer('0.0.0')
  if (range.test(minver)) {
    return minver
  }

  minver = new SemVer('0.0.0-0')
  if (range.test(minver)) {
    return minver
  }

  minver = null
  for (let i = 0; i < range.set.length; ++i) {
    const comparators = range.set[i]

    let setMin = null
    comparators.forEach((comparator) => {
      // Clone to avoid manipulating the comparator's semver object.
      const compver = new SemVer(comparator.semver.version)
      switch (comparator.operator) {
        case '>':
          if (compver.prerelease.length === 0) {
            compver.patch++
          } else {
            compver.prerelease.push(0)
          }
          compver.raw = compver.format()
          /* fallthrough */
        case '':
        case '>=':
          if (!setMin || gt(compver, setMin)) {
            setMin = compver
          }
          break
        case '<':
        case '<=':
          /* Ignore maximum versions */
          break
        /* istanbul ignore next */
        default:
          throw new Error(`Unexpected operation: ${comparator.operator}`)
      }
    })
    if (setMin && (!minver || gt(minver, setMin))) {
      minver = setMin
    }
  }

  if (minver && range.test(minver)) {
    return minver
  }

  return null
}
module.exports = minVersion


/***/ }),

/***/ 280:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const Comparator = __nccwpck_require__(9379)
const { ANY } = Comparator
const Range = __nccwpck_require__(6782)
const satisfies = __nccwpck_require__(8011)
const gt = __nccwpck_require__(6599)
const lt = __nccwpck_require__(3872)
const lte = __nccwpck_require__(6717)
const gte = __nccwpck_require__(1236)

const outside = (version, range, hilo, options) => {
  version = new SemVer(version, options)
  range = new Range(range, options)

  let gtfn, ltefn, ltfn, comp, ecomp
  switch (hilo) {
    case '>':
      gtfn = gt
      ltefn = lte
      ltfn = lt
      comp = '>'
      ecomp = '>='
      break
    case '<':
      gtfn = lt
      ltefn = gte
      ltfn = gt
      comp = '<'
      ecomp = '<='
      break
    default:
      throw new TypeError('Must provide a hilo val of "<" or ">"')
  }

  // If it satisfies the range it is not outside
  if (satisfies(version, range, options)) {
    return false
  }

  // From now on, variable terms are as if we're in "gtr" mode.
  // but note that everything is flipped for the "ltr" function.

  for (let i = 0; i < range.set.length; ++i) {
    const comparators = range.set[i]

    let high = null
    let low = null

    comparators.forEach((comparator) => {
      if (comparator.semver === ANY) {
        comparator = new Comparator('>=0.0.0')
      }
      high = high || comparator
      low = low || comparator
      if (gtfn(comparator.semver, high.semver, options)) {
        high = comparator
      } else if (ltfn(comparator.semver, low.semver, options)) {
        low = comparator
      }
    })

    // If the edge version comparator has a operator then our version
    // isn't outside it
    if (high.operator === comp || high.operator === ecomp) {
      return false
    }

    // If the lowest version comparator has an operator and our version
    // is less than it then it isn't higher than the range
    if ((!low.operator || low.operator === comp) &&
        ltefn(version, low.semver)) {
      return false
    } else if (low.operator === ecomp && ltfn(version, low.semver)) {
      return false
    }
  }
  return true
}

module.exports = outside


/***/ }),

/***/ 2028:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



// given a set of versions and a range, create a "simplified" range
// that includes the same versions that the original range does
// If the original range is shorter than the simplified one, return that.
const satisfies = __nccwpck_require__(8011)
const compare = __nccwpck_require__(8469)
module.exports = (versions, range, options) => {
  const set = []
  let first = null
  let prev = null
  const v = versions.sort((a, b) => compare(a, b, options))
  for (const version of v) {
    const included = satisfies(version, range, options)
    if (included) {
      prev = version
      if (!first) {
        first = version
      }
    } else {
      if (prev) {
        set.push([first, prev])
      }
      prev = null
      first = null
    }
  }
  if (first) {
    set.push([first, null])
  }

  const ranges = []
  for (const [min, max] of set) {
    if (min === max) {
      ranges.push(min)
    } else if (!max && min === v[0]) {
      ranges.push('*')
    } else if (!max) {
      ranges.push(`>=${min}`)
    } else if (min === v[0]) {
      ranges.push(`<=${max}`)
    } else {
      ranges.push(`${min} - ${max}`)
    }
  }
  const simplified = ranges.join(' || ')
  const original = typeof range.raw === 'string' ? range.raw : String(range)
  return simplified.length < original.length ? simplified : range
}


/***/ }),

/***/ 1489:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const Range = __nccwpck_require__(6782)
const Comparator = __nccwpck_require__(9379)
const { ANY } = Comparator
const satisfies = __nccwpck_require__(8011)
const compare = __nccwpck_require__(8469)

// Complex range `r1 || r2 || ...` is a subset of `R1 || R2 || ...` iff:
// - Every simple range `r1, r2, ...` is a null set, OR
// - Every simple range `r1, r2, ...` which is not a null set is a subset of
//   some `R1, R2, ...`
//
// Simple range `c1 c2 ...` is a subset of simple range `C1 C2 ...` iff:
// - If c is only the ANY comparator
//   - If C is only the ANY comparator, return true
//   - Else if in prerelease mode, return false
//   - else replace c with `[>=0.0.0]`
// - If C is only the ANY comparator
//   - if in prerelease mode, return true
//   - else replace C with `[>=0.0.0]`
// - Let EQ be the set of = comparators in c
// - If EQ is more than one, return true (null set)
// - Let GT be the highest > or >= comparator in c
// - Let LT be the lowest < or <= comparator in c
// - If GT and LT, and GT.semver > LT.semver, return true (null set)
// - If any C is a = range, and GT or LT are set, return false
// - If EQ
//   - If GT, and EQ does not satisfy GT, return true (null set)
//   - If LT, and EQ does not satisfy LT, return true (null set)
//   - If EQ satisfies every C, return true
//   - Else return false
// - If GT
//   - If GT.semver is lower than any > or >= comp in C, return false
//   - If GT is >=, and GT.semver does not satisfy every C, return false
//   - If GT.semver has a prerelease, and not in prerelease mode
//     - If no C has a prerelease and the GT.semver tuple, return false
// - If LT
//   - If LT.semver is greater than any < or <= comp in C, return false
//   - If LT is <=, and LT.semver does not satisfy every C, return false
//   - If LT.semver has a prerelease, and not in prerelease mode
//     - If no C has a prerelease and the LT.semver tuple, return false
// - Else return true

const subset = (sub, dom, options = {}) => {
  if (sub === dom) {
    return true
  }

  sub = new Range(sub, options)
  dom = new Range(dom, options)
  let sawNonNull = false

  OUTER: for (const simpleSub of sub.set) {
    for (const simpleDom of dom.set) {
      const isSub = simpleSubset(simpleSub, simpleDom, options)
      sawNonNull = sawNonNull || isSub !== null
      if (isSub) {
        continue OUTER
      }
    }
    // the null set is a subset of everything, but null simple ranges in
    // a complex range should be ignored.  so if we saw a non-null range,
    // then we know this isn't a subset, but if EVERY simple range was null,
    // then it is a subset.
    if (sawNonNull) {
      return false
    }
  }
  return true
}

const minimumVersionWithPreRelease = [new Comparator('>=0.0.0-0')]
const minimumVersion = [new Comparator('>=0.0.0')]

const simpleSubset = (sub, dom, options) => {
  if (sub === dom) {
    return true
  }

  if (sub.length === 1 && sub[0].semver === ANY) {
    if (dom.length === 1 && dom[0].semver === ANY) {
      return true
    } else if (options.includePrerelease) {
      sub = minimumVersionWithPreRelease
    } else {
      sub = minimumVersion
    }
  }

  if (dom.length === 1 && dom[0].semver === ANY) {
    if (options.includePrerelease) {
      return true
    } else {
      dom = minimumVersion
    }
  }

  const eqSet = new Set()
  let gt, lt
  for (const c of sub) {
    if (c.operator === '>' || c.operator === '>=') {
      gt = higherGT(gt, c, options)
    } else if (c.operator === '<' || c.operator === '<=') {
      lt = lowerLT(lt, c, options)
    } else {
      eqSet.add(c.semver)
    }
  }

  if (eqSet.size > 1) {
    return null
  }

  let gtltComp
  if (gt && lt) {
    gtltComp = compare(gt.semver, lt.semver, options)
    if (gtltComp > 0) {
      return null
    } else if (gtltComp === 0 && (gt.operator !== '>=' || lt.operator !== '<=')) {
      return null
    }
  }

  // will iterate one or zero times
  for (const eq of eqSet) {
    if (gt && !satisfies(eq, String(gt), options)) {
      return null
    }

    if (lt && !satisfies(eq, String(lt), options)) {
      return null
    }

    for (const c of dom) {
      if (!satisfies(eq, String(c), options)) {
        return false
      }
    }

    return true
  }

  let higher, lower
  let hasDomLT, hasDomGT
  // if the subset has a prerelease, we need a comparator in the superset
  // with the same tuple and a prerelease, or it's not a subset
  let needDomLTPre = lt &&
    !options.includePrerelease &&
    lt.semver.prerelease.length ? lt.semver : false
  let needDomGTPre = gt &&
    !options.includePrerelease &&
    gt.semver.prerelease.length ? gt.semver : false
  // exception: <1.2.3-0 is the same as <1.2.3
  if (needDomLTPre && needDomLTPre.prerelease.length === 1 &&
      lt.operator === '<' && needDomLTPre.prerelease[0] === 0) {
    needDomLTPre = false
  }

  for (const c of dom) {
    hasDomGT = hasDomGT || c.operator === '>' || c.operator === '>='
    hasDomLT = hasDomLT || c.operator === '<' || c.operator === '<='
    if (gt) {
      if (needDomGTPre) {
        if (c.semver.prerelease && c.semver.prerelease.length &&
            c.semver.major === needDomGTPre.major &&
            c.semver.minor === needDomGTPre.minor &&
            c.semver.patch === needDomGTPre.patch) {
          needDomGTPre = false
        }
      }
      if (c.operator === '>' || c.operator === '>=') {
        higher = higherGT(gt, c, options)
        if (higher === c && higher !== gt) {
          return false
        }
      } else if (gt.operator === '>=' && !c.test(gt.semver)) {
        return false
      }
    }
    if (lt) {
      if (needDomLTPre) {
        if (c.semver.prerelease && c.semver.prerelease.length &&
            c.semver.major === needDomLTPre.major &&
            c.semver.minor === needDomLTPre.minor &&
            c.semver.patch === needDomLTPre.patch) {
          needDomLTPre = false
        }
      }
      if (c.operator === '<' || c.operator === '<=') {
        lower = lowerLT(lt, c, options)
        if (lower === c && lower !== lt) {
          return false
        }
      } else if (lt.operator === '<=' && !c.test(lt.semver)) {
        return false
      }
    }
    if (!c.operator && (lt || gt) && gtltComp !== 0) {
      return false
    }
  }

  // if there was a < or >, and nothing in the dom, then must be false
  // UNLESS it was limited by another range in the other direction.
  // Eg, >1.0.0 <1.0.1 is still a subset of <2.0.0
  if (gt && hasDomLT && !lt && gtltComp !== 0) {
    return false
  }

  if (lt && hasDomGT && !gt && gtltComp !== 0) {
    return false
  }

  // we needed a prerelease range in a specific tuple, but didn't get one
  // then this isn't a subset.  eg >=1.2.3-pre is not a subset of >=1.0.0,
  // because it includes prereleases in the 1.2.3 tuple
  if (needDomGTPre || needDomLTPre) {
    return false
  }

  return true
}

// >=1.2.3 is lower than >1.2.3
const higherGT = (a, b, options) => {
  if (!a) {
    return b
  }
  const comp = compare(a.semver, b.semver, options)
  return comp > 0 ? a
    : comp < 0 ? b
    : b.operator === '>' && a.operator === '>=' ? b
    : a
}

// <=1.2.3 is higher than <1.2.3
const lowerLT = (a, b, options) => {
  if (!a) {
    return b
  }
  const comp = compare(a.semver, b.semver, options)
  return comp < 0 ? a
    : comp > 0 ? b
    : b.operator === '<' && a.operator === '<=' ? b
    : a
}

module.exports = subset


/***/ }),

/***/ 4750:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const Range = __nccwpck_require__(6782)

// Mostly just for testing and legacy API reasons
const toComparators = (range, options) =>
  new Range(range, options).set
    .map(comp => comp.map(c => c.value).join(' ').trim().split(' '))

module.exports = toComparators


/***/ }),

/***/ 4737:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const Range = __nccwpck_require__(6782)
const validRange = (range, options) => {
  try {
    // Return '*' instead of '' so that truthiness works.
    // This will throw if it's invalid anyway
    return new Range(range, options).range || '*'
  } catch (er) {
    return null
  }
}
module.exports = validRange


/***/ }),

/***/ 2613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 8611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 5692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 9278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 4589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 6698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 7540:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 8474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 2467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 1792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 3136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 3429:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 5919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 5574:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 4756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 1904:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ definition)
/* harmony export */ });
/* harmony import */ var _fairway_action__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8317);
/* harmony import */ var _fairway_schema__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(530);


const definition = (0,_fairway_action__WEBPACK_IMPORTED_MODULE_0__/* .defineAction */ .QP)({
    name: 'plan',
    title: 'Fairway plan',
    description: 'Reads fairway.yml and the ledger, and says which version goes to which environment, in which order.',
    details: `Nothing is changed. The checkout needs the whole history (\`fetch-depth: 0\`), because the version comes from
the commits since the last tag.

\`\`\`yaml
jobs:
  plan:
    runs-on: ubuntu-latest
    permissions: { contents: read }
    outputs:
      stages: \${{ steps.plan.outputs.stages }}
    steps:
      - uses: actions/checkout@v6
        with: { fetch-depth: 0, persist-credentials: false }
      - id: plan
        uses: fairway-ci/fairway@v1
  first-stage:
    needs: plan
    strategy:
      matrix:
        include: \${{ fromJSON(needs.plan.outputs.stages)[0] }}
    # matrix.environment, matrix.strategy, matrix.action, matrix.backup, matrix.url
\`\`\`

A commit has one version: the tag on it, else a \`Release-As:\` footer, else the last version and what the
conventional commits since then ask for. Before 1.0.0 a breaking change and a feature both raise the minor version.`,
    icon: 'map',
    color: 'green',
    inputs: {
        config: (0,_fairway_action__WEBPACK_IMPORTED_MODULE_0__/* .input */ .hF)((0,_fairway_schema__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(), {
            description: 'Path of fairway.yml. Default: .github/fairway.yml, then fairway.yml.',
        }),
        revision: (0,_fairway_action__WEBPACK_IMPORTED_MODULE_0__/* .input */ .hF)((0,_fairway_schema__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(), {
            description: 'Commit, branch or tag to release.',
            required: true,
            default: '${{ github.sha }}',
        }),
        environments: (0,_fairway_action__WEBPACK_IMPORTED_MODULE_0__/* .input */ .hF)((0,_fairway_schema__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)((0,_fairway_schema__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)()), {
            description: 'Only these environments, with commas or one a line. What they come after must have the release already. Default: all.',
        }),
        version: (0,_fairway_action__WEBPACK_IMPORTED_MODULE_0__/* .input */ .hF)((0,_fairway_schema__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(), { description: 'Version to use instead of the one the commits give.' }),
        token: (0,_fairway_action__WEBPACK_IMPORTED_MODULE_0__/* .input */ .hF)((0,_fairway_schema__WEBPACK_IMPORTED_MODULE_1__/* .secret */ .rJ)(), {
            description: 'Token that may read the contents of the repository.',
            required: true,
            default: '${{ github.token }}',
        }),
    },
    outputs: {
        plan: 'The whole plan as JSON.',
        stages: 'JSON list of lists of matrix entries `{ environment, strategy, action, backup, url }`; each stage follows the one before.',
        'stage-count': 'Number of stages.',
        version: 'Version of the release.',
        tag: 'Tag of the release.',
        commit: 'Full commit id of the release.',
        app: 'Name of the app.',
        'has-changes': '`true` when an environment of the plan is not live with the release yet.',
        complete: '`true` when every environment of the file will have the release after this plan.',
    },
});


/***/ }),

/***/ 6944:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _fairway_runtime__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6621);
/* harmony import */ var _definition_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1904);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7258);



await (0,_fairway_runtime__WEBPACK_IMPORTED_MODULE_0__/* .runAction */ .Cs)(_definition_js__WEBPACK_IMPORTED_MODULE_1__/* .definition */ .m, { run: _run_js__WEBPACK_IMPORTED_MODULE_2__/* .run */ .e });

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 7258:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  e: () => (/* binding */ run)
});

// UNUSED EXPORTS: makePlan

// EXTERNAL MODULE: ./.build/packages/schema/index.js + 8 modules
var schema = __nccwpck_require__(530);
;// CONCATENATED MODULE: ./.build/packages/backup/sqlite/kind.js

const expectation = (0,schema/* object */.Ik)({
    query: (0,schema/* field */.ZZ)((0,schema/* text */.Qq)(), {
        description: 'A SELECT whose first column of the first row is a number: `select count(*) from orders`.',
        required: true,
    }),
    min: (0,schema/* field */.ZZ)((0,schema/* number */.ai)(), { description: 'The least it may give.' }),
    max: (0,schema/* field */.ZZ)((0,schema/* number */.ai)(), { description: 'The most it may give.' }),
});
/** `sqlite:` of a backup section. */
const sqliteKind = (0,schema/* object */.Ik)({
    path: (0,schema/* field */.ZZ)((0,schema/* text */.Qq)(), {
        description: 'The database file. A relative path starts at the data folder of a process target (DATA_DIR); other targets need an absolute one.',
        required: true,
    }),
    expect: (0,schema/* field */.ZZ)((0,schema/* list */.p_)(expectation), {
        description: 'Queries that the restored database must answer within their bounds.',
        default: [],
    }),
    'allow-empty': (0,schema/* field */.ZZ)((0,schema/* bool */.lc)(), {
        description: 'Accept a database without tables, or whose tables are all empty.',
        default: false,
    }),
    'lock-wait': (0,schema/* field */.ZZ)((0,schema/* duration */.p0)(), {
        description: 'How long to wait while another process keeps the whole database locked.',
        default: '10s',
    }),
});

;// CONCATENATED MODULE: ./.build/packages/backup/stores/folder/kind.js

/** `folder: /var/backups/storefront`: a relative path starts at the workspace. */
const folderKind = (0,schema/* text */.Qq)();

;// CONCATENATED MODULE: ./.build/packages/backup/kinds.js



/** Config kinds of the engines; keys equal the engine folders of this package. */
const engineKinds = { sqlite: sqliteKind };
/** Config kinds of the stores; keys equal the folders of `stores/`. */
const storeKinds = { folder: folderKind };
const publicKey = (0,schema/* text */.Qq)({
    pattern: /^age1[02-9ac-hj-np-z]{10,}$/,
    hint: 'must be a public age key such as age1...',
});
/** Public keys only. A private key pasted here is refused without repeating it in the message. */
const recipientKind = {
    ...publicKey,
    read(value, path, report) {
        if (!/AGE-SECRET-KEY|AGE-PLUGIN/i.test(String(value)))
            return publicKey.read(value, path, report);
        const message = 'this is a private key: put its public key (age1...) here, and replace the private one';
        report({ path, message, on: 'value' });
        return undefined;
    },
};
const shared = {
    store: (0,schema/* field */.ZZ)((0,schema/* named */.KT)('store', storeKinds), {
        description: 'Where archives are kept. Default: the folder `backups` beside the data folder of the environment on this machine.',
    }),
    recipients: (0,schema/* field */.ZZ)((0,schema/* list */.p_)(recipientKind, { min: 1 }), {
        description: 'Public age keys that can read the archives. Without them: the key of the input `identity`.',
    }),
    keep: (0,schema/* field */.ZZ)((0,schema/* int */.Wh)({ min: 1 }), {
        description: 'How many proven backups are kept; older ones are removed after a proven one.',
        default: 7,
    }),
    'min-size': (0,schema/* field */.ZZ)((0,schema/* size */.Ej)(), {
        description: 'A smaller archive fails: users found rows of tiny, constant "backups".',
        default: '500B',
    }),
};
const fields = {
    ...shared,
    sqlite: (0,schema/* field */.ZZ)(sqliteKind, { description: 'A SQLite database file, copied while it is in use.' }),
};
const body = (0,schema/* object */.Ik)(fields);
const engines = Object.keys(engineKinds);
/** An environment's `backup:` section: exactly one engine beside the store, recipients and retention. */
const backupKind = {
    name: 'mapping',
    json: { ...body.json, oneOf: engines.map((name) => ({ required: [name] })) },
    read(value, path, report) {
        const config = body.read(value, path, report);
        if (!config)
            return undefined;
        const given = engines.filter((name) => config[name] !== undefined);
        const [type] = given;
        if (!type || given.length > 1) {
            const message = `expected exactly one engine, found ${given.length}.${(0,schema/* didYouMean */.au)('', engines)}`;
            report({ path, message, on: 'value' });
            return undefined;
        }
        const { sqlite, ...rest } = config;
        return { ...rest, engine: { type, config: sqlite } };
    },
};

;// CONCATENATED MODULE: ./.build/packages/image/builders/fields.js

const BUILDER_NAMES = ['assemble', 'buildx', 'buildah'];
const id = { pattern: /^[A-Za-z0-9_][A-Za-z0-9_.-]*$/, hint: 'letters, digits, "_", "." and "-"' };
const names = { keys: /^[A-Za-z_][A-Za-z0-9_]*$/, keyHint: 'letters, digits and "_"' };
const REGISTRY_REF = String.raw `[a-z0-9][a-z0-9.-]*(:[0-9]+)?(\/[a-z0-9]+([._-]+[a-z0-9]+)*)+(:[\w.-]+)?`;
const cache = (types) => (0,schema/* text */.Qq)({
    pattern: new RegExp(`^(type=(${types})(,[a-z-]+=[^,]+)*|${REGISTRY_REF})$`),
    hint: `expected an image, or type=${types.replaceAll('|', ', type=')} with options such as type=gha,scope=app`,
});
const builderField = (0,schema/* field */.ZZ)((0,schema/* choice */.Yq)(['auto', ...BUILDER_NAMES]), {
    description: 'What builds the image: `assemble` (files on a base, without a container engine), `buildx` or `buildah` (a Dockerfile). `auto` takes `assemble` where `files` are given, else the first of the others that this machine has.',
    default: 'auto',
});
/** The keys of the build section that only the builders of a Dockerfile read. All may be absent. */
const dockerfileFields = {
    dockerfile: (0,schema/* field */.ZZ)((0,schema/* text */.Qq)(), {
        description: 'Path of the Dockerfile, relative to the context. Default: `Dockerfile`.',
    }),
    target: (0,schema/* field */.ZZ)((0,schema/* text */.Qq)(id), { description: 'Stage of the Dockerfile to build. Default: the last one.' }),
    args: (0,schema/* field */.ZZ)((0,schema/* map */.Tj)((0,schema/* text */.Qq)(), names), {
        description: 'Build arguments (`ARG`). They stay readable in the image: secrets go into `secrets`.',
    }),
    secrets: (0,schema/* field */.ZZ)((0,schema/* list */.p_)((0,schema/* text */.Qq)(id)), {
        description: 'Ids of secrets that the Dockerfile mounts (`RUN --mount=type=secret,id=...`). Their values come from the input `secrets` of the action.',
    }),
    ssh: (0,schema/* field */.ZZ)((0,schema/* list */.p_)((0,schema/* text */.Qq)({ pattern: /^[A-Za-z0-9_.-]+(=\S+)?$/, hint: 'expected `default` or `<id>=<path>`' })), {
        description: 'SSH agents or keys that the Dockerfile mounts: `default` or `<id>=<socket or key>`.',
    }),
    contexts: (0,schema/* field */.ZZ)((0,schema/* map */.Tj)((0,schema/* text */.Qq)()), {
        description: 'Named contexts: a folder, `docker-image://...`, `oci-layout://<folder>@<digest>` or a URL of a git repository.',
    }),
    'cache-from': (0,schema/* field */.ZZ)((0,schema/* list */.p_)(cache('gha|registry|local')), {
        description: 'Where cached layers come from, as BuildKit writes it: `type=gha`, `type=registry,ref=...`.',
    }),
    'cache-to': (0,schema/* field */.ZZ)((0,schema/* list */.p_)(cache('gha|registry|local|inline')), {
        description: 'Where layers are cached: `type=gha,mode=max`, `type=registry,ref=...`, `type=inline`.',
    }),
};

;// CONCATENATED MODULE: ./.build/packages/image/builders/section.js

/** The keys that only `assemble` reads: a Dockerfile says these things itself. */
const ASSEMBLE_KEYS = [
    'base',
    'files',
    'ignore',
    'workdir',
    'entrypoint',
    'cmd',
    'env',
    'user',
    'ports',
    'healthcheck',
];
/** Whether the image comes from a Dockerfile: the builder is one of those, or `auto` and no files are given. */
function usesDockerfile({ builder, files }) {
    return builder === 'auto' ? files.length === 0 : builder !== 'assemble';
}
const without = (keys) => ({ not: { anyOf: keys.map((key) => ({ required: [key] })) } });
/** The same for editors: which keys go together. */
const SAYS_SO = {
    if: {
        anyOf: [
            { required: ['builder'], properties: { builder: { enum: ['buildx', 'buildah'] } } },
            {
                allOf: [
                    { properties: { builder: { const: 'auto' } } },
                    { properties: { files: { type: 'array', maxItems: 0 } } },
                ],
            },
        ],
    },
    // biome-ignore lint/suspicious/noThenProperty: the word of JSON Schema.
    then: without(ASSEMBLE_KEYS),
    else: {
        ...without(Object.keys(dockerfileFields)),
        required: ['files'],
        properties: { files: { type: 'array', minItems: 1 } },
    },
};
/** A build section whose keys all mean something to its builder: one that does not is an error, not ignored. */
function forItsBuilder(kind) {
    return {
        ...kind,
        json: { ...kind.json, ...SAYS_SO },
        read(value, path, report) {
            const section = kind.read(value, path, report);
            if (!section)
                return undefined;
            const given = Object.keys(value);
            const dockerfile = usesDockerfile(section);
            const foreign = dockerfile ? ASSEMBLE_KEYS : Object.keys(dockerfileFields);
            const wrong = given.filter((key) => foreign.includes(key));
            for (const key of wrong) {
                const message = dockerfile
                    ? `"${key}" means nothing to a Dockerfile builder: say it in the Dockerfile, or list \`files\` and use assemble`
                    : `"${key}" means nothing to assemble: remove it, or remove \`files\` and use a Dockerfile`;
                report({ path: [...path, key], message, on: 'key' });
            }
            if (!dockerfile && section.files.length === 0) {
                report({ path, message: '"files" is missing: what goes into the image', on: 'value' });
                return undefined;
            }
            return wrong.length ? undefined : section;
        },
    };
}

;// CONCATENATED MODULE: ./.build/packages/image/metadata/rule.js

const COMMON = ['enable', 'priority', 'prefix', 'suffix'];
const TYPES = {
    schedule: { priority: 1000, keys: ['pattern'] },
    semver: { priority: 900, keys: ['pattern', 'value'] },
    match: { priority: 800, keys: ['pattern', 'group', 'value'] },
    edge: { priority: 700, keys: ['branch'] },
    ref: { priority: 600, keys: ['event'] },
    raw: { priority: 200, keys: ['value'] },
    sha: { priority: 100, keys: ['format'] },
};
const NEEDED = {
    semver: 'pattern',
    match: 'pattern',
    ref: 'event',
    raw: 'value',
};
/** Reads a rule; a text that is no rule of a type is a tag of its own. */
function tagRuleKind() {
    return {
        name: 'tag rule',
        json: { type: 'string', pattern: '\\S' },
        read(value, path, report) {
            if (typeof value !== 'string' || value.trim() === '') {
                report({
                    path,
                    message: 'expected a tag or a rule such as type=semver,pattern={{version}}',
                    on: 'value',
                });
                return undefined;
            }
            let good = true;
            const refuse = (message) => {
                good = false;
                report({ path, message: `"${value}": ${message}`, on: 'value' });
            };
            const rule = readRule(value, refuse);
            return good ? rule : undefined;
        },
    };
}
/** Rules as lines of text, for the input and for defaults of ours. Throws TypeError for a wrong one. */
function parseRules(lines) {
    return lines.map((line) => {
        const problems = [];
        const report = ({ message }) => problems.push(message);
        const rule = tagRuleKind().read(line, [], report);
        if (!rule)
            throw new TypeError(problems.join('; '));
        return rule;
    });
}
function readRule(line, refuse) {
    const given = new Map();
    for (const field of splitFields(line, refuse)) {
        // An expression may hold "=", a key does not hold expressions.
        const at = /^[^{=]+=/.test(field) ? field.indexOf('=') : -1;
        const key = at < 0 ? 'value' : field.slice(0, at).trim().toLowerCase();
        if (given.has(key))
            refuse(`${key} is there twice`);
        given.set(key, field.slice(at + 1).trim());
    }
    const type = (given.get('type') ?? 'raw');
    if (!Object.hasOwn(TYPES, type)) {
        refuse(`unknown type "${type}".${(0,schema/* didYouMean */.au)(type, Object.keys(TYPES))}`);
        return undefined;
    }
    const known = ['type', ...COMMON, ...TYPES[type].keys];
    for (const key of given.keys()) {
        if (!known.includes(key))
            refuse(`type=${type} has no "${key}".${(0,schema/* didYouMean */.au)(key, known)}`);
    }
    const needed = NEEDED[type];
    if (needed && !given.get(needed))
        refuse(`type=${type} needs ${needed}=`);
    oneOf(given.get('event'), ['branch', 'tag', 'pr'], 'event', refuse);
    oneOf(given.get('format'), ['short', 'long'], 'format', refuse);
    const number = (key) => wholeNumber(given.get(key), key, refuse);
    const { type: _, enable = 'true', priority: _p, group: _g, ...texts } = Object.fromEntries(given);
    const group = number('group');
    return {
        ...texts,
        type,
        enable,
        priority: number('priority') ?? TYPES[type].priority,
        ...(group === undefined ? {} : { group }),
    };
}
/** Splits at commas, but not within double quotes (as in CSV) and not within `{{ }}`. */
function splitFields(line, refuse) {
    const fields = line.match(/(?:"(?:[^"]|"")*"|\{\{.*?\}\}|[^,"])+|"/g) ?? [];
    return fields.map((field) => {
        const text = field.trim();
        if (text === '"')
            refuse('a double quote is not closed');
        return text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text;
    });
}
function oneOf(given, valid, key, refuse) {
    if (given !== undefined && !valid.includes(given)) {
        refuse(`unknown ${key} "${given}".${(0,schema/* didYouMean */.au)(given, valid)}`);
    }
}
function wholeNumber(text, key, refuse) {
    if (text === undefined)
        return undefined;
    if (/^\d{1,6}$/.test(text))
        return Number(text);
    refuse(`${key} is not a whole number: "${text}"`);
    return undefined;
}

;// CONCATENATED MODULE: ./.build/packages/image/metadata/kinds.js


/** `true` and `false` of YAML, and their texts, beside `auto`. */
function autoOrBool() {
    const words = (0,schema/* choice */.Yq)(['auto', 'true', 'false']);
    return {
        ...words,
        json: { enum: ['auto', true, false, 'true', 'false'] },
        read: (value, path, report) => words.read(typeof value === 'boolean' ? String(value) : value, path, report),
    };
}
function flag() {
    return {
        name: 'boolean',
        json: { enum: [true, false, 'true', 'false'] },
        read(value, path, report) {
            if (value === true || value === 'true')
                return true;
            if (value === false || value === 'false')
                return false;
            return void report({
                path,
                message: `expected true or false, found ${JSON.stringify(value)}`,
                on: 'value',
            });
        },
    };
}
const affix = () => (0,schema/* text */.Qq)({ pattern: /^([A-Za-z0-9._-]|\{\{.*\}\})+$/, hint: 'letters, digits, "_", "." and "-"' });
/** How all tags of an image look. An input's text is one `key=value` a line. */
const flavorObject = (0,schema/* object */.Ik)({
    latest: (0,schema/* field */.ZZ)(autoOrBool(), {
        description: 'Whether the image is tagged `latest` too. `auto`: when a git tag of a release is built.',
        default: 'auto',
    }),
    prefix: (0,schema/* field */.ZZ)(affix(), { description: 'Before each tag whose rule has no prefix of its own.' }),
    suffix: (0,schema/* field */.ZZ)(affix(), { description: 'After each tag whose rule has no suffix of its own.' }),
    'prefix-latest': (0,schema/* field */.ZZ)(flag(), { description: 'The prefix also before `latest`.', default: false }),
    'suffix-latest': (0,schema/* field */.ZZ)(flag(), { description: 'The suffix also after `latest`.', default: false }),
});
const flavorKind = {
    ...flavorObject,
    fromText: (input) => (0,schema/* map */.Tj)((0,schema/* text */.Qq)()).fromText?.(input) ?? input,
};
/** One rule a line: rules hold commas. */
const tagRulesKind = {
    ...(0,schema/* list */.p_)(tagRuleKind()),
    fromText: (input) => input
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '' && !line.startsWith('#')),
};
/** These say which commit an image was built from: they are not a matter of taste. */
const FACTS = ['created', 'revision', 'version'].map((name) => `org.opencontainers.image.${name}`);
const LABEL = /^[A-Za-z0-9][A-Za-z0-9._/-]*$/;
const texts = (0,schema/* map */.Tj)((0,schema/* text */.Qq)(), {
    keys: LABEL,
    keyHint: 'letters, digits, ".", "_", "/", "-"',
});
const labelsKind = {
    ...texts,
    json: { ...texts.json, propertyNames: { pattern: LABEL.source, not: { enum: FACTS } } },
    read(value, path, report) {
        const read = texts.read(value, path, report);
        const taken = Object.keys(read ?? {}).find((key) => FACTS.includes(key));
        if (taken === undefined)
            return read;
        const message = `"${taken}" is set from the commit that is built: leave it out`;
        return void report({ path: [...path, taken], message, on: 'key' });
    },
};

;// CONCATENATED MODULE: ./.build/packages/image/kinds.js





const fileMapping = (0,schema/* either */.gP)((0,schema/* text */.Qq)(), (0,schema/* object */.Ik)({
    from: (0,schema/* field */.ZZ)((0,schema/* text */.Qq)(), {
        description: 'File or folder of the context. The content of a folder is taken.',
        required: true,
    }),
    to: (0,schema/* field */.ZZ)((0,schema/* text */.Qq)({ pattern: /^\//, hint: 'a path in the image starts with "/"' }), {
        description: 'Absolute path in the image. A file goes into it when it ends with "/".',
        required: true,
    }),
}));
const platform = (0,schema/* text */.Qq)({
    pattern: /^[a-z0-9]+\/[a-z0-9]+(\/[a-z0-9]+)?$/,
    hint: 'expected os/architecture such as linux/amd64',
});
const tcpPort = (0,schema/* int */.Wh)({ min: 1, max: 65_535 });
const portOfProtocol = (0,schema/* text */.Qq)({
    pattern: /^[1-9][0-9]{0,4}\/(tcp|udp|sctp)$/,
    hint: 'expected such as 53/udp',
});
const exposedPort = {
    name: 'port',
    json: { anyOf: [tcpPort.json, portOfProtocol.json] },
    read: (value, path, report) => typeof value === 'string' ? portOfProtocol.read(value, path, report) : tcpPort.read(value, path, report),
};
const healthcheckKind = (0,schema/* object */.Ik)({
    command: (0,schema/* field */.ZZ)((0,schema/* list */.p_)((0,schema/* text */.Qq)(), { min: 1 }), {
        description: 'Program and arguments; exit code 0 means healthy. Run inside of the container, without a shell.',
        required: true,
    }),
    interval: (0,schema/* field */.ZZ)((0,schema/* duration */.p0)({ min: 1 }), { description: 'Time between two checks. Engines take 30s.' }),
    timeout: (0,schema/* field */.ZZ)((0,schema/* duration */.p0)({ min: 1 }), { description: 'Longest time of one check. Engines take 30s.' }),
    'start-period': (0,schema/* field */.ZZ)((0,schema/* duration */.p0)(), { description: 'Time to start in which failures do not count.' }),
    'start-interval': (0,schema/* field */.ZZ)((0,schema/* duration */.p0)({ min: 1 }), { description: 'Time between two checks while it starts.' }),
    retries: (0,schema/* field */.ZZ)((0,schema/* int */.Wh)({ min: 1 }), { description: 'Failures in a row that mean unhealthy. Engines take 3.' }),
});
const buildFields = (0,schema/* object */.Ik)({
    builder: builderField,
    base: (0,schema/* field */.ZZ)((0,schema/* text */.Qq)(), {
        description: 'Image to build on, by digest or tag (`node:24-slim`, `ghcr.io/acme/base@sha256:...`, `oci:folder:tag`), or `scratch`. Its layers stay as they are, its settings are inherited. Default: `scratch`.',
    }),
    files: (0,schema/* field */.ZZ)((0,schema/* list */.p_)(fileMapping), {
        description: 'What goes in, one layer each: a path (placed below workdir) or a mapping of from and to. `from` may name the platform: `dist/${os}-${arch}/app`.',
        default: [],
    }),
    ignore: (0,schema/* field */.ZZ)((0,schema/* list */.p_)((0,schema/* text */.Qq)()), {
        description: 'Patterns of paths to leave out, as in .dockerignore: `**/*.test.ts`, `!keep.test.ts`.',
        default: [],
    }),
    workdir: (0,schema/* field */.ZZ)((0,schema/* text */.Qq)({ pattern: /^\//, hint: 'a path in the image starts with "/"' }), {
        description: "Working folder of the process. Default: the base's, or `/app` where that is none or `/`.",
    }),
    entrypoint: (0,schema/* field */.ZZ)((0,schema/* list */.p_)((0,schema/* text */.Qq)()), {
        description: "Program and first arguments. Default: the base's; when it is set, the base's cmd is not taken.",
    }),
    cmd: (0,schema/* field */.ZZ)((0,schema/* list */.p_)((0,schema/* text */.Qq)()), {
        description: "Default arguments after the entrypoint. Default: the base's, without an entrypoint here.",
    }),
    env: (0,schema/* field */.ZZ)((0,schema/* map */.Tj)((0,schema/* text */.Qq)(), { keys: /^[A-Za-z_][A-Za-z0-9_]*$/, keyHint: 'letters, digits and "_"' }), {
        description: 'Environment variables of the process.',
        default: {},
    }),
    user: (0,schema/* field */.ZZ)((0,schema/* text */.Qq)(), { description: 'User (and group) of the process: `1000:1000`.' }),
    ports: (0,schema/* field */.ZZ)((0,schema/* list */.p_)(exposedPort), {
        description: 'Ports the process listens on: `8080` (TCP) or `53/udp`.',
        default: [],
    }),
    healthcheck: (0,schema/* field */.ZZ)((0,schema/* either */.gP)((0,schema/* choice */.Yq)(['none']), healthcheckKind), {
        description: "How an engine sees that the process is healthy; `none` switches the base's off.",
    }),
    labels: (0,schema/* field */.ZZ)((0,schema/* map */.Tj)((0,schema/* text */.Qq)()), { description: 'Further labels of the image.', default: {} }),
    platforms: (0,schema/* field */.ZZ)((0,schema/* list */.p_)(platform, { min: 1 }), {
        description: 'Platforms the image is for; several make an index.',
        default: ['linux/amd64'],
    }),
    ...dockerfileFields,
});
const imageBuildKind = forItsBuilder(buildFields);
const smokeKind = (0,schema/* object */.Ik)({
    command: (0,schema/* field */.ZZ)((0,schema/* list */.p_)((0,schema/* text */.Qq)(), { min: 1 }), {
        description: 'Program and arguments, run in the built image, without a shell. Exit code 0 is success.',
        required: true,
    }),
    within: (0,schema/* field */.ZZ)((0,schema/* duration */.p0)({ min: 1 }), { description: 'Longest time it may take.', default: '1m' }),
    by: (0,schema/* field */.ZZ)((0,schema/* choice */.Yq)(['auto', 'engine', 'process']), {
        description: 'What runs it: `engine` (a container of the Docker Engine) or `process` (unpacked, with the Node of this machine, as the process target does). `auto`: `process` for images assembled on scratch, `engine` for all others.',
        default: 'auto',
    }),
});
/** The `image:` section of fairway.yml. */
const imageKind = (0,schema/* object */.Ik)({
    repository: (0,schema/* field */.ZZ)((0,schema/* text */.Qq)({
        pattern: /^[a-z0-9.-]+(:[0-9]+)?(\/[a-z0-9]+([._-]+[a-z0-9]+)*)+$/,
        hint: 'expected registry/path in lower case, without a tag',
    }), { description: 'Where the image lives in a registry. Without it images stay on this machine.' }),
    layout: (0,schema/* field */.ZZ)((0,schema/* text */.Qq)(), {
        description: 'Folder of the OCI image layout on this machine. Default: `<home>/<app>/images`.',
    }),
    build: (0,schema/* field */.ZZ)(imageBuildKind, { description: 'How the image is built.' }),
    tags: (0,schema/* field */.ZZ)(tagRulesKind, {
        description: 'Tags in the registry: texts, or rules such as `type=semver,pattern={{version}}`. Default: the version, the branch, the pull request, and `nightly` on a schedule.',
    }),
    flavor: (0,schema/* field */.ZZ)(flavorKind, { description: 'How all tags look.', default: {} }),
    labels: (0,schema/* field */.ZZ)(labelsKind, {
        description: 'Labels of the image; those of OCI (`org.opencontainers.image.*`) become annotations too. Created, revision, version, title, source and licenses are set already.',
        default: {},
    }),
    smoke: (0,schema/* field */.ZZ)(smokeKind, { description: 'A command that must succeed in the image before it is pushed.' }),
});

;// CONCATENATED MODULE: ./.build/packages/metrics/http/variants.js
/**
 * A mapping whose form is known by one of its keys: `{ events, total }` or `{ value }`. Without any of the keys
 * the last form reads it, and tells what is missing.
 */
function variants(forms) {
    const entries = Object.entries(forms);
    return {
        name: 'mapping',
        json: { anyOf: entries.map(([, form]) => form.json) },
        read(value, path, report) {
            const given = typeof value === 'object' && value !== null ? value : {};
            const form = entries.find(([key]) => Object.hasOwn(given, key)) ?? entries.at(-1);
            // The forms are those of V; TypeScript cannot follow the lookup.
            return form?.[1].read(value, path, report);
        },
    };
}

;// CONCATENATED MODULE: ./.build/packages/metrics/kinds-http.js

/** The name under which the job has a secret: `PROM_TOKEN`. */
const secretName = () => (0,schema/* secretName */.Gf)('PROM_TOKEN');
const basicKind = (0,schema/* object */.Ik)({
    user: (0,schema/* field */.ZZ)((0,schema/* text */.Qq)(), { description: 'Name of the user.', required: true }),
    password: (0,schema/* field */.ZZ)(secretName(), { description: 'Name of the secret with the password.', required: true }),
});
const headerKind = (0,schema/* object */.Ik)({
    name: (0,schema/* field */.ZZ)((0,schema/* text */.Qq)({ pattern: /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/, hint: 'a header name such as X-Api-Key' }), {
        description: 'Name of the header: `X-Api-Key`.',
        required: true,
    }),
    value: (0,schema/* field */.ZZ)(secretName(), { description: 'Name of the secret with its value.', required: true }),
});
const authFields = {
    bearer: (0,schema/* field */.ZZ)(secretName(), { description: 'Name of the secret with a token, sent as `Bearer`.' }),
    basic: (0,schema/* field */.ZZ)(basicKind, { description: 'A user, and the name of the secret with the password.' }),
    header: (0,schema/* field */.ZZ)(headerKind, { description: 'A header whose value is a secret.' }),
};
/** Exactly one way to say who asks. */
function httpAuth() {
    const fields = (0,schema/* object */.Ik)(authFields);
    return {
        ...fields,
        name: 'auth',
        json: { ...fields.json, minProperties: 1, maxProperties: 1 },
        read(value, path, report) {
            const read = fields.read(value, path, report);
            if (!read || Object.keys(read).length === 1)
                return read;
            const message = 'expected exactly one of: bearer, basic, header';
            report({ path, message, on: 'value' });
            return undefined;
        },
    };
}
const tlsFields = {
    ca: (0,schema/* field */.ZZ)((0,schema/* text */.Qq)(), {
        description: 'File with the certificates (PEM) that are trusted instead of the usual ones.',
    }),
    cert: (0,schema/* field */.ZZ)((0,schema/* text */.Qq)(), { description: 'File with the client certificate (PEM).' }),
    key: (0,schema/* field */.ZZ)((0,schema/* text */.Qq)(), { description: 'File with the key (PEM) of the client certificate.' }),
    'key-secret': (0,schema/* field */.ZZ)(secretName(), {
        description: 'Name of the secret with the key (PEM) of the client certificate, instead of a file.',
    }),
};
/** What a private service needs. The server's certificate is always verified. */
function httpTls() {
    const fields = (0,schema/* object */.Ik)(tlsFields);
    return {
        ...fields,
        name: 'tls',
        read(value, path, report) {
            const read = fields.read(value, path, report);
            if (!read)
                return undefined;
            const keys = [read.key, read.keySecret].filter((key) => key !== undefined).length;
            if (keys === (read.cert === undefined ? 0 : 1))
                return read;
            const message = 'a client certificate needs `cert` and its key: `key` (a file) or `key-secret`';
            report({ path, message, on: 'value' });
            return undefined;
        },
    };
}
const SECRET_HEADERS = ['authorization', 'proxy-authorization', 'cookie'];
/** Headers that are no secrets: `X-Scope-OrgID: tenant-1`. */
function plainHeaders() {
    const headers = (0,schema/* map */.Tj)((0,schema/* text */.Qq)({ pattern: /^[\t\x20-\x7e]+$/, hint: 'printable ASCII' }), {
        keys: /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/,
        keyHint: 'a header name such as X-Scope-OrgID',
    });
    return {
        ...headers,
        read(value, path, report) {
            const read = headers.read(value, path, report);
            const secret = Object.keys(read ?? {}).find((name) => SECRET_HEADERS.includes(name.toLowerCase()));
            if (secret === undefined)
                return read;
            report({ path: [...path, secret], message: `${secret} is a secret: use \`auth\``, on: 'key' });
            return undefined;
        },
    };
}

// EXTERNAL MODULE: ./.build/packages/runtime/errors.js
var errors = __nccwpck_require__(9910);
;// CONCATENATED MODULE: ./.build/packages/metrics/template.js


const OF_SUBJECT = ['version', 'commit', 'digest', 'revision'];
const OF_WINDOW = ['window', 'from', 'to'];
/** What stands for a value in a query: `{{ version }}` is the version of the side that is asked. */
const TEMPLATE_NAMES = [
    ...['app', 'environment', 'side', ...OF_SUBJECT, ...OF_WINDOW],
    ...['candidate', 'baseline'].flatMap((side) => OF_SUBJECT.map((name) => `${side}.${name}`)),
];
const PLACE = /\{\{\s*([^{}]*?)\s*\}\}/g;
/** The names that a template uses, valid or not. */
const namesIn = (template) => [...template.matchAll(PLACE)].map(([, name = '']) => name);
/** Why a text is no template, in words; undefined when it is one. */
function templateProblem(template) {
    const unknown = namesIn(template).find((name) => !TEMPLATE_NAMES.includes(name));
    if (unknown !== undefined)
        return `unknown name {{ ${unknown} }}.${(0,schema/* didYouMean */.au)(unknown, TEMPLATE_NAMES)}`;
    const rest = template.replace(PLACE, '');
    if (rest.includes('{{'))
        return 'a {{ is not closed; a name is written {{ version }}';
    return undefined;
}
/** Whether the answers differ between candidate and baseline by what the template says. */
const usesSide = (template) => namesIn(template).some((name) => name === 'side' || OF_SUBJECT.includes(name));
/** Whether the template is told how long the window is, or where it begins. */
const usesWindow = (template) => namesIn(template).some((name) => name === 'window' || name === 'from');
/** Text with names in `{{ }}`; an unknown name is reported with a suggestion. */
function template(options = {}) {
    const plain = (0,schema/* text */.Qq)(options);
    return {
        ...plain,
        name: 'query',
        read(value, path, report) {
            const read = plain.read(value, path, report);
            const problem = read === undefined ? undefined : templateProblem(read);
            if (problem === undefined)
                return read;
            report({ path, message: problem, on: 'value' });
            return undefined;
        },
    };
}
/** A query names the baseline, and nothing is live beside the candidate. Told as no data. */
class NoBaseline extends (/* unused pure expression or super */ null && (UserError)) {
}
/**
 * The query as it is sent. `from` and `to` are whole seconds since 1970, so that windows that follow one
 * another share their edge.
 */
function render(template, asked, language) {
    let rendered = '';
    let end = 0;
    for (const match of template.matchAll(PLACE)) {
        const [whole, name = ''] = match;
        rendered += template.slice(end, match.index);
        const value = valueAt(name, asked, language);
        rendered += typeof value === 'number' ? value : (value.raw ?? language.escape(value.text, rendered));
        end = match.index + whole.length;
    }
    return rendered + template.slice(end);
}
function valueAt(name, asked, language) {
    const whole = asked.to - asked.from;
    const ms = asked.shape === 'series' ? Math.min(asked.step ?? whole, whole) : whole;
    const seconds = `${Math.max(1, Math.round(ms / 1_000))}s`;
    if (name === 'from' || name === 'to')
        return Math.round(asked[name] / 1_000);
    if (name === 'window')
        return { text: '', raw: language.window?.(ms) ?? seconds };
    if (name === 'app' || name === 'environment' || name === 'side')
        return { text: asked[name] };
    const [first = '', second] = name.split('.');
    const side = second === undefined ? asked.side : first === 'candidate' ? 'candidate' : 'baseline';
    const key = OF_SUBJECT.find((one) => one === (second ?? first));
    if (!key)
        throw new UserError(templateProblem(`{{ ${name} }}`) ?? `unknown name {{ ${name} }}`);
    const subject = asked[side];
    if (!subject)
        throw new NoBaseline(`the query names {{ ${name} }}, and nothing is live beside the candidate`);
    return { text: subject[key] };
}
/**
 * What a query tells the two releases apart by, when that is equal: a release of the same version with another
 * configuration. `query`: as its kind has read it; every text in it counts. undefined: nothing is wrong.
 */
function template_sameForBoth(query, { candidate, baseline }) {
    const names = new Set(textsIn(query).flatMap(namesIn));
    const own = OF_SUBJECT.filter((name) => names.has(name));
    if (!baseline || own.length === 0 || names.has('side'))
        return undefined;
    if (own.some((name) => candidate[name] !== baseline[name]))
        return undefined;
    const equal = own.map((name) => `{{ ${name} }}`).join(' and ');
    return `${equal} is the same for candidate and baseline, so the query is too: use {{ revision }} or {{ digest }}`;
}
function textsIn(query) {
    if (typeof query === 'string')
        return [query];
    return typeof query === 'object' && query !== null ? Object.values(query).flatMap(textsIn) : [];
}

;// CONCATENATED MODULE: ./.build/packages/metrics/kinds-provider.js

/** A plain query. */
const valueForm = { form: 'value', shapes: ['value', 'series'] };
/** Bad ones of all: a share, whatever the provider. */
const countsForm = { form: 'counts', shapes: ['counts'], unit: 'percent' };
/** `quantile`: 0 to 1. */
const histogramForm = (quantile, unit) => ({
    ...{ form: 'histogram', shapes: ['histogram'], quantile },
    ...(unit ? { unit } : {}),
});
/** Each of these templates must tell the sides apart. */
const allSided = (...templates) => templates.every(usesSide);
/** One of these templates must: parts of one request. */
const someSided = (...templates) => templates.some(usesSide);

;// CONCATENATED MODULE: ./.build/packages/metrics/cloudwatch/kinds.js





/** Seconds; CloudWatch knows no others below a minute. */
const SHORT_PERIODS = [1, 5, 10, 20, 30];
function period() {
    const plain = (0,schema/* duration */.p0)({ min: 1_000 });
    return {
        ...plain,
        read(value, path, report) {
            const ms = plain.read(value, path, report);
            if (ms === undefined || SHORT_PERIODS.includes(ms / 1_000) || ms % 60_000 === 0)
                return ms;
            const message = `a period is ${SHORT_PERIODS.join('s, ')}s or whole minutes`;
            report({ path, message, on: 'value' });
            return undefined;
        },
    };
}
const metricFields = {
    namespace: (0,schema/* field */.ZZ)((0,schema/* text */.Qq)(), { description: 'Namespace: `AWS/ApplicationELB`.', required: true }),
    metric: (0,schema/* field */.ZZ)((0,schema/* text */.Qq)(), { description: 'Name of the metric: `TargetResponseTime`.', required: true }),
    dimensions: (0,schema/* field */.ZZ)((0,schema/* map */.Tj)(template()), { description: 'Dimensions, all of them.', default: {} }),
    stat: (0,schema/* field */.ZZ)((0,schema/* text */.Qq)({
        pattern: /^(SampleCount|Average|Sum|Minimum|Maximum|IQM|(p|tm|tc|ts|wm)\d+(\.\d+)?|(TM|TC|TS|WM|PR)\(.+\))$/,
        hint: 'SampleCount, Average, Sum, Minimum, Maximum or one such as p95 or tm99',
    }), { description: 'Statistic: `Sum`, `Average`, `p95`.', required: true }),
    unit: (0,schema/* field */.ZZ)((0,schema/* text */.Qq)(), { description: 'Only what was recorded in this unit: `Seconds`.' }),
    account: (0,schema/* field */.ZZ)((0,schema/* text */.Qq)({ pattern: /^\d{12}$/, hint: 'an account has 12 digits' }), {
        description: 'Account of the metric, where it is another one.',
    }),
};
const periodField = (0,schema/* field */.ZZ)(period(), {
    description: 'Seconds that one point stands for. Default: the whole window.',
});
const metrics = (0,schema/* field */.ZZ)((0,schema/* map */.Tj)((0,schema/* object */.Ik)(metricFields), {
    keys: /^[a-z][A-Za-z0-9_]*$/,
    keyHint: 'a small letter, then letters, digits, _',
}), { description: 'The metrics that expressions name.', default: {} });
const plain = (0,schema/* object */.Ik)({ ...metricFields, period: periodField });
const expression = (0,schema/* object */.Ik)({
    expression: (0,schema/* field */.ZZ)(template(), {
        description: 'Metric maths, or a query of Metrics Insights: `100 * errors / requests`.',
        required: true,
    }),
    metrics,
    period: periodField,
});
const counts = (0,schema/* object */.Ik)({
    events: (0,schema/* field */.ZZ)(template(), {
        description: 'Metric maths that gives what went wrong: `errors`.',
        required: true,
    }),
    total: (0,schema/* field */.ZZ)(template(), {
        description: 'Metric maths that gives all of them: `requests`.',
        required: true,
    }),
    metrics,
    'no-events': (0,schema/* field */.ZZ)((0,schema/* choice */.Yq)(['no-data', 'zero']), {
        description: '`zero` where `events` only exists once something failed, as HTTPCode_Target_5XX_Count does.',
        default: 'no-data',
    }),
    period: periodField,
});
const connection = (0,schema/* object */.Ik)({
    region: (0,schema/* field */.ZZ)((0,schema/* text */.Qq)({ pattern: /^[a-z]{2}(-[a-z]+)+-\d$/, hint: 'a region such as eu-central-1' }), {
        description: 'Region. Default: AWS_REGION.',
    }),
    url: (0,schema/* field */.ZZ)((0,schema/* url */.OZ)(), { description: "Endpoint, instead of the region's own: a VPC endpoint or a proxy." }),
    tls: (0,schema/* field */.ZZ)(httpTls(), { description: 'A private authority, or a client certificate, of a proxy.' }),
    delay: (0,schema/* field */.ZZ)((0,schema/* duration */.p0)(), {
        description: 'How late figures are: windows begin and end this much earlier.',
        default: '2m',
    }),
    timeout: (0,schema/* field */.ZZ)((0,schema/* duration */.p0)({ min: 100 }), { description: 'For one answer.', default: '10s' }),
});
const dimensionsOf = (metric) => Object.values(metric.dimensions);
/** By its own text, or by a metric that it names. */
function expressionSided(text, metrics) {
    const named = Object.entries(metrics).filter(([id]) => new RegExp(`\\b${id}\\b`).test(text));
    return someSided(text, ...named.flatMap(([, metric]) => dimensionsOf(metric)));
}
/** Amazon CloudWatch, by GetMetricData. */
const cloudwatchKind = {
    query: variants({ expression, events: counts, namespace: plain }),
    connection,
    form: (query) => ('events' in query ? countsForm : valueForm),
    sided(query) {
        if ('namespace' in query)
            return someSided(...dimensionsOf(query));
        const texts = 'events' in query ? [query.events, query.total] : [query.expression];
        return texts.every((text) => expressionSided(text, query.metrics));
    },
};

;// CONCATENATED MODULE: ./.build/packages/metrics/command/kinds.js




const query = (0,schema/* object */.Ik)({
    run: (0,schema/* field */.ZZ)((0,schema/* list */.p_)(template(), { min: 1 }), {
        description: 'Program and arguments, each one text with names such as {{ version }}; there is no shell',
        required: true,
    }),
    gives: (0,schema/* field */.ZZ)((0,schema/* choice */.Yq)(['value', 'counts', 'histogram']), {
        description: 'What it writes: one number (or points), events and total, or bounds and counts',
        default: 'value',
    }),
    quantile: (0,schema/* field */.ZZ)((0,schema/* percent */.KN)(), { description: 'Which one of a histogram', default: '95%' }),
    timeout: (0,schema/* field */.ZZ)((0,schema/* duration */.p0)({ min: 1_000 }), { description: 'Longest time it may take', default: '30s' }),
    secrets: (0,schema/* field */.ZZ)((0,schema/* map */.Tj)(secretName(), { keys: /^[A-Za-z_][A-Za-z0-9_]*$/, keyHint: 'the name of an environment variable' }), { description: 'Environment variables that it gets, each with the name of a secret', default: {} }),
});
/** `command: { run: [scripts/errors.sh, "{{ version }}"] }`. The command is told the side by its environment. */
const commandKind = {
    query,
    connection: (0,schema/* object */.Ik)({}),
    form: ({ gives, quantile }) => gives === 'counts' ? countsForm : gives === 'histogram' ? histogramForm(quantile / 100) : valueForm,
    // FAIRWAY_SIDE and the like tell every command which side is asked.
    sided: () => true,
    beyondNames: true,
};

;// CONCATENATED MODULE: ./.build/packages/metrics/datadog/kinds.js





/** What Datadog can make of the points of a window. */
const AGGREGATORS = ['avg', 'min', 'max', 'sum', 'last', 'percentile', 'mean', 'l2norm', 'area'];
const value = (0,schema/* object */.Ik)({
    query: (0,schema/* field */.ZZ)(template(), {
        description: 'Metrics query: `p95:trace.http.request{service:shop,version:{{ version }}}`.',
        required: true,
    }),
    aggregator: (0,schema/* field */.ZZ)((0,schema/* choice */.Yq)(AGGREGATORS), {
        description: 'How the points of the window become one value.',
        default: 'avg',
    }),
});
const kinds_counts = (0,schema/* object */.Ik)({
    events: (0,schema/* field */.ZZ)(template(), {
        description: 'What went wrong: `sum:trace.http.request.errors{version:{{ version }}}.as_count()`.',
        required: true,
    }),
    total: (0,schema/* field */.ZZ)(template(), { description: 'All of them, counted likewise.', required: true }),
    'no-events': (0,schema/* field */.ZZ)((0,schema/* choice */.Yq)(['no-data', 'zero']), {
        description: '`zero` where the metric of `events` only exists once something failed.',
        default: 'no-data',
    }),
});
const mapping = variants({ events: kinds_counts, query: value });
const kinds_connection = (0,schema/* object */.Ik)({
    site: (0,schema/* field */.ZZ)((0,schema/* text */.Qq)({ pattern: /^(?!app\.|api\.)[a-z0-9-]+(\.[a-z0-9-]+)+$/, hint: 'a site such as datadoghq.eu' }), {
        description: 'Site: `datadoghq.eu`, `us5.datadoghq.com`.',
        default: 'datadoghq.com',
    }),
    url: (0,schema/* field */.ZZ)((0,schema/* url */.OZ)(), { description: "Address of the API, instead of the site's own: a proxy." }),
    'api-key': (0,schema/* field */.ZZ)(secretName(), {
        description: 'Name of the secret with the API key.',
        default: 'DD_API_KEY',
    }),
    'application-key': (0,schema/* field */.ZZ)(secretName(), {
        description: 'Name of the secret with the application key (scope timeseries_query).',
        default: 'DD_APP_KEY',
    }),
    tls: (0,schema/* field */.ZZ)(httpTls(), { description: 'A private authority, or a client certificate, of a proxy.' }),
    delay: (0,schema/* field */.ZZ)((0,schema/* duration */.p0)(), {
        description: 'How late figures are: windows begin and end this much earlier.',
        default: '1m',
    }),
    timeout: (0,schema/* field */.ZZ)((0,schema/* duration */.p0)({ min: 100 }), { description: 'For one answer.', default: '10s' }),
});
/** Datadog's metrics. A text is a query whose points are averaged. */
const datadogKind = {
    query: (0,schema/* either */.gP)(template(), mapping),
    connection: kinds_connection,
    form: (query) => (typeof query === 'object' && 'events' in query ? countsForm : valueForm),
    sided(query) {
        if (typeof query === 'string')
            return allSided(query);
        return 'events' in query ? allSided(query.events, query.total) : allSided(query.query);
    },
};

;// CONCATENATED MODULE: ./.build/packages/routers/haproxy/config.js

/** What HAProxy takes as the name of a backend or a server. */
const haproxyName = () => (0,schema/* text */.Qq)({ pattern: /^[A-Za-z0-9_.:-]+$/, hint: 'letters, digits and _ . : -' });
/** Where its runtime API listens. */
const haproxySocket = () => (0,schema/* text */.Qq)({
    pattern: /^(\/\S+|\[?[^\s/[\]]+\]?:\d{1,5})$/,
    hint: 'the path of a unix socket, or host:port',
});
/** `haproxy:` of a router: a running HAProxy shifts the traffic between two servers of a backend. */
const haproxyRouter = (0,schema/* object */.Ik)({
    socket: (0,schema/* field */.ZZ)(haproxySocket(), {
        description: '`stats socket` of HAProxy with level admin: a path of this machine, or host:port.',
        required: true,
    }),
    backend: (0,schema/* field */.ZZ)(haproxyName(), {
        description: 'Backend in haproxy.cfg whose traffic is split.',
        required: true,
    }),
    live: (0,schema/* field */.ZZ)(haproxyName(), {
        description: 'Server of that backend that reaches what is live, always: for the process target its port.',
        default: 'live',
    }),
    candidate: (0,schema/* field */.ZZ)(haproxyName(), {
        description: 'Server of that backend for the candidate; its address is set when a release is staged.',
        default: 'candidate',
    }),
    drain: (0,schema/* field */.ZZ)((0,schema/* duration */.p0)(), {
        description: 'How long requests at the candidate may go on after its traffic was taken away.',
        default: '2s',
    }),
});

;// CONCATENATED MODULE: ./.build/packages/routers/pin-kind.js

const token = /^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/;
const visible = /^[\x21-\x7e]([\x20-\x7e]*[\x21-\x7e])?$/;
const either = (0,schema/* object */.Ik)({
    header: (0,schema/* field */.ZZ)((0,schema/* text */.Qq)({ pattern: token, hint: 'the name of a header' }), {
        description: 'Name of a request header, in any case.',
    }),
    cookie: (0,schema/* field */.ZZ)((0,schema/* text */.Qq)({ pattern: token, hint: 'the name of a cookie' }), {
        description: 'Name of a cookie.',
    }),
    value: (0,schema/* field */.ZZ)((0,schema/* text */.Qq)({ pattern: visible, hint: 'printable ASCII characters' }), {
        description: 'What it must hold, exactly.',
        required: true,
    }),
});
/** `{ header: X-Canary, value: always }` or `{ cookie: canary, value: "yes" }`. */
function pin() {
    const { properties } = either.json;
    const form = (name) => ({
        type: 'object',
        additionalProperties: false,
        required: [name, 'value'],
        properties: { [name]: properties[name], value: properties.value },
    });
    return {
        name: 'pin',
        json: { oneOf: [form('header'), form('cookie')] },
        read(raw, path, report) {
            const read = either.read(raw, path, report);
            if (!read)
                return undefined;
            const { header, cookie, value } = read;
            if (header !== undefined && cookie === undefined)
                return { header, value };
            if (cookie !== undefined && header === undefined)
                return { cookie, value };
            const said = header === undefined ? 'neither' : 'both';
            report({ path, message: `expected a header or a cookie, found ${said}`, on: 'value' });
            return undefined;
        },
    };
}
/** `pins:` of a canary. */
const pinList = () => (0,schema/* list */.p_)(pin());

;// CONCATENATED MODULE: ./.build/packages/routers/kinds.js




/** What may stand in `router:` of a strategy, by type. */
const routerKinds = { haproxy: haproxyRouter, process: (0,schema/* object */.Ik)({}) };
/** What each router can do; the plan refuses the rest. */
const routerCapabilities = {
    haproxy: { smallest: 0.39, pins: ['header', 'cookie'] },
    process: { smallest: 0.001, pins: ['header', 'cookie'] },
};

;// CONCATENATED MODULE: ./.build/packages/metrics/haproxy/kinds.js



const HAPROXY_QUERIES = ['error-rate', 'requests'];
/** Averages that reach back before the release cannot tell it from the one before. */
const REFUSED = /^(p\d+|[qcrt]time|latency|response-time|duration)$/;
function kinds_query() {
    return {
        name: HAPROXY_QUERIES.join(', '),
        json: { type: 'string', enum: HAPROXY_QUERIES },
        read(value, path, report) {
            const known = HAPROXY_QUERIES.find((one) => one === value);
            if (known)
                return known;
            const why = REFUSED.test(String(value))
                ? 'HAProxy tells times as moving averages that hold requests from before the release: measure them with prometheus.'
                : `unknown value ${JSON.stringify(value) ?? ''}.`;
            report({ path, message: `${why} Valid: ${HAPROXY_QUERIES.join(', ')}.`, on: 'value' });
            return undefined;
        },
    };
}
const connectionFields = {
    socket: (0,schema/* field */.ZZ)(haproxySocket(), {
        description: '`stats socket` of HAProxy: a path of this machine, or host:port.',
        required: true,
    }),
    backend: (0,schema/* field */.ZZ)(haproxyName(), { description: 'Backend in haproxy.cfg.', required: true }),
    live: (0,schema/* field */.ZZ)(haproxyName(), {
        description: 'Server of the backend that the baseline is behind.',
        default: 'live',
    }),
    candidate: (0,schema/* field */.ZZ)(haproxyName(), {
        description: 'Server of the backend that the candidate is behind.',
        default: 'candidate',
    }),
};
/** `haproxy: error-rate`: what HAProxy itself counts, by server. */
const haproxyKind = {
    query: kinds_query(),
    connection: (0,schema/* object */.Ik)(connectionFields),
    form: (asked) => asked === 'error-rate'
        ? countsForm
        : { form: 'value', shapes: ['value'], unit: 'number', ofTraffic: true },
    sided: () => true,
    beyondNames: true,
};

;// CONCATENATED MODULE: ./.build/packages/metrics/http/kinds.js





/** An address, or a path below that of the provider; user and password in it would be shown. */
function address() {
    const hint = 'an address such as https://stats.example.com/errors, or a path such as /errors';
    const pattern = /^(https?:\/\/(\{\{[^{}]*\}\}|[^\s/@?#{}])+(?=[/?]|$)|\/)(\{\{[^{}]*\}\}|[^\s#{}])*$/;
    return template({ pattern, hint });
}
/** `$.stats.errors`; RFC 9535, checked in full before anything is asked. */
const path = () => template({ pattern: /^\$/, hint: 'a JSON path begins with $: $.stats.errors' });
const requestFields = {
    url: (0,schema/* field */.ZZ)(address(), {
        description: 'Address with names such as {{ version }}, or a path below the `url` of the provider.',
        required: true,
    }),
    method: (0,schema/* field */.ZZ)((0,schema/* choice */.Yq)(['GET', 'POST']), { description: 'Method. Default: POST with a body, else GET.' }),
    headers: (0,schema/* field */.ZZ)(plainHeaders(), { description: 'Headers that are no secrets.', default: {} }),
    'secret-headers': (0,schema/* field */.ZZ)((0,schema/* map */.Tj)(secretName(), { keys: /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/, keyHint: 'a header name' }), {
        description: 'Headers, each with the name of the secret that is its value.',
        default: {},
    }),
    body: (0,schema/* field */.ZZ)(template(), { description: 'Body; JSON, with names inside of quotes.' }),
};
const kinds_value = (0,schema/* object */.Ik)({
    ...requestFields,
    value: (0,schema/* field */.ZZ)(path(), { description: 'JSON path to the value.', required: true }),
    samples: (0,schema/* field */.ZZ)(path(), { description: 'JSON path to the number of observations behind it.' }),
});
const http_kinds_counts = (0,schema/* object */.Ik)({
    ...requestFields,
    events: (0,schema/* field */.ZZ)(path(), { description: 'JSON path to the number of what went wrong.', required: true }),
    total: (0,schema/* field */.ZZ)(path(), { description: 'JSON path to the number of all.', required: true }),
});
const points = (0,schema/* object */.Ik)({
    ...requestFields,
    points: (0,schema/* field */.ZZ)(path(), {
        description: 'JSON path to the points: pairs of a time (seconds or ms since 1970, or ISO 8601) and a value.',
        required: true,
    }),
});
const http_kinds_connection = (0,schema/* object */.Ik)({
    url: (0,schema/* field */.ZZ)((0,schema/* url */.OZ)(), { description: 'Address that paths in queries are below; only there `auth` is sent.' }),
    auth: (0,schema/* field */.ZZ)(httpAuth(), { description: 'How it knows who asks; the values are names of secrets.' }),
    headers: (0,schema/* field */.ZZ)(plainHeaders(), { description: 'More headers that are no secrets.', default: {} }),
    tls: (0,schema/* field */.ZZ)(httpTls(), { description: 'A private authority, or a client certificate.' }),
    timeout: (0,schema/* field */.ZZ)((0,schema/* duration */.p0)({ min: 100 }), { description: 'For one answer.', default: '10s' }),
});
const kinds_valueForm = { form: 'value', shapes: ['value'] };
const seriesForm = { form: 'value', shapes: ['series'] };
const pathsOf = (query) => {
    if ('events' in query)
        return [query.events, query.total];
    return 'points' in query ? [query.points] : [query.value];
};
/** Any service that answers with JSON. */
const httpKind = {
    query: variants({ events: http_kinds_counts, points, value: kinds_value }),
    connection: http_kinds_connection,
    form: (query) => ('events' in query ? countsForm : 'points' in query ? seriesForm : kinds_valueForm),
    // Of one answer about both sides each path must pick its own.
    sided: (query) => someSided(query.url, query.body ?? '') || allSided(...pathsOf(query)),
};

;// CONCATENATED MODULE: ./.build/packages/metrics/newrelic/kinds.js





const OURS = /\b(SINCE|UNTIL|TIMESERIES|FACET|COMPARE\s+WITH)\b/i;
const QUOTED = /'[^']*'|"[^"]*"|`[^`]*`/g;
/** NRQL for one number; the window is added to it. */
function nrql() {
    const plain = template({
        pattern: /^\s*(SELECT|FROM)\s/i,
        hint: "NRQL such as SELECT average(duration) FROM Transaction WHERE appVersion = '{{ version }}'",
    });
    return {
        ...plain,
        read(value, path, report) {
            const read = plain.read(value, path, report);
            const [, clause] = OURS.exec(read?.replace(QUOTED, "''") ?? '') ?? [];
            if (clause === undefined)
                return read;
            const why = /facet|compare/i.test(clause) ? 'one number is wanted' : 'the window is added';
            report({ path, message: `leave out ${clause.toUpperCase()}: ${why}`, on: 'value' });
            return undefined;
        },
    };
}
const newrelic_kinds_counts = (0,schema/* object */.Ik)({
    events: (0,schema/* field */.ZZ)(nrql(), {
        description: 'What went wrong: `SELECT count(*) FROM Transaction WHERE error IS true AND ...`.',
        required: true,
    }),
    total: (0,schema/* field */.ZZ)(nrql(), {
        description: 'All of them: `SELECT count(*) FROM Transaction WHERE ...`.',
        required: true,
    }),
});
const newrelic_kinds_value = (0,schema/* object */.Ik)({ query: (0,schema/* field */.ZZ)(nrql(), { description: 'NRQL for one number.', required: true }) });
const kinds_mapping = variants({ events: newrelic_kinds_counts, query: newrelic_kinds_value });
const newrelic_kinds_connection = (0,schema/* object */.Ik)({
    account: (0,schema/* field */.ZZ)((0,schema/* int */.Wh)({ min: 1 }), { description: 'Id of the account.', required: true }),
    region: (0,schema/* field */.ZZ)((0,schema/* choice */.Yq)(['us', 'eu']), { description: 'Where the account lies.', default: 'us' }),
    url: (0,schema/* field */.ZZ)((0,schema/* url */.OZ)(), { description: "Address of NerdGraph, instead of the region's own: a proxy." }),
    'api-key': (0,schema/* field */.ZZ)(secretName(), {
        description: 'Name of the secret with a user key (NRAK-...).',
        default: 'NEW_RELIC_API_KEY',
    }),
    tls: (0,schema/* field */.ZZ)(httpTls(), { description: 'A private authority, or a client certificate, of a proxy.' }),
    delay: (0,schema/* field */.ZZ)((0,schema/* duration */.p0)(), {
        description: 'How late figures are: windows begin and end this much earlier.',
        default: '1m',
    }),
    timeout: (0,schema/* field */.ZZ)((0,schema/* duration */.p0)({ min: 100 }), { description: 'For one answer.', default: '30s' }),
});
/** New Relic, by NRQL. */
const newrelicKind = {
    query: (0,schema/* either */.gP)(nrql(), kinds_mapping),
    connection: newrelic_kinds_connection,
    form: (query) => (typeof query === 'object' && 'events' in query ? countsForm : valueForm),
    sided(query) {
        if (typeof query === 'string')
            return allSided(query);
        return 'events' in query ? allSided(query.events, query.total) : allSided(query.query);
    },
};

;// CONCATENATED MODULE: ./.build/packages/metrics/process/kinds.js


const PROCESS_QUERIES = ['error-rate', 'requests', 'p50', 'p95', 'p99'];
const FORMS = {
    'error-rate': countsForm,
    requests: { form: 'value', shapes: ['value'], unit: 'number', ofTraffic: true },
    p50: histogramForm(0.5, 'ms'),
    p95: histogramForm(0.95, 'ms'),
    p99: histogramForm(0.99, 'ms'),
};
/** `process: error-rate`: what the process target's own proxy counts, by the release that answered. */
const processKind = {
    query: (0,schema/* choice */.Yq)(PROCESS_QUERIES),
    connection: (0,schema/* object */.Ik)({}),
    form: (query) => FORMS[query],
    sided: () => true,
    beyondNames: true,
};

;// CONCATENATED MODULE: ./.build/packages/metrics/prometheus/presets/expand.js

const QUANTILES = { p50: 0.5, p95: 0.95, p99: 0.99 };
/** The query that a preset stands for, of one side. Pure. */
function expand(query, side = 'candidate') {
    const { preset, ask, with: given } = query;
    if (ask === 'saturation')
        return { form: { ...valueForm, unit: 'ratio' }, query: saturation(query, side) };
    const system = SYSTEMS[preset](given, side);
    const select = (metric, ...more) => `${metric}{${[...system.matchers, system.side, ...more].filter((matcher) => matcher !== '').join(',')}}`;
    const total = `sum(${counted(select(system.requests))})`;
    const quantile = QUANTILES[ask];
    if (quantile !== undefined) {
        const histogram = `sum by (le) (${counted(select(system.buckets))})`;
        return { form: histogramForm(quantile, system.unit), query: { histogram, quantile: quantile * 100 } };
    }
    if (ask === 'requests')
        return { form: { ...valueForm, unit: 'number', ofTraffic: true }, query: total };
    const { status } = system;
    // No failure has no series: 0, but only where requests have that label at all.
    const none = `0 * sum(${counted(select(system.requests, `${status}!=""`))})`;
    const events = `sum(${counted(select(system.requests, `${status}${system.failed}`))}) or ${none}`;
    return { form: countsForm, query: { events, total } };
}
/**
 * What each counter rose by in the window, exactly: nothing is extrapolated, windows that follow one another
 * leave nothing out, and a counter that appears in the window counts from 0, where `increase` would miss the
 * first errors of a new release. One that was set back counts from 0 too.
 */
function counted(selector) {
    const now = `last_over_time(${selector}[{{ window }}])`;
    const before = `last_over_time(${selector}[1h] offset {{ window }})`;
    return `((${now} - ${before}) >= 0) or ${now}`;
}
/** A value from fairway.yml in double quotes; names in it are escaped when they are known. */
const quoted = (value) => `"${value.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n')}"`;
const equals = (label, value) => value === undefined ? '' : `${label}=${quoted(value)}`;
const sideOf = (given, side, label) => equals(given.label ?? label, given[side] ?? '{{ version }}');
const SYSTEMS = {
    prometheus: (given, side) => ({
        requests: given.requests ?? 'http_requests_total',
        status: given.status ?? 'code',
        failed: '=~"5.."',
        buckets: `${given.duration ?? 'http_request_duration_seconds'}_bucket`,
        unit: 's',
        matchers: [equals('job', given.service), given.select ?? ''],
        side: sideOf(given, side, 'version'),
    }),
    istio: (given, side) => ({
        requests: 'istio_requests_total',
        status: 'response_code',
        failed: '=~"5.."',
        buckets: 'istio_request_duration_milliseconds_bucket',
        unit: 'ms',
        matchers: [
            equals('reporter', given.reporter ?? 'destination'),
            equals('destination_service_name', given.service),
            equals('destination_service_namespace', given.namespace),
            given.select ?? '',
        ],
        side: sideOf(given, side, 'destination_version'),
    }),
    linkerd: (given, side) => ({
        requests: 'response_total',
        status: 'classification',
        failed: '="failure"',
        buckets: 'response_latency_ms_bucket',
        unit: 'ms',
        matchers: ['direction="inbound"', equals('namespace', given.namespace), given.select ?? ''],
        side: sideOf(given, side, 'version'),
    }),
    'ingress-nginx': (given, side) => ({
        requests: 'nginx_ingress_controller_requests',
        status: 'status',
        failed: '=~"5.."',
        buckets: 'nginx_ingress_controller_request_duration_seconds_bucket',
        unit: 's',
        matchers: [equals('ingress', given.ingress), equals('namespace', given.namespace), given.select ?? ''],
        // The controller writes the name of the canary's backend into this label, and nothing or `-` for the main one.
        side: given.label || given[side]
            ? sideOf(given, side, 'canary')
            : side === 'candidate'
                ? 'canary!~"|-"'
                : 'canary=~"|-"',
    }),
    envoy: (given, side) => ({
        requests: 'envoy_cluster_upstream_rq_xx',
        status: 'envoy_response_code_class',
        failed: '="5"',
        buckets: 'envoy_cluster_upstream_rq_time_bucket',
        unit: 'ms',
        matchers: [given.select ?? ''],
        side: sideOf(given, side, 'envoy_cluster_name'),
    }),
};
/**
 * 0 to 1. prometheus: the busiest process, of one CPU; envoy: requests under way, of what the circuit breaker
 * lets through (`track_remaining` must be on); the others: CPU of the pods, of their limits, as the kubelet and
 * kube-state-metrics tell.
 */
function saturation({ preset, with: given }, side) {
    if (preset === 'prometheus' || preset === 'envoy') {
        const { matchers, side: which } = SYSTEMS[preset](given, side);
        const select = `{${[...matchers, which].filter((matcher) => matcher !== '').join(',')}}`;
        if (preset === 'prometheus')
            return `max(rate(process_cpu_seconds_total${select}[{{ window }}]))`;
        const active = `envoy_cluster_upstream_rq_active${select}`;
        const left = `envoy_cluster_circuit_breakers_default_remaining_rq${select}`;
        return `max(${active} / (${active} + ${left}))`;
    }
    const pods = side === 'candidate' ? given.candidatePods : given.baselinePods;
    const which = `${equals('namespace', given.namespace)},pod=~${quoted(pods ?? '')}`;
    const used = `sum(rate(container_cpu_usage_seconds_total{${which},container!=""}[{{ window }}]))`;
    return `${used} / sum(kube_pod_container_resource_limits{${which},resource="cpu"})`;
}

;// CONCATENATED MODULE: ./.build/packages/metrics/prometheus/presets/kinds.js


const PRESETS = ['prometheus', 'istio', 'linkerd', 'ingress-nginx', 'envoy'];
const ASKS = ['error-rate', 'p50', 'p95', 'p99', 'requests', 'saturation'];
const NAME = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/;
const metricName = () => (0,schema/* text */.Qq)({ pattern: NAME, hint: 'the name of a metric or label' });
const settings = {
    service: {
        kind: template(),
        description: 'The service: the label `job` (prometheus), `destination_service_name` (istio).',
    },
    namespace: { kind: template(), description: 'Its namespace.' },
    ingress: { kind: template(), description: 'Name of the Ingress.' },
    select: { kind: template(), description: 'More label matchers, as in PromQL: `app="shop",zone=~"a|b"`.' },
    label: { kind: metricName(), description: 'The label that tells candidate and baseline apart.' },
    candidate: { kind: template(), description: 'Its value for the candidate. Default: `{{ version }}`.' },
    baseline: { kind: template(), description: 'Its value for the baseline. Default: `{{ version }}`.' },
    requests: { kind: metricName(), description: 'The counter of requests. Default: `http_requests_total`.' },
    duration: {
        kind: metricName(),
        description: 'The histogram of seconds, without `_bucket`. Default: `http_request_duration_seconds`.',
    },
    status: { kind: metricName(), description: 'The label with the HTTP status. Default: `code`.' },
    reporter: {
        kind: (0,schema/* choice */.Yq)(['destination', 'source', 'waypoint']),
        description: 'Whose figures. Default: `destination`.',
    },
    'candidate-pods': {
        kind: template(),
        description: 'Pods of the candidate, a regular expression; for saturation.',
    },
    'baseline-pods': {
        kind: template(),
        description: 'Pods of the baseline, a regular expression; for saturation.',
    },
};
const SIDES = ['label', 'candidate', 'baseline', 'select'];
const PODS = ['candidate-pods', 'baseline-pods'];
const KNOWN = {
    prometheus: ['service', 'requests', 'duration', 'status', ...SIDES],
    istio: ['service', 'namespace', 'reporter', ...SIDES, ...PODS],
    linkerd: ['namespace', ...SIDES, ...PODS],
    'ingress-nginx': ['ingress', 'namespace', ...SIDES, ...PODS],
    envoy: SIDES,
};
/** Without these the figures would be those of other services too, or of both releases. */
function missing({ preset, ask, with: given }) {
    const pods = ask === 'saturation' && preset !== 'prometheus' && preset !== 'envoy';
    const needed = pods
        ? [['namespace'], ['candidatePods'], ['baselinePods']]
        : {
            prometheus: [['service', 'select']],
            istio: [['service']],
            linkerd: [['namespace', 'select']],
            'ingress-nginx': [['ingress']],
            envoy: [['candidate'], ['baseline']],
        }[preset];
    const lacks = needed.find((names) => names.every((name) => given[name] === undefined));
    const shown = lacks?.map((name) => name.replace(/Pods$/, '-pods')).join('` or `');
    return shown && `${ask} of ${preset} needs \`${shown}\` under \`with\``;
}
/** `{ preset: istio, ask: error-rate, with: { service: shop } }`. */
function presetKind() {
    const known = new Map(PRESETS.map((preset) => [preset, (0,schema/* object */.Ik)(fieldsOf(preset))]));
    const all = (one) => (0,schema/* object */.Ik)({
        preset: (0,schema/* field */.ZZ)((0,schema/* choice */.Yq)(PRESETS), { description: 'The system that is measured.', required: true }),
        ask: (0,schema/* field */.ZZ)((0,schema/* choice */.Yq)(ASKS), { description: 'What is asked.', required: true }),
        with: (0,schema/* field */.ZZ)(one, { description: 'Which service, and how its releases are told apart.', default: {} }),
    });
    return {
        name: 'preset',
        json: { oneOf: PRESETS.map((preset) => schemaOf(all(known.get(preset) ?? (0,schema/* object */.Ik)({})), preset)) },
        read(value, path, report) {
            const given = value.preset;
            const preset = PRESETS.find((name) => name === given);
            if (preset === undefined) {
                const message = `unknown preset ${JSON.stringify(given) ?? ''}.${(0,schema/* didYouMean */.au)(String(given), PRESETS)}`;
                return void report({ path: [...path, 'preset'], message, on: 'value' });
            }
            const read = all(known.get(preset) ?? (0,schema/* object */.Ik)({})).read(value, path, report);
            const lacks = read && missing(read);
            if (lacks)
                return void report({ path, message: lacks, on: 'value' });
            return read;
        },
    };
}
function fieldsOf(preset) {
    const entries = KNOWN[preset].map((name) => {
        const { kind, description } = settings[name];
        return [name, (0,schema/* field */.ZZ)(kind, { description })];
    });
    return Object.fromEntries(entries);
}
/** Of one preset only, so that an editor knows which settings it has. */
function schemaOf(kind, preset) {
    const { properties, ...json } = kind.json;
    return { ...json, properties: { ...properties, preset: { ...properties.preset, enum: [preset] } } };
}

;// CONCATENATED MODULE: ./.build/packages/metrics/prometheus/promql.js

/**
 * PromQL. Inside quotes a value cannot end them; where the quotes hold a regular expression (`=~`, `!~`) it
 * matches itself only. Outside of quotes it may be a part of a name: letters, digits, `_` and `:`.
 */
const promql = {
    escape(value, before) {
        const { quote, regex } = contextOf(before);
        if (!quote) {
            if (/^[A-Za-z0-9_:]+$/.test(value))
                return value;
            throw new errors/* UserError */.yo(`${JSON.stringify(value)} cannot stand outside of quotes in PromQL`, {
                mend: 'put the name in quotes, as in version="{{ version }}"',
            });
        }
        const literal = regex ? value.replace(/[\\.+*?()|[\]{}^$]/g, '\\$&') : value;
        if (quote !== '`')
            return promql_quoted(literal, quote);
        if (!literal.includes('`'))
            return literal;
        throw new errors/* UserError */.yo(`${JSON.stringify(value)} cannot stand in backquotes`, { mend: 'use double quotes' });
    },
    window: (ms) => {
        const whole = Math.max(1, Math.round(ms));
        return whole % 1_000 === 0 ? `${whole / 1_000}s` : `${whole}ms`;
    },
};
function promql_quoted(text, quote) {
    const escapes = { '\\': '\\\\', '\n': '\\n', [quote]: `\\${quote}` };
    return [...text.toWellFormed()].map((sign) => escapes[sign] ?? printable(sign)).join('');
}
function printable(sign) {
    const code = sign.codePointAt(0) ?? 0;
    // Of ASCII only: above, \x would be a byte of UTF-8 and not a character.
    return code < 0x20 || code === 0x7f ? `\\x${code.toString(16).padStart(2, '0')}` : sign;
}
/** Whether the end of this text stands in quotes, and what they hold. */
function contextOf(text) {
    let quote;
    let opened = 0;
    let comment = false;
    for (let i = 0; i < text.length; i++) {
        const sign = text[i];
        if (comment)
            comment = sign !== '\n';
        else if (quote) {
            if (sign === '\\' && quote !== '`')
                i++;
            else if (sign === quote)
                quote = undefined;
        }
        else if (sign === '"' || sign === "'" || sign === '`') {
            quote = sign;
            opened = i;
        }
        else
            comment = sign === '#';
    }
    if (!quote)
        return { regex: false };
    return { quote, regex: /[=!]~\s*$/.test(text.slice(0, opened)) };
}
const SELECTOR = /^\s*[a-zA-Z_:][a-zA-Z0-9_:]*\s*(\{([^{}"'`]|"(\\.|[^"\\])*"|'(\\.|[^'\\])*'|`[^`]*`)*\})?\s*$/;
/** Whether it looks back over a time of its own, as in `rate(x[5m])`, whatever the window. */
const looksBack = (query) => /\[\s*\d/.test(query.replace(/"(\\.|[^"\\])*"|'(\\.|[^'\\])*'|`[^`]*`/g, ''));
/** Whether a query is the name of a metric with its labels and no more: then its samples have times of their own. */
const isSelector = (query) => SELECTOR.test(query) && !/^\s*(inf|nan)\s*$/i.test(query);

;// CONCATENATED MODULE: ./.build/packages/metrics/prometheus/kinds.js







/** PromQL for one window; without `window` the figures of two looks would overlap or leave something out. */
function windowed() {
    const plain = template();
    return {
        ...plain,
        read(value, path, report) {
            const read = plain.read(value, path, report);
            if (read === undefined || usesWindow(read))
                return read;
            const message = 'the query must count one window: use {{ window }}, as in increase(errors_total[{{ window }}])';
            report({ path, message, on: 'value' });
            return undefined;
        },
    };
}
const countsFields = {
    events: (0,schema/* field */.ZZ)(windowed(), {
        description: 'What went wrong in the window: `sum(increase(...[{{ window }}])) or vector(0)`.',
        required: true,
    }),
    total: (0,schema/* field */.ZZ)(windowed(), { description: 'All of them in the window.', required: true }),
};
const histogramFields = {
    histogram: (0,schema/* field */.ZZ)(windowed(), {
        description: 'Cumulative classes of the window: `sum by (le) (increase(..._bucket[{{ window }}]))`.',
        required: true,
    }),
    quantile: (0,schema/* field */.ZZ)((0,schema/* percent */.KN)(), { description: 'The one that is judged.', default: '95%' }),
};
/** The form of a mapping is known by its first key. */
function prometheus_kinds_mapping() {
    const forms = { preset: presetKind(), histogram: (0,schema/* object */.Ik)(histogramFields), events: (0,schema/* object */.Ik)(countsFields) };
    return {
        name: 'mapping',
        json: { anyOf: Object.values(forms).map((form) => form.json) },
        read(value, path, report) {
            const given = typeof value === 'object' && value !== null ? value : {};
            if (Object.hasOwn(given, 'preset'))
                return forms.preset.read(value, path, report);
            if (Object.hasOwn(given, 'histogram'))
                return forms.histogram.read(value, path, report);
            return forms.events.read(value, path, report);
        },
    };
}
const plainOf = (query, side) => typeof query === 'object' && 'preset' in query ? expand(query, side).query : query;
/** A query in the address would be lost, and a password in it would be shown. */
function baseUrl() {
    const plain = (0,schema/* url */.OZ)();
    return {
        ...plain,
        read(value, path, report) {
            const read = plain.read(value, path, report);
            if (read === undefined)
                return undefined;
            const { username, password, search, hash } = new URL(read);
            if (!username && !password && !search && !hash)
                return read;
            const message = 'expected an address without user, password, query and fragment; passwords belong into `auth`';
            report({ path, message, on: 'value' });
            return undefined;
        },
    };
}
const kinds_connectionFields = {
    url: (0,schema/* field */.ZZ)(baseUrl(), {
        description: 'Address of the HTTP API, without /api/v1: `https://prometheus.example.com`.',
        required: true,
    }),
    auth: (0,schema/* field */.ZZ)(httpAuth(), { description: 'How it knows who asks; the values are names of secrets.' }),
    headers: (0,schema/* field */.ZZ)(plainHeaders(), { description: 'More headers that are no secrets: `X-Scope-OrgID`.' }),
    tls: (0,schema/* field */.ZZ)(httpTls(), { description: 'A private authority, or a client certificate.' }),
    method: (0,schema/* field */.ZZ)((0,schema/* choice */.Yq)(['post', 'get']), {
        description: '`get` where a proxy refuses POST.',
        default: 'post',
    }),
    timeout: (0,schema/* field */.ZZ)((0,schema/* duration */.p0)({ min: 100 }), { description: 'For one answer.', default: '10s' }),
};
/** Prometheus, and what speaks its HTTP API: Thanos, Mimir, VictoriaMetrics. */
const prometheusKind = {
    query: (0,schema/* either */.gP)(template(), prometheus_kinds_mapping()),
    connection: (0,schema/* object */.Ik)(kinds_connectionFields),
    form(query) {
        if (typeof query === 'object' && 'preset' in query)
            return expand(query).form;
        if (typeof query === 'string')
            return valueForm;
        return 'events' in query ? countsForm : histogramForm(query.quantile / 100);
    },
    overlaps: (query) => typeof query === 'string' && looksBack(query),
    // A preset may tell them apart by values of its own: the driver compares what it would send.
    beyondNames: true,
    sided(query) {
        const [plain, other] = [plainOf(query, 'candidate'), plainOf(query, 'baseline')];
        if (typeof plain === 'string')
            return plain !== other || allSided(plain);
        if (JSON.stringify(plain) !== JSON.stringify(other))
            return true;
        return 'events' in plain ? allSided(plain.events, plain.total) : allSided(plain.histogram);
    },
};

;// CONCATENATED MODULE: ./.build/packages/metrics/units.js
/** What a raw query gives: `ratio` is 0 to 1, `s` are seconds. */
const RAW_UNITS = ['ratio', 'percent', 's', 'ms', 'number'];
const SCALES = {
    ratio: { unit: 'percent', factor: 100 },
    percent: { unit: 'percent', factor: 1 },
    s: { unit: 'ms', factor: 1_000 },
    ms: { unit: 'ms', factor: 1 },
    number: { unit: 'number', factor: 1 },
};
/** The unit of the values once measured. */
const measuredUnit = (raw) => SCALES[raw].unit;
const BY_LIMIT = { percent: 'ratio', ms: 's', number: 'number' };
/** What a query is taken to give when nothing says so: by the unit of the metric's limit, if it has one. */
const defaultUnit = (limit) => BY_LIMIT[limit ?? 'number'];
/** Into percent, milliseconds or plain numbers. Counts have no unit. */
function scaled(measured, raw) {
    const { factor } = SCALES[raw];
    if (factor === 1 || measured.kind === 'counts')
        return measured;
    // Without digits that only the multiplication has made: 0.07 * 100 is 7.
    const scale = (value) => Number.isFinite(value) ? Number((value * factor).toPrecision(15)) : value;
    switch (measured.kind) {
        case 'value':
            return { ...measured, value: scale(measured.value) };
        case 'series':
            return { ...measured, points: measured.points.map(({ at, value }) => ({ at, value: scale(value) })) };
        case 'histogram':
            return { ...measured, bounds: measured.bounds.map(scale) };
    }
}

;// CONCATENATED MODULE: ./.build/packages/metrics/kinds.js










/** Every provider, by the name of its folder and of its key in a metric and under `providers:`. */
const providers = {
    cloudwatch: cloudwatchKind,
    command: commandKind,
    datadog: datadogKind,
    haproxy: haproxyKind,
    http: httpKind,
    newrelic: newrelicKind,
    process: processKind,
    prometheus: prometheusKind,
};
function pick(part) {
    const entries = Object.entries(providers).map(([name, provider]) => [
        name,
        provider[part],
    ]);
    return Object.fromEntries(entries);
}
/** The query in one metric, by provider. */
const metricKinds = pick('query');
/** The connection of one provider, under `providers:`. Every provider works without where it can. */
const providerKinds = pick('connection');
const kindOf = ({ type }) => 
// A source comes from the provider's own kind; TypeScript cannot follow the lookup.
providers[type];
/** What a metric's query gives. Pure. */
const metricForm = (source) => kindOf(source).form(source.query);
/** Why the two releases cannot be told apart by this query, in words; undefined: they can, or nothing is compared. */
const sameQuestion = (source, releases) => (kindOf(source).beyondNames ? undefined : sameForBoth(source.query, releases));
/** Whether the answers of two looks overlap; a metric that is compared must not. */
const looksOverlap = (source) => kindOf(source).overlaps?.(source.query) ?? false;
/** Whether the query tells candidate and baseline apart; a metric that is compared must. */
const tellsSidesApart = (source) => kindOf(source).sided(source.query);

;// CONCATENATED MODULE: ./.build/packages/notify/kinds.js

const kinds_secretName = (example = 'SLACK_WEBHOOK') => (0,schema/* secretName */.Gf)(example);
const MOMENTS = ['start', 'pause', 'abort', 'promote'];
const slack = checked((0,schema/* object */.Ik)({
    webhook: (0,schema/* field */.ZZ)(kinds_secretName(), { description: 'Secret with the URL of an incoming webhook.' }),
    token: (0,schema/* field */.ZZ)(kinds_secretName('SLACK_TOKEN'), {
        description: 'Secret with a bot token that may `chat:write`.',
    }),
    channel: (0,schema/* field */.ZZ)((0,schema/* text */.Qq)(), { description: 'With `token`: id or name of the channel.' }),
    api: (0,schema/* field */.ZZ)((0,schema/* url */.OZ)(), {
        description: 'With `token`: base of the Web API, for Slack for governments.',
        default: 'https://slack.com/api',
    }),
}), [
    { required: ['webhook'], not: { anyOf: [{ required: ['token'] }, { required: ['channel'] }] } },
    { required: ['token', 'channel'], not: { required: ['webhook'] } },
], ({ webhook, token, channel }) => (webhook === undefined) === (token === undefined)
    ? 'slack needs either `webhook`, or `token` and `channel`'
    : (token === undefined) === (channel === undefined)
        ? undefined
        : '`token` and `channel` belong together: a webhook knows its channel');
const webhook = checked((0,schema/* object */.Ik)({
    url: (0,schema/* field */.ZZ)((0,schema/* url */.OZ)(), { description: 'Where the notice is posted as JSON.' }),
    secret: (0,schema/* field */.ZZ)(kinds_secretName('PAGER_URL'), {
        description: 'Secret with the URL, where the URL itself is one.',
    }),
    headers: (0,schema/* field */.ZZ)((0,schema/* map */.Tj)((0,schema/* either */.gP)((0,schema/* text */.Qq)(), (0,schema/* object */.Ik)({ secret: (0,schema/* field */.ZZ)(kinds_secretName('PAGER_KEY'), { description: 'A secret.', required: true }) })), { keys: /^[A-Za-z0-9-]+$/, keyHint: 'letters, digits and "-"' }), { description: 'More headers: text, or `{ secret: NAME }`.', default: {} }),
    sign: (0,schema/* field */.ZZ)(kinds_secretName('PAGER_SIGNING_KEY'), {
        description: 'Secret that signs each notice (HMAC-SHA256), as Standard Webhooks says.',
    }),
}), [{ required: ['url'] }, { required: ['secret'] }], (read) => (read.url === undefined) === (read.secret === undefined)
    ? 'webhook needs either `url` or `secret`'
    : undefined);
const byWebhook = (example, description) => (0,schema/* object */.Ik)({ webhook: (0,schema/* field */.ZZ)(kinds_secretName(example), { description, required: true }) });
/** What may stand in an entry of `notify:`, by type. */
const channelKinds = {
    slack,
    teams: byWebhook('TEAMS_WEBHOOK', 'Secret with the URL of a workflow that starts "when a Teams webhook request is received".'),
    discord: byWebhook('DISCORD_WEBHOOK', 'Secret with the URL of the webhook of a channel.'),
    webhook,
};
const SAID = {
    slack: 'Tells a channel of Slack.',
    teams: 'Tells a channel or chat of Microsoft Teams.',
    discord: 'Tells a channel of Discord.',
    webhook: 'Tells any other service, by a JSON document.',
};
const kinds_TYPES = Object.keys(channelKinds);
const common = {
    on: (0,schema/* field */.ZZ)((0,schema/* list */.p_)((0,schema/* choice */.Yq)(MOMENTS), { min: 1 }), {
        description: 'At which moments it is told. Default: all.',
        default: [...MOMENTS],
    }),
    environments: (0,schema/* field */.ZZ)((0,schema/* list */.p_)((0,schema/* text */.Qq)(), { min: 1 }), { description: 'Only of these environments. Default: all.' }),
};
const entry = (0,schema/* object */.Ik)({
    ...common,
    ...Object.fromEntries(kinds_TYPES.map((type) => [type, (0,schema/* field */.ZZ)(channelKinds[type], { description: SAID[type] })])),
});
const channel = {
    name: 'channel',
    json: { ...entry.json, oneOf: kinds_TYPES.map((type) => ({ required: [type] })) },
    read(value, path, report) {
        const read = entry.read(value, path, report);
        if (!read)
            return undefined;
        const { on, environments } = read;
        const [type, ...others] = kinds_TYPES.filter((name) => Object.hasOwn(read, name));
        if (type && others.length === 0) {
            // The fields are made from a list, so their types are lost.
            const config = read[type];
            return { type, config, on, ...(environments ? { environments } : {}) };
        }
        const found = type ? [type, ...others].join(' and ') : 'none';
        const message = `expected exactly one channel, found ${found}. Valid: ${kinds_TYPES.join(', ')}.`;
        return void report({ path, message, on: 'value' });
    },
};
/** `notify:` of fairway.yml: channels by names of your own. */
const notifyKind = (0,schema/* map */.Tj)(channel, {
    keys: /^[A-Za-z0-9][A-Za-z0-9_-]*$/,
    keyHint: 'letters, digits, "-" and "_"',
});
/** An object with a rule across its keys; `variants` say the same to editors. */
function checked(kind, variants, problemOf) {
    return {
        ...kind,
        json: { ...kind.json, oneOf: variants },
        read(value, path, report) {
            const read = kind.read(value, path, report);
            const message = read && problemOf(read);
            if (!message)
                return read;
            return void report({ path, message, on: 'value' });
        },
    };
}

;// CONCATENATED MODULE: ./.build/packages/release/kinds.js

/** May be empty: some repositories tag 1.2.0 without a prefix. */
const tagPrefix = {
    name: 'text',
    // What git refuses in a ref, besides characters: "..", "//", "/." and "@{".
    json: { type: 'string', pattern: '^(?!.*(\\.\\.|//|/\\.))([A-Za-z0-9][A-Za-z0-9._@/-]*)?$' },
    read(value, path, report) {
        if (typeof value === 'string' && new RegExp(String(tagPrefix.json.pattern)).test(value))
            return value;
        report({ path, message: 'expected the first part of a tag, such as v', on: 'value' });
        return undefined;
    },
};
/** The `release:` section: how versions and tags are made. */
const releaseKind = (0,schema/* object */.Ik)({
    'tag-prefix': (0,schema/* field */.ZZ)(tagPrefix, {
        description: 'Text before the version in tags: `v` makes v1.2.0.',
        default: 'v',
    }),
    'initial-version': (0,schema/* field */.ZZ)((0,schema/* text */.Qq)({
        pattern: /^(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})$/,
        hint: 'a version such as 0.1.0 is expected',
    }), { description: 'Version of the first release.', default: '0.1.0' }),
});

;// CONCATENATED MODULE: ./.build/packages/rollout/judge/tolerate.js
/**
 * How much worse than the baseline is still as good when nothing is said. `npm run bench -- judge` has the reason:
 * with 10% a quiet service needs three times the traffic to find a p95 that is 20% slower.
 */
const TOLERATE = 0.05;

;// CONCATENATED MODULE: ./.build/packages/rollout/compare-kind.js


const compare_kind_long = (0,schema/* object */.Ik)({
    to: (0,schema/* field */.ZZ)((0,schema/* choice */.Yq)(['baseline']), { description: 'What is live, at the same time.', default: 'baseline' }),
    by: (0,schema/* field */.ZZ)((0,schema/* choice */.Yq)(['sequential', 'mann-whitney']), {
        description: '`sequential` is looked at after every interval; `mann-whitney` once, when a bake ends.',
        default: 'sequential',
    }),
    worse: (0,schema/* field */.ZZ)((0,schema/* choice */.Yq)(['higher', 'lower', 'either']), {
        description: 'Which way is worse. Default: `lower` for a metric with only `min`, else `higher`.',
    }),
});
const shortOrLong = (0,schema/* either */.gP)((0,schema/* choice */.Yq)(['baseline']), compare_kind_long);
const compareKind = {
    ...shortOrLong,
    read(...args) {
        const read = shortOrLong.read(...args);
        return read === 'baseline' ? { to: 'baseline', by: 'sequential' } : read;
    },
};
/** As the judge takes it. */
function comparisonOf(read) {
    const { compare, tolerate, ignoreBelow, max, min } = read;
    if (!compare)
        return undefined;
    const { by, worse = min && !max ? 'lower' : 'higher' } = compare;
    const tolerated = tolerate === undefined ? TOLERATE : tolerate / 100;
    return { tolerate: tolerated, worse, by, ...(ignoreBelow ? { ignoreBelow } : {}) };
}

;// CONCATENATED MODULE: ./.build/packages/rollout/threshold-kind.js

function limit() {
    return {
        name: 'percentage, duration or number',
        json: {
            anyOf: [(0,schema/* percent */.KN)().json, (0,schema/* duration */.p0)().json, { type: 'number' }],
            examples: ['1%', '300ms', 100],
        },
        read(value, path, report) {
            if (typeof value === 'number' && Number.isFinite(value))
                return { value, unit: 'number' };
            const share = typeof value === 'string' ? (0,schema/* parsePercent */.lo)(value) : undefined;
            if (share !== undefined)
                return { value: share, unit: 'percent' };
            const ms = typeof value === 'string' ? (0,schema/* parseDuration */.E9)(value) : undefined;
            if (ms !== undefined)
                return { value: ms, unit: 'ms' };
            report({
                path,
                message: `expected a percentage (1%), a duration (300ms) or a number, found ${JSON.stringify(value) ?? 'nothing'}`,
                on: 'value',
            });
            return undefined;
        },
    };
}
/** A measured value in the unit of its limit, for people: `2.3%`, `412ms`, `7`. */
function showValue(value, unit) {
    if (!Number.isFinite(value))
        return String(value);
    if (unit === 'percent')
        return (0,schema/* formatPercent */.l9)(value);
    if (unit === 'ms' && value >= 0)
        return (0,schema/* formatDuration */.a3)(value);
    return String(Number(value.toPrecision(6)));
}

;// CONCATENATED MODULE: ./.build/packages/rollout/metric-kind.js




const metric_kind_common = {
    name: (0,schema/* field */.ZZ)((0,schema/* text */.Qq)(), { description: 'Name in logs and verdicts.', required: true }),
    max: (0,schema/* field */.ZZ)(limit(), { description: 'Fails above this: `1%`, `300ms` or a number.' }),
    min: (0,schema/* field */.ZZ)(limit(), { description: 'Fails below this.' }),
    compare: (0,schema/* field */.ZZ)(compareKind, {
        description: 'Compare with what is live, at the same time: `baseline`, or how.',
    }),
    tolerate: (0,schema/* field */.ZZ)((0,schema/* percent */.KN)(), {
        description: 'With `compare`: how much worse than the baseline is still as good. Default: 5%.',
    }),
    'ignore-below': (0,schema/* field */.ZZ)(limit(), {
        description: 'With `compare`: at or below this it is no worse, whatever the baseline: `50ms`, `0.1%`.',
    }),
    unit: (0,schema/* field */.ZZ)((0,schema/* choice */.Yq)(RAW_UNITS), {
        description: 'What the query gives. Default: `ratio` for a limit in percent, `s` for one in time.',
    }),
    'min-samples': (0,schema/* field */.ZZ)((0,schema/* int */.Wh)({ min: 0 }), {
        description: 'Fewer observations than this on a side count as no data. Default: that of the strategy.',
    }),
    'no-data': (0,schema/* field */.ZZ)((0,schema/* choice */.Yq)(['wait', 'fail', 'pass', 'inconclusive']), {
        description: 'What no data means. `pass` lets the other metrics decide; alone it never advances.',
        default: 'wait',
    }),
    critical: (0,schema/* field */.ZZ)((0,schema/* bool */.lc)(), {
        description: 'Whether it stops the rollout by itself; else it only counts in the score.',
        default: true,
    }),
    group: (0,schema/* field */.ZZ)((0,schema/* text */.Qq)(), { description: 'Metrics of one group share its part of the score.', default: 'all' }),
    weight: (0,schema/* field */.ZZ)((0,schema/* number */.ai)({ min: 0 }), { description: 'How much it counts in the score.', default: 1 }),
    'failure-limit': (0,schema/* field */.ZZ)((0,schema/* int */.Wh)({ min: 0 }), {
        description: 'Failed measurements to tolerate; one more aborts.',
        default: 0,
    }),
    'error-limit': (0,schema/* field */.ZZ)((0,schema/* int */.Wh)({ min: 0 }), {
        description: 'Errors of the provider in a row to tolerate; then a person decides.',
        default: 4,
    }),
    'inconclusive-limit': (0,schema/* field */.ZZ)((0,schema/* int */.Wh)({ min: 0 }), {
        description: 'Inconclusive measurements to tolerate; then a person decides.',
        default: 0,
    }),
};
const metric_kind_names = Object.keys(metricKinds);
const metric_kind_providers = Object.fromEntries(metric_kind_names.map((name) => [name, (0,schema/* field */.ZZ)(metricKinds[name], { description: `Query for ${name}.` })]));
const metric_kind_fields = (0,schema/* object */.Ik)({ ...metric_kind_common, ...metric_kind_providers });
const metric = {
    name: 'metric',
    json: {
        ...metric_kind_fields.json,
        oneOf: metric_kind_names.map((name) => ({ required: [name] })),
        anyOf: ['max', 'min', 'compare'].map((key) => ({ required: [key] })),
        dependentRequired: { tolerate: ['compare'], 'ignore-below': ['compare'] },
    },
    read(value, path, report) {
        const read = metric_kind_fields.read(value, path, report);
        if (!read)
            return undefined;
        const given = metric_kind_names.filter((name) => Object.hasOwn(value, name));
        const [type] = given;
        if (!type || given.length > 1) {
            const found = given.length ? given.join(' and ') : 'none';
            const message = `metric "${read.name}" needs exactly one provider, found ${found}. Valid: ${metric_kind_names.join(', ')}.`;
            return void report({ path, message, on: 'value' });
        }
        const query = read[(0,schema/* camelCase */.xQ)(type)];
        const source = { type, query };
        const form = metricForm(source);
        const problem = problemOf(read, source, form);
        if (!problem)
            return metricOf(read, source, form);
        return void report({ ...problem, path: [...path, ...problem.path] });
    },
};
const rawUnit = ({ unit, max, min, ignoreBelow }, form) => form.unit ?? unit ?? defaultUnit((max ?? min ?? ignoreBelow)?.unit);
function metricOf(read, source, form) {
    const { name, max, min, minSamples, noData, critical, group, weight } = read;
    const { failureLimit, errorLimit, inconclusiveLimit } = read;
    const unit = rawUnit(read, form);
    const compare = comparisonOf(read);
    return {
        ...{ name, source: { ...source, unit }, form: form.form, unit: measuredUnit(unit) },
        ...(form.quantile === undefined ? {} : { quantile: form.quantile }),
        ...(max ? { max } : {}),
        ...(min ? { min } : {}),
        ...(compare ? { compare } : {}),
        ...(minSamples === undefined ? {} : { minSamples }),
        ...{ noData, critical, group, weight, failureLimit, errorLimit, inconclusiveLimit },
    };
}
function problemOf(read, source, form) {
    const { name, max, min, compare, tolerate, ignoreBelow, unit } = read;
    const wrong = (key, message) => ({
        path: key ? [key] : [],
        message: `metric "${name}" ${message}`,
        on: 'value',
    });
    if (!max && !min && !compare)
        return wrong(undefined, 'needs a limit (max or min) or `compare: baseline`');
    if (max && min && (max.unit !== min.unit || min.value > max.value)) {
        return wrong('min', 'is wrong: min must not be above max, in the same unit');
    }
    if (tolerate !== undefined && !compare)
        return wrong('tolerate', 'tolerates nothing without `compare: baseline`');
    if (ignoreBelow && comparisonOf(read)?.worse !== 'higher')
        return wrong('ignore-below', 'ignores only what is compared, where higher is worse');
    if (compare && !tellsSidesApart(source)) {
        return wrong('compare', `cannot be compared: its query asks the same of both releases. Use {{ side }}, {{ version }}, {{ commit }}, {{ digest }} or {{ revision }} in it`);
    }
    if (compare && form.ofTraffic) {
        return wrong('compare', 'counts requests, of which each release gets its share: give it a limit instead');
    }
    if (compare && looksOverlap(source)) {
        return wrong(source.type, 'looks back over a fixed time, so that looks overlap and one bad moment counts as many: use [{{ window }}] to compare it');
    }
    if (compare?.by === 'mann-whitney' && !form.shapes.includes('series')) {
        return wrong('compare', 'gives no series of values, which mann-whitney compares: leave `by` out');
    }
    if (unit && form.unit && unit !== form.unit) {
        return wrong('unit', `is measured in ${UNITS[measuredUnit(form.unit)]}: leave \`unit\` out`);
    }
    // Too large a value shows at a max; at a min it would pass for ever.
    if (min?.unit === 'percent' && !max && !unit && !form.unit) {
        return wrong('min', 'does not say whether its query gives 0 to 1 or 0 to 100: add `unit: ratio` or `unit: percent`');
    }
    return wrongLimit(read, measuredUnit(rawUnit(read, form)), wrong);
}
const UNITS = { percent: 'percent', ms: 'milliseconds', number: 'plain numbers' };
/** Such a limit would never be reached, or at once. A bare number is in the unit of the values. */
function wrongLimit({ max, min, ignoreBelow }, unit, wrong) {
    for (const [key, one] of Object.entries({ max, min, 'ignore-below': ignoreBelow })) {
        if (!one || one.unit === 'number' || one.unit === unit)
            continue;
        const shown = showValue(one.value, one.unit);
        return wrong(key, `is measured in ${UNITS[unit]}, and ${shown} is no such limit`);
    }
    return undefined;
}
/** Each under its own name. */
function metricList(options = {}) {
    const metrics = (0,schema/* list */.p_)(metric, options);
    return {
        ...metrics,
        read(value, path, report) {
            const read = metrics.read(value, path, report);
            const doubled = read?.findIndex(({ name }, i) => read.findIndex((other) => other.name === name) < i);
            if (read === undefined || doubled === undefined || doubled < 0)
                return read;
            report({
                path: [...path, doubled],
                message: `two metrics are called "${read[doubled]?.name}"`,
                on: 'value',
            });
            return undefined;
        },
    };
}

;// CONCATENATED MODULE: ./.build/packages/rollout/check-kind.js

/** A request that must be answered well. */
const checkKind = (0,schema/* object */.Ik)({
    http: (0,schema/* field */.ZZ)((0,schema/* url */.OZ)(), { description: 'Address to request.', required: true }),
    expect: (0,schema/* field */.ZZ)((0,schema/* int */.Wh)({ min: 100, max: 599 }), { description: 'Status that counts as good.', default: 200 }),
    within: (0,schema/* field */.ZZ)((0,schema/* duration */.p0)({ min: 1 }), { description: 'How long to try.', default: '30s' }),
});

;// CONCATENATED MODULE: ./.build/packages/rollout/step-kind.js


const step_kind_shared = {
    checks: (0,schema/* field */.ZZ)((0,schema/* list */.p_)(checkKind), { description: 'Requests that must succeed when the bake has ended.' }),
    'warm-up': (0,schema/* field */.ZZ)((0,schema/* duration */.p0)(), { description: 'How long it is not measured at first.' }),
};
/** Steps that rise strictly from above 0% up to 100%: weights never go down except to abort. */
function stepList() {
    const long = (0,schema/* object */.Ik)({
        weight: (0,schema/* field */.ZZ)((0,schema/* percent */.KN)(), { description: 'Share of the traffic.', required: true }),
        bake: (0,schema/* field */.ZZ)((0,schema/* duration */.p0)({ min: 100 }), { description: 'How long this step keeps its share.' }),
        ...step_kind_shared,
        approve: (0,schema/* field */.ZZ)((0,schema/* bool */.lc)(), { description: 'Whether a person must let it go on from here.' }),
    });
    const steps = (0,schema/* list */.p_)((0,schema/* either */.gP)((0,schema/* percent */.KN)(), long), { min: 1 });
    return {
        ...steps,
        name: 'list of steps',
        read(value, path, report) {
            const read = steps.read(value, path, report);
            if (!read)
                return undefined;
            const plain = read.map((step) => (typeof step === 'number' ? { weight: step } : step));
            const wrong = plain.findIndex(({ weight }, i) => weight <= (plain[i - 1]?.weight ?? 0));
            if (wrong < 0)
                return plain;
            const [before, at] = [plain[wrong - 1]?.weight ?? 0, plain[wrong]?.weight ?? 0];
            report({
                path: [...path, wrong],
                message: `steps must rise: ${(0,schema/* formatPercent */.l9)(at)} is not more than ${(0,schema/* formatPercent */.l9)(before)}`,
                on: 'value',
            });
            return undefined;
        },
    };
}
/** What must hold before the first traffic, and after the switch. */
const analysisKind = (0,schema/* object */.Ik)({
    bake: (0,schema/* field */.ZZ)((0,schema/* duration */.p0)({ min: 100 }), {
        description: 'How long it is watched. Default: that of the strategy where metrics are judged, else not.',
    }),
    ...step_kind_shared,
    metrics: (0,schema/* field */.ZZ)((0,schema/* list */.p_)((0,schema/* text */.Qq)()), {
        description: 'Names of the metrics that are judged. Default: none before the traffic; after the switch all that have a limit.',
    }),
    approve: (0,schema/* field */.ZZ)((0,schema/* bool */.lc)(), { description: 'Whether a person must let it go on from here.', default: false }),
});

;// CONCATENATED MODULE: ./.build/packages/rollout/strategy-rules.js

/** What the keys of a strategy must say together. Paths begin at the strategy. */
function strategyProblems(read) {
    const { metrics, steps, beforeTraffic, afterSwitch, confidence, score } = read;
    const problems = [];
    const wrong = (path, message) => void problems.push({ path, message, on: 'value' });
    if (confidence < 50 || confidence > 99.9999) {
        wrong(['confidence'], 'confidence must be at least 50% and less than 100%');
    }
    if (score.marginal > score.pass)
        wrong(['score'], 'marginal must not be above pass');
    if (metrics.length && !steps && !afterSwitch && !beforeTraffic?.metrics?.length) {
        wrong(['metrics'], 'these metrics are measured nowhere: add `after-switch: {}` to judge them after the switch');
    }
    for (const [i, { bake = read.bake, warmUp = read.warmUp }] of (steps ?? []).entries()) {
        if (warmUp >= bake)
            wrong(['steps', i], tooWarm(warmUp, bake));
    }
    for (const [key, analysis] of Object.entries({
        'before-traffic': beforeTraffic,
        'after-switch': afterSwitch,
    })) {
        if (analysis)
            for (const problem of analysisProblems(key, analysis, read))
                problems.push(problem);
    }
    return problems;
}
const tooWarm = (warmUp, bake) => `nothing would be measured: the warm-up of ${(0,schema/* formatDuration */.a3)(warmUp)} is not shorter than the bake of ${(0,schema/* formatDuration */.a3)(bake)}`;
const hint = (name, known) => known.length ? (0,schema/* didYouMean */.au)(name, known) : ' The strategy has no metrics.';
function analysisProblems(key, analysis, read) {
    const problems = [];
    const limited = read.metrics.filter(({ max, min }) => max || min);
    const byDefault = key === 'after-switch' ? limited.map(({ name }) => name) : [];
    const { metrics = byDefault, bake = read.bake, warmUp = read.warmUp } = analysis;
    for (const [i, name] of metrics.entries()) {
        const path = [key, 'metrics', i];
        if (metrics.indexOf(name) < i)
            problems.push({ path, message: `"${name}" stands here twice`, on: 'value' });
        const known = read.metrics.map((metric) => metric.name);
        if (!known.includes(name)) {
            problems.push({ path, message: `unknown metric "${name}".${hint(name, known)}`, on: 'value' });
        }
        else if (key === 'after-switch' && !limited.some((metric) => metric.name === name)) {
            const message = `"${name}" only compares, and after the switch there is nothing to compare with: give it a limit (max or min)`;
            problems.push({ path, message, on: 'value' });
        }
    }
    if (metrics.length && warmUp >= bake) {
        problems.push({ path: [key], message: tooWarm(warmUp, bake), on: 'value' });
    }
    return problems;
}

;// CONCATENATED MODULE: ./.build/packages/rollout/strategy-kind.js





const scoreKind = (0,schema/* object */.Ik)({
    pass: (0,schema/* field */.ZZ)((0,schema/* percent */.KN)(), { description: 'At least this goes on.', default: '95%' }),
    marginal: (0,schema/* field */.ZZ)((0,schema/* percent */.KN)(), {
        description: 'Below this it is aborted; between the two a person decides.',
        default: '75%',
    }),
});
/** What every strategy has. */
const strategy_kind_common = {
    'after-switch': (0,schema/* field */.ZZ)(analysisKind, {
        description: 'What must hold when the new release has all traffic; else it is taken back.',
    }),
    bake: (0,schema/* field */.ZZ)((0,schema/* duration */.p0)({ min: 100 }), {
        description: 'How long each step is kept before it may go on.',
        default: '1m',
    }),
    'warm-up': (0,schema/* field */.ZZ)((0,schema/* duration */.p0)(), {
        description: 'How long each step is not measured at first.',
        default: '0s',
    }),
    interval: (0,schema/* field */.ZZ)((0,schema/* duration */.p0)({ min: 100 }), {
        description: 'Look this often during a bake. Default: ten times a bake (at least every minute) where metrics are compared, else once, when it ends.',
    }),
    'max-duration': (0,schema/* field */.ZZ)((0,schema/* duration */.p0)({ min: 100 }), {
        description: 'Abort when it takes longer; waiting for people does not count. Default: the bakes together and ten minutes.',
    }),
    'max-pause': (0,schema/* field */.ZZ)((0,schema/* duration */.p0)({ min: 100 }), {
        description: 'Abort when it waits longer than this for a person.',
        default: '24h',
    }),
    'min-samples': (0,schema/* field */.ZZ)((0,schema/* int */.Wh)({ min: 0 }), {
        description: 'Fewer observations than this count as no data, for metrics that do not say their own.',
        default: 1,
    }),
    confidence: (0,schema/* field */.ZZ)((0,schema/* percent */.KN)(), {
        description: 'How sure comparisons are: 99% is one false alarm in a hundred rollouts.',
        default: '99%',
    }),
    score: (0,schema/* field */.ZZ)(scoreKind, {
        description: 'What the score of metrics that are not critical means.',
        default: {},
    }),
};
const optionalMetrics = {
    metrics: (0,schema/* field */.ZZ)(metricList(), { description: 'What is measured, and what is good enough.', default: [] }),
};
/** What needs a candidate that stands beside the live release. */
const staged = {
    router: (0,schema/* field */.ZZ)((0,schema/* named */.KT)('router', routerKinds), {
        description: "What shifts the traffic. Default: the target's own.",
    }),
    pins: (0,schema/* field */.ZZ)(pinList(), {
        description: 'Requests that go to the new release whatever its share.',
        default: [],
    }),
    'before-traffic': (0,schema/* field */.ZZ)(analysisKind, { description: 'What must hold before it gets any traffic.' }),
    'scale-down-delay': (0,schema/* field */.ZZ)((0,schema/* duration */.p0)(), {
        description: 'How long the old release stands by after everything has passed.',
    }),
};
const canaryKind = ruled((0,schema/* object */.Ik)({
    steps: (0,schema/* field */.ZZ)(stepList(), {
        description: 'Shares of the traffic for the new release, rising: `5%`, or `{ weight: 5%, bake: 10m }` to bake longer.',
        required: true,
    }),
    metrics: (0,schema/* field */.ZZ)(metricList({ min: 1 }), {
        description: 'What is measured, and what is good enough. All of them must pass to go on.',
        required: true,
    }),
    ...staged,
    ...strategy_kind_common,
}));
const blueGreenKind = ruled((0,schema/* object */.Ik)({ ...optionalMetrics, ...staged, ...strategy_kind_common }));
/** For recreate and rolling: the target replaces the live release by its own means. */
const inPlaceKind = ruled((0,schema/* object */.Ik)({ ...optionalMetrics, ...strategy_kind_common }));
function ruled(kind) {
    return {
        ...kind,
        read(value, path, report) {
            const read = kind.read(value, path, report);
            if (!read)
                return undefined;
            const problems = strategyProblems(read);
            for (const problem of problems)
                report({ ...problem, path: [...path, ...problem.path] });
            return problems.length ? undefined : read;
        },
    };
}

;// CONCATENATED MODULE: ./.build/packages/rollout/kinds.js




/** How a release is taken live. */
const strategyKind = (0,schema/* named */.KT)('strategy', {
    canary: canaryKind,
    'blue-green': blueGreenKind,
    rolling: inPlaceKind,
    recreate: inPlaceKind,
});

;// CONCATENATED MODULE: ./.build/packages/scan/kinds.js

const FAIL_ON = ['critical', 'high', 'medium', 'low', 'none'];
/** The `scan:` section of fairway.yml. */
const scanKind = (0,schema/* object */.Ik)({
    'fail-on': (0,schema/* field */.ZZ)((0,schema/* choice */.Yq)(FAIL_ON), {
        description: 'Lowest severity that stops a release; `none` reports only.',
        default: 'high',
    }),
    exceptions: (0,schema/* field */.ZZ)((0,schema/* text */.Qq)(), {
        description: 'File with accepted findings, each with a reason and the day it expires.',
    }),
    'max-file-size': (0,schema/* field */.ZZ)((0,schema/* size */.Ej)(), {
        description: 'Larger files are not scanned, and named as such.',
        default: '1MiB',
    }),
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
;// CONCATENATED MODULE: ./.build/packages/targets/process/config.js


/** `process:` of a target: the release runs on this machine behind a small proxy. */
const processTarget = (0,schema/* object */.Ik)({
    port: (0,schema/* field */.ZZ)((0,schema/* int */.Wh)({ min: 1, max: 65_535 }), {
        description: 'Port of 127.0.0.1 on which clients reach the environment.',
        required: true,
    }),
    health: (0,schema/* field */.ZZ)((0,schema/* text */.Qq)({ pattern: /^\/\S*$/, hint: 'a path that starts with /' }), {
        description: 'Path that answers 2xx when the release is ready.',
        default: '/healthz',
    }),
    'ready-within': (0,schema/* field */.ZZ)((0,schema/* duration */.p0)({ min: 100 }), {
        description: 'How long a release may take until its health path answers 2xx.',
        default: '30s',
    }),
    drain: (0,schema/* field */.ZZ)((0,schema/* duration */.p0)(), {
        description: 'How long requests in flight may go on at the release that is replaced.',
        default: '5s',
    }),
    env: (0,schema/* field */.ZZ)((0,schema/* map */.Tj)((0,schema/* text */.Qq)(), { keys: /^[A-Za-z_][A-Za-z0-9_]*$/, keyHint: 'letters, digits and _' }), {
        description: 'Environment variables of the release, besides those Fairway sets.',
        default: {},
    }),
});
/** Fingerprint of the configuration: what was started with another one does not serve what is wanted. */
function settingsOf({ port, health, readyWithin, drain, env }) {
    const names = Object.keys(env).sort();
    const content = JSON.stringify([port, health, readyWithin, drain, names.map((name) => [name, env[name]])]);
    return createHash('sha256').update(content).digest('hex').slice(0, 12);
}

;// CONCATENATED MODULE: ./.build/packages/targets/kinds.js

/** What may stand in `target:` of an environment, by type. */
const targetKinds = { process: processTarget };
/** What each target can do; the plan, and the check of fairway.yml, refuse the rest. */
const targetCapabilities = {
    process: { stage: true, weights: true, rolling: false, addresses: true },
};

;// CONCATENATED MODULE: ./.build/packages/config/names.js

/** App and environment names become git refs, folders and job names. */
const names_NAME = /^[a-z0-9][a-z0-9-]{0,62}$/;
const NAME_HINT = 'lower-case letters, digits and "-", starting with a letter or digit, at most 63';
const names_name = () => (0,schema/* text */.Qq)({ pattern: names_NAME, hint: NAME_HINT });
/** One name or a list of them, always read as a list. */
function names_names() {
    const one = names_name();
    const many = (0,schema/* list */.p_)(one, { min: 1 });
    return {
        name: 'name or list of names',
        json: { anyOf: [one.json, many.json] },
        read(value, path, report) {
            if (Array.isArray(value))
                return many.read(value, path, report);
            const single = one.read(value, path, report);
            return single === undefined ? undefined : [single];
        },
    };
}

;// CONCATENATED MODULE: ./.build/packages/config/schema.js










/** The version of the file's format, as a number: a newer one is refused, never guessed at. */
function formatVersion() {
    return {
        name: '1',
        json: { type: 'integer', const: 1 },
        read(value, path, report) {
            if (value === 1)
                return 1;
            const message = typeof value === 'number' && Number.isInteger(value) && value > 1
                ? `format ${value} is newer than this Fairway, which knows format 1: use a newer Fairway`
                : `expected 1, found ${JSON.stringify(value) ?? 'nothing'}`;
            return void report({ path, message, on: 'value' });
        },
    };
}
/** Connections by provider; what a metric asks stands in the metric. */
const providersKind = (0,schema/* object */.Ik)(Object.fromEntries(Object.entries(providerKinds).map(([name, kind]) => [
    name,
    (0,schema/* field */.ZZ)(kind, { description: `Where and as whom to ask ${name}.` }),
])));
const environmentKind = (0,schema/* object */.Ik)({
    after: (0,schema/* field */.ZZ)(names_names(), {
        description: 'The environment, or list of environments, that must have the release first.',
    }),
    target: (0,schema/* field */.ZZ)((0,schema/* named */.KT)('target', targetKinds), { description: 'Where the app runs.', required: true }),
    strategy: (0,schema/* field */.ZZ)(strategyKind, { description: 'How a release is taken live. Default: blue-green.' }),
    checks: (0,schema/* field */.ZZ)((0,schema/* list */.p_)(checkKind), {
        description: 'Requests that must succeed before the release counts as live.',
        default: [],
    }),
    providers: (0,schema/* field */.ZZ)(providersKind, {
        description: 'Connections of metric providers that are other ones here.',
        default: {},
    }),
    backup: (0,schema/* field */.ZZ)(backupKind, { description: 'Data that is backed up, and proven, before a deployment.' }),
    url: (0,schema/* field */.ZZ)((0,schema/* url */.OZ)(), { description: 'Where people reach the environment; shown as a link.' }),
});
const schema_configKind = (0,schema/* object */.Ik)({
    version: (0,schema/* field */.ZZ)(formatVersion(), { description: 'Version of the format of this file: 1.', required: true }),
    app: (0,schema/* field */.ZZ)(names_name(), { description: 'Name of the app; part of git refs and folders.', required: true }),
    image: (0,schema/* field */.ZZ)(imageKind, { description: 'Where images are kept and how they are built.' }),
    scan: (0,schema/* field */.ZZ)(scanKind, { description: 'What stops a release before it is deployed.', default: {} }),
    ledger: (0,schema/* field */.ZZ)((0,schema/* object */.Ik)({
        backend: (0,schema/* field */.ZZ)((0,schema/* choice */.Yq)(['auto', 'github', 'git']), {
            description: 'Where the record is kept: `auto` takes GitHub where there is one, else git.',
            default: 'auto',
        }),
        prefix: (0,schema/* field */.ZZ)((0,schema/* text */.Qq)({ pattern: /^refs\/[A-Za-z0-9._/-]+[A-Za-z0-9_-]$/, hint: 'a ref such as refs/fairway' }), {
            description: 'Refs of the record: `<prefix>/<app>/<environment>`.',
            default: 'refs/fairway',
        }),
    }), { description: 'The durable record of what is live.', default: {} }),
    release: (0,schema/* field */.ZZ)(releaseKind, { description: 'How versions and tags are made.', default: {} }),
    providers: (0,schema/* field */.ZZ)(providersKind, { description: 'Connections of metric providers.', default: {} }),
    notify: (0,schema/* field */.ZZ)(notifyKind, {
        description: 'Who is told when a rollout starts, pauses, is aborted or promoted, by a name of your own.',
        default: {},
    }),
    environments: (0,schema/* field */.ZZ)(nonEmpty((0,schema/* map */.Tj)(environmentKind, { keys: names_NAME, keyHint: NAME_HINT })), {
        description: 'The environments by name; `after` gives their order.',
        required: true,
    }),
});
function nonEmpty(kind) {
    return {
        ...kind,
        json: { ...kind.json, minProperties: 1 },
        read(value, path, report) {
            const read = kind.read(value, path, report);
            if (!read || Object.keys(read).length)
                return read;
            return void report({ path, message: 'expected at least one environment', on: 'value' });
        },
    };
}

;// CONCATENATED MODULE: ./.build/packages/config/json-schema.js

/** Where editors find the schema: the released file in the project's repository. */
const SCHEMA_ID = 'https://raw.githubusercontent.com/fairway-ci/fairway/main/schema/fairway.schema.json';
/** JSON Schema 2020-12 of fairway.yml, for editors. Order and references are the loader's to check. */
function configJsonSchema() {
    return {
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        $id: SCHEMA_ID,
        title: 'fairway.yml',
        description: 'How an app is built, scanned and promoted through its environments by Fairway.',
        ...configKind.json,
    };
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./.build/packages/runtime/index.js + 23 modules
var runtime = __nccwpck_require__(6621);
;// CONCATENATED MODULE: ./.build/packages/config/position.js
/** Widest part of a line that is shown; a minified file would fill the screen otherwise. */
const WIDTH = 100;
/** Offset of the key or value that a path names; the nearest node above when it is absent. */
function locate(root, path, on) {
    let node = root;
    let start = root.start;
    for (const [i, part] of path.entries()) {
        const entry = typeof part === 'string' ? node.entries?.get(part) : undefined;
        const next = entry?.node ?? (typeof part === 'number' ? node.items?.[part] : undefined);
        if (!next)
            return start;
        start = i === path.length - 1 && on === 'key' && entry ? entry.keyStart : anchorOf(next, entry?.keyStart);
        node = next;
    }
    return start;
}
/** What is wrong with a mapping as a whole (a missing key) is shown at the key that opens it. */
function anchorOf(node, keyStart) {
    return node.entries && keyStart !== undefined ? keyStart : node.start;
}
/** Line and column of an offset, both from 1, columns in UTF-16 units as editors count them. */
function lineAndColumn(source, offset) {
    const before = source.slice(0, offset);
    const lines = before.split(/\r\n|\r|\n/);
    return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
/** The source line with a caret below the column. */
function excerpt(source, { line, column }) {
    const text = hideKeys((source.split(/\r\n|\r|\n/)[line - 1] ?? '').trimEnd());
    const from = column > WIDTH ? column - Math.floor(WIDTH / 2) : 0;
    const shown = text.slice(from, from + WIDTH);
    // Tabs stay tabs, so that the caret lines up whatever their width is.
    const lead = shown.slice(0, column - 1 - from).replace(/[^\t]/g, ' ');
    const number = String(line);
    return `  ${number} | ${shown}\n  ${' '.repeat(number.length)} | ${lead}^`;
}
/** A private key in the file is a mistake that must not reach the log. The length stays, for the caret. */
const hideKeys = (line) => line.replace(/AGE-(?:SECRET-KEY|PLUGIN)-[A-Z0-9-]+/gi, (key) => '*'.repeat(key.length));

;// CONCATENATED MODULE: ./.build/packages/config/raw.js
/** The raw document, before it is known to be right: whatever has the wrong shape is passed over. */
function raw_mapping(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
}
const items = (value) => (Array.isArray(value) ? value : []);
/** The variant of a `named` kind: `{ canary: {...} }` is `canary` and what stands behind it. */
function variant(value) {
    const [entry, ...others] = Object.entries(raw_mapping(value) ?? {});
    return entry && others.length === 0 ? { type: entry[0], config: raw_mapping(entry[1]) ?? {} } : undefined;
}
const environmentsOf = (document) => Object.entries(raw_mapping(raw_mapping(document)?.environments) ?? {}).map(([name, raw]) => [
    name,
    raw_mapping(raw) ?? {},
]);

;// CONCATENATED MODULE: ./.build/packages/config/fit.js




const REAL = { targets: targetCapabilities, routers: routerCapabilities };
/** Strategies that a target cannot do, and routers that do not fit it. */
function fitProblems(environments, abilities = REAL) {
    return environments.flatMap(([name, raw]) => {
        const target = variant(raw_mapping(raw)?.target)?.type ?? '';
        const strategy = variant(raw_mapping(raw)?.strategy);
        if (!strategy || !Object.hasOwn(abilities.targets, target))
            return [];
        const path = ['environments', name, 'strategy', strategy.type];
        return [
            ...fit_strategyProblems(target, strategy, path, abilities),
            ...routerProblems(target, strategy.config, path, abilities),
        ];
    });
}
function fit_strategyProblems(target, { type, config }, path, { targets }) {
    const can = targets[target];
    const wrong = (message) => [{ path, message, on: 'key' }];
    if (type === 'rolling' && !can?.rolling) {
        return wrong(`the target ${target} does not replace its instances one after the other: use blue-green`);
    }
    if (type !== 'canary' && type !== 'blue-green')
        return [];
    if (can?.stage && (can.weights || config.router))
        return [];
    const lacks = can?.stage ? 'a router' : 'a candidate beside the live release';
    const needs = ['before-traffic', 'scale-down-delay', 'router', 'pins'].find((key) => config[key]);
    if (type === 'canary')
        return wrong(`a canary needs ${lacks}, which the target ${target} does not have`);
    return needs ? wrong(`${needs} needs ${lacks}, which the target ${target} does not have`) : [];
}
function routerProblems(target, config, path, { targets, routers }) {
    const given = variant(config.router)?.type;
    const name = given ?? target;
    const router = Object.hasOwn(routers, name) ? routers[name] : undefined;
    if (!router)
        return [];
    const problems = [];
    const wrong = (at, message, on = 'value') => void problems.push({ path: [...path, ...at], message, on });
    if (given && Object.hasOwn(targets, given) && given !== target) {
        wrong(['router', given], `the router ${given} belongs to the target ${given}, and this one is ${target}`, 'key');
    }
    else if (given && given !== target && !targets[target]?.addresses) {
        wrong(['router', given], `the router ${given} cannot reach what runs on the target ${target}`, 'key');
    }
    for (const [i, step] of items(config.steps).entries()) {
        const written = raw_mapping(step)?.weight ?? step;
        const share = typeof written === 'string' ? (0,schema/* parsePercent */.lo)(written) : undefined;
        if (share === undefined || share === 0 || share >= router.smallest)
            continue;
        const least = (0,schema/* formatPercent */.l9)(router.smallest);
        wrong(['steps', i], `${(0,schema/* formatPercent */.l9)(share)} is less than the router ${name} can give: ${least}`);
    }
    for (const [i, pin] of items(config.pins).entries()) {
        const kind = Object.keys(raw_mapping(pin) ?? {}).find((key) => key !== 'value');
        if (kind !== 'header' && kind !== 'cookie')
            continue;
        if (!router.pins.includes(kind))
            wrong(['pins', i], `the router ${name} cannot pin requests by ${kind}`);
    }
    return problems;
}

;// CONCATENATED MODULE: ./.build/packages/config/notified.js


/** Channels that are told of environments that do not exist would never be told anything. */
function notifyProblems(document) {
    const known = environmentsOf(document).map(([name]) => name);
    const channels = Object.entries(raw_mapping(raw_mapping(document)?.notify) ?? {});
    return channels.flatMap(([channel, raw]) => items(raw_mapping(raw)?.environments).flatMap((name, i) => {
        if (typeof name !== 'string' || known.includes(name))
            return [];
        const path = ['notify', channel, 'environments', i];
        return [
            { path, message: `no environment is called "${name}".${(0,schema/* didYouMean */.au)(name, known)}`, on: 'value' },
        ];
    }));
}

;// CONCATENATED MODULE: ./.build/packages/config/order.js

/** Unknown, own and circular `after`s. `index` is the position in the list, or undefined for plain text. */
function orderProblems(order, isList) {
    const problems = [];
    const known = [...order.keys()];
    for (const [environment, after] of order) {
        for (const [i, before] of after.entries()) {
            const path = ['environments', environment, 'after', ...(isList(environment) ? [i] : [])];
            if (before === environment) {
                problems.push({ path, message: `"${environment}" cannot come after itself`, on: 'value' });
            }
            else if (!order.has(before)) {
                const others = known.filter((name) => name !== environment);
                const valid = others.length ? (0,schema/* didYouMean */.au)(before, others) : ' There is no other environment.';
                problems.push({ path, message: `unknown environment "${before}".${valid}`, on: 'value' });
            }
            else if (after.indexOf(before) < i) {
                problems.push({ path, message: `"${before}" stands in this list twice`, on: 'value' });
            }
        }
    }
    for (const cycle of cycles(order)) {
        const [first = ''] = cycle;
        problems.push({
            path: ['environments', first, 'after'],
            message: `the order is a cycle: ${[...cycle, first].join(' after ')}; remove one of these`,
            on: 'value',
        });
    }
    return problems;
}
/** Each cycle once, starting at the environment that stands first in the file. */
function cycles(order) {
    const found = [];
    const done = new Set();
    const visit = (name, trail) => {
        const at = trail.indexOf(name);
        if (at >= 0) {
            // A self reference has its own message.
            if (trail.length - at > 1)
                found.push(trail.slice(at));
            return;
        }
        if (done.has(name))
            return;
        for (const before of order.get(name) ?? [])
            visit(before, [...trail, name]);
        done.add(name);
    };
    for (const name of order.keys())
        visit(name, []);
    return found;
}
/**
 * Levels of the order: an environment stands one level below the deepest it comes after. Within a level
 * the order of the file is kept. The order must be free of problems.
 */
function levels(order) {
    const depths = new Map();
    const depth = (name) => {
        const known = depths.get(name);
        if (known !== undefined)
            return known;
        const deepest = Math.max(-1, ...(order.get(name) ?? []).map(depth));
        depths.set(name, deepest + 1);
        return deepest + 1;
    };
    const stages = [];
    for (const name of order.keys()) {
        const at = depth(name);
        stages[at] ??= [];
        stages[at].push(name);
    }
    return stages;
}

;// CONCATENATED MODULE: ./.build/packages/config/providers.js


/** Metrics of providers that cannot be asked without an entry under `providers:`. */
function providerProblems(document, kinds = providerKinds) {
    const everywhere = raw_mapping(raw_mapping(document)?.providers) ?? {};
    return environmentsOf(document).flatMap(([name, raw]) => {
        const strategy = variant(raw.strategy);
        if (!strategy)
            return [];
        const known = { ...everywhere, ...raw_mapping(raw.providers) };
        return items(strategy.config.metrics).flatMap((metric, i) => {
            const types = Object.keys(raw_mapping(metric) ?? {}).filter((key) => Object.hasOwn(kinds, key));
            return types.flatMap((type) => {
                const lacks = Object.hasOwn(known, type) ? undefined : lacking(kinds[type]);
                const path = ['environments', name, 'strategy', strategy.type, 'metrics', i, type];
                const message = `${type} cannot be asked without \`providers: { ${type}: ... }\`: ${lacks}`;
                return lacks ? [{ path, message, on: 'key' }] : [];
            });
        });
    });
}
/** What an empty connection lacks. */
function lacking(kind) {
    const problems = [];
    kind?.read({}, [], ({ message }) => problems.push(message));
    return problems.length ? problems.join('; ') : undefined;
}

;// CONCATENATED MODULE: ./.build/packages/config/semantics.js





/**
 * What single values cannot show: the promotion order, ports used twice, strategies that a target cannot do.
 * Works on the raw document, so that these are reported together with the problems of single values;
 * whatever has the wrong shape is passed over here.
 */
function semanticProblems(document) {
    const environments = Object.entries(raw_mapping(raw_mapping(document)?.environments) ?? {});
    const order = new Map(environments.map(([name, raw]) => [name, after(raw_mapping(raw)?.after)]));
    const lists = new Set(environments.filter(([, raw]) => Array.isArray(raw_mapping(raw)?.after)).map(([n]) => n));
    return [
        ...orderProblems(order, (name) => lists.has(name)),
        ...portProblems(environments),
        ...fitProblems(environments),
        ...providerProblems(document),
        ...notifyProblems(document),
    ];
}
function after(raw) {
    return (Array.isArray(raw) ? raw : [raw])
        .map((entry) => (typeof entry === 'string' ? entry : ''))
        .filter(Boolean);
}
/** Two process targets on this machine cannot listen on one port. */
function portProblems(environments) {
    const problems = [];
    const used = new Map();
    for (const [name, raw] of environments) {
        const port = raw_mapping(raw_mapping(raw_mapping(raw)?.target)?.process)?.port;
        if (typeof port !== 'number')
            continue;
        const other = used.get(port);
        if (other === undefined)
            used.set(port, name);
        else {
            const path = ['environments', name, 'target', 'process', 'port'];
            problems.push({ path, message: `port ${port} is already used by "${other}"`, on: 'value' });
        }
    }
    return problems;
}

// EXTERNAL MODULE: ./node_modules/js-yaml/dist/js-yaml.mjs
var js_yaml = __nccwpck_require__(3243);
;// CONCATENATED MODULE: ./.build/packages/config/yaml.js

/** A hand-written file has some hundred nodes; only nested aliases make more of a small file. */
const MAX_NODES = 50_000;
/**
 * Reads one YAML 1.2 document with the position of every key and value. Faults that leave the rest
 * readable (a duplicate key, an unknown anchor) are collected; a syntax error ends the reading.
 * `root` is undefined when there is no document.
 */
function parseYaml(source) {
    let events;
    try {
        events = (0,js_yaml/* parseEvents */.PH)(source, { maxDepth: 50 });
    }
    catch (error) {
        if (!(error instanceof js_yaml/* YAMLException */.tB))
            throw error;
        return { root: undefined, faults: [{ offset: error.mark?.position ?? 0, message: yaml_hint(error.reason) }] };
    }
    const documents = events.filter(({ type }) => type === js_yaml/* EVENT_ID */.hy.DOCUMENT).length;
    if (documents === 0)
        return { root: undefined, faults: [] };
    const composer = new Composer(source, events);
    const root = composer.document();
    if (documents > 1) {
        composer.faults.unshift({
            offset: composer.nextDocument(),
            message: 'a second document starts here; one document is expected: remove the "---" before it',
        });
    }
    return { root, faults: composer.faults };
}
function yaml_hint(reason) {
    if (reason.includes('tab characters'))
        return `${reason}: indent with spaces`;
    return `not valid YAML: ${reason}`;
}
class Composer {
    faults = [];
    #source;
    #events;
    #anchors = new Map();
    #at = 0;
    constructor(source, events) {
        this.#source = source;
        this.#events = events;
    }
    document() {
        this.#at = 1;
        return this.#peek()?.type === js_yaml/* EVENT_ID */.hy.POP ? undefined : this.#node(0);
    }
    /** Offset of the first node after the document that was read. */
    nextDocument() {
        const rest = this.#events.slice(this.#at + 2);
        return rest.map(startOf).find((start) => start >= 0) ?? this.#source.length;
    }
    #peek() {
        return this.#events[this.#at];
    }
    /** `near` is where an empty node is said to stand: after its key. */
    #node(near) {
        const event = this.#events[this.#at++];
        if (event?.type === js_yaml/* EVENT_ID */.hy.ALIAS)
            return this.#alias(event);
        if (!event || event.type === js_yaml/* EVENT_ID */.hy.DOCUMENT || event.type === js_yaml/* EVENT_ID */.hy.POP) {
            throw new TypeError('the YAML events are not balanced');
        }
        const anchor = event.anchorStart < 0 ? '' : this.#source.slice(event.anchorStart, event.anchorEnd);
        if (anchor)
            this.#anchors.set(anchor, 'open');
        const node = event.type === js_yaml/* EVENT_ID */.hy.SCALAR
            ? this.#scalar(event, near)
            : event.type === js_yaml/* EVENT_ID */.hy.MAPPING
                ? this.#mapping(this.#tagless(event))
                : this.#sequence(this.#tagless(event));
        if (anchor)
            this.#anchors.set(anchor, node);
        return node;
    }
    #tagless(event) {
        const tag = event.tagStart < 0 ? '' : this.#source.slice(event.tagStart, event.tagEnd);
        if (tag && tag !== '!!map' && tag !== '!!seq')
            this.#fault(event.tagStart, `unknown tag ${tag}: remove it`);
        return event.start;
    }
    #scalar(event, near) {
        const start = event.valueStart < 0 ? near : quoteStart(event);
        const document = {
            type: js_yaml/* EVENT_ID */.hy.DOCUMENT,
            explicitStart: false,
            explicitEnd: false,
            directives: [],
        };
        try {
            const [value] = (0,js_yaml/* constructFromEvents */.fw)([document, event, { type: js_yaml/* EVENT_ID */.hy.POP }], {
                source: this.#source,
            });
            return { value, start, count: 1 };
        }
        catch (error) {
            if (!(error instanceof js_yaml/* YAMLException */.tB))
                throw error;
            this.#fault(event.tagStart < 0 ? start : event.tagStart, `not valid YAML: ${error.reason}`);
            return { value: undefined, start, count: 1 };
        }
    }
    #alias(event) {
        const name = this.#source.slice(event.anchorStart, event.anchorEnd);
        const start = event.anchorStart - 1;
        const target = this.#anchors.get(name);
        if (target && target !== 'open')
            return pinned(target, start);
        this.#fault(start, target ? `*${name} stands inside of its own anchor` : `no anchor &${name} before this alias`);
        return { value: undefined, start, count: 1 };
    }
    #sequence(start) {
        const items = [];
        while (this.#peek()?.type !== js_yaml/* EVENT_ID */.hy.POP)
            items.push(this.#node(start));
        this.#at++;
        return this.#counted({ value: items.map(({ value }) => value), start, items }, items);
    }
    #mapping(start) {
        const own = new Map();
        const merged = new Map();
        while (this.#peek()?.type !== js_yaml/* EVENT_ID */.hy.POP) {
            const { key, keyStart, keyEnd } = this.#key();
            const node = this.#node(keyEnd);
            if (key === undefined)
                continue;
            if (key === '<<') {
                for (const [name, entry] of this.#merge(node))
                    if (!merged.has(name))
                        merged.set(name, entry);
            }
            else if (own.has(key)) {
                this.#fault(keyStart, `"${key}" stands here twice: keep one of them`);
            }
            else
                own.set(key, { keyStart, node });
        }
        this.#at++;
        const entries = new Map([...own, ...[...merged].filter(([key]) => !own.has(key))]);
        const value = Object.fromEntries([...entries].map(([key, { node }]) => [key, node.value]));
        return this.#counted({ value, start, entries }, [...entries.values()].map(({ node }) => node));
    }
    #key() {
        const event = this.#peek();
        if (event?.type === js_yaml/* EVENT_ID */.hy.SCALAR && event.valueStart >= 0) {
            this.#at++;
            const key = (0,js_yaml/* getScalarValue */.KE)(this.#source, event);
            const keyStart = quoteStart(event);
            if (key !== '__proto__')
                return { key, keyStart, keyEnd: event.valueEnd };
            this.#fault(keyStart, '"__proto__" cannot be a key');
            return { key: undefined, keyStart, keyEnd: event.valueEnd };
        }
        const { start } = this.#node(event ? Math.max(0, startOf(event)) : 0);
        this.#fault(start, 'a key must be text');
        return { key: undefined, keyStart: start, keyEnd: start };
    }
    /** `<<: *base` or `<<: [*a, *b]`: keys of the mapping itself win, then the first in the list. */
    #merge(node) {
        const sources = node.items ?? [node];
        return sources.flatMap((source) => {
            if (source.entries)
                return [...source.entries];
            this.#fault(source.start, '"<<" takes a mapping or a list of mappings, by alias');
            return [];
        });
    }
    #counted(node, children) {
        const count = children.reduce((sum, child) => sum + child.count, 1);
        if (count <= MAX_NODES)
            return { ...node, count };
        this.#fault(node.start, 'the aliases below expand to too many nodes: use fewer of them');
        return { value: undefined, start: node.start, count: 1 };
    }
    #fault(offset, message) {
        this.faults.push({ offset, message });
    }
}
/** The same node seen through an alias: everything in it is reported where the alias stands. */
function pinned(node, start) {
    return {
        value: node.value,
        count: node.count,
        start,
        ...(node.items ? { items: node.items.map((item) => pinned(item, start)) } : {}),
        ...(node.entries
            ? {
                entries: new Map([...node.entries].map(([key, entry]) => [
                    key,
                    { keyStart: start, node: pinned(entry.node, start) },
                ])),
            }
            : {}),
    };
}
/** A quoted scalar's range is its content; people look for the quote. */
function quoteStart(event) {
    return event.style === 2 || event.style === 3 ? event.valueStart - 1 : event.valueStart;
}
function startOf(event) {
    if (event.type === js_yaml/* EVENT_ID */.hy.SCALAR)
        return event.valueStart;
    if (event.type === js_yaml/* EVENT_ID */.hy.ALIAS)
        return event.anchorStart - 1;
    return 'start' in event ? event.start : -1;
}

;// CONCATENATED MODULE: ./.build/packages/config/load.js






/** Where the file is looked for, relative to the workspace. */
const CONFIG_FILES = ['.github/fairway.yml', 'fairway.yml'];
/** A hand-written file is some kB; this leaves room and keeps a wrong path from being parsed. */
const MAX_CHARACTERS = 1024 * 1024;
const EXAMPLE = `version: 1
app: my-app
environments:
  production:
    target:
      process: { port: 8080, health: /healthz }`;
/**
 * Reads and checks fairway.yml. `path` is relative to the workspace; without it `.github/fairway.yml` and
 * `fairway.yml` are looked for. Returns the file as it is named in messages: relative to the workspace
 * when it lies inside. Throws one UserError with every problem as `file:line:column: message`.
 */
async function loadConfig({ files, context }, path) {
    const { file, source } = path
        ? await readGiven(files, context.workspace, path)
        : await search(files, context.workspace);
    return { config: parseConfig(source, file), file };
}
/** The same for text that is at hand; `file` is its name in messages. */
function parseConfig(text, file) {
    const source = text.startsWith('\uFEFF') ? text.slice(1) : text;
    refuseUnreadable(source, file);
    const { root, faults } = parseYaml(source);
    if (!root && faults.length === 0) {
        throw new runtime/* UserError */.yo(`${file} is empty`, { where: file, mend: `start from this:\n${EXAMPLE}` });
    }
    const problems = [];
    const config = root ? schema_configKind.read(root.value, [], (problem) => problems.push(problem)) : undefined;
    if (root) {
        faults.push(...[...problems, ...semanticProblems(root.value)].map((problem) => fault(root, problem)));
    }
    if (faults.length)
        throw describe(source, file, faults);
    return config;
    function fault(node, { path, on, message }) {
        return { offset: locate(node, path, on), message };
    }
}
function describe(source, file, faults) {
    const seen = new Set();
    const shown = faults
        .map(({ offset, message }) => ({ ...lineAndColumn(source, offset), message }))
        .sort((a, b) => a.line - b.line || a.column - b.column)
        .filter(({ line, column, message }) => {
        // An alias can bring the same problem in several times.
        const key = `${line}:${column}:${message}`;
        return !seen.has(key) && seen.add(key);
    });
    const lines = shown.map((at) => `${file}:${at.line}:${at.column}: ${at.message}\n${excerpt(source, at)}`);
    const first = shown[0];
    return new runtime/* UserError */.yo(`${shown.length} problem${shown.length > 1 ? 's' : ''} in ${file}:\n\n${lines.join('\n')}`, {
        where: `${file}:${first?.line ?? 1}:${first?.column ?? 1}`,
        mend: `correct the marked place${shown.length > 1 ? 's' : ''}`,
    });
}
function refuseUnreadable(source, file) {
    if (source.length > MAX_CHARACTERS)
        throw tooLarge(file);
    // Reading turns every byte that is not UTF-8 into U+FFFD, which nobody writes into a config by hand.
    const at = source.search(/\uFFFD|\0/);
    if (at < 0)
        return;
    const { line, column } = lineAndColumn(source, at);
    throw new runtime/* UserError */.yo(`${file}:${line}:${column}: the file is not UTF-8 text`, {
        where: `${file}:${line}:${column}`,
        mend: 'save it as UTF-8',
    });
}
const tooLarge = (file) => new runtime/* UserError */.yo(`${file} is larger than 1 MiB: this is not a fairway.yml`, {
    where: file,
    mend: 'check the path',
});
async function search(files, workspace) {
    const found = [];
    for (const file of CONFIG_FILES) {
        const source = await read(files, (0,external_node_path_.join)(workspace, file), file);
        if (source !== undefined)
            found.push({ file, source });
    }
    const [first, second] = found;
    if (first && second) {
        throw new runtime/* UserError */.yo(`both ${first.file} and ${second.file} exist in ${workspace}`, {
            where: workspace,
            mend: 'keep one of them, or name one with the input "config"',
        });
    }
    if (first)
        return first;
    throw new runtime/* UserError */.yo(`no ${CONFIG_FILES.join(' and no ')} in ${workspace}`, {
        where: workspace,
        mend: `check the repository out first (actions/checkout), or create .github/fairway.yml:\n${EXAMPLE}`,
    });
}
async function readGiven(files, workspace, path) {
    const absolute = (0,external_node_path_.resolve)(workspace, path);
    const inside = (0,external_node_path_.relative)(workspace, absolute);
    const file = inside.startsWith(`..${external_node_path_.sep}`) || (0,external_node_path_.isAbsolute)(inside) ? absolute : inside || '.';
    const source = await read(files, absolute, file);
    if (source !== undefined)
        return { file, source };
    throw new runtime/* UserError */.yo(`${file} does not exist`, {
        where: absolute,
        mend: 'check the path; it is relative to the workspace',
    });
}
async function read(files, path, file) {
    try {
        return await files.read(path);
    }
    catch (error) {
        const { code } = error;
        if (code === 'ENOTDIR')
            return undefined;
        if (code === 'ERR_STRING_TOO_LONG' || code === 'ERR_FS_FILE_TOO_LARGE')
            throw tooLarge(file);
        if (code !== 'EISDIR')
            throw error;
        throw new runtime/* UserError */.yo(`${file} is a folder`, {
            where: path,
            mend: 'a file is expected there: name the file itself',
            cause: error,
        });
    }
}

;// CONCATENATED MODULE: ./.build/packages/config/stages.js

/**
 * The environments in promotion order, as levels: those of one level may go at the same time, each level
 * after all before it. Within a level they stand as in the file.
 */
function promotionStages(config) {
    return levels(new Map(Object.entries(config.environments).map(([name, { after }]) => [name, after ?? []])));
}

;// CONCATENATED MODULE: ./.build/packages/config/index.js





// EXTERNAL MODULE: ./.build/packages/ledger/record.js
var record = __nccwpck_require__(1781);
// EXTERNAL MODULE: ./.build/packages/ledger/types.js
var types = __nccwpck_require__(2743);
;// CONCATENATED MODULE: ./.build/packages/ledger/git/move.js


/** How long to wait for the lock file of a ref before asking for help, in ms. */
const LOCK_WAIT = 10_000;
/** Moves the ref from one commit to the next, or creates it; LedgerConflict when somebody was faster. */
async function moveRef(repository, clock, { ref, from, to }) {
    const move = `start\nupdate ${ref} ${to} ${from ?? '0'.repeat(to.length)}\nprepare\ncommit\n`;
    const end = clock.now() + LOCK_WAIT;
    for (;;) {
        try {
            await writable(repository, () => repository.mover.ask(move, (output) => (output.includes('commit: ok\n') ? true : undefined)));
            return;
        }
        catch (error) {
            if (!(error instanceof runtime/* CommandError */.Qd))
                throw error;
            if (/but expected|already exists|unable to resolve reference/.test(withoutLock(error.stderr))) {
                throw new types/* LedgerConflict */.Q(`${ref} is no longer at ${from ?? 'its beginning'}`, { cause: error });
            }
            if (!LOCKED.test(error.stderr)) {
                // A git that was killed may have moved the ref and not come to say so.
                if (await standsAt(repository, ref, to))
                    return;
                throw error;
            }
            if (clock.now() > end)
                throw stillLocked(error, ref);
        }
        await clock.sleep(20 * Math.random());
    }
}
async function standsAt({ git }, ref, id) {
    const { stdout } = await git(['rev-parse', '--verify', '--quiet', ref], { okCodes: [0, 1] });
    return stdout.trim() === id;
}
const LOCKED = /Unable to create '([^']+\.lock)': File exists/;
/** The message about a lock file says "File exists" and "already": it must not pass for a moved ref. */
const withoutLock = (stderr) => (LOCKED.test(stderr) ? '' : stderr);
function stillLocked(cause, ref) {
    const file = LOCKED.exec(cause.stderr)?.[1] ?? ref;
    return new runtime/* UserError */.yo(`${ref} has been locked for ${LOCK_WAIT / 1000} s; nothing was written`, {
        where: file,
        mend: 'if no git process runs here any more, a killed one left this file: delete it and run again',
        cause,
    });
}
/** What git and the system say about a disk that takes no more, and what to do about it. */
const DISK = [
    [/No space left on device|Disk quota exceeded/, 'the disk is full', 'free some space and run again'],
    [/Read-only file system/, 'the file system is read-only', 'put the repository where it can be written'],
    [
        /Permission denied|insufficient permission/,
        'the repository cannot be written',
        'check the owner and mode of the folder',
    ],
];
/** A disk that refuses becomes a clear error. Nothing counts until the ref moves. */
async function writable({ gitDir }, write) {
    try {
        return await write();
    }
    catch (error) {
        if (!(error instanceof runtime/* CommandError */.Qd))
            throw error;
        const known = DISK.find(([words]) => words.test(error.stderr));
        if (!known)
            throw error;
        const [, what, mend] = known;
        throw new runtime/* UserError */.yo(`${what}; the ledger is unchanged`, { where: gitDir, mend, cause: error });
    }
}

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __nccwpck_require__(8522);
;// CONCATENATED MODULE: ./.build/packages/ledger/git/objects.js


const PACK_TYPE = { commit: 1, tree: 2, blob: 3 };
/**
 * A commit with its tree and files as one pack, for `git unpack-objects`: one process instead of five, and
 * git itself still writes, checks and shares the objects as the repository is configured to.
 */
function packCommit(draft, format) {
    const make = (type, content) => {
        const body = Buffer.from(content);
        return { type, body, id: hash(format, Buffer.concat([Buffer.from(`${type} ${body.length}\0`), body])) };
    };
    const names = Object.keys(draft.files).sort();
    const blobs = names.map((name) => make('blob', draft.files[name] ?? ''));
    const rows = blobs.flatMap(({ id }, at) => [Buffer.from(`100644 ${names[at]}\0`), Buffer.from(id, 'hex')]);
    const tree = make('tree', Buffer.concat(rows));
    const commit = make('commit', commitText(draft, tree.id));
    return { id: commit.id, pack: pack([...blobs, tree, commit], format) };
}
function commitText({ message, parent, author, seconds }, tree) {
    const who = `${author} ${seconds} +0000`;
    const lines = [
        `tree ${tree}`,
        ...(parent ? [`parent ${parent}`] : []),
        `author ${who}`,
        `committer ${who}`,
    ];
    return `${lines.join('\n')}\n\n${message}`;
}
/** Pack format version 2: header, entries (type and size as a varint, then zlib), checksum. */
function pack(objects, format) {
    const header = Buffer.from('PACK\0\0\0\x02\0\0\0\0', 'latin1');
    header.writeUInt32BE(objects.length, 8);
    const entries = objects.flatMap(({ type, body }) => [
        entryHeader(PACK_TYPE[type], body.length),
        (0,external_node_zlib_.deflateSync)(body),
    ]);
    const content = Buffer.concat([header, ...entries]);
    return Buffer.concat([content, Buffer.from(hash(format, content), 'hex')]);
}
function entryHeader(type, size) {
    const bytes = [];
    let byte = (type << 4) | (size & 15);
    for (let rest = Math.floor(size / 16); rest > 0; rest = Math.floor(rest / 128)) {
        bytes.push(byte | 128);
        byte = rest & 127;
    }
    return Buffer.from([...bytes, byte]);
}
const hash = (format, content) => (0,external_node_crypto_.createHash)(format).update(content).digest('hex');

// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __nccwpck_require__(3136);
;// CONCATENATED MODULE: ./.build/packages/ledger/git/repository.js



/**
 * Finds where the ledger of a checkout lives: in its `origin` when that is a folder of this machine (the
 * jobs of a local run have throw-away clones), else in the repository itself. Work trees, linked work
 * trees and bare repositories are all right. Throws UserError for a folder without git.
 */
async function repository_locate(folder, exec) {
    const checkout = await repository_open(folder, exec);
    const { stdout } = await checkout.git(['config', '--get', 'remote.origin.url'], { okCodes: [0, 1] });
    const origin = localPath(stdout.trim(), folder);
    return origin === undefined ? checkout : repository_open(origin, exec);
}
const ENGLISH = { LC_ALL: 'C', LANGUAGE: '' };
async function repository_open(folder, exec) {
    const found = await exec
        .run('git', ['-C', folder, 'rev-parse', '--git-common-dir', '--show-object-format'], { addEnv: ENGLISH })
        .catch((error) => {
        throw error instanceof runtime/* CommandError */.Qd ? noRepository(folder, error) : error;
    });
    const [directory = '', format = 'sha1'] = found.stdout.trim().split('\n');
    const gitDir = (0,external_node_path_.resolve)(folder, directory);
    // Objects on disk before the ref points at them: a power cut must not leave a ledger that cannot be read.
    const common = ['--git-dir', gitDir, '-c', 'core.fsync=committed'];
    const keep = (...args) => new runtime/* Coprocess */.IF(['git', ...common, ...args], ENGLISH);
    return {
        gitDir,
        format: format === 'sha256' ? 'sha256' : 'sha1',
        git: (args, options = {}) => exec.run('git', [...common, ...args], { ...options, addEnv: ENGLISH }),
        reader: keep('cat-file', '--batch'),
        // No reflog: this ref is a log.
        mover: keep('-c', 'core.logAllRefUpdates=false', '-c', 'core.filesRefLockTimeout=500', 'update-ref', '--no-deref', '--stdin'),
    };
}
function noRepository(folder, cause) {
    if (cause.stderr.includes('dubious ownership')) {
        return new runtime/* UserError */.yo('git does not trust this repository: it belongs to another user', {
            where: folder,
            mend: `run: git config --global --add safe.directory ${folder}`,
            cause,
        });
    }
    return new runtime/* UserError */.yo('there is no git repository here, so no place for the ledger', {
        where: folder,
        mend: 'check out the repository first (actions/checkout), or run `git init`',
        cause,
    });
}
/** The folder a remote URL names; undefined for a URL or an scp-like address of another machine. */
function localPath(url, base) {
    if (url === '')
        return undefined;
    if (url.startsWith('file://'))
        return (0,external_node_url_.fileURLToPath)(url);
    // git's own rule: a colon before the first slash makes it host:path.
    return /^[^/]*:/.test(url) ? undefined : (0,external_node_path_.resolve)(base, url);
}

;// CONCATENATED MODULE: ./.build/packages/ledger/git/index.js





const AUTHOR = 'Fairway <fairway@localhost>';
/** Keeps the ledger in a git repository of this machine. Touches neither HEAD, index nor work tree. */
async function gitStore(options) {
    const { prefix, clock } = options;
    const repository = await repository_locate(options.folder, options.exec);
    const refOf = (key) => `${prefix}/${key}`;
    return {
        type: 'git',
        location: `${prefix} in ${repository.gitDir}`,
        head: (key) => readHead(repository, refOf(key)),
        append: (key, parent, event, state) => append(repository, clock, { ref: refOf(key), parent, event, state }),
        history: (key, limit) => readHistory(repository, refOf(key), limit),
        async keys(start) {
            // A pattern that ends in a slash matches whole folders only: cut there, and filter the rest.
            const folder = start.slice(0, start.lastIndexOf('/') + 1);
            const { stdout } = await repository.git(['for-each-ref', '--format=%(refname)', `${prefix}/${folder}`]);
            const keys = stdout.split('\n').filter(Boolean);
            return keys.map((ref) => ref.slice(prefix.length + 1)).filter((key) => key.startsWith(start));
        },
    };
}
async function append(repository, clock, { ref, parent, event, state }) {
    const { id, pack } = packCommit({
        ...(0,record/* encode */.lF)(event, state, (0,external_node_crypto_.randomUUID)()),
        parent,
        author: AUTHOR,
        seconds: Math.floor(clock.now() / 1000),
    }, repository.format);
    // Objects first: without the ref nothing points at them, and git's gc takes what a dead writer left.
    await writable(repository, () => repository.git(['unpack-objects', '-q'], { input: pack }));
    await moveRef(repository, clock, { ref, from: parent, to: id });
    return id;
}
async function readHead(repository, ref) {
    const [commit, file] = await readObjects(repository, [ref, `${ref}:state.json`]);
    if (!commit)
        return undefined;
    const where = `${ref} at ${commit.id} in ${repository.gitDir}`;
    const { state } = (0,record/* decode */.D4)(bodyOf(commit.text), where);
    // The message is what is read; a file that says something else was edited by hand or damaged.
    if (file?.text !== (0,record/* pretty */.j9)(state)) {
        const [exact] = await readObjects(repository, [`${commit.id}:state.json`]);
        if (!exact)
            throw (0,record/* corrupted */.LM)(where, 'state.json is missing');
        if (JSON.stringify((0,record/* parseState */.Bu)(exact.text, where)) !== JSON.stringify(state)) {
            throw (0,record/* corrupted */.LM)(where, 'state.json and the message of the commit differ');
        }
    }
    return { id: commit.id, state };
}
async function readHistory(repository, ref, limit) {
    const [head] = await readObjects(repository, [ref]);
    if (!head)
        return [];
    const list = ['rev-list', '--first-parent', `--max-count=${limit}`, head.id, '--'];
    const { stdout } = await repository.git(list);
    const commits = await readObjects(repository, stdout.split('\n').filter(Boolean));
    return commits.flatMap((commit) => {
        if (!commit)
            return [];
        return [{ id: commit.id, ...(0,record/* decode */.D4)(bodyOf(commit.text), `${ref} at ${commit.id}`) }];
    });
}
const bodyOf = (commit) => commit.slice(commit.indexOf('\n\n') + 2);
/** In order; undefined for those that do not exist. */
function readObjects(repository, names) {
    if (names.length === 0)
        return Promise.resolve([]);
    return repository.reader.ask(`${names.join('\n')}\n`, (bytes) => parseBatch(bytes, names.length));
}
/** Output of `git cat-file --batch`; undefined while it is not complete. */
function parseBatch(bytes, count) {
    const found = [];
    for (let at = 0; found.length < count;) {
        const line = bytes.indexOf('\n', at);
        if (line < 0)
            return undefined;
        const [id = '', , size] = bytes.toString('utf8', at, line).split(' ');
        at = line + 1;
        if (size === undefined) {
            found.push(undefined);
            continue;
        }
        const end = at + Number(size);
        if (bytes.length <= end)
            return undefined;
        found.push({ id, text: bytes.toString('utf8', at, end) });
        at = end + 1;
    }
    return found;
}

;// CONCATENATED MODULE: ./.build/packages/ledger/memory/index.js



/** Lives as long as the object: for dry runs and tests. Keeps text, as the others do: nobody edits the past. */
function memoryStore() {
    const chains = new Map();
    const entry = (key, at) => {
        const message = chains.get(key)?.[at - 1];
        return message === undefined ? undefined : { id: String(at), ...(0,record/* decode */.D4)(message, `${key} at ${at}`) };
    };
    const length = (key) => chains.get(key)?.length ?? 0;
    return {
        type: 'memory',
        location: 'memory',
        async head(key) {
            const newest = entry(key, length(key));
            return newest && { id: newest.id, state: newest.state };
        },
        async append(key, parent, event, state) {
            const head = length(key) === 0 ? undefined : String(length(key));
            if (head !== parent)
                throw new types/* LedgerConflict */.Q(`${key} moved past ${parent ?? 'nothing'}`);
            chains.set(key, [...(chains.get(key) ?? []), (0,record/* encode */.lF)(event, state, (0,external_node_crypto_.randomUUID)()).message]);
            return String(length(key));
        },
        async history(key, limit) {
            const from = Math.max(0, length(key) - limit);
            const numbers = Array.from({ length: length(key) - from }, (_, at) => length(key) - at);
            return numbers.flatMap((at) => entry(key, at) ?? []);
        },
        async keys(prefix) {
            return [...chains.keys()].filter((key) => key.startsWith(prefix)).sort();
        },
    };
}

;// CONCATENATED MODULE: ./.build/packages/ledger/backends.js




/** Every backend, by the name of its folder. */
const backends = {
    memory: async () => memoryStore(),
    git: ({ folder, prefix, ports }) => gitStore({ folder, prefix, exec: ports.exec, clock: ports.clock }),
    // Loaded when used: a plain local run needs no REST client.
    github: async (options) => (await __nccwpck_require__.e(/* import() */ 952).then(__nccwpck_require__.bind(__nccwpck_require__, 9952))).githubStore(options),
};
/** `auto` is GitHub where there is one, else git. */
function chooseBackend(name, apiUrl) {
    if (name === 'auto')
        return apiUrl === undefined ? 'git' : 'github';
    if (Object.hasOwn(backends, name))
        return name;
    const valid = ['auto', ...Object.keys(backends)];
    throw new runtime/* UserError */.yo(`there is no ledger backend "${name}".${(0,schema/* didYouMean */.au)(name, valid)}`, {
        mend: 'correct ledger.backend',
    });
}

;// CONCATENATED MODULE: ./.build/packages/ledger/deployments.js
/**
 * Creates a GitHub deployment of the release, in progress, and returns what updates it. Best effort: without
 * GitHub, or when it fails, a warning is all that happens, once. A success makes the one
 * before inactive, in production too, where GitHub does not do it by itself.
 */
async function mirrorDeployment(github, options) {
    const { environment, release, log, production = environment === 'production' } = options;
    const shown = (text) => deployments_short(options.redact?.(text) ?? text);
    let failed = github === undefined;
    const attempt = async (what, body) => {
        try {
            const api = failed ? undefined : await github;
            return api && (await body(api));
        }
        catch (error) {
            failed = true;
            const why = error instanceof Error ? error.message : String(error);
            log.warning(`GitHub's deployment of ${environment} is not shown (${what}): ${why}`, {
                title: 'Deployment mirror',
            });
            return undefined;
        }
    };
    const id = await attempt('create', async ({ request }) => {
        const { data } = await request('POST /repos/{owner}/{repo}/deployments', {
            ...HERE,
            ref: release.commit,
            environment,
            description: deployments_short(`${release.version} ${release.digest}`),
            payload: { version: release.version, digest: release.digest },
            auto_merge: false,
            required_contexts: [],
            production_environment: production,
        });
        return 'id' in data ? Number(data.id) : undefined;
    });
    const update = async (state, description) => {
        if (id === undefined)
            return;
        await attempt(state, ({ request }) => request('POST /repos/{owner}/{repo}/deployments/{deployment_id}/statuses', {
            ...HERE,
            deployment_id: id,
            state,
            description: shown(description),
            auto_inactive: true,
            ...(options.logUrl ? { log_url: options.logUrl } : {}),
            ...(options.environmentUrl ? { environment_url: options.environmentUrl } : {}),
        }));
    };
    const succeeded = async (state, description) => {
        await update(state, description);
        if (state === 'success' && production && id !== undefined) {
            await attempt('inactive', (api) => retire(api, environment, id));
        }
    };
    await update('in_progress', `Deploying ${release.version}`);
    return { update: succeeded };
}
/** Marks the last successful deployment before this one inactive. */
async function retire({ request }, environment, id) {
    const query = { ...HERE, environment, per_page: 10 };
    const { data: newest } = await request('GET /repos/{owner}/{repo}/deployments', query);
    for (const other of newest.filter((one) => Number(one.id) < id)) {
        const one = { ...HERE, deployment_id: Number(other.id) };
        const path = '/repos/{owner}/{repo}/deployments/{deployment_id}/statuses';
        const { data: statuses } = await request(`GET ${path}`, { ...one, per_page: 1 });
        if (statuses[0]?.state === 'inactive')
            return;
        if (statuses[0]?.state !== 'success')
            continue;
        await request(`POST ${path}`, { ...one, state: 'inactive' });
        return;
    }
}
/** The port fills in owner and repo; Octokit's types ask for them nevertheless. */
const HERE = {};
const LIMIT = 140;
function deployments_short(text) {
    const characters = [...text];
    return characters.length <= LIMIT ? text : `${characters.slice(0, LIMIT - 1).join('')}…`;
}

;// CONCATENATED MODULE: ./.build/packages/ledger/lease.js

/**
 * Takes the environment for one owner, or throws GateError while another holds it. An expired lease is
 * taken over, and the event says from whom. The owner's own lease is renewed.
 */
async function acquireLease(ledger, environment, wanted) {
    if (!(wanted.ttl > 0))
        throw new UserError(`a lease of ${wanted.ttl} ms would never hold`);
    return held(await ledger.append(environment, (state, stamp) => acquire(state, wanted, stamp)));
}
/** Moves the expiry. Throws GateError when the lease is no longer the owner's. */
async function renewLease(ledger, environment, { owner, ttl }) {
    const state = await ledger.append(environment, (now, stamp) => {
        if (now.lease?.owner !== owner)
            throw lost(now, owner);
        return renewed(now, { ...now.lease, expiresAt: expiry(stamp, ttl) });
    });
    return held(state);
}
/** Only the owner may; nothing happens when nobody holds it. Throws GateError when another does. */
async function releaseLease(ledger, environment, owner) {
    await ledger.append(environment, (state) => {
        if (!state.lease)
            return undefined;
        if (state.lease.owner !== owner)
            throw lost(state, owner);
        return {
            event: {
                type: 'lease-released',
                message: `${owner} releases ${environment}`,
                data: { lease: state.lease },
            },
            state: { lease: undefined },
        };
    });
}
/** For `decide`: throws GateError unless `owner` holds the environment at this moment. */
function requireLease(state, owner, { now }) {
    const { lease } = state;
    if (lease?.owner === owner && Date.parse(lease.expiresAt) > now)
        return lease;
    throw lost(state, owner);
}
function acquire(state, { owner, purpose, ttl }, stamp) {
    const { lease } = state;
    const next = { owner, purpose, acquiredAt: stamp.at, expiresAt: expiry(stamp, ttl) };
    if (!lease)
        return taken(next, `${owner} takes ${state.environment}: ${purpose}`);
    if (lease.owner === owner)
        return renewed(state, { ...next, acquiredAt: lease.acquiredAt });
    if (Date.parse(lease.expiresAt) > stamp.now)
        throw busy(state, lease);
    return taken(next, `${owner} takes ${state.environment} over from ${lease.owner}, expired: ${purpose}`, lease);
}
function taken(lease, message, from) {
    return {
        event: { type: 'lease-acquired', message, data: { lease, ...(from ? { takenOverFrom: from } : {}) } },
        state: { lease },
    };
}
function renewed(state, lease) {
    const message = `${lease.owner} keeps ${state.environment} until ${lease.expiresAt}`;
    return { event: { type: 'lease-renewed', message, data: { lease } }, state: { lease } };
}
const expiry = ({ now }, ttl) => new Date(now + ttl).toISOString();
function held({ lease, environment }) {
    if (lease)
        return lease;
    throw new GateError(`the lease of ${environment} was not written`);
}
function busy({ app, environment }, lease) {
    return new GateError(`${environment} is held by ${lease.owner} since ${lease.acquiredAt}, for: ${lease.purpose}`, {
        where: `${app}/${environment}`,
        mend: `wait for it; it expires at ${lease.expiresAt} unless it is renewed`,
    });
}
function lost({ app, environment, lease }, owner) {
    const now = lease ? `${lease.owner} has it until ${lease.expiresAt}` : 'nobody has it';
    return new GateError(`${owner} does not hold the lease of ${environment}: ${now}`, {
        where: `${app}/${environment}`,
        mend: 'acquire it again, then read the state anew: another job may have changed it',
    });
}

;// CONCATENATED MODULE: ./.build/packages/ledger/names.js

const ledger_names_NAME = /^[A-Za-z0-9_][A-Za-z0-9._-]*$/;
/** Names become parts of a git ref: what git refuses there is refused here, in words. */
function environmentKey(app, environment) {
    return `${checkName('app', app)}/${checkName('environment', environment)}`;
}
function checkName(what, name) {
    if (ledger_names_NAME.test(name) && !name.includes('..') && !name.endsWith('.') && !name.endsWith('.lock'))
        return name;
    throw new runtime/* UserError */.yo(`"${name}" cannot be the name of an ${what} in the ledger`, {
        mend: 'use letters, digits, - _ and single dots, starting with a letter or digit, not ending in .lock',
    });
}
/** `refs/...` without a slash at the end. */
function checkPrefix(prefix) {
    const parts = prefix.split('/');
    if (parts.length >= 2 && parts[0] === 'refs' && parts.every((part) => ledger_names_NAME.test(part)))
        return prefix;
    throw new runtime/* UserError */.yo(`"${prefix}" cannot be the prefix of the ledger's refs`, {
        mend: 'use refs/<name>, for example refs/fairway, or refs/heads/<name> where a server refuses other refs',
    });
}

;// CONCATENATED MODULE: ./.build/packages/ledger/secrets.js
/**
 * The change with its secrets hidden: an error that stopped a rollout may quote one. Of the state only text
 * that people read (it has blanks) is touched; programs compare the rest, and the owner of the lease.
 */
function withoutSecrets(change, redact) {
    if (!change || !redact)
        return change;
    const { lease, ...facts } = change.state;
    const read = (text) => (/\s/.test(text) ? redact(text) : text);
    const state = mapTexts(facts, read);
    return {
        event: mapTexts(change.event, redact),
        state: 'lease' in change.state ? { ...state, lease } : state,
    };
}
function mapTexts(value, change) {
    if (typeof value === 'string')
        return change(value);
    if (Array.isArray(value))
        return value.map((entry) => mapTexts(entry, change));
    if (typeof value !== 'object' || value === null)
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, mapTexts(entry, change)]));
}

;// CONCATENATED MODULE: ./.build/packages/ledger/ledger.js





const DEADLINE = 120_000;
/** A cancelled job has about ten seconds left. */
const CANCELLED_DEADLINE = 7_000;
const FIRST_PAUSE = 4;
const MAX_PAUSE = 5_000;
/** Appends of one process to one environment stand in line here; only other processes compete by the CAS. */
function createLedger(store, options) {
    const { app } = options;
    const lines = new Map();
    const empty = (environment) => ({
        schema: record/* SCHEMA */.yx,
        app,
        environment,
        sequence: 0,
    });
    return {
        app,
        location: store.location,
        async read(environment) {
            return (await store.head(environmentKey(app, environment)))?.state ?? empty(environment);
        },
        append(environment, decide) {
            const key = environmentKey(app, environment);
            const mine = (lines.get(key) ?? Promise.resolve()).then(() => untilWritten(store, key, options, (state, stamp) => {
                const before = state ?? empty(environment);
                const change = withoutSecrets(decide(before, stamp), options.redact);
                return { before, change };
            }));
            lines.set(key, mine.catch(() => undefined));
            return mine;
        },
        history: (environment, limit = 50) => store.history(environmentKey(app, environment), limit),
        async environments() {
            const keys = await store.keys(`${app}/`);
            return keys.map((key) => key.slice(app.length + 1)).sort();
        },
    };
}
/** No upper number of tries: with many writers any number would lose an event some day. Time bounds it. */
async function untilWritten(store, key, options, step) {
    const { clock, signal, deadline = DEADLINE } = options;
    const start = clock.now();
    for (let tries = 1;; tries++) {
        const head = await store.head(key);
        const stamp = stampOf(options);
        const { before, change } = step(head?.state, stamp);
        if (!change)
            return before;
        const next = apply(before, change.state);
        try {
            await store.append(key, head?.id, eventOf(change, stamp), next);
            return next;
        }
        catch (error) {
            if (!(error instanceof types/* LedgerConflict */.Q))
                throw error;
            const waited = clock.now() - start;
            const limit = signal?.aborted ? Math.min(deadline, CANCELLED_DEADLINE) : deadline;
            if (waited > limit)
                throw contended(store, key, tries, error);
            // Full jitter, up to a pause that lets twenty writers through one by one: writers that collided once must
            // not collide again in step, and shorter pauses would only waste everybody's requests.
            await clock.sleep(Math.random() * Math.min(MAX_PAUSE, FIRST_PAUSE * 2 ** tries));
        }
    }
}
function stampOf({ clock, actor, runId }) {
    const now = clock.now();
    return { now, at: new Date(now).toISOString(), actor, runId };
}
function eventOf({ event }, { at, actor, runId }) {
    return { ...event, at, actor, ...(runId === undefined ? {} : { runId }) };
}
function apply(before, patch) {
    const { schema, app, environment, sequence, ...facts } = before;
    const kept = Object.entries({ ...facts, ...patch }).filter(([, value]) => value !== undefined);
    return { schema, app, environment, sequence: sequence + 1, ...Object.fromEntries(kept) };
}
function contended(store, key, tries, cause) {
    return new runtime/* RemoteError */.Hi(`the ledger of ${key} was moved by others in each of ${tries} tries`, {
        where: store.location,
        mend: 'run the job again; if it stays, look for a job that appends in a loop',
        retryable: true,
        cause,
    });
}

;// CONCATENATED MODULE: ./.build/packages/ledger/open.js



/** Opens the record of one app. Writes nothing. Throws UserError for bad names and a folder without git. */
async function openLedger(options) {
    const { ports, prefix = 'refs/fairway', backend = 'auto', deadline } = options;
    const { context, clock, signal } = ports;
    const store = await backends[chooseBackend(backend, context.apiUrl)]({
        prefix: checkPrefix(prefix),
        folder: options.folder ?? context.workspace,
        repository: options.repository,
        token: options.token,
        ports,
    });
    return createLedger(store, {
        app: checkName('app', options.app),
        actor: context.actor,
        runId: context.runId,
        clock,
        signal,
        ...(ports.redact ? { redact: ports.redact } : {}),
        ...(deadline === undefined ? {} : { deadline }),
    });
}

;// CONCATENATED MODULE: ./.build/packages/ledger/transitions.js

function startRollout(state, wanted, stamp) {
    if (state.rollout)
        throw inFlight(state, state.rollout);
    const { id, release, strategy, reason, intent = 'stage', router, machine } = wanted;
    const rollout = {
        id,
        release,
        strategy,
        reason,
        startedAt: stamp.at,
        runId: stamp.runId,
        actor: stamp.actor,
        intent,
        weight: 0,
        ...(router === undefined ? {} : { router }),
        ...(machine === undefined ? {} : { machine }),
    };
    const verb = reason === 'rollback' ? 'Roll back to' : 'Start';
    return {
        event: {
            type: 'rollout-started',
            message: `${verb} ${nameOf(release)} in ${state.environment} (${strategy})`,
            data: { rollout: id, release, strategy, reason, intent },
        },
        state: { rollout },
    };
}
/** Written before an effect is made, so that a job that dies in it leaves a trace to resume from. */
function recordIntent(state, wanted) {
    const { request, ...rollout } = requireRollout(state, wanted.id);
    const { intent, weight = rollout.weight, machine = rollout.machine, answers } = wanted;
    // Only the one that was read: another may have come since.
    const waits = request && !(answers && sameRequest(request, answers));
    return {
        event: {
            type: 'rollout-intent',
            message: wanted.message ?? `${nameOf(rollout.release)} in ${state.environment}: ${intent}`,
            data: { ...wanted.data, rollout: rollout.id, intent, weight, ...(answers ? { answers } : {}) },
        },
        state: {
            rollout: {
                ...rollout,
                intent,
                weight,
                ...(machine === undefined ? {} : { machine }),
                ...(waits ? { request } : {}),
            },
        },
    };
}
/**
 * What a person asks of a rollout that another job carries. The newest word counts, except that nothing
 * takes back an abort. Nothing is written when the same is asked already.
 */
function requestDecision(state, { id, kind, full = false, why = '' }, stamp) {
    const rollout = requireRollout(state, id);
    const before = rollout.request;
    if (before?.kind === 'abort') {
        if (kind === 'abort')
            return undefined;
        throw new GateError(`${before.by} asked at ${before.at} to abort ${nameOf(rollout.release)}`, {
            where: `${state.app}/${state.environment}, rollout ${id}`,
            mend: 'wait until it is aborted, then start a new rollout',
        });
    }
    if (before?.kind === kind && before.full === full)
        return undefined;
    const request = { kind, full, why, by: stamp.actor, at: stamp.at };
    const asked = kind === 'abort' ? 'abort' : full ? 'promote at once' : 'go on with';
    return {
        event: {
            type: 'rollout-requested',
            message: `${stamp.actor} asks to ${asked} ${nameOf(rollout.release)} in ${state.environment}${why ? `: ${why}` : ''}`,
            data: { rollout: id, request },
        },
        state: { rollout: { ...rollout, request } },
    };
}
const sameRequest = (a, b) => a.kind === b.kind && a.full === b.full && a.by === b.by && a.at === b.at;
/** The release is live. A rollback also marks the release it left as stopped. */
function succeed(state, { id, revision, data }, stamp) {
    const { release, reason } = requireRollout(state, id);
    const { at, actor, runId } = stamp;
    const live = { ...release, revision, at, runId, actor };
    const again = state.live?.digest === release.digest;
    const left = state.live && !again ? state.live : undefined;
    const cleared = state.lastStopped?.release.digest === release.digest ? { lastStopped: undefined } : {};
    const stopped = reason === 'rollback' && left
        ? { lastStopped: { release: asRelease(left), why: `rolled back to ${release.version}`, at } }
        : cleared;
    return {
        event: {
            type: 'rollout-succeeded',
            message: `${nameOf(release)} is live in ${state.environment}`,
            data: { ...data, rollout: id, release, revision, reason },
        },
        state: { live, rollout: undefined, ...(left ? { previous: left } : {}), ...stopped },
    };
}
/** The rollout ended without going live; what was live still is. */
function stop(state, { id, why, data }, stamp) {
    const { release } = requireRollout(state, id);
    return {
        event: {
            type: 'rollout-stopped',
            message: `Stop ${nameOf(release)} in ${state.environment}: ${why}`,
            data: { ...data, rollout: id, release, why },
        },
        state: { rollout: undefined, lastStopped: { release, why, at: stamp.at } },
    };
}
function recordBackup(state, backup) {
    const proof = backup.restored ? 'restored and proven' : 'not restored yet';
    return {
        event: {
            type: 'backup-recorded',
            message: `Backup ${backup.name} of ${state.environment}, ${backup.size} bytes, ${proof}`,
            data: { backup },
        },
        state: { backup },
    };
}
/** The rollout in flight, when it is the one meant; else GateError: another job ended or replaced it. */
function requireRollout(state, id) {
    if (state.rollout?.id === id)
        return state.rollout;
    const now = state.rollout ? `rollout ${state.rollout.id} is in flight` : 'no rollout is in flight';
    throw new GateError(`rollout ${id} is no longer in flight in ${state.environment}: ${now}`, {
        where: `${state.app}/${state.environment}, event ${state.sequence}`,
        mend: 'another job ended it; look at `fairway status`, then start a new rollout',
    });
}
function inFlight(state, rollout) {
    const run = rollout.runId === undefined ? '' : ` in run ${rollout.runId}`;
    return new GateError(`a rollout of ${nameOf(rollout.release)} is in flight in ${state.environment}: ` +
        `started by ${rollout.actor}${run} at ${rollout.startedAt}, last intent "${rollout.intent}"`, {
        where: `${state.app}/${state.environment}, rollout ${rollout.id}`,
        mend: 'wait until it ends; if its job died, resume or abort it (canary: command abort; or rollback)',
    });
}
const nameOf = ({ version, commit }) => `${version} (${commit.slice(0, 7)})`;
const asRelease = ({ version, commit, image, digest }) => ({
    version,
    commit,
    image,
    digest,
});

;// CONCATENATED MODULE: ./.build/packages/ledger/index.js








;// CONCATENATED MODULE: ./node_modules/conventional-commits-parser/dist/regex.js
const nomatchRegex = /(?!.*)/;
function regex_escape(string) {
    return string.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
function joinOr(parts) {
    return parts
        .map(val => (typeof val === 'string' ? regex_escape(val.trim()) : val.source))
        .filter(Boolean)
        .join('|');
}
function getNotesRegex(noteKeywords, notesPattern) {
    if (!noteKeywords) {
        return nomatchRegex;
    }
    const noteKeywordsSelection = joinOr(noteKeywords);
    if (!notesPattern) {
        return new RegExp(`^(?:\\*\\s+)?(${noteKeywordsSelection}):\\s*(.*)`, 'i');
    }
    return notesPattern(noteKeywordsSelection);
}
function getReferencePartsRegex(issuePrefixes, issuePrefixesCaseSensitive) {
    if (!issuePrefixes) {
        return nomatchRegex;
    }
    // Sticky, so a search starts where the last reference ended and `.*?` takes the text
    // up to the next one: a line is scanned once, not again from every position.
    const flags = issuePrefixesCaseSensitive ? 'gy' : 'giy';
    const repositoryChar = '[\\w-\\.\\/]';
    // A reference starts a word, and its repository is the whole word before the prefix,
    // so `gh-` is not a prefix inside of `tough-cookie` or `high-5`.
    // An issue has a digit, so `#general` is not a reference.
    return new RegExp(`.*?(?<!${repositoryChar})(?:(${repositoryChar}+)(?!${repositoryChar}))?(${joinOr(issuePrefixes)})((?=[\\w-]*\\d)[\\w-]+)(?=\\s|$|[,;.)\\]])`, flags);
}
function getReferencesRegex(referenceActions, separator = '') {
    if (!referenceActions) {
        // matches everything
        return /()(.+)/gi;
    }
    const joinedKeywords = joinOr(referenceActions);
    // Keywords are whole words: `prefix #1` has no `fix` action,
    // and `fixups` does not end the references of the previous keyword.
    const nextKeyword = `(?<!\\w)(?:${joinedKeywords})(?!\\w)`;
    return new RegExp(`(?<!\\w)(${joinedKeywords})${separator}(?:\\s+(.*?))(?=${nextKeyword}|$)`, 'gi');
}
function getFooterTokenRegex(issuePrefixes) {
    const issuePrefixSeparator = issuePrefixes
        ? `|\\s+(?:${joinOr(issuePrefixes)})`
        : '';
    // Footers follow the git trailer convention: the token starts at the
    // beginning of the line, indented `key: value` lines are not footers.
    return new RegExp(`^(?:BREAKING CHANGE|[\\w-]+)(?::\\s+${issuePrefixSeparator}).+`, 'i');
}
/**
 * Make the regexes used to parse a commit.
 * @param options
 * @returns Regexes.
 */
function getParserRegexes(options = {}) {
    const notes = getNotesRegex(options.noteKeywords, options.notesPattern);
    const referenceParts = getReferencePartsRegex(options.issuePrefixes, options.issuePrefixesCaseSensitive);
    const references = getReferencesRegex(options.referenceActions);
    // In a footer the keyword is a token, which may be followed by a colon: `Closes: #1`
    const footerReferences = getReferencesRegex(options.referenceActions, ':?');
    const footerToken = getFooterTokenRegex(options.issuePrefixes);
    return {
        notes,
        referenceParts,
        references,
        footerReferences,
        footerToken,
        mentions: /@([\w-]+)/g,
        url: /\b(?:https?):\/\/(?:www\.)?([-a-zA-Z0-9@:%_+.~#?&//=])+\b/
    };
}
//# sourceMappingURL=data:application/json;base64,eyJ2ZXJzaW9uIjozLCJmaWxlIjoicmVnZXguanMiLCJzb3VyY2VSb290IjoiIiwic291cmNlcyI6WyIuLi9zcmMvcmVnZXgudHMiXSwibmFtZXMiOltdLCJtYXBwaW5ncyI6IkFBS0EsTUFBTSxZQUFZLEdBQUcsUUFBUSxDQUFBO0FBRTdCLFNBQVMsTUFBTSxDQUFDLE1BQWM7SUFDNUIsT0FBTyxNQUFNLENBQUMsT0FBTyxDQUFDLHFCQUFxQixFQUFFLE1BQU0sQ0FBQyxDQUFBO0FBQ3RELENBQUM7QUFFRCxTQUFTLE1BQU0sQ0FBQyxLQUEwQjtJQUN4QyxPQUFPLEtBQUs7U0FDVCxHQUFHLENBQUMsR0FBRyxDQUFDLEVBQUUsQ0FBQyxDQUFDLE9BQU8sR0FBRyxLQUFLLFFBQVEsQ0FBQyxDQUFDLENBQUMsTUFBTSxDQUFDLEdBQUcsQ0FBQyxJQUFJLEVBQUUsQ0FBQyxDQUFDLENBQUMsQ0FBQyxHQUFHLENBQUMsTUFBTSxDQUFDLENBQUM7U0FDdkUsTUFBTSxDQUFDLE9BQU8sQ0FBQztTQUNmLElBQUksQ0FBQyxHQUFHLENBQUMsQ0FBQTtBQUNkLENBQUM7QUFFRCxTQUFTLGFBQWEsQ0FDcEIsWUFBNkMsRUFDN0MsWUFBb0Q7SUFFcEQsSUFBSSxDQUFDLFlBQVksRUFBRSxDQUFDO1FBQ2xCLE9BQU8sWUFBWSxDQUFBO0lBQ3JCLENBQUM7SUFFRCxNQUFNLHFCQUFxQixHQUFHLE1BQU0sQ0FBQyxZQUFZLENBQUMsQ0FBQTtJQUVsRCxJQUFJLENBQUMsWUFBWSxFQUFFLENBQUM7UUFDbEIsT0FBTyxJQUFJLE1BQU0sQ0FBQyxpQkFBaUIscUJBQXFCLFlBQVksRUFBRSxHQUFHLENBQUMsQ0FBQTtJQUM1RSxDQUFDO0lBRUQsT0FBTyxZQUFZLENBQUMscUJBQXFCLENBQUMsQ0FBQTtBQUM1QyxDQUFDO0FBRUQsU0FBUyxzQkFBc0IsQ0FDN0IsYUFBOEMsRUFDOUMsMEJBQStDO0lBRS9DLElBQUksQ0FBQyxhQUFhLEVBQUUsQ0FBQztRQUNuQixPQUFPLFlBQVksQ0FBQTtJQUNyQixDQUFDO0lBRUQscUZBQXFGO0lBQ3JGLDZFQUE2RTtJQUM3RSxNQUFNLEtBQUssR0FBRywwQkFBMEIsQ0FBQyxDQUFDLENBQUMsSUFBSSxDQUFDLENBQUMsQ0FBQyxLQUFLLENBQUE7SUFDdkQsTUFBTSxjQUFjLEdBQUcsY0FBYyxDQUFBO0lBRXJDLHFGQUFxRjtJQUNyRixpRUFBaUU7SUFDakUsMERBQTBEO0lBQzFELE9BQU8sSUFBSSxNQUFNLENBQUMsVUFBVSxjQUFjLFFBQVEsY0FBYyxRQUFRLGNBQWMsT0FBTyxNQUFNLENBQUMsYUFBYSxDQUFDLDZDQUE2QyxFQUFFLEtBQUssQ0FBQyxDQUFBO0FBQ3pLLENBQUM7QUFFRCxTQUFTLGtCQUFrQixDQUN6QixnQkFBaUQsRUFDakQsU0FBUyxHQUFHLEVBQUU7SUFFZCxJQUFJLENBQUMsZ0JBQWdCLEVBQUUsQ0FBQztRQUN0QixxQkFBcUI7UUFDckIsT0FBTyxVQUFVLENBQUE7SUFDbkIsQ0FBQztJQUVELE1BQU0sY0FBYyxHQUFHLE1BQU0sQ0FBQyxnQkFBZ0IsQ0FBQyxDQUFBO0lBQy9DLDZEQUE2RDtJQUM3RCxvRUFBb0U7SUFDcEUsTUFBTSxXQUFXLEdBQUcsY0FBYyxjQUFjLFVBQVUsQ0FBQTtJQUUxRCxPQUFPLElBQUksTUFBTSxDQUFDLFlBQVksY0FBYyxJQUFJLFNBQVMsbUJBQW1CLFdBQVcsS0FBSyxFQUFFLElBQUksQ0FBQyxDQUFBO0FBQ3JHLENBQUM7QUFFRCxTQUFTLG1CQUFtQixDQUMxQixhQUE4QztJQUU5QyxNQUFNLG9CQUFvQixHQUFHLGFBQWE7UUFDeEMsQ0FBQyxDQUFDLFdBQVcsTUFBTSxDQUFDLGFBQWEsQ0FBQyxHQUFHO1FBQ3JDLENBQUMsQ0FBQyxFQUFFLENBQUE7SUFFTixxRUFBcUU7SUFDckUsc0VBQXNFO0lBQ3RFLE9BQU8sSUFBSSxNQUFNLENBQUMsdUNBQXVDLG9CQUFvQixLQUFLLEVBQUUsR0FBRyxDQUFDLENBQUE7QUFDMUYsQ0FBQztBQUVEOzs7O0dBSUc7QUFDSCxNQUFNLFVBQVUsZ0JBQWdCLENBQzlCLE9BQU8sR0FBK0gsRUFBRTtJQUV4SSxNQUFNLEtBQUssR0FBRyxhQUFhLENBQUMsT0FBTyxDQUFDLFlBQVksRUFBRSxPQUFPLENBQUMsWUFBWSxDQUFDLENBQUE7SUFDdkUsTUFBTSxjQUFjLEdBQUcsc0JBQXNCLENBQUMsT0FBTyxDQUFDLGFBQWEsRUFBRSxPQUFPLENBQUMsMEJBQTBCLENBQUMsQ0FBQTtJQUN4RyxNQUFNLFVBQVUsR0FBRyxrQkFBa0IsQ0FBQyxPQUFPLENBQUMsZ0JBQWdCLENBQUMsQ0FBQTtJQUMvRCxxRkFBcUY7SUFDckYsTUFBTSxnQkFBZ0IsR0FBRyxrQkFBa0IsQ0FBQyxPQUFPLENBQUMsZ0JBQWdCLEVBQUUsSUFBSSxDQUFDLENBQUE7SUFDM0UsTUFBTSxXQUFXLEdBQUcsbUJBQW1CLENBQUMsT0FBTyxDQUFDLGFBQWEsQ0FBQyxDQUFBO0lBRTlELE9BQU87UUFDTCxLQUFLO1FBQ0wsY0FBYztRQUNkLFVBQVU7UUFDVixnQkFBZ0I7UUFDaEIsV0FBVztRQUNYLFFBQVEsRUFBRSxZQUFZO1FBQ3RCLEdBQUcsRUFBRSwyREFBMkQ7S0FDakUsQ0FBQTtBQUNILENBQUMifQ==
;// CONCATENATED MODULE: ./node_modules/conventional-commits-parser/dist/utils.js
const SCISSOR = '------------------------ >8 ------------------------';
/**
 * Remove leading and trailing newlines.
 * @param input
 * @returns String without leading and trailing newlines.
 */
function trimNewLines(input) {
    // To escape ReDos we should escape String#replace with regex.
    const matches = input.match(/[^\r\n]/);
    if (typeof matches?.index !== 'number') {
        return '';
    }
    const firstIndex = matches.index;
    let lastIndex = input.length - 1;
    while (input[lastIndex] === '\r' || input[lastIndex] === '\n') {
        lastIndex--;
    }
    return input.substring(firstIndex, lastIndex + 1);
}
/**
 * Append a newline to a string.
 * @param src
 * @param line
 * @returns String with appended newline.
 */
function appendLine(src, line) {
    return src ? `${src}\n${line || ''}` : line || '';
}
/**
 * Creates a function that filters out comments lines.
 * @param char
 * @returns Comment filter function.
 */
function getCommentFilter(char) {
    return char
        ? (line) => !line.startsWith(char)
        : () => true;
}
/**
 * Select lines before the scissor.
 * @param lines
 * @param commentChar
 * @returns Lines before the scissor.
 */
function truncateToScissor(lines, commentChar) {
    const scissorIndex = lines.indexOf(`${commentChar} ${SCISSOR}`);
    if (scissorIndex === -1) {
        return lines;
    }
    return lines.slice(0, scissorIndex);
}
/**
 * Filter out GPG sign lines.
 * @param line
 * @returns True if the line is not a GPG sign line.
 */
function gpgFilter(line) {
    return !line.match(/^\s*gpg:/);
}
/**
 * Assign matched correspondence to the target object.
 * @param target - The target object to assign values to.
 * @param matches - The RegExp match array containing the matched groups.
 * @param correspondence - An array of keys that correspond to the matched groups.
 * @returns The target object with assigned values.
 */
function assignMatchedCorrespondence(target, matches, correspondence) {
    const { groups } = matches;
    for (let i = 0, len = correspondence.length, key; i < len; i++) {
        key = correspondence[i];
        target[key] = (groups ? groups[key] : matches[i + 1]) || null;
    }
    return target;
}
//# sourceMappingURL=data:application/json;base64,eyJ2ZXJzaW9uIjozLCJmaWxlIjoidXRpbHMuanMiLCJzb3VyY2VSb290IjoiIiwic291cmNlcyI6WyIuLi9zcmMvdXRpbHMudHMiXSwibmFtZXMiOltdLCJtYXBwaW5ncyI6IkFBQUEsTUFBTSxPQUFPLEdBQUcsc0RBQXNELENBQUE7QUFFdEU7Ozs7R0FJRztBQUNILE1BQU0sVUFBVSxZQUFZLENBQUMsS0FBYTtJQUN4Qyw4REFBOEQ7SUFFOUQsTUFBTSxPQUFPLEdBQUcsS0FBSyxDQUFDLEtBQUssQ0FBQyxTQUFTLENBQUMsQ0FBQTtJQUV0QyxJQUFJLE9BQU8sT0FBTyxFQUFFLEtBQUssS0FBSyxRQUFRLEVBQUUsQ0FBQztRQUN2QyxPQUFPLEVBQUUsQ0FBQTtJQUNYLENBQUM7SUFFRCxNQUFNLFVBQVUsR0FBRyxPQUFPLENBQUMsS0FBSyxDQUFBO0lBQ2hDLElBQUksU0FBUyxHQUFHLEtBQUssQ0FBQyxNQUFNLEdBQUcsQ0FBQyxDQUFBO0lBRWhDLE9BQU8sS0FBSyxDQUFDLFNBQVMsQ0FBQyxLQUFLLElBQUksSUFBSSxLQUFLLENBQUMsU0FBUyxDQUFDLEtBQUssSUFBSSxFQUFFLENBQUM7UUFDOUQsU0FBUyxFQUFFLENBQUE7SUFDYixDQUFDO0lBRUQsT0FBTyxLQUFLLENBQUMsU0FBUyxDQUFDLFVBQVUsRUFBRSxTQUFTLEdBQUcsQ0FBQyxDQUFDLENBQUE7QUFDbkQsQ0FBQztBQUVEOzs7OztHQUtHO0FBQ0gsTUFBTSxVQUFVLFVBQVUsQ0FBQyxHQUFrQixFQUFFLElBQXdCO0lBQ3JFLE9BQU8sR0FBRyxDQUFDLENBQUMsQ0FBQyxHQUFHLEdBQUcsS0FBSyxJQUFJLElBQUksRUFBRSxFQUFFLENBQUMsQ0FBQyxDQUFDLElBQUksSUFBSSxFQUFFLENBQUE7QUFDbkQsQ0FBQztBQUVEOzs7O0dBSUc7QUFDSCxNQUFNLFVBQVUsZ0JBQWdCLENBQUMsSUFBd0I7SUFDdkQsT0FBTyxJQUFJO1FBQ1QsQ0FBQyxDQUFDLENBQUMsSUFBWSxFQUFFLEVBQUUsQ0FBQyxDQUFDLElBQUksQ0FBQyxVQUFVLENBQUMsSUFBSSxDQUFDO1FBQzFDLENBQUMsQ0FBQyxHQUFHLEVBQUUsQ0FBQyxJQUFJLENBQUE7QUFDaEIsQ0FBQztBQUVEOzs7OztHQUtHO0FBQ0gsTUFBTSxVQUFVLGlCQUFpQixDQUMvQixLQUFlLEVBQ2YsV0FBbUI7SUFFbkIsTUFBTSxZQUFZLEdBQUcsS0FBSyxDQUFDLE9BQU8sQ0FBQyxHQUFHLFdBQVcsSUFBSSxPQUFPLEVBQUUsQ0FBQyxDQUFBO0lBRS9ELElBQUksWUFBWSxLQUFLLENBQUMsQ0FBQyxFQUFFLENBQUM7UUFDeEIsT0FBTyxLQUFLLENBQUE7SUFDZCxDQUFDO0lBRUQsT0FBTyxLQUFLLENBQUMsS0FBSyxDQUFDLENBQUMsRUFBRSxZQUFZLENBQUMsQ0FBQTtBQUNyQyxDQUFDO0FBRUQ7Ozs7R0FJRztBQUNILE1BQU0sVUFBVSxTQUFTLENBQUMsSUFBWTtJQUNwQyxPQUFPLENBQUMsSUFBSSxDQUFDLEtBQUssQ0FBQyxVQUFVLENBQUMsQ0FBQTtBQUNoQyxDQUFDO0FBRUQ7Ozs7OztHQU1HO0FBQ0gsTUFBTSxVQUFVLDJCQUEyQixDQUN6QyxNQUFxQyxFQUNyQyxPQUF5QixFQUN6QixjQUF3QjtJQUV4QixNQUFNLEVBQUUsTUFBTSxFQUFFLEdBQUcsT0FBTyxDQUFBO0lBRTFCLEtBQUssSUFBSSxDQUFDLEdBQUcsQ0FBQyxFQUFFLEdBQUcsR0FBRyxjQUFjLENBQUMsTUFBTSxFQUFFLEdBQUcsRUFBRSxDQUFDLEdBQUcsR0FBRyxFQUFFLENBQUMsRUFBRSxFQUFFLENBQUM7UUFDL0QsR0FBRyxHQUFHLGNBQWMsQ0FBQyxDQUFDLENBQUMsQ0FBQTtRQUN2QixNQUFNLENBQUMsR0FBRyxDQUFDLEdBQUcsQ0FBQyxNQUFNLENBQUMsQ0FBQyxDQUFDLE1BQU0sQ0FBQyxHQUFHLENBQUMsQ0FBQyxDQUFDLENBQUMsT0FBTyxDQUFDLENBQUMsR0FBRyxDQUFDLENBQUMsQ0FBQyxJQUFJLElBQUksQ0FBQTtJQUMvRCxDQUFDO0lBRUQsT0FBTyxNQUFNLENBQUE7QUFDZixDQUFDIn0=
;// CONCATENATED MODULE: ./node_modules/conventional-commits-parser/dist/options.js
const defaultOptions = {
    noteKeywords: ['BREAKING CHANGE', 'BREAKING-CHANGE'],
    issuePrefixes: ['#'],
    referenceActions: [
        'close',
        'closes',
        'closed',
        'fix',
        'fixes',
        'fixed',
        'resolve',
        'resolves',
        'resolved'
    ],
    headerPattern: /^(\w*)(?:\(([\w$@.\-*/ ]*)\))?: (.*)$/,
    headerCorrespondence: [
        'type',
        'scope',
        'subject'
    ],
    revertPattern: /^Revert\s"([\s\S]*)"\s*This reverts commit (\w*)\.?/,
    revertCorrespondence: ['header', 'hash'],
    // The field name must contain at least one word character so that
    // YAML document markers like `---` are not treated as field markers.
    fieldPattern: /^-(?=.*\w)(.*?)-$/
};
//# sourceMappingURL=data:application/json;base64,eyJ2ZXJzaW9uIjozLCJmaWxlIjoib3B0aW9ucy5qcyIsInNvdXJjZVJvb3QiOiIiLCJzb3VyY2VzIjpbIi4uL3NyYy9vcHRpb25zLnRzIl0sIm5hbWVzIjpbXSwibWFwcGluZ3MiOiJBQUVBLE1BQU0sQ0FBQyxNQUFNLGNBQWMsR0FBa0I7SUFDM0MsWUFBWSxFQUFFLENBQUMsaUJBQWlCLEVBQUUsaUJBQWlCLENBQUM7SUFDcEQsYUFBYSxFQUFFLENBQUMsR0FBRyxDQUFDO0lBQ3BCLGdCQUFnQixFQUFFO1FBQ2hCLE9BQU87UUFDUCxRQUFRO1FBQ1IsUUFBUTtRQUNSLEtBQUs7UUFDTCxPQUFPO1FBQ1AsT0FBTztRQUNQLFNBQVM7UUFDVCxVQUFVO1FBQ1YsVUFBVTtLQUNYO0lBQ0QsYUFBYSxFQUFFLHVDQUF1QztJQUN0RCxvQkFBb0IsRUFBRTtRQUNwQixNQUFNO1FBQ04sT0FBTztRQUNQLFNBQVM7S0FDVjtJQUNELGFBQWEsRUFBRSxxREFBcUQ7SUFDcEUsb0JBQW9CLEVBQUUsQ0FBQyxRQUFRLEVBQUUsTUFBTSxDQUFDO0lBQ3hDLGtFQUFrRTtJQUNsRSxxRUFBcUU7SUFDckUsWUFBWSxFQUFFLG1CQUFtQjtDQUNsQyxDQUFBIn0=
;// CONCATENATED MODULE: ./node_modules/conventional-commits-parser/dist/CommitParser.js



/**
 * Helper to create commit object.
 * @param initialData - Initial commit data.
 * @returns Commit object with empty data.
 */
function createCommitObject(initialData = {}) {
    // @ts-expect-error: You can read properties from `Commit` without problems, but you can't assign object to this type. So here is helper for that.
    return {
        merge: null,
        revert: null,
        header: null,
        body: null,
        footer: null,
        notes: [],
        mentions: [],
        references: [],
        ...initialData
    };
}
/**
 * Commit message parser.
 */
class CommitParser_CommitParser {
    options;
    regexes;
    lines = [];
    lineIndex = 0;
    commit = createCommitObject();
    constructor(options = {}) {
        this.options = {
            ...defaultOptions,
            ...options
        };
        this.regexes = getParserRegexes(this.options);
    }
    currentLine() {
        return this.lines[this.lineIndex];
    }
    nextLine() {
        return this.lines[this.lineIndex++];
    }
    isLineAvailable() {
        return this.lineIndex < this.lines.length;
    }
    parseReference(input, action) {
        const { regexes } = this;
        if (regexes.url.test(input)) {
            return null;
        }
        const matches = regexes.referenceParts.exec(input);
        if (!matches) {
            return null;
        }
        let [raw, repository = null, prefix, issue] = matches;
        let owner = null;
        if (repository) {
            const slashIndex = repository.indexOf('/');
            if (slashIndex !== -1) {
                owner = repository.slice(0, slashIndex);
                repository = repository.slice(slashIndex + 1);
            }
        }
        return {
            raw,
            action,
            owner,
            repository,
            prefix,
            issue
        };
    }
    parseReferences(input, isFooterToken = false) {
        const { regexes } = this;
        const regex = isFooterToken
            ? regexes.footerReferences
            : regexes.references;
        // Text outside of action sentences, like `#1` in `#1 Fixes #2`,
        // may also have references, but without an action
        const sentences = [];
        let lastIndex = 0;
        let matches;
        while (true) {
            matches = regex.exec(input);
            if (!matches) {
                break;
            }
            sentences.push([null, input.slice(lastIndex, matches.index)], [matches[1] || null, matches[2] || '']);
            lastIndex = regex.lastIndex;
        }
        sentences.push([null, input.slice(lastIndex)]);
        const references = [];
        let reference;
        for (const [action, sentence] of sentences) {
            while (true) {
                reference = this.parseReference(sentence, action);
                if (!reference) {
                    break;
                }
                references.push(reference);
            }
        }
        return references;
    }
    skipEmptyLines() {
        let line = this.currentLine();
        while (line !== undefined && !line.trim()) {
            this.nextLine();
            line = this.currentLine();
        }
    }
    parseMerge() {
        const { commit, options } = this;
        const correspondence = options.mergeCorrespondence || [];
        const merge = this.currentLine();
        const matches = merge && options.mergePattern
            ? merge.match(options.mergePattern)
            : null;
        if (matches) {
            this.nextLine();
            commit.merge = matches[0] || null;
            assignMatchedCorrespondence(commit, matches, correspondence);
            return true;
        }
        return false;
    }
    parseHeader(isMergeCommit) {
        if (isMergeCommit) {
            this.skipEmptyLines();
        }
        const { commit, options } = this;
        const correspondence = options.headerCorrespondence || [];
        const header = commit.header ?? this.nextLine();
        let matches = null;
        if (header) {
            if (options.breakingHeaderPattern) {
                matches = header.match(options.breakingHeaderPattern);
            }
            if (!matches && options.headerPattern) {
                matches = header.match(options.headerPattern);
            }
        }
        if (header) {
            commit.header = header;
        }
        if (matches) {
            assignMatchedCorrespondence(commit, matches, correspondence);
        }
    }
    parseMeta() {
        const { options, commit } = this;
        if (!options.fieldPattern || !this.isLineAvailable()) {
            return false;
        }
        let matches;
        let field = null;
        let parsed = false;
        while (this.isLineAvailable()) {
            matches = this.currentLine().match(options.fieldPattern);
            if (matches) {
                field = matches[1] || null;
                this.nextLine();
                continue;
            }
            if (field) {
                parsed = true;
                commit[field] = appendLine(commit[field], this.currentLine());
                this.nextLine();
            }
            else {
                break;
            }
        }
        return parsed;
    }
    parseNotes() {
        const { regexes, commit } = this;
        if (!this.isLineAvailable()) {
            return false;
        }
        const matches = this.currentLine().match(regexes.notes);
        let isFooterToken;
        if (matches) {
            const note = {
                title: matches[1],
                text: matches[2]
            };
            commit.notes.push(note);
            commit.footer = appendLine(commit.footer, this.currentLine());
            this.nextLine();
            while (this.isLineAvailable()) {
                if (this.parseMeta()) {
                    return true;
                }
                if (this.parseNotes()) {
                    return true;
                }
                isFooterToken = regexes.footerToken.test(this.currentLine());
                commit.references.push(...this.parseReferences(this.currentLine(), isFooterToken));
                if (!isFooterToken) {
                    note.text = appendLine(note.text, this.currentLine());
                }
                commit.footer = appendLine(commit.footer, this.currentLine());
                this.nextLine();
                if (isFooterToken) {
                    break;
                }
            }
            return true;
        }
        return false;
    }
    parseBodyAndFooter(isBody) {
        const { commit, regexes } = this;
        if (!this.isLineAvailable()) {
            return isBody;
        }
        const isFooterToken = regexes.footerToken.test(this.currentLine());
        const isStillBody = !isFooterToken && isBody;
        commit.references.push(...this.parseReferences(this.currentLine(), isFooterToken));
        if (isStillBody) {
            commit.body = appendLine(commit.body, this.currentLine());
        }
        else {
            commit.footer = appendLine(commit.footer, this.currentLine());
        }
        this.nextLine();
        return isStillBody;
    }
    parseBreakingHeader() {
        const { commit, options } = this;
        if (!options.breakingHeaderPattern || commit.notes.length || !commit.header) {
            return;
        }
        const matches = commit.header.match(options.breakingHeaderPattern);
        if (matches) {
            commit.notes.push({
                title: 'BREAKING CHANGE',
                text: matches[3]
            });
        }
    }
    parseMentions(input) {
        const { commit, regexes } = this;
        let matches;
        for (;;) {
            matches = regexes.mentions.exec(input);
            if (!matches) {
                break;
            }
            commit.mentions.push(matches[1]);
        }
    }
    parseRevert(input) {
        const { commit, options } = this;
        const correspondence = options.revertCorrespondence || [];
        const matches = options.revertPattern
            ? input.match(options.revertPattern)
            : null;
        if (matches) {
            commit.revert = assignMatchedCorrespondence({}, matches, correspondence);
        }
    }
    cleanupCommit() {
        const { commit } = this;
        commit.body &&= trimNewLines(commit.body);
        commit.footer &&= trimNewLines(commit.footer);
        commit.notes.forEach((note) => {
            note.text = trimNewLines(note.text);
        });
        const referencesSet = new Set();
        commit.references = commit.references.filter((reference) => {
            const uid = `${reference.action} ${reference.raw}`.toLocaleLowerCase();
            const ok = !referencesSet.has(uid);
            if (ok) {
                referencesSet.add(uid);
            }
            return ok;
        });
    }
    /**
     * Parse commit message string into an object.
     * @param input - Commit message string.
     * @returns Commit object.
     */
    parse(input) {
        if (!input.trim()) {
            throw new TypeError('Expected a raw commit');
        }
        const { commentChar } = this.options;
        const commentFilter = getCommentFilter(commentChar);
        const rawLines = trimNewLines(input).split(/\r?\n/);
        const lines = commentChar
            ? truncateToScissor(rawLines, commentChar).filter(line => commentFilter(line) && gpgFilter(line))
            : rawLines.filter(line => gpgFilter(line));
        const commit = createCommitObject();
        this.lines = lines;
        this.lineIndex = 0;
        this.commit = commit;
        const isMergeCommit = this.parseMerge();
        this.parseHeader(isMergeCommit);
        if (commit.header) {
            commit.references = this.parseReferences(commit.header);
        }
        let isBody = true;
        while (this.isLineAvailable()) {
            this.parseMeta();
            if (this.parseNotes()) {
                isBody = false;
            }
            if (!this.parseBodyAndFooter(isBody)) {
                isBody = false;
            }
        }
        this.parseBreakingHeader();
        this.parseMentions(input);
        this.parseRevert(input);
        this.cleanupCommit();
        return commit;
    }
}
//# sourceMappingURL=data:application/json;base64,eyJ2ZXJzaW9uIjozLCJmaWxlIjoiQ29tbWl0UGFyc2VyLmpzIiwic291cmNlUm9vdCI6IiIsInNvdXJjZXMiOlsiLi4vc3JjL0NvbW1pdFBhcnNlci50cyJdLCJuYW1lcyI6W10sIm1hcHBpbmdzIjoiQUFPQSxPQUFPLEVBQUUsZ0JBQWdCLEVBQUUsTUFBTSxZQUFZLENBQUE7QUFDN0MsT0FBTyxFQUNMLFlBQVksRUFDWixVQUFVLEVBQ1YsZ0JBQWdCLEVBQ2hCLFNBQVMsRUFDVCxpQkFBaUIsRUFDakIsMkJBQTJCLEVBQzVCLE1BQU0sWUFBWSxDQUFBO0FBQ25CLE9BQU8sRUFBRSxjQUFjLEVBQUUsTUFBTSxjQUFjLENBQUE7QUFFN0M7Ozs7R0FJRztBQUNILE1BQU0sVUFBVSxrQkFBa0IsQ0FBQyxXQUFXLEdBQW9CLEVBQUU7SUFDbEUsa0pBQWtKO0lBQ2xKLE9BQU87UUFDTCxLQUFLLEVBQUUsSUFBSTtRQUNYLE1BQU0sRUFBRSxJQUFJO1FBQ1osTUFBTSxFQUFFLElBQUk7UUFDWixJQUFJLEVBQUUsSUFBSTtRQUNWLE1BQU0sRUFBRSxJQUFJO1FBQ1osS0FBSyxFQUFFLEVBQUU7UUFDVCxRQUFRLEVBQUUsRUFBRTtRQUNaLFVBQVUsRUFBRSxFQUFFO1FBQ2QsR0FBRyxXQUFXO0tBQ2YsQ0FBQTtBQUNILENBQUM7QUFFRDs7R0FFRztBQUNILE1BQU0sT0FBTyxZQUFZO0lBQ04sT0FBTyxDQUFlO0lBQ3RCLE9BQU8sQ0FBZTtJQUMvQixLQUFLLEdBQWEsRUFBRSxDQUFBO0lBQ3BCLFNBQVMsR0FBRyxDQUFDLENBQUE7SUFDYixNQUFNLEdBQUcsa0JBQWtCLEVBQUUsQ0FBQTtJQUVyQyxZQUFZLE9BQU8sR0FBa0IsRUFBRTtRQUNyQyxJQUFJLENBQUMsT0FBTyxHQUFHO1lBQ2IsR0FBRyxjQUFjO1lBQ2pCLEdBQUcsT0FBTztTQUNYLENBQUE7UUFDRCxJQUFJLENBQUMsT0FBTyxHQUFHLGdCQUFnQixDQUFDLElBQUksQ0FBQyxPQUFPLENBQUMsQ0FBQTtJQUMvQyxDQUFDO0lBRU8sV0FBVztRQUNqQixPQUFPLElBQUksQ0FBQyxLQUFLLENBQUMsSUFBSSxDQUFDLFNBQVMsQ0FBQyxDQUFBO0lBQ25DLENBQUM7SUFFTyxRQUFRO1FBQ2QsT0FBTyxJQUFJLENBQUMsS0FBSyxDQUFDLElBQUksQ0FBQyxTQUFTLEVBQUUsQ0FBQyxDQUFBO0lBQ3JDLENBQUM7SUFFTyxlQUFlO1FBQ3JCLE9BQU8sSUFBSSxDQUFDLFNBQVMsR0FBRyxJQUFJLENBQUMsS0FBSyxDQUFDLE1BQU0sQ0FBQTtJQUMzQyxDQUFDO0lBRU8sY0FBYyxDQUNwQixLQUFhLEVBQ2IsTUFBcUI7UUFFckIsTUFBTSxFQUFFLE9BQU8sRUFBRSxHQUFHLElBQUksQ0FBQTtRQUV4QixJQUFJLE9BQU8sQ0FBQyxHQUFHLENBQUMsSUFBSSxDQUFDLEtBQUssQ0FBQyxFQUFFLENBQUM7WUFDNUIsT0FBTyxJQUFJLENBQUE7UUFDYixDQUFDO1FBRUQsTUFBTSxPQUFPLEdBQUcsT0FBTyxDQUFDLGNBQWMsQ0FBQyxJQUFJLENBQUMsS0FBSyxDQUFDLENBQUE7UUFFbEQsSUFBSSxDQUFDLE9BQU8sRUFBRSxDQUFDO1lBQ2IsT0FBTyxJQUFJLENBQUE7UUFDYixDQUFDO1FBRUQsSUFBSSxDQUNGLEdBQUcsRUFDSCxVQUFVLEdBQUcsSUFBSSxFQUNqQixNQUFNLEVBQ04sS0FBSyxDQUNOLEdBQUcsT0FBTyxDQUFBO1FBQ1gsSUFBSSxLQUFLLEdBQWtCLElBQUksQ0FBQTtRQUUvQixJQUFJLFVBQVUsRUFBRSxDQUFDO1lBQ2YsTUFBTSxVQUFVLEdBQUcsVUFBVSxDQUFDLE9BQU8sQ0FBQyxHQUFHLENBQUMsQ0FBQTtZQUUxQyxJQUFJLFVBQVUsS0FBSyxDQUFDLENBQUMsRUFBRSxDQUFDO2dCQUN0QixLQUFLLEdBQUcsVUFBVSxDQUFDLEtBQUssQ0FBQyxDQUFDLEVBQUUsVUFBVSxDQUFDLENBQUE7Z0JBQ3ZDLFVBQVUsR0FBRyxVQUFVLENBQUMsS0FBSyxDQUFDLFVBQVUsR0FBRyxDQUFDLENBQUMsQ0FBQTtZQUMvQyxDQUFDO1FBQ0gsQ0FBQztRQUVELE9BQU87WUFDTCxHQUFHO1lBQ0gsTUFBTTtZQUNOLEtBQUs7WUFDTCxVQUFVO1lBQ1YsTUFBTTtZQUNOLEtBQUs7U0FDTixDQUFBO0lBQ0gsQ0FBQztJQUVPLGVBQWUsQ0FDckIsS0FBYSxFQUNiLGFBQWEsR0FBRyxLQUFLO1FBRXJCLE1BQU0sRUFBRSxPQUFPLEVBQUUsR0FBRyxJQUFJLENBQUE7UUFDeEIsTUFBTSxLQUFLLEdBQUcsYUFBYTtZQUN6QixDQUFDLENBQUMsT0FBTyxDQUFDLGdCQUFnQjtZQUMxQixDQUFDLENBQUMsT0FBTyxDQUFDLFVBQVUsQ0FBQTtRQUN0QixnRUFBZ0U7UUFDaEUsa0RBQWtEO1FBQ2xELE1BQU0sU0FBUyxHQUE4QixFQUFFLENBQUE7UUFDL0MsSUFBSSxTQUFTLEdBQUcsQ0FBQyxDQUFBO1FBQ2pCLElBQUksT0FBK0IsQ0FBQTtRQUVuQyxPQUFPLElBQUksRUFBRSxDQUFDO1lBQ1osT0FBTyxHQUFHLEtBQUssQ0FBQyxJQUFJLENBQUMsS0FBSyxDQUFDLENBQUE7WUFFM0IsSUFBSSxDQUFDLE9BQU8sRUFBRSxDQUFDO2dCQUNiLE1BQUs7WUFDUCxDQUFDO1lBRUQsU0FBUyxDQUFDLElBQUksQ0FDWixDQUFDLElBQUksRUFBRSxLQUFLLENBQUMsS0FBSyxDQUFDLFNBQVMsRUFBRSxPQUFPLENBQUMsS0FBSyxDQUFDLENBQUMsRUFDN0MsQ0FBQyxPQUFPLENBQUMsQ0FBQyxDQUFDLElBQUksSUFBSSxFQUFFLE9BQU8sQ0FBQyxDQUFDLENBQUMsSUFBSSxFQUFFLENBQUMsQ0FDdkMsQ0FBQTtZQUNELFNBQVMsR0FBRyxLQUFLLENBQUMsU0FBUyxDQUFBO1FBQzdCLENBQUM7UUFFRCxTQUFTLENBQUMsSUFBSSxDQUFDLENBQUMsSUFBSSxFQUFFLEtBQUssQ0FBQyxLQUFLLENBQUMsU0FBUyxDQUFDLENBQUMsQ0FBQyxDQUFBO1FBRTlDLE1BQU0sVUFBVSxHQUFzQixFQUFFLENBQUE7UUFDeEMsSUFBSSxTQUFpQyxDQUFBO1FBRXJDLEtBQUssTUFBTSxDQUFDLE1BQU0sRUFBRSxRQUFRLENBQUMsSUFBSSxTQUFTLEVBQUUsQ0FBQztZQUMzQyxPQUFPLElBQUksRUFBRSxDQUFDO2dCQUNaLFNBQVMsR0FBRyxJQUFJLENBQUMsY0FBYyxDQUFDLFFBQVEsRUFBRSxNQUFNLENBQUMsQ0FBQTtnQkFFakQsSUFBSSxDQUFDLFNBQVMsRUFBRSxDQUFDO29CQUNmLE1BQUs7Z0JBQ1AsQ0FBQztnQkFFRCxVQUFVLENBQUMsSUFBSSxDQUFDLFNBQVMsQ0FBQyxDQUFBO1lBQzVCLENBQUM7UUFDSCxDQUFDO1FBRUQsT0FBTyxVQUFVLENBQUE7SUFDbkIsQ0FBQztJQUVPLGNBQWM7UUFDcEIsSUFBSSxJQUFJLEdBQUcsSUFBSSxDQUFDLFdBQVcsRUFBRSxDQUFBO1FBRTdCLE9BQU8sSUFBSSxLQUFLLFNBQVMsSUFBSSxDQUFDLElBQUksQ0FBQyxJQUFJLEVBQUUsRUFBRSxDQUFDO1lBQzFDLElBQUksQ0FBQyxRQUFRLEVBQUUsQ0FBQTtZQUNmLElBQUksR0FBRyxJQUFJLENBQUMsV0FBVyxFQUFFLENBQUE7UUFDM0IsQ0FBQztJQUNILENBQUM7SUFFTyxVQUFVO1FBQ2hCLE1BQU0sRUFBRSxNQUFNLEVBQUUsT0FBTyxFQUFFLEdBQUcsSUFBSSxDQUFBO1FBQ2hDLE1BQU0sY0FBYyxHQUFHLE9BQU8sQ0FBQyxtQkFBbUIsSUFBSSxFQUFFLENBQUE7UUFDeEQsTUFBTSxLQUFLLEdBQUcsSUFBSSxDQUFDLFdBQVcsRUFBRSxDQUFBO1FBQ2hDLE1BQU0sT0FBTyxHQUFHLEtBQUssSUFBSSxPQUFPLENBQUMsWUFBWTtZQUMzQyxDQUFDLENBQUMsS0FBSyxDQUFDLEtBQUssQ0FBQyxPQUFPLENBQUMsWUFBWSxDQUFDO1lBQ25DLENBQUMsQ0FBQyxJQUFJLENBQUE7UUFFUixJQUFJLE9BQU8sRUFBRSxDQUFDO1lBQ1osSUFBSSxDQUFDLFFBQVEsRUFBRSxDQUFBO1lBRWYsTUFBTSxDQUFDLEtBQUssR0FBRyxPQUFPLENBQUMsQ0FBQyxDQUFDLElBQUksSUFBSSxDQUFBO1lBRWpDLDJCQUEyQixDQUFDLE1BQU0sRUFBRSxPQUFPLEVBQUUsY0FBYyxDQUFDLENBQUE7WUFFNUQsT0FBTyxJQUFJLENBQUE7UUFDYixDQUFDO1FBRUQsT0FBTyxLQUFLLENBQUE7SUFDZCxDQUFDO0lBRU8sV0FBVyxDQUFDLGFBQXNCO1FBQ3hDLElBQUksYUFBYSxFQUFFLENBQUM7WUFDbEIsSUFBSSxDQUFDLGNBQWMsRUFBRSxDQUFBO1FBQ3ZCLENBQUM7UUFFRCxNQUFNLEVBQUUsTUFBTSxFQUFFLE9BQU8sRUFBRSxHQUFHLElBQUksQ0FBQTtRQUNoQyxNQUFNLGNBQWMsR0FBRyxPQUFPLENBQUMsb0JBQW9CLElBQUksRUFBRSxDQUFBO1FBQ3pELE1BQU0sTUFBTSxHQUFHLE1BQU0sQ0FBQyxNQUFNLElBQUksSUFBSSxDQUFDLFFBQVEsRUFBRSxDQUFBO1FBQy9DLElBQUksT0FBTyxHQUE0QixJQUFJLENBQUE7UUFFM0MsSUFBSSxNQUFNLEVBQUUsQ0FBQztZQUNYLElBQUksT0FBTyxDQUFDLHFCQUFxQixFQUFFLENBQUM7Z0JBQ2xDLE9BQU8sR0FBRyxNQUFNLENBQUMsS0FBSyxDQUFDLE9BQU8sQ0FBQyxxQkFBcUIsQ0FBQyxDQUFBO1lBQ3ZELENBQUM7WUFFRCxJQUFJLENBQUMsT0FBTyxJQUFJLE9BQU8sQ0FBQyxhQUFhLEVBQUUsQ0FBQztnQkFDdEMsT0FBTyxHQUFHLE1BQU0sQ0FBQyxLQUFLLENBQUMsT0FBTyxDQUFDLGFBQWEsQ0FBQyxDQUFBO1lBQy9DLENBQUM7UUFDSCxDQUFDO1FBRUQsSUFBSSxNQUFNLEVBQUUsQ0FBQztZQUNYLE1BQU0sQ0FBQyxNQUFNLEdBQUcsTUFBTSxDQUFBO1FBQ3hCLENBQUM7UUFFRCxJQUFJLE9BQU8sRUFBRSxDQUFDO1lBQ1osMkJBQTJCLENBQUMsTUFBTSxFQUFFLE9BQU8sRUFBRSxjQUFjLENBQUMsQ0FBQTtRQUM5RCxDQUFDO0lBQ0gsQ0FBQztJQUVPLFNBQVM7UUFDZixNQUFNLEVBQ0osT0FBTyxFQUNQLE1BQU0sRUFDUCxHQUFHLElBQUksQ0FBQTtRQUVSLElBQUksQ0FBQyxPQUFPLENBQUMsWUFBWSxJQUFJLENBQUMsSUFBSSxDQUFDLGVBQWUsRUFBRSxFQUFFLENBQUM7WUFDckQsT0FBTyxLQUFLLENBQUE7UUFDZCxDQUFDO1FBRUQsSUFBSSxPQUFnQyxDQUFBO1FBQ3BDLElBQUksS0FBSyxHQUFrQixJQUFJLENBQUE7UUFDL0IsSUFBSSxNQUFNLEdBQUcsS0FBSyxDQUFBO1FBRWxCLE9BQU8sSUFBSSxDQUFDLGVBQWUsRUFBRSxFQUFFLENBQUM7WUFDOUIsT0FBTyxHQUFHLElBQUksQ0FBQyxXQUFXLEVBQUUsQ0FBQyxLQUFLLENBQUMsT0FBTyxDQUFDLFlBQVksQ0FBQyxDQUFBO1lBRXhELElBQUksT0FBTyxFQUFFLENBQUM7Z0JBQ1osS0FBSyxHQUFHLE9BQU8sQ0FBQyxDQUFDLENBQUMsSUFBSSxJQUFJLENBQUE7Z0JBQzFCLElBQUksQ0FBQyxRQUFRLEVBQUUsQ0FBQTtnQkFDZixTQUFRO1lBQ1YsQ0FBQztZQUVELElBQUksS0FBSyxFQUFFLENBQUM7Z0JBQ1YsTUFBTSxHQUFHLElBQUksQ0FBQTtnQkFDYixNQUFNLENBQUMsS0FBSyxDQUFDLEdBQUcsVUFBVSxDQUFDLE1BQU0sQ0FBQyxLQUFLLENBQUMsRUFBRSxJQUFJLENBQUMsV0FBVyxFQUFFLENBQUMsQ0FBQTtnQkFDN0QsSUFBSSxDQUFDLFFBQVEsRUFBRSxDQUFBO1lBQ2pCLENBQUM7aUJBQU0sQ0FBQztnQkFDTixNQUFLO1lBQ1AsQ0FBQztRQUNILENBQUM7UUFFRCxPQUFPLE1BQU0sQ0FBQTtJQUNmLENBQUM7SUFFTyxVQUFVO1FBQ2hCLE1BQU0sRUFDSixPQUFPLEVBQ1AsTUFBTSxFQUNQLEdBQUcsSUFBSSxDQUFBO1FBRVIsSUFBSSxDQUFDLElBQUksQ0FBQyxlQUFlLEVBQUUsRUFBRSxDQUFDO1lBQzVCLE9BQU8sS0FBSyxDQUFBO1FBQ2QsQ0FBQztRQUVELE1BQU0sT0FBTyxHQUFHLElBQUksQ0FBQyxXQUFXLEVBQUUsQ0FBQyxLQUFLLENBQUMsT0FBTyxDQUFDLEtBQUssQ0FBQyxDQUFBO1FBQ3ZELElBQUksYUFBc0IsQ0FBQTtRQUUxQixJQUFJLE9BQU8sRUFBRSxDQUFDO1lBQ1osTUFBTSxJQUFJLEdBQWU7Z0JBQ3ZCLEtBQUssRUFBRSxPQUFPLENBQUMsQ0FBQyxDQUFDO2dCQUNqQixJQUFJLEVBQUUsT0FBTyxDQUFDLENBQUMsQ0FBQzthQUNqQixDQUFBO1lBRUQsTUFBTSxDQUFDLEtBQUssQ0FBQyxJQUFJLENBQUMsSUFBSSxDQUFDLENBQUE7WUFDdkIsTUFBTSxDQUFDLE1BQU0sR0FBRyxVQUFVLENBQUMsTUFBTSxDQUFDLE1BQU0sRUFBRSxJQUFJLENBQUMsV0FBVyxFQUFFLENBQUMsQ0FBQTtZQUM3RCxJQUFJLENBQUMsUUFBUSxFQUFFLENBQUE7WUFFZixPQUFPLElBQUksQ0FBQyxlQUFlLEVBQUUsRUFBRSxDQUFDO2dCQUM5QixJQUFJLElBQUksQ0FBQyxTQUFTLEVBQUUsRUFBRSxDQUFDO29CQUNyQixPQUFPLElBQUksQ0FBQTtnQkFDYixDQUFDO2dCQUVELElBQUksSUFBSSxDQUFDLFVBQVUsRUFBRSxFQUFFLENBQUM7b0JBQ3RCLE9BQU8sSUFBSSxDQUFBO2dCQUNiLENBQUM7Z0JBRUQsYUFBYSxHQUFHLE9BQU8sQ0FBQyxXQUFXLENBQUMsSUFBSSxDQUFDLElBQUksQ0FBQyxXQUFXLEVBQUUsQ0FBQyxDQUFBO2dCQUU1RCxNQUFNLENBQUMsVUFBVSxDQUFDLElBQUksQ0FDcEIsR0FBRyxJQUFJLENBQUMsZUFBZSxDQUFDLElBQUksQ0FBQyxXQUFXLEVBQUUsRUFBRSxhQUFhLENBQUMsQ0FDM0QsQ0FBQTtnQkFFRCxJQUFJLENBQUMsYUFBYSxFQUFFLENBQUM7b0JBQ25CLElBQUksQ0FBQyxJQUFJLEdBQUcsVUFBVSxDQUFDLElBQUksQ0FBQyxJQUFJLEVBQUUsSUFBSSxDQUFDLFdBQVcsRUFBRSxDQUFDLENBQUE7Z0JBQ3ZELENBQUM7Z0JBRUQsTUFBTSxDQUFDLE1BQU0sR0FBRyxVQUFVLENBQUMsTUFBTSxDQUFDLE1BQU0sRUFBRSxJQUFJLENBQUMsV0FBVyxFQUFFLENBQUMsQ0FBQTtnQkFDN0QsSUFBSSxDQUFDLFFBQVEsRUFBRSxDQUFBO2dCQUVmLElBQUksYUFBYSxFQUFFLENBQUM7b0JBQ2xCLE1BQUs7Z0JBQ1AsQ0FBQztZQUNILENBQUM7WUFFRCxPQUFPLElBQUksQ0FBQTtRQUNiLENBQUM7UUFFRCxPQUFPLEtBQUssQ0FBQTtJQUNkLENBQUM7SUFFTyxrQkFBa0IsQ0FBQyxNQUFlO1FBQ3hDLE1BQU0sRUFDSixNQUFNLEVBQ04sT0FBTyxFQUNSLEdBQUcsSUFBSSxDQUFBO1FBRVIsSUFBSSxDQUFDLElBQUksQ0FBQyxlQUFlLEVBQUUsRUFBRSxDQUFDO1lBQzVCLE9BQU8sTUFBTSxDQUFBO1FBQ2YsQ0FBQztRQUVELE1BQU0sYUFBYSxHQUFHLE9BQU8sQ0FBQyxXQUFXLENBQUMsSUFBSSxDQUFDLElBQUksQ0FBQyxXQUFXLEVBQUUsQ0FBQyxDQUFBO1FBQ2xFLE1BQU0sV0FBVyxHQUFHLENBQUMsYUFBYSxJQUFJLE1BQU0sQ0FBQTtRQUU1QyxNQUFNLENBQUMsVUFBVSxDQUFDLElBQUksQ0FDcEIsR0FBRyxJQUFJLENBQUMsZUFBZSxDQUFDLElBQUksQ0FBQyxXQUFXLEVBQUUsRUFBRSxhQUFhLENBQUMsQ0FDM0QsQ0FBQTtRQUVELElBQUksV0FBVyxFQUFFLENBQUM7WUFDaEIsTUFBTSxDQUFDLElBQUksR0FBRyxVQUFVLENBQUMsTUFBTSxDQUFDLElBQUksRUFBRSxJQUFJLENBQUMsV0FBVyxFQUFFLENBQUMsQ0FBQTtRQUMzRCxDQUFDO2FBQU0sQ0FBQztZQUNOLE1BQU0sQ0FBQyxNQUFNLEdBQUcsVUFBVSxDQUFDLE1BQU0sQ0FBQyxNQUFNLEVBQUUsSUFBSSxDQUFDLFdBQVcsRUFBRSxDQUFDLENBQUE7UUFDL0QsQ0FBQztRQUVELElBQUksQ0FBQyxRQUFRLEVBQUUsQ0FBQTtRQUVmLE9BQU8sV0FBVyxDQUFBO0lBQ3BCLENBQUM7SUFFTyxtQkFBbUI7UUFDekIsTUFBTSxFQUNKLE1BQU0sRUFDTixPQUFPLEVBQ1IsR0FBRyxJQUFJLENBQUE7UUFFUixJQUFJLENBQUMsT0FBTyxDQUFDLHFCQUFxQixJQUFJLE1BQU0sQ0FBQyxLQUFLLENBQUMsTUFBTSxJQUFJLENBQUMsTUFBTSxDQUFDLE1BQU0sRUFBRSxDQUFDO1lBQzVFLE9BQU07UUFDUixDQUFDO1FBRUQsTUFBTSxPQUFPLEdBQUcsTUFBTSxDQUFDLE1BQU0sQ0FBQyxLQUFLLENBQUMsT0FBTyxDQUFDLHFCQUFxQixDQUFDLENBQUE7UUFFbEUsSUFBSSxPQUFPLEVBQUUsQ0FBQztZQUNaLE1BQU0sQ0FBQyxLQUFLLENBQUMsSUFBSSxDQUFDO2dCQUNoQixLQUFLLEVBQUUsaUJBQWlCO2dCQUN4QixJQUFJLEVBQUUsT0FBTyxDQUFDLENBQUMsQ0FBQzthQUNqQixDQUFDLENBQUE7UUFDSixDQUFDO0lBQ0gsQ0FBQztJQUVPLGFBQWEsQ0FBQyxLQUFhO1FBQ2pDLE1BQU0sRUFDSixNQUFNLEVBQ04sT0FBTyxFQUNSLEdBQUcsSUFBSSxDQUFBO1FBQ1IsSUFBSSxPQUErQixDQUFBO1FBRW5DLFNBQVMsQ0FBQztZQUNSLE9BQU8sR0FBRyxPQUFPLENBQUMsUUFBUSxDQUFDLElBQUksQ0FBQyxLQUFLLENBQUMsQ0FBQTtZQUV0QyxJQUFJLENBQUMsT0FBTyxFQUFFLENBQUM7Z0JBQ2IsTUFBSztZQUNQLENBQUM7WUFFRCxNQUFNLENBQUMsUUFBUSxDQUFDLElBQUksQ0FBQyxPQUFPLENBQUMsQ0FBQyxDQUFDLENBQUMsQ0FBQTtRQUNsQyxDQUFDO0lBQ0gsQ0FBQztJQUVPLFdBQVcsQ0FBQyxLQUFhO1FBQy9CLE1BQU0sRUFDSixNQUFNLEVBQ04sT0FBTyxFQUNSLEdBQUcsSUFBSSxDQUFBO1FBQ1IsTUFBTSxjQUFjLEdBQUcsT0FBTyxDQUFDLG9CQUFvQixJQUFJLEVBQUUsQ0FBQTtRQUN6RCxNQUFNLE9BQU8sR0FBRyxPQUFPLENBQUMsYUFBYTtZQUNuQyxDQUFDLENBQUMsS0FBSyxDQUFDLEtBQUssQ0FBQyxPQUFPLENBQUMsYUFBYSxDQUFDO1lBQ3BDLENBQUMsQ0FBQyxJQUFJLENBQUE7UUFFUixJQUFJLE9BQU8sRUFBRSxDQUFDO1lBQ1osTUFBTSxDQUFDLE1BQU0sR0FBRywyQkFBMkIsQ0FBQyxFQUFFLEVBQUUsT0FBTyxFQUFFLGNBQWMsQ0FBQyxDQUFBO1FBQzFFLENBQUM7SUFDSCxDQUFDO0lBRU8sYUFBYTtRQUNuQixNQUFNLEVBQUUsTUFBTSxFQUFFLEdBQUcsSUFBSSxDQUFBO1FBRXZCLE1BQU0sQ0FBQyxJQUFJLEtBQUssWUFBWSxDQUFDLE1BQU0sQ0FBQyxJQUFJLENBQUMsQ0FBQTtRQUN6QyxNQUFNLENBQUMsTUFBTSxLQUFLLFlBQVksQ0FBQyxNQUFNLENBQUMsTUFBTSxDQUFDLENBQUE7UUFFN0MsTUFBTSxDQUFDLEtBQUssQ0FBQyxPQUFPLENBQUMsQ0FBQyxJQUFJLEVBQUUsRUFBRTtZQUM1QixJQUFJLENBQUMsSUFBSSxHQUFHLFlBQVksQ0FBQyxJQUFJLENBQUMsSUFBSSxDQUFDLENBQUE7UUFDckMsQ0FBQyxDQUFDLENBQUE7UUFFRixNQUFNLGFBQWEsR0FBRyxJQUFJLEdBQUcsRUFBVSxDQUFBO1FBRXZDLE1BQU0sQ0FBQyxVQUFVLEdBQUcsTUFBTSxDQUFDLFVBQVUsQ0FBQyxNQUFNLENBQUMsQ0FBQyxTQUFTLEVBQUUsRUFBRTtZQUN6RCxNQUFNLEdBQUcsR0FBRyxHQUFHLFNBQVMsQ0FBQyxNQUFNLElBQUksU0FBUyxDQUFDLEdBQUcsRUFBRSxDQUFDLGlCQUFpQixFQUFFLENBQUE7WUFDdEUsTUFBTSxFQUFFLEdBQUcsQ0FBQyxhQUFhLENBQUMsR0FBRyxDQUFDLEdBQUcsQ0FBQyxDQUFBO1lBRWxDLElBQUksRUFBRSxFQUFFLENBQUM7Z0JBQ1AsYUFBYSxDQUFDLEdBQUcsQ0FBQyxHQUFHLENBQUMsQ0FBQTtZQUN4QixDQUFDO1lBRUQsT0FBTyxFQUFFLENBQUE7UUFDWCxDQUFDLENBQUMsQ0FBQTtJQUNKLENBQUM7SUFFRDs7OztPQUlHO0lBQ0gsS0FBSyxDQUFDLEtBQWE7UUFDakIsSUFBSSxDQUFDLEtBQUssQ0FBQyxJQUFJLEVBQUUsRUFBRSxDQUFDO1lBQ2xCLE1BQU0sSUFBSSxTQUFTLENBQUMsdUJBQXVCLENBQUMsQ0FBQTtRQUM5QyxDQUFDO1FBRUQsTUFBTSxFQUFFLFdBQVcsRUFBRSxHQUFHLElBQUksQ0FBQyxPQUFPLENBQUE7UUFDcEMsTUFBTSxhQUFhLEdBQUcsZ0JBQWdCLENBQUMsV0FBVyxDQUFDLENBQUE7UUFDbkQsTUFBTSxRQUFRLEdBQUcsWUFBWSxDQUFDLEtBQUssQ0FBQyxDQUFDLEtBQUssQ0FBQyxPQUFPLENBQUMsQ0FBQTtRQUNuRCxNQUFNLEtBQUssR0FBRyxXQUFXO1lBQ3ZCLENBQUMsQ0FBQyxpQkFBaUIsQ0FBQyxRQUFRLEVBQUUsV0FBVyxDQUFDLENBQUMsTUFBTSxDQUFDLElBQUksQ0FBQyxFQUFFLENBQUMsYUFBYSxDQUFDLElBQUksQ0FBQyxJQUFJLFNBQVMsQ0FBQyxJQUFJLENBQUMsQ0FBQztZQUNqRyxDQUFDLENBQUMsUUFBUSxDQUFDLE1BQU0sQ0FBQyxJQUFJLENBQUMsRUFBRSxDQUFDLFNBQVMsQ0FBQyxJQUFJLENBQUMsQ0FBQyxDQUFBO1FBQzVDLE1BQU0sTUFBTSxHQUFHLGtCQUFrQixFQUFFLENBQUE7UUFFbkMsSUFBSSxDQUFDLEtBQUssR0FBRyxLQUFLLENBQUE7UUFDbEIsSUFBSSxDQUFDLFNBQVMsR0FBRyxDQUFDLENBQUE7UUFDbEIsSUFBSSxDQUFDLE1BQU0sR0FBRyxNQUFNLENBQUE7UUFFcEIsTUFBTSxhQUFhLEdBQUcsSUFBSSxDQUFDLFVBQVUsRUFBRSxDQUFBO1FBRXZDLElBQUksQ0FBQyxXQUFXLENBQUMsYUFBYSxDQUFDLENBQUE7UUFFL0IsSUFBSSxNQUFNLENBQUMsTUFBTSxFQUFFLENBQUM7WUFDbEIsTUFBTSxDQUFDLFVBQVUsR0FBRyxJQUFJLENBQUMsZUFBZSxDQUFDLE1BQU0sQ0FBQyxNQUFNLENBQUMsQ0FBQTtRQUN6RCxDQUFDO1FBRUQsSUFBSSxNQUFNLEdBQUcsSUFBSSxDQUFBO1FBRWpCLE9BQU8sSUFBSSxDQUFDLGVBQWUsRUFBRSxFQUFFLENBQUM7WUFDOUIsSUFBSSxDQUFDLFNBQVMsRUFBRSxDQUFBO1lBRWhCLElBQUksSUFBSSxDQUFDLFVBQVUsRUFBRSxFQUFFLENBQUM7Z0JBQ3RCLE1BQU0sR0FBRyxLQUFLLENBQUE7WUFDaEIsQ0FBQztZQUVELElBQUksQ0FBQyxJQUFJLENBQUMsa0JBQWtCLENBQUMsTUFBTSxDQUFDLEVBQUUsQ0FBQztnQkFDckMsTUFBTSxHQUFHLEtBQUssQ0FBQTtZQUNoQixDQUFDO1FBQ0gsQ0FBQztRQUVELElBQUksQ0FBQyxtQkFBbUIsRUFBRSxDQUFBO1FBQzFCLElBQUksQ0FBQyxhQUFhLENBQUMsS0FBSyxDQUFDLENBQUE7UUFDekIsSUFBSSxDQUFDLFdBQVcsQ0FBQyxLQUFLLENBQUMsQ0FBQTtRQUN2QixJQUFJLENBQUMsYUFBYSxFQUFFLENBQUE7UUFFcEIsT0FBTyxNQUFNLENBQUE7SUFDZixDQUFDO0NBQ0YifQ==
;// CONCATENATED MODULE: external "stream"
const external_stream_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("stream");
;// CONCATENATED MODULE: ./node_modules/conventional-commits-parser/dist/stream.js


/**
 * Create async generator function to parse async iterable of raw commits.
 * @param options - CommitParser options.
 * @returns Async generator function to parse async iterable of raw commits.
 */
function parseCommits(options = {}) {
    const warnOption = options.warn;
    const warn = warnOption === true
        ? (err) => {
            throw err;
        }
        : warnOption
            ? (err) => warnOption(err.toString())
            : () => { };
    return async function* parse(rawCommits) {
        const parser = new CommitParser(options);
        let rawCommit;
        for await (rawCommit of rawCommits) {
            try {
                yield parser.parse(rawCommit.toString());
            }
            catch (err) {
                warn(err);
            }
        }
    };
}
/**
 * Create stream to parse commits.
 * @param options - CommitParser options.
 * @returns Stream of parsed commits.
 */
function parseCommitsStream(options = {}) {
    return Transform.from(parseCommits(options));
}
//# sourceMappingURL=data:application/json;base64,eyJ2ZXJzaW9uIjozLCJmaWxlIjoic3RyZWFtLmpzIiwic291cmNlUm9vdCI6IiIsInNvdXJjZXMiOlsiLi4vc3JjL3N0cmVhbS50cyJdLCJuYW1lcyI6W10sIm1hcHBpbmdzIjoiQUFBQSxPQUFPLEVBQUUsU0FBUyxFQUFFLE1BQU0sUUFBUSxDQUFBO0FBRWxDLE9BQU8sRUFBRSxZQUFZLEVBQUUsTUFBTSxtQkFBbUIsQ0FBQTtBQUVoRDs7OztHQUlHO0FBQ0gsTUFBTSxVQUFVLFlBQVksQ0FDMUIsT0FBTyxHQUF3QixFQUFFO0lBRWpDLE1BQU0sVUFBVSxHQUFHLE9BQU8sQ0FBQyxJQUFJLENBQUE7SUFDL0IsTUFBTSxJQUFJLEdBQUcsVUFBVSxLQUFLLElBQUk7UUFDOUIsQ0FBQyxDQUFDLENBQUMsR0FBVSxFQUFFLEVBQUU7WUFDZixNQUFNLEdBQUcsQ0FBQTtRQUNYLENBQUM7UUFDRCxDQUFDLENBQUMsVUFBVTtZQUNWLENBQUMsQ0FBQyxDQUFDLEdBQVUsRUFBRSxFQUFFLENBQUMsVUFBVSxDQUFDLEdBQUcsQ0FBQyxRQUFRLEVBQUUsQ0FBQztZQUM1QyxDQUFDLENBQUMsR0FBRyxFQUFFLEdBQWMsQ0FBQyxDQUFBO0lBRTFCLE9BQU8sS0FBSyxTQUFTLENBQUMsQ0FBQyxLQUFLLENBQzFCLFVBQXNFO1FBRXRFLE1BQU0sTUFBTSxHQUFHLElBQUksWUFBWSxDQUFDLE9BQU8sQ0FBQyxDQUFBO1FBQ3hDLElBQUksU0FBMEIsQ0FBQTtRQUU5QixJQUFJLEtBQUssRUFBRSxTQUFTLElBQUksVUFBVSxFQUFFLENBQUM7WUFDbkMsSUFBSSxDQUFDO2dCQUNILE1BQU0sTUFBTSxDQUFDLEtBQUssQ0FBQyxTQUFTLENBQUMsUUFBUSxFQUFFLENBQUMsQ0FBQTtZQUMxQyxDQUFDO1lBQUMsT0FBTyxHQUFHLEVBQUUsQ0FBQztnQkFDYixJQUFJLENBQUMsR0FBWSxDQUFDLENBQUE7WUFDcEIsQ0FBQztRQUNILENBQUM7SUFDSCxDQUFDLENBQUE7QUFDSCxDQUFDO0FBRUQ7Ozs7R0FJRztBQUNILE1BQU0sVUFBVSxrQkFBa0IsQ0FBQyxPQUFPLEdBQXdCLEVBQUU7SUFDbEUsT0FBTyxTQUFTLENBQUMsSUFBSSxDQUFDLFlBQVksQ0FBQyxPQUFPLENBQUMsQ0FBQyxDQUFBO0FBQzlDLENBQUMifQ==
;// CONCATENATED MODULE: ./node_modules/conventional-commits-parser/dist/index.js


//# sourceMappingURL=data:application/json;base64,eyJ2ZXJzaW9uIjozLCJmaWxlIjoiaW5kZXguanMiLCJzb3VyY2VSb290IjoiIiwic291cmNlcyI6WyIuLi9zcmMvaW5kZXgudHMiXSwibmFtZXMiOltdLCJtYXBwaW5ncyI6IkFBQ0EsY0FBYyxtQkFBbUIsQ0FBQTtBQUNqQyxjQUFjLGFBQWEsQ0FBQSJ9
;// CONCATENATED MODULE: ./.build/packages/release/conventional.js

const HEADER = /^([A-Za-z][\w-]*)(?:\(([^()]*)\))?(!)?:[ \t]+(\S.*)$/;
const BREAKING = ['BREAKING CHANGE', 'BREAKING-CHANGE'];
const parser = new CommitParser_CommitParser({
    headerPattern: HEADER,
    headerCorrespondence: ['type', 'scope', 'bang', 'subject'],
    noteKeywords: [...BREAKING, /[Rr]elease-[Aa]s/],
    // The specification wants BREAKING CHANGE in upper case, and ": " or " #" after a footer's token.
    notesPattern: (keywords) => new RegExp(`^(${keywords})(?::[ \\t]*| #)(.*)$`),
    // Issues and fields are not read here: leaving them out is what makes 50,000 commits quick.
    issuePrefixes: [],
    referenceActions: [],
});
function parseMessage(message) {
    const text = message.trim();
    const title = text.split('\n', 1)[0]?.trim() ?? '';
    if (!title)
        return { title: '', lines: [], releaseAs: undefined, reverts: undefined };
    const hasBody = title.length < text.length;
    const commit = hasBody ? parser.parse(withoutCode(text)) : undefined;
    const notes = commit?.notes ?? [];
    const breaking = notes.find((note) => BREAKING.includes(note.title))?.text.trim();
    const head = conventional(title, breaking);
    const bullets = hasBody ? squashed(commit?.body ?? '') : [];
    const seen = new Set(head ? [head.subject] : []);
    const others = bullets.filter(({ subject }) => !seen.has(subject) && seen.add(subject));
    return {
        title,
        lines: head ? [head, ...others] : others,
        releaseAs: notes.find((note) => /^release-as$/i.test(note.title))?.text.trim(),
        reverts: revertOf(title, text),
    };
}
function conventional(line, breaking) {
    const match = HEADER.exec(line);
    if (!match)
        return undefined;
    const [, type = '', scope, bang, subject = ''] = match;
    return {
        type: type.toLowerCase(),
        scope: scope?.trim() || undefined,
        subject: subject.trim(),
        breaking: breaking || (bang || breaking === '' ? subject.trim() : undefined),
    };
}
/** GitHub's default text of a squash merge lists the commits as `* feat: ...`. */
function squashed(body) {
    return body
        .split('\n')
        .filter((line) => line.startsWith('* '))
        .flatMap((line) => conventional(line.slice(2).trim()) ?? []);
}
/** Code in a message is an example, not a statement. */
function withoutCode(text) {
    return text.includes('```') ? text.replace(/^ *```[\s\S]*?^ *```.*$/gm, '') : text;
}
function revertOf(title, text) {
    const match = /^(?:Revert|Reapply) "(.+)"(?: \(#\d+\))?$/.exec(title) ??
        /^revert(?:\([^()]*\))?!?:\s+(.+)$/i.exec(title);
    if (!match?.[1])
        return undefined;
    const ids = [...text.matchAll(/This reverts commit ([0-9a-f]{7,64})/g)].map(([, id = '']) => id);
    const refs = /^Refs: (.+)$/m.exec(text)?.[1] ?? '';
    if (ids.length === 0)
        ids.push(...(refs.match(/\b[0-9a-f]{7,64}\b/g) ?? []));
    return { ids, title: match[1] };
}

;// CONCATENATED MODULE: ./.build/packages/release/changes.js

/** Types that make a release by themselves; any type does with a breaking change. */
const RELEASABLE = ['feat', 'fix', 'perf', 'revert'];
/** Sorts commits (newest first) into what the notes tell and what they leave out, with the reason. */
function selectChanges(commits) {
    const entries = commits.map((commit) => ({ commit, message: parseMessage(commit.message) }));
    const cancelled = cancelReverts(entries.filter(({ commit }) => commit.parents.length < 2));
    const changes = [];
    const skipped = [];
    let releaseAs;
    for (const { commit, message } of entries) {
        const { sha } = commit;
        if (message.releaseAs)
            releaseAs ??= { version: message.releaseAs, sha };
        const why = cancelled.get(sha) ?? reasonToSkip(commit, message);
        if (why)
            skipped.push({ sha, title: message.title, why });
        else
            changes.push(...told(message).map((line) => ({ ...line, sha })));
    }
    return { changes, skipped, releaseAs };
}
/** Newest first, so that a reverted revert leaves the first commit standing. */
function cancelReverts(entries) {
    const cancelled = new Map();
    const isId = idLookup(entries);
    for (const [i, { commit, message }] of entries.entries()) {
        const { reverts } = message;
        if (!reverts || cancelled.has(commit.sha))
            continue;
        const standing = (entry) => entry !== undefined && !cancelled.has(entry.commit.sha) && entry.commit.sha !== commit.sha;
        const targets = reverts.ids.length
            ? reverts.ids.map(isId)
            : [entries.slice(i + 1).find((entry) => standing(entry) && entry.message.title === reverts.title)];
        const here = targets.filter(standing);
        for (const target of here) {
            cancelled.set(target.commit.sha, `reverted by ${changes_short(commit.sha)} before any release`);
        }
        // A revert of something released changes what users have: it is told.
        if (here.length === targets.length) {
            const names = here.map((target) => changes_short(target.commit.sha)).join(', ');
            cancelled.set(commit.sha, `reverts ${names}, which was in no release`);
        }
    }
    return cancelled;
}
/** Finds commits by id or its beginning (at least 7 characters). */
function idLookup(entries) {
    const byPrefix = new Map(entries.map((entry) => [entry.commit.sha.slice(0, 7), entry]));
    return (id) => {
        const entry = byPrefix.get(id.slice(0, 7));
        return entry?.commit.sha.startsWith(id) ? entry : undefined;
    };
}
function reasonToSkip({ parents }, message) {
    if (parents.length > 1)
        return 'merge commit';
    if (!message.title)
        return 'empty message';
    if (told(message).length)
        return undefined;
    const [line] = message.lines;
    return line ? `type "${line.type}" makes no release` : 'not a conventional commit';
}
/** The lines worth telling; a revert without the conventional form is told as one. */
function told({ lines, reverts, title }) {
    if (reverts && lines.length === 0) {
        return [{ type: 'revert', scope: undefined, subject: reverts.title || title, breaking: undefined }];
    }
    return lines.filter(({ type, breaking }) => breaking !== undefined || RELEASABLE.some((name) => name === type));
}
const changes_short = (sha) => sha.slice(0, 7);

;// CONCATENATED MODULE: ./.build/packages/release/git.js


/** Runs git in the workspace. */
async function git_git({ exec, context }, args, options = {}) {
    return exec.run('git', args, { cwd: context.workspace, ...options });
}
/** Full id of the commit a revision names. UserError: no repository, no such revision. */
async function resolveCommit(ports, revision) {
    await requireRepository(ports);
    const found = await git_revParse(ports, revision);
    if (found)
        return found;
    const { stdout } = await git_git(ports, [
        'for-each-ref',
        '--format=%(refname:short)',
        'refs/heads',
        'refs/tags',
        'refs/remotes',
    ]);
    const near = nearest(revision, stdout.split('\n').filter(Boolean));
    throw new runtime/* UserError */.yo(`the revision "${revision}" does not exist in this repository`, {
        where: ports.context.workspace,
        mend: near.length
            ? `did you mean ${near.map((name) => `"${name}"`).join(' or ')}?`
            : 'name a commit, branch or tag that was fetched (actions/checkout with fetch-depth: 0 fetches all)',
    });
}
/** undefined when the revision does not exist. */
async function git_revParse(ports, revision) {
    // A name cannot start with "-"; git would take it for an option.
    if (revision.startsWith('-'))
        return undefined;
    const args = ['rev-parse', '--verify', '--quiet', `${revision}^{commit}`];
    const { stdout } = await git_git(ports, args, { okCodes: [0, 1, 128] });
    return stdout.trim() || undefined;
}
function nearest(word, names) {
    const left = [...names];
    const near = [];
    for (let name = (0,schema/* closest */.kp)(word, left); name !== undefined && near.length < 3; name = (0,schema/* closest */.kp)(word, left)) {
        near.push(name);
        left.splice(left.indexOf(name), 1);
    }
    return near;
}
async function requireRepository(ports) {
    const { workspace } = ports.context;
    try {
        await git_git(ports, ['rev-parse', '--git-dir']);
    }
    catch (error) {
        if (!(error instanceof runtime/* CommandError */.Qd))
            throw error;
        const owned = error.stderr.includes('safe.directory');
        throw new runtime/* UserError */.yo(owned ? `git refuses ${workspace}: it belongs to another user` : `${workspace} is not a git repository`, {
            where: workspace,
            mend: owned
                ? `run: git config --global --add safe.directory ${workspace}`
                : 'check the repository out first: actions/checkout with fetch-depth: 0',
            cause: error,
        });
    }
}
/** A shallow clone hides tags and commits: versions made from it would be wrong. */
async function requireWholeHistory(ports) {
    const { stdout } = await git_git(ports, ['rev-parse', '--is-shallow-repository']);
    if (stdout.trim() !== 'true')
        return;
    throw new runtime/* UserError */.yo('the clone is shallow, so commits and tags since the last release may be missing', {
        where: ports.context.workspace,
        mend: 'check out with the whole history: actions/checkout with fetch-depth: 0 (or run git fetch --unshallow --tags)',
    });
}
/** Commits that `to` has and `from` has not; undefined when git does not know one of them. */
async function countCommits(ports, from, to) {
    if (!/^[0-9a-f]{7,64}$/.test(from))
        return undefined;
    const args = ['rev-list', '--count', `${from}..${to}`, '--'];
    const { stdout, exitCode } = await git_git(ports, args, { okCodes: [0, 128] });
    return exitCode === 0 ? Number(stdout.trim()) : undefined;
}

;// CONCATENATED MODULE: ./.build/packages/release/github-release.js

/**
 * Makes or updates the release of a tag, never a second one. A new release is a draft until `upload` has
 * put its assets there: a published one may be immutable.
 */
async function publishRelease(github, wanted, upload = async () => undefined) {
    const existing = await find(github, wanted.tag);
    if (existing)
        return update(github, existing, wanted, upload);
    const mine = await createDraft(github, wanted);
    // GitHub allows several drafts of one tag: of two runs at once, the one with the lower id goes on.
    const winner = (await ofTag(github, wanted.tag))[0] ?? mine;
    if (!mine || winner?.id !== mine.id) {
        if (mine)
            await remove(github, mine.id);
        if (!winner)
            throw new RemoteError(`the release of ${wanted.tag} vanished`, { retryable: true });
        return { id: winner.id, url: winner.html_url, outcome: 'made by another run' };
    }
    await upload(mine.id);
    if (wanted.draft)
        return { id: mine.id, url: mine.html_url, outcome: 'created' };
    return { ...(await patch(github, mine.id, { draft: false })), outcome: 'created' };
}
/** undefined: another run has published the release of this tag meanwhile (422). */
async function createDraft(github, wanted) {
    try {
        const { data } = await github.request('POST /repos/{owner}/{repo}/releases', {
            ...github_release_names(github),
            tag_name: wanted.tag,
            target_commitish: wanted.commit,
            name: wanted.name,
            body: wanted.body,
            prerelease: wanted.prerelease,
            draft: true,
        });
        return data;
    }
    catch (error) {
        const taken = error instanceof RemoteError && error.status === 422;
        if (taken && (await find(github, wanted.tag)))
            return undefined;
        throw error;
    }
}
async function update(github, existing, { name, body, prerelease, draft }, upload) {
    if (existing.draft)
        await upload(existing.id);
    // A published release is never made a draft again: people may use it.
    const publish = existing.draft && !draft;
    if (!publish && existing.name === name && existing.body === body) {
        return { id: existing.id, url: existing.html_url, outcome: 'unchanged' };
    }
    const change = { name, body, prerelease, ...(publish ? { draft: false } : {}) };
    return { ...(await patch(github, existing.id, change)), outcome: 'updated' };
}
async function find(github, tag) {
    return (await byTag(github, tag)) ?? (await ofTag(github, tag))[0];
}
/** Published releases only; GitHub does not find drafts by their tag. */
async function byTag(github, tag) {
    try {
        const { data } = await github.request('GET /repos/{owner}/{repo}/releases/tags/{tag}', {
            ...github_release_names(github),
            tag,
        });
        return data;
    }
    catch (error) {
        if (error instanceof RemoteError && error.status === 404)
            return undefined;
        throw error;
    }
}
/**
 * The published release and the drafts of a tag, in one request so that none is missed while it changes
 * from one to the other. Published first, then oldest. The newest hundred releases hold those that matter.
 */
async function ofTag(github, tag) {
    const { data } = await github.request('GET /repos/{owner}/{repo}/releases', {
        ...github_release_names(github),
        per_page: 100,
    });
    const mine = data.filter((release) => release.tag_name === tag);
    return mine.sort((a, b) => Number(a.draft) - Number(b.draft) || a.id - b.id);
}
async function patch(github, id, change) {
    const { data } = await github.request('PATCH /repos/{owner}/{repo}/releases/{release_id}', {
        ...github_release_names(github),
        release_id: id,
        // `legacy`: by date and version, so that a fix of an old line does not become "latest".
        ...(change.draft === false ? { make_latest: 'legacy' } : {}),
        ...change,
    });
    return { id: data.id, url: data.html_url };
}
async function remove(github, id) {
    await github.request('DELETE /repos/{owner}/{repo}/releases/{release_id}', {
        ...github_release_names(github),
        release_id: id,
    });
}
const github_release_names = ({ owner, repo }) => ({ owner, repo });

// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __nccwpck_require__(2088);
;// CONCATENATED MODULE: ./.build/packages/release/history.js


const FIELDS = ['%H', '%P', '%an', '%B'];
/** Reads the history of a revision since the release before it. UserError: see resolveCommit; shallow. */
async function history_readHistory(ports, { revision, tagPrefix }) {
    const commit = await resolveCommit(ports, revision);
    await requireWholeHistory(ports);
    const tags = await stableTags(ports, commit, tagPrefix);
    const own = tags.find((tag) => tag.commit === commit);
    const base = tags.find((tag) => tag.commit !== commit);
    const range = base ? `${base.commit}..${commit}` : commit;
    const log = await git_git(ports, ['log', '-z', `--format=${FIELDS.join('%x00')}`, range, '--']);
    const date = await git_git(ports, ['show', '--no-patch', '--format=%cI', commit, '--']);
    return { commit, date: date.stdout.trim(), own, base, commits: parseLog(log.stdout) };
}
/** Version tags that the commit contains, highest first. Prereleases are no base for the next version. */
async function stableTags(ports, commit, prefix) {
    const format = '--format=%(refname:strip=2)%00%(objectname)%00%(*objectname)';
    const { stdout } = await git_git(ports, ['for-each-ref', `--merged=${commit}`, format, 'refs/tags']);
    const tags = [];
    for (const line of stdout.split('\n')) {
        const [tag = '', object = '', peeled = ''] = line.split('\0');
        if (!tag.startsWith(prefix))
            continue;
        // Strict: "v1" and "v1.2" are floating tags, not versions.
        const version = semver.parse(tag.slice(prefix.length));
        if (!version || version.prerelease.length || version.raw !== version.version)
            continue;
        tags.push({ tag, version: version.version, commit: peeled || object });
    }
    return tags.sort((a, b) => semver.rcompare(a.version, b.version));
}
function parseLog(output) {
    const parts = output.split('\0');
    const commits = [];
    for (let i = 0; i + FIELDS.length <= parts.length; i += FIELDS.length) {
        const [sha = '', parents = '', author = '', message = ''] = parts.slice(i, i + FIELDS.length);
        commits.push({ sha, parents: parents.split(' ').filter(Boolean), author, message });
    }
    return commits;
}

;// CONCATENATED MODULE: ./.build/packages/release/notes.js

const GROUPS = [
    { title: 'Features', type: 'feat' },
    { title: 'Bug fixes', type: 'fix' },
    { title: 'Performance', type: 'perf' },
    { title: 'Reverts', type: 'revert' },
];
/** The body of the release in Markdown: one list a group, short commit ids, a link to all changes. */
function renderNotes(plan, { repositoryUrl } = { repositoryUrl: undefined }) {
    const commit = (sha) => repositoryUrl ? `[${changes_short(sha)}](${repositoryUrl}/commit/${sha})` : changes_short(sha);
    const breaking = plan.changes.filter((change) => change.breaking !== undefined);
    const sections = [
        section('Breaking changes', breaking, (change) => line(change, change.breaking ?? '', commit)),
        ...GROUPS.map(({ title, type }) => section(title, plan.changes.filter((change) => change.type === type), (change) => line(change, change.subject, commit))),
    ].filter(Boolean);
    if (sections.length === 0)
        sections.push('No notable changes.');
    if (repositoryUrl && plan.previous) {
        const range = `${plan.previous.tag}...${plan.tag}`;
        sections.push(`**All changes**: [${range}](${repositoryUrl}/compare/${encodeURI(range)})`);
    }
    return `${sections.join('\n\n')}\n`;
}
function section(title, changes, show) {
    return changes.length ? `### ${title}\n\n${changes.map(show).join('\n')}` : '';
}
function line({ scope, sha }, text, commit) {
    const [first = '', ...more] = notes_plain(text).split('\n');
    const rest = more.map((part) => (part.trim() ? `\n  ${part.trim()}` : '\n')).join('');
    return `- ${scope ? `**${notes_plain(scope)}:** ` : ''}${first} (${commit(sha)})${rest}`;
}
/** Text of commits is not markup: tags would vanish or open; code spans are kept as written. */
function notes_plain(text) {
    return text
        .split(/(`[^`]*`)/)
        .map((part, i) => (i % 2 ? part : part.replaceAll('&', '&amp;').replaceAll('<', '&lt;')))
        .join('');
}

;// CONCATENATED MODULE: ./.build/packages/release/version.js



/**
 * The version of a commit; the same for every run on it. In order: the version tag on the commit, the
 * newest `Release-As:`, the first version, the bump of the changes. Before 1.0.0 a breaking change bumps
 * the minor version, and so does a feature. Without releasable changes it is the next patch version.
 */
function chooseVersion({ own, base }, { changes, releaseAs }, initial) {
    const bump = bumpOf(changes, base?.version ?? initial);
    const releasable = bump !== 'none';
    if (own) {
        return { version: own.version, bump, because: `the commit is tagged ${own.tag}`, releasable: true };
    }
    if (releaseAs) {
        const version = checkReleaseAs(releaseAs, base?.version);
        return { version, bump, because: `Release-As of ${changes_short(releaseAs.sha)}`, releasable: true };
    }
    if (!base)
        return { version: initial, bump, because: 'the first release', releasable };
    const step = bump === 'none' ? 'patch' : bump;
    const because = releasable
        ? `${bump} changes since ${base.tag}`
        : `nothing to release since ${base.tag}: the next patch version`;
    const version = semver.inc(base.version, step) ?? base.version;
    return { version, bump, because, releasable };
}
function bumpOf(changes, base) {
    const early = semver.major(base) === 0;
    if (changes.some(({ breaking }) => breaking !== undefined))
        return early ? 'minor' : 'major';
    if (changes.some(({ type }) => type === 'feat'))
        return 'minor';
    return changes.length ? 'patch' : 'none';
}
function checkReleaseAs({ version: text, sha }, base) {
    const version = parseVersion(text, `the footer "Release-As: ${text}" of commit ${changes_short(sha)}`);
    if (base && semver.lte(version, base)) {
        throw new runtime/* UserError */.yo(`Release-As: ${version} in commit ${changes_short(sha)} is not above the last version ${base}`, {
            where: `commit ${sha}`,
            mend: 'add a commit with a higher Release-As; the newest one counts',
        });
    }
    return version;
}
/** A strict semantic version without build metadata; a leading "v" is a tag's, and dropped. */
function parseVersion(text, where) {
    const parsed = semver.parse(text.trim().replace(/^v/, ''));
    if (parsed && parsed.build.length === 0)
        return parsed.version;
    throw new runtime/* UserError */.yo(`"${text}" is not a semantic version`, {
        where,
        mend: 'write MAJOR.MINOR.PATCH, such as 1.4.0 or 2.0.0-rc.1, without build metadata',
    });
}

;// CONCATENATED MODULE: ./.build/packages/release/plan.js



/** Reads the history and works out the release of a revision. The same for every run on one commit. */
async function planRelease(ports, { revision, config, version: override }) {
    const history = await history_readHistory(ports, { revision, tagPrefix: config.tagPrefix });
    const selection = selectChanges(history.commits);
    const choice = override
        ? {
            bump: 'none',
            version: parseVersion(override, 'input "version"'),
            because: 'asked for',
            releasable: true,
        }
        : chooseVersion(history, selection, config.initialVersion);
    return {
        version: choice.version,
        tag: `${config.tagPrefix}${choice.version}`,
        commit: history.commit,
        date: history.date,
        previous: history.base,
        bump: choice.bump,
        because: choice.because,
        releasable: choice.releasable,
        changes: selection.changes,
        skipped: selection.skipped,
    };
}

;// CONCATENATED MODULE: ./.build/packages/release/git-tags.js


const NO_OBJECT = '0'.repeat(40);
/**
 * Tags of the checkout, and of its origin when that is a folder on this machine. An origin elsewhere is
 * left alone: without GitHub there is no token to push with.
 */
async function git_tags_gitTags(ports, actor) {
    const origin = await localOrigin(ports);
    return {
        location: origin ? `${ports.context.workspace} and its origin ${origin}` : ports.context.workspace,
        find: (tag) => (origin ? findIn(ports, origin, tag) : revParse(ports, `refs/tags/${tag}`)),
        async create(tag, commit, message, date) {
            const local = await revParse(ports, `refs/tags/${tag}`);
            if (local !== undefined && local !== commit)
                throw elsewhere(tag, local, ports.context.workspace);
            const object = local
                ? await unpeeled(ports, tag)
                : await makeObject(ports, { tag, commit, message, date, actor });
            // The origin is what others see: it decides who was first.
            if (origin && !(await push(ports, origin, object, tag)))
                return false;
            return local ? origin !== undefined : createRef(ports, tag, object);
        },
    };
}
function elsewhere(tag, commit, workspace) {
    return new UserError(`tag ${tag} of the checkout stands on commit ${commit.slice(0, 7)}, which the origin does not know`, {
        where: workspace,
        mend: `delete it if it is a left-over (git tag -d ${tag}), or push it`,
    });
}
/** The tag's own object: for an annotated tag not its commit. */
async function unpeeled(ports, tag) {
    return (await git(ports, ['rev-parse', '--verify', `refs/tags/${tag}`])).stdout.trim();
}
async function localOrigin(ports) {
    const { stdout } = await git(ports, ['config', '--get', 'remote.origin.url'], { okCodes: [0, 1] });
    const url = stdout.trim();
    if (url.startsWith('file://'))
        return decodeURIComponent(new URL(url).pathname);
    return url.startsWith('/') || url.startsWith('./') || url.startsWith('../') ? url : undefined;
}
async function findIn(ports, origin, tag) {
    const ref = `refs/tags/${tag}`;
    const { stdout } = await git(ports, ['ls-remote', '--', origin, ref, `${ref}^{}`]);
    // The peeled line, if there is one, comes second: it names the commit of an annotated tag.
    return stdout.trim().split('\n').at(-1)?.split('\t')[0] || undefined;
}
/** The object alone, without `git tag`: that would need a configured identity. */
async function makeObject(ports, { tag, commit, message, date, actor }) {
    const name = actor.replace(/[<>\n]/g, '') || 'fairway';
    const lines = [
        `object ${commit}`,
        'type commit',
        `tag ${tag}`,
        `tagger ${name} <${name.replace(/\s/g, '-')}@users.noreply.github.com> ${Math.floor(date.getTime() / 1_000)} +0000`,
        '',
        `${message.trim()}\n`,
    ];
    const { stdout } = await git(ports, ['mktag'], { input: lines.join('\n') });
    return stdout.trim();
}
/**
 * Without force, so that an existing tag is never moved. Runs of one second make the same object: git
 * calls a push of what is there a success, so its report (`*` new, `=` up to date) says who was first.
 */
async function push(ports, origin, object, tag) {
    try {
        const { stdout } = await git(ports, ['push', '--porcelain', '--', origin, `${object}:refs/tags/${tag}`]);
        return /^\*\t/m.test(stdout);
    }
    catch (error) {
        if (error instanceof CommandError && (await findIn(ports, origin, tag)))
            return false;
        throw error;
    }
}
/** `false`: the name is taken by now; the caller looks at the commit. */
async function createRef(ports, tag, object) {
    const ref = `refs/tags/${tag}`;
    try {
        await git(ports, ['update-ref', ref, object, NO_OBJECT]);
        return true;
    }
    catch (error) {
        if (error instanceof CommandError && (await revParse(ports, ref)))
            return false;
        throw error;
    }
}

;// CONCATENATED MODULE: ./.build/packages/release/github-tags.js

/** Tags of a repository on GitHub, through its git API. */
function github_tags_githubTags(github) {
    return {
        location: `${github.owner}/${github.repo} on GitHub`,
        find: (tag) => github_tags_find(github, tag),
        async create(tag, commit, message, date) {
            const { data } = await github.request('POST /repos/{owner}/{repo}/git/tags', {
                ...github_tags_names(github),
                tag,
                message,
                object: commit,
                type: 'commit',
                tagger: { name: 'github-actions[bot]', email: BOT, date: date.toISOString() },
            });
            try {
                await github.request('POST /repos/{owner}/{repo}/git/refs', {
                    ...github_tags_names(github),
                    ref: `refs/tags/${tag}`,
                    sha: data.sha,
                });
                return true;
            }
            catch (error) {
                // 422: the reference exists. The tag object stays behind, unreachable, and is collected.
                if (error instanceof RemoteError && error.status === 422 && (await github_tags_find(github, tag)))
                    return false;
                throw error;
            }
        },
    };
}
const BOT = '41898282+github-actions[bot]@users.noreply.github.com';
async function github_tags_find(github, tag) {
    try {
        const { data } = await github.request('GET /repos/{owner}/{repo}/git/ref/{ref}', {
            ...github_tags_names(github),
            ref: `tags/${tag}`,
        });
        let { type, sha } = data.object;
        // A tag may stand on a tag; the chain is short.
        for (let i = 0; type === 'tag' && i < 5; i++) {
            const { data: object } = await github.request('GET /repos/{owner}/{repo}/git/tags/{tag_sha}', {
                ...github_tags_names(github),
                tag_sha: sha,
            });
            ({ type, sha } = object.object);
        }
        return sha;
    }
    catch (error) {
        if (error instanceof RemoteError && error.status === 404)
            return undefined;
        throw error;
    }
}
const github_tags_names = ({ owner, repo }) => ({ owner, repo });

;// CONCATENATED MODULE: ./.build/packages/release/publish.js


/** GitHub's tags where there is a GitHub; else those of git: the origin's when it is on this machine. */
async function openTags(ports, github, actor) {
    return github ? githubTags(github) : gitTags(ports, actor);
}

;// CONCATENATED MODULE: ./.build/packages/release/index.js











;// CONCATENATED MODULE: ./.build/actions/plan/src/selection.js



/** promote.yml has this many stage jobs; a workflow cannot add jobs while it runs. */
const MAX_STAGES = 6;
function isLive(state, { version, commit }) {
    return state?.live?.commit === commit && state.live.version === version;
}
/** The stages of the wanted environments (all without `only`), none empty. */
function selectStages(config, only) {
    const names = Object.keys(config.environments);
    const unknown = (only ?? []).filter((name) => !names.includes(name));
    if (unknown.length) {
        throw new runtime/* UserError */.yo(unknown.map((name) => `unknown environment "${name}".${(0,schema/* didYouMean */.au)(name, names)}`).join('\n'), { where: 'input "environments"', mend: 'name environments of fairway.yml' });
    }
    const stages = promotionStages(config)
        .map((stage) => (only?.length ? stage.filter((name) => only.includes(name)) : stage))
        .filter((stage) => stage.length > 0);
    if (stages.length <= MAX_STAGES)
        return stages;
    throw new runtime/* UserError */.yo(`the promotion order has ${stages.length} stages; at most ${MAX_STAGES} can be run`, {
        where: stages.map((stage) => stage.join(' + ')).join(' > '),
        mend: 'let environments share a stage (the same "after"), or name some with the input "environments"',
    });
}
/** What a chosen environment comes after must be chosen too, or have the release already. */
function requirePrerequisites(config, stages, states, release) {
    const chosen = new Set(stages.flat());
    const lines = [];
    for (const name of chosen) {
        for (const before of config.environments[name]?.after ?? []) {
            const state = states.get(before);
            if (chosen.has(before) || isLive(state, release))
                continue;
            const now = state?.live ? `has ${state.live.version}` : 'has no release';
            lines.push(`"${name}" comes after "${before}", which ${now}, not ${release.version}`);
        }
    }
    if (lines.length === 0)
        return;
    throw new runtime/* UserError */.yo(lines.join('\n'), {
        where: 'input "environments"',
        mend: 'add the missing environments to the list, or promote the release to them first',
    });
}

;// CONCATENATED MODULE: ./.build/actions/plan/src/promotion.js

/** Pure: from what was read to the plan. */
function assemble(config, release, stages, states, distance) {
    const planned = stages.map((stage) => stage.flatMap((name) => {
        const environment = config.environments[name];
        return environment ? [planOf(name, environment, release, states.get(name), distance)] : [];
    }));
    const chosen = new Set(stages.flat());
    return {
        app: config.app,
        version: release.version,
        tag: release.tag,
        commit: release.commit,
        because: release.because,
        previous: release.previous?.version ?? null,
        changes: release.changes,
        skipped: release.skipped,
        stages: planned,
        hasChanges: planned.flat().some(({ change }) => change !== 'none'),
        complete: Object.keys(config.environments).every((name) => chosen.has(name) || isLive(states.get(name), release)),
    };
}
function planOf(name, environment, release, state, distance) {
    const strategy = environment.strategy?.type ?? 'blue-green';
    const live = state?.live;
    const commits = live ? distance(live.commit) : null;
    const change = isLive(state, release) ? 'none' : live ? 'update' : 'first';
    return {
        environment: name,
        strategy,
        action: strategy === 'canary' ? 'canary' : 'deploy',
        // Nothing changes where the release is live already: there is nothing to protect the data from.
        backup: environment.backup !== undefined && change !== 'none',
        url: urlOf(environment),
        after: environment.after ?? [],
        live: live ? { version: live.version, commit: live.commit, at: live.at } : null,
        change,
        commits,
        remarks: remarksOf(state, release, commits),
    };
}
function urlOf({ url, target }) {
    if (url)
        return url;
    return target.type === 'process' ? `http://127.0.0.1:${target.config.port}` : '';
}
function remarksOf(state, release, commits) {
    const remarks = [];
    if (state?.rollout) {
        const { release: inFlight, intent } = state.rollout;
        remarks.push(`a rollout of ${inFlight.version} is in flight (${intent}); the deployment resumes or ends it`);
    }
    if (commits?.behind) {
        const lost = `${commits.behind} commit${commits.behind > 1 ? 's' : ''}`;
        remarks.push(`leaves out ${lost} of ${state?.live?.version ?? 'what is live'}, which is live`);
    }
    const stopped = state?.lastStopped;
    if (stopped?.release.commit === release.commit) {
        remarks.push(`this commit was stopped here on ${stopped.at}: ${stopped.why}`);
    }
    return remarks;
}
function matrixEntry({ environment, strategy, action, backup, url }) {
    return { environment, strategy, action, backup, url };
}

;// CONCATENATED MODULE: ./.build/actions/plan/src/report.js
/** The plan in the log, a line an environment. */
function logPlan(plan, log) {
    log.info(`${plan.app} ${plan.version} (${plan.commit.slice(0, 7)}): ${plan.because}`);
    for (const [i, stage] of plan.stages.entries()) {
        for (const entry of stage) {
            log.info(`  stage ${i + 1}  ${entry.environment}: ${changeOf(entry, plan)} by ${entry.strategy}`);
        }
    }
    for (const { sha, title, why } of plan.skipped)
        log.info(`  left out ${sha.slice(0, 7)} ${title}: ${why}`);
    for (const entry of plan.stages.flat()) {
        for (const remark of entry.remarks)
            log.warning(`${entry.environment}: ${remark}`);
    }
}
/** The plan as a page: a picture of the order, the table, what the release brings. */
function summarize(plan, notes, summary) {
    summary.heading(`${plan.app} ${plan.version}`);
    summary.paragraph(`Commit \`${plan.commit.slice(0, 7)}\`: ${plan.because}. ${plan.hasChanges ? '' : 'Every environment of this plan has the release already.'}`.trim());
    summary.code(flowchart(plan), 'mermaid');
    summary.table(['Stage', 'Environment', 'Change', 'Commits', 'Strategy', 'Backup'], plan.stages.flatMap((stage, i) => stage.map((entry) => [
        String(i + 1),
        entry.url ? `[${entry.environment}](${entry.url})` : entry.environment,
        changeOf(entry, plan),
        distanceOf(entry),
        entry.strategy,
        entry.backup ? 'yes' : '',
    ])));
    const remarks = plan.stages
        .flat()
        .flatMap(({ environment, remarks }) => remarks.map((remark) => `- **${environment}**: ${remark}`));
    if (remarks.length)
        summary.paragraph(remarks.join('\n'));
    summary.details(`What ${plan.version} brings${plan.previous ? ` since ${plan.previous}` : ''}`, notes);
}
function changeOf({ live, change }, { version, commit }) {
    if (change === 'first' || !live)
        return `first release: ${version}`;
    if (change === 'none')
        return `${version}, live already`;
    if (live.version === version) {
        return `${version} (${live.commit.slice(0, 7)}) -> ${version} (${commit.slice(0, 7)})`;
    }
    return `${live.version} -> ${version}`;
}
function distanceOf({ live, commits }) {
    if (!live)
        return '';
    if (!commits)
        return 'unknown';
    const { ahead, behind } = commits;
    return [ahead || !behind ? `${ahead}` : '', behind ? `back ${behind}` : ''].filter(Boolean).join(', ');
}
/** Names are safe in mermaid: they are lower-case letters, digits and "-". */
function flowchart(plan) {
    const entries = plan.stages.flat();
    const id = (name) => `e${entries.findIndex(({ environment }) => environment === name)}`;
    const lines = ['flowchart LR'];
    for (const entry of entries) {
        lines.push(`  ${id(entry.environment)}["${entry.environment}<br/>${changeOf(entry, plan)}"]`);
    }
    for (const entry of entries) {
        for (const before of entry.after) {
            if (entries.some(({ environment }) => environment === before)) {
                lines.push(`  ${id(before)} --> ${id(entry.environment)}`);
            }
        }
    }
    return lines.join('\n');
}

;// CONCATENATED MODULE: ./.build/actions/plan/src/run.js







const MAX_CHANGES = 300;
async function run(inputs, ports) {
    const plan = await makePlan(inputs, ports);
    logPlan(plan, ports.log);
    summarize(plan, notesOf(plan, ports), ports.summary);
    return {
        plan: JSON.stringify(forOutput(plan)),
        stages: JSON.stringify(plan.stages.map((stage) => stage.map(matrixEntry))),
        stageCount: String(plan.stages.length),
        version: plan.version,
        tag: plan.tag,
        commit: plan.commit,
        app: plan.app,
        hasChanges: String(plan.hasChanges),
        complete: String(plan.complete),
    };
}
/** An output holds 1 MB: a long history is cut, and `changeCount` tells how long it was. */
function forOutput({ skipped, changes, ...plan }) {
    return {
        ...plan,
        changes: changes.slice(0, MAX_CHANGES),
        changeCount: changes.length,
        skippedCount: skipped.length,
    };
}
/** Reads the file, the history and the ledger; changes nothing. The command line uses it too. */
async function makePlan({ config: path, revision, environments, version, token }, ports) {
    const { config, file } = await loadConfig(ports, path);
    ports.log.debug(`configuration: ${file}`);
    const stages = selectStages(config, environments);
    const release = await planRelease(ports, { revision, config: config.release, version });
    await requireFreeTag(release, ports);
    const { backend, prefix } = config.ledger;
    const ledger = await openLedger({ backend, prefix, app: config.app, token, ports });
    const states = new Map();
    // All environments, also those that are not chosen: they tell whether the order is kept.
    await Promise.all(Object.keys(config.environments).map(async (name) => {
        states.set(name, await ledger.read(name));
    }));
    requirePrerequisites(config, stages, states, release);
    const distances = await measure(ports, states, release.commit);
    return assemble(config, release, stages, states, (live) => distances.get(live) ?? null);
}
/** Found at the end of a promotion it would be too late: the version is on another commit already. */
async function requireFreeTag({ tag, commit, version }, ports) {
    const there = await git_revParse(ports, `refs/tags/${tag}`);
    if (there === undefined || there === commit)
        return;
    throw new runtime/* UserError */.yo(`${version} is taken: tag ${tag} stands on commit ${there.slice(0, 7)}, not on ${commit.slice(0, 7)}`, {
        where: 'tags of the repository',
        mend: 'promote a commit after the tag or the tagged commit itself, or give another version; to go back, use the rollback action',
    });
}
async function measure(ports, states, commit) {
    const live = new Set([...states.values()].flatMap((state) => state.live?.commit ?? []));
    const distances = new Map();
    for (const from of live) {
        const ahead = await countCommits(ports, from, commit);
        const behind = await countCommits(ports, commit, from);
        distances.set(from, ahead === undefined || behind === undefined ? null : { ahead, behind });
    }
    return distances;
}
function notesOf(plan, { context }) {
    const { serverUrl, repository } = context;
    const repositoryUrl = serverUrl && repository ? `${serverUrl}/${repository.owner}/${repository.repo}` : undefined;
    // No link to the comparison: the tag is made at the end of the promotion.
    return renderNotes({ changes: plan.changes, previous: undefined, tag: plan.tag }, { repositoryUrl });
}


/***/ }),

/***/ 8317:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  QP: () => (/* reexport */ defineAction),
  hF: () => (/* reexport */ input),
  TL: () => (/* reexport */ parseInputs),
  _y: () => (/* reexport */ secretInputs)
});

// UNUSED EXPORTS: renderActionYaml, renderReadme

;// CONCATENATED MODULE: ./.build/packages/action/define.js
function input(kind, options) {
    return { kind, required: false, ...options };
}
/** Checks the declaration itself: a default that its own kind refuses is a mistake of ours. */
function defineAction(definition) {
    for (const [name, { kind, default: text }] of Object.entries(definition.inputs)) {
        if (text === undefined || isExpression(text))
            continue;
        const problems = [];
        kind.read(kind.fromText ? kind.fromText(text) : text, [name], (problem) => problems.push(problem));
        if (problems[0])
            throw new TypeError(`${definition.name}: default of "${name}": ${problems[0].message}`);
    }
    return definition;
}
function isExpression(text) {
    return text.includes('${{');
}

// EXTERNAL MODULE: ./.build/packages/schema/index.js + 8 modules
var schema = __nccwpck_require__(530);
;// CONCATENATED MODULE: ./.build/packages/action/parse.js


/** Reads every input strictly and reports all problems together. */
function parseInputs(definition, raw) {
    const problems = [];
    const warnings = [];
    const inputs = {};
    for (const [name, declared] of Object.entries(definition.inputs)) {
        const text = given(name, declared, raw, warnings);
        if (text === undefined) {
            // A default that is an expression comes from the runner; its absence is an absent input.
            if (declared.required || declared.default !== undefined) {
                problems.push({ input: name, message: `is missing: ${declared.description}` });
            }
            continue;
        }
        const { kind } = declared;
        const value = kind.read(kind.fromText ? kind.fromText(text) : text, [], (problem) => problems.push({ input: name, message: describe(problem) }));
        if (value !== undefined)
            inputs[(0,schema/* camelCase */.xQ)(name)] = value;
    }
    if (problems.length)
        return { ok: false, problems, warnings };
    return { ok: true, inputs: inputs, warnings };
}
function given(name, declared, raw, warnings) {
    const own = raw.get(name.toLowerCase());
    if (own)
        return own;
    for (const old of declared.deprecated ?? []) {
        const text = raw.get(old.toLowerCase());
        if (!text)
            continue;
        warnings.push({ input: old, message: `is deprecated: use "${name}"` });
        return text;
    }
    return declared.default !== undefined && !isExpression(declared.default) ? declared.default : undefined;
}
function describe({ path, message }) {
    return path.length ? `${(0,schema/* showPath */.P8)(path)}: ${message}` : message;
}
/** The texts of all secret inputs, to be masked before anything is printed; errors included. */
function secretInputs(definition, raw) {
    return Object.entries(definition.inputs)
        .filter(([, { kind }]) => kind.secret)
        .flatMap(([name, { kind, deprecated }]) => {
        const texts = [name, ...(deprecated ?? [])].map((known) => raw.get(known.toLowerCase()) ?? '');
        // Of a list or map each entry is a secret of its own.
        return texts.flatMap((text) => [text, ...(kind.fromText ? partsOf(kind.fromText(text)) : [])]);
    })
        .filter((text) => text !== '');
}
function partsOf(value) {
    if (typeof value === 'string')
        return [value];
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap(partsOf) : [];
}

// EXTERNAL MODULE: ./node_modules/js-yaml/dist/js-yaml.mjs
var js_yaml = __nccwpck_require__(3243);
;// CONCATENATED MODULE: ./.build/packages/action/render.js

const GENERATED = 'Generated from src/definition.ts by `npm run generate`. Do not edit.';
/** `action.yml` of a JavaScript action whose bundle is `dist/<name>/index.js`, seen from `folder`. */
function renderActionYaml(definition, distFromHere) {
    const folder = `${distFromHere}/${definition.name}`;
    const [main, post] = [`${folder}/index.js`, `${folder}/post.js`];
    const document = {
        name: definition.title,
        description: definition.description,
        author: 'Fairway',
        branding: { icon: definition.icon, color: definition.color },
        inputs: Object.fromEntries(Object.entries(definition.inputs).flatMap(([name, declared]) => [
            [name, inputEntry(declared)],
            ...(declared.deprecated ?? []).map((old) => [
                old,
                { description: `Former name of ${name}.`, deprecationMessage: `Use "${name}".`, required: false },
            ]),
        ])),
        outputs: Object.fromEntries(Object.entries(definition.outputs).map(([name, description]) => [name, { description }])),
        runs: { using: 'node24', main, ...(definition.post ? { post } : {}) },
    };
    return `# ${GENERATED}\n${dump(document, { lineWidth: 110 })}`;
}
function inputEntry({ description, kind, required, default: text }) {
    return {
        description: `${description} (${kind.name})`,
        required: required && text === undefined,
        ...(text === undefined ? {} : { default: text }),
    };
}
/** The README of an action: what it is, how to use it, and the tables of inputs and outputs. */
function renderReadme(definition) {
    const inputs = Object.entries(definition.inputs).map(([name, declared]) => row(`\`${name}\``, declared.kind.name, shownDefault(declared), note(declared)));
    const outputs = Object.entries(definition.outputs).map(([name, text]) => row(`\`${name}\``, text));
    return [
        `<!-- ${GENERATED} -->`,
        `# ${definition.title}`,
        definition.description,
        ...(definition.details ? [definition.details.trim()] : []),
        '## Inputs',
        [row('Input', 'Kind', 'Default', 'Description'), '| --- | --- | --- | --- |', ...inputs].join('\n'),
        '## Outputs',
        [row('Output', 'Description'), '| --- | --- |', ...outputs].join('\n'),
    ]
        .join('\n\n')
        .concat('\n');
}
function shownDefault({ required, default: text }) {
    if (text !== undefined)
        return `\`${text}\``;
    return required ? '**required**' : '';
}
function note({ description, deprecated }) {
    return deprecated?.length
        ? `${description} Formerly ${deprecated.map((d) => `\`${d}\``).join(', ')}.`
        : description;
}
const row = (...cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;

;// CONCATENATED MODULE: ./.build/packages/action/index.js





/***/ }),

/***/ 1781:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Bu: () => (/* binding */ parseState),
/* harmony export */   D4: () => (/* binding */ decode),
/* harmony export */   LM: () => (/* binding */ corrupted),
/* harmony export */   j9: () => (/* binding */ pretty),
/* harmony export */   lF: () => (/* binding */ encode),
/* harmony export */   yx: () => (/* binding */ SCHEMA)
/* harmony export */ });
/* harmony import */ var _fairway_runtime__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6621);

const SCHEMA = 1;
const EVENT = 'Fairway-Event: ';
const STATE = 'Fairway-State: ';
const ID = 'Fairway-Id: ';
/** `id` is unique: without it two writers with the same words in the same second would make one commit. */
function encode(event, state, id) {
    const words = printable(event.message) || event.type;
    const trailers = [`${ID}${id}`, EVENT + JSON.stringify(event), STATE + JSON.stringify(state)];
    return {
        message: `${words}\n\n${trailers.join('\n')}\n`,
        files: { 'event.json': pretty(event), 'state.json': pretty(state) },
    };
}
const pretty = (value) => `${JSON.stringify(value, undefined, 2)}\n`;
/** `where`: the ref and the commit, for messages. */
function decode(message, where) {
    // The last line wins: words of the message that look like a trailer stand above ours.
    const trailer = (name) => message.split('\n').findLast((line) => line.startsWith(name));
    const state = trailer(STATE)?.slice(STATE.length);
    const event = trailer(EVENT)?.slice(EVENT.length);
    if (state === undefined || event === undefined)
        throw corrupted(where, 'it is not an event of Fairway');
    return { state: parseState(state, where), event: parseJson(event, where, 'event') };
}
/** Throws UserError for JSON that is broken, not a state, or written by a newer Fairway. */
function parseState(text, where) {
    const state = parseJson(text, where, 'state');
    const schema = typeof state === 'object' ? state?.schema : undefined;
    if (typeof schema === 'number' && schema > SCHEMA) {
        throw new _fairway_runtime__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the ledger was written by a newer Fairway (schema ${schema}; this one: ${SCHEMA})`, {
            where,
            mend: 'update Fairway to the version that the other jobs of this app use',
        });
    }
    if (!state || schema !== SCHEMA || typeof state.sequence !== 'number') {
        throw corrupted(where, 'the state lacks its schema or sequence');
    }
    return state;
}
function parseJson(text, where, name) {
    try {
        return JSON.parse(text);
    }
    catch (error) {
        throw corrupted(where, `the ${name} is not JSON: ${error.message}`);
    }
}
function corrupted(where, why) {
    return new _fairway_runtime__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the ledger's newest entry cannot be used: ${why}`, {
        where,
        mend: 'look at it with `git show`, and move the ref back to its last good commit with `git update-ref`',
    });
}
const printable = (text) => [...text]
    .filter((character) => character === '\n' || character >= ' ')
    .join('')
    .trim();


/***/ }),

/***/ 2743:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ LedgerConflict)
/* harmony export */ });
/** The head moved between the read and the append. Nothing was written. */
class LedgerConflict extends Error {
    name = 'LedgerConflict';
}


/***/ }),

/***/ 9910:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Gd: () => (/* binding */ InternalError),
/* harmony export */   Hi: () => (/* binding */ RemoteError),
/* harmony export */   Qd: () => (/* binding */ CommandError),
/* harmony export */   Uc: () => (/* binding */ describeError),
/* harmony export */   yo: () => (/* binding */ UserError)
/* harmony export */ });
/* unused harmony export GateError */
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


/***/ }),

/***/ 6621:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Qd: () => (/* reexport */ errors/* CommandError */.Qd),
  IF: () => (/* reexport */ Coprocess),
  Hi: () => (/* reexport */ errors/* RemoteError */.Hi),
  yo: () => (/* reexport */ errors/* UserError */.yo),
  UY: () => (/* reexport */ connectGitHub),
  L5: () => (/* reexport */ retry),
  Cs: () => (/* reexport */ runAction)
});

// UNUSED EXPORTS: ENVIRONMENT, GateError, InternalError, Redactor, Secrets, Summary, atomicWrite, context, describeError, memoryLog, printed, systemClock, systemExec, systemFiles, systemHttp, systemPorts, workflowLog

;// CONCATENATED MODULE: external "node:timers/promises"
const promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");
;// CONCATENATED MODULE: ./.build/packages/runtime/clock.js

/** A timer takes no more (25 days) and would end at once. */
const LONGEST = 2 ** 31 - 1;
const systemClock = {
    now: Date.now,
    async sleep(ms, signal) {
        try {
            let left = ms;
            do {
                await (0,promises_namespaceObject.setTimeout)(Math.min(left, LONGEST), undefined, signal ? { signal } : {});
                left -= LONGEST;
            } while (left > 0);
        }
        catch (error) {
            throw signal?.aborted ? signal.reason : error;
        }
    },
};

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");
;// CONCATENATED MODULE: ./.build/packages/runtime/environment.js
/**
 * Every environment variable Fairway reads, in one place. Only this package touches `process.env`;
 * `docs/environment.md` is generated from this list.
 */
const ENVIRONMENT = {
    ACTIONS_ID_TOKEN_REQUEST_URL: 'Set when the job has `id-token: write`; then provenance can be signed.',
    AWS_ACCESS_KEY_ID: 'Credentials for CloudWatch, as aws-actions/configure-aws-credentials sets them.',
    AWS_REGION: 'Region for CloudWatch, unless the config names one.',
    AWS_SECRET_ACCESS_KEY: 'Credentials for CloudWatch; masked.',
    AWS_SESSION_TOKEN: 'Credentials for CloudWatch; masked.',
    DOCKER_CONFIG: 'Folder of the Docker config that holds registry credentials. Default: `~/.docker`.',
    FAIRWAY_HOME: 'Where targets of this machine keep their state, images and logs. Default: `~/.local/state/fairway`.',
    GITHUB_ACTION_PATH: 'Folder of the action that runs.',
    GITHUB_ACTOR: 'Who started the run; recorded in the ledger.',
    GITHUB_API_URL: 'Base URL of the REST API. Without it the ledger and releases use plain git.',
    GITHUB_ARTIFACTS: 'File that takes the artifacts a step has made, for linked artifacts (runner 2.336.0 or newer).',
    GITHUB_EVENT_NAME: 'Event that started the run.',
    GITHUB_EVENT_PATH: 'JSON file with the payload of the event.',
    GITHUB_JOB: 'Id of the job.',
    GITHUB_OUTPUT: 'File that takes outputs.',
    GITHUB_REF: 'Full ref that started the run.',
    GITHUB_REPOSITORY: 'owner/name.',
    GITHUB_RUN_ATTEMPT: 'Attempt of the run, from 1.',
    GITHUB_RUN_ID: 'Id of the run; the owner of locks.',
    GITHUB_SERVER_URL: 'Base URL of the web pages, for links.',
    GITHUB_SHA: 'Commit that started the run.',
    GITHUB_STATE: 'File that takes what the post step needs.',
    GITHUB_STEP_SUMMARY: 'File that takes the job summary.',
    GITHUB_WORKFLOW_REF: 'Path and ref of the workflow; named in the provenance.',
    GITHUB_WORKSPACE: 'Folder of the checkout; paths are relative to it.',
    HOME: 'Home folder of the user.',
    RUNNER_DEBUG: '`1` prints debug lines.',
    RUNNER_TEMP: 'Folder for temporary files; emptied by the runner after each job.',
    XDG_STATE_HOME: 'Base of the default FAIRWAY_HOME.',
};
/** The value, or undefined when unset or empty. */
function variable(name, env = process.env) {
    return env[name] || undefined;
}
/** `INPUT_*` as the runner sets them; names in lower case. */
function inputTexts(env = process.env) {
    const texts = new Map();
    for (const [name, text] of Object.entries(env)) {
        if (name.startsWith('INPUT_') && text)
            texts.set(name.slice(6).toLowerCase(), text.trim());
    }
    return texts;
}

// EXTERNAL MODULE: ./.build/packages/runtime/errors.js
var errors = __nccwpck_require__(9910);
;// CONCATENATED MODULE: ./.build/packages/runtime/commands.js




/*
 * The runner's command files. Not @actions/core: its index loads undici for OIDC, which more than doubles
 * the cold start of every action (docs/decisions.md); what needs OIDC imports it lazily.
 */
/** Sets an output. Without GITHUB_OUTPUT (outside of a runner) the value is printed. */
function setOutput(name, value) {
    const path = variable('GITHUB_OUTPUT');
    if (path)
        (0,external_node_fs_namespaceObject.appendFileSync)(path, keyValue(name, value));
    else
        process.stdout.write(`output ${name}=${value}\n`);
}
/** Keeps a value for the post step of the same action. */
function saveState(name, value) {
    const path = variable('GITHUB_STATE');
    if (path)
        (0,external_node_fs_namespaceObject.appendFileSync)(path, keyValue(name, value));
}
function getState(name) {
    return process.env[`STATE_${name}`] || undefined;
}
/** Tells the runner to mask a value in the whole job's log. Harmless outside of a runner. */
function addMask(secret) {
    if (!variable('GITHUB_OUTPUT'))
        return;
    process.stdout.write(`::add-mask::${secret.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')}\n`);
}
/** How long a reader may take for what is still in the pipe, in ms: a cancelled job has about ten seconds. */
const PATIENCE = 5_000;
/** Resolves when everything printed has left. `process.exit()` drops what a slow reader has not taken yet. */
async function printed() {
    let timer;
    const late = new Promise((resolve) => {
        timer = setTimeout(resolve, PATIENCE);
    });
    const streams = [process.stdout, process.stderr];
    const gone = streams.map((stream) => new Promise((resolve) => stream.write('', () => resolve())));
    await Promise.race([Promise.all(gone), late]);
    clearTimeout(timer);
}
/** A heredoc whose delimiter is random, so that no value can close it. */
function keyValue(name, value) {
    const delimiter = `ghadelimiter_${(0,external_node_crypto_.randomUUID)()}`;
    if (value.includes(delimiter))
        throw new errors/* InternalError */.Gd(`the value of ${name} contains its delimiter`);
    return `${name}<<${delimiter}\n${value}\n${delimiter}\n`;
}

;// CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
;// CONCATENATED MODULE: ./.build/packages/runtime/context.js




function context(env = process.env) {
    const get = (name) => variable(name, env);
    const [owner, repo] = (get('GITHUB_REPOSITORY') ?? '').split('/');
    const serverUrl = get('GITHUB_SERVER_URL');
    const runId = get('GITHUB_RUN_ID');
    const home = get('HOME') ?? (0,external_node_os_namespaceObject.homedir)();
    const workflowRef = get('GITHUB_WORKFLOW_REF');
    const artifactsFile = get('GITHUB_ARTIFACTS');
    return {
        workspace: get('GITHUB_WORKSPACE') ?? process.cwd(),
        temp: get('RUNNER_TEMP') ?? (0,external_node_os_namespaceObject.tmpdir)(),
        home: get('FAIRWAY_HOME') ?? (0,external_node_path_.join)(get('XDG_STATE_HOME') ?? (0,external_node_path_.join)(home, '.local', 'state'), 'fairway'),
        dockerConfig: get('DOCKER_CONFIG') ?? (0,external_node_path_.join)(home, '.docker'),
        repository: owner && repo ? { owner, repo } : undefined,
        sha: get('GITHUB_SHA'),
        ref: get('GITHUB_REF'),
        runId,
        runAttempt: Number(get('GITHUB_RUN_ATTEMPT') ?? 1),
        job: get('GITHUB_JOB'),
        actor: get('GITHUB_ACTOR') ?? 'local',
        event: readEvent(get('GITHUB_EVENT_NAME'), get('GITHUB_EVENT_PATH')),
        apiUrl: get('GITHUB_API_URL'),
        serverUrl,
        runUrl: serverUrl && owner && runId ? `${serverUrl}/${owner}/${repo}/actions/runs/${runId}` : undefined,
        ...(artifactsFile ? { artifactsFile } : {}),
        ...(workflowRef ? { workflowRef } : {}),
        idToken: get('ACTIONS_ID_TOKEN_REQUEST_URL') !== undefined,
        ...awsEnvironment(get),
    };
}
function awsEnvironment(get) {
    const given = {
        accessKeyId: get('AWS_ACCESS_KEY_ID'),
        secretAccessKey: get('AWS_SECRET_ACCESS_KEY'),
        sessionToken: get('AWS_SESSION_TOKEN'),
        region: get('AWS_REGION'),
    };
    const aws = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
    return Object.keys(aws).length ? { aws } : {};
}
function readEvent(name, path) {
    if (!name)
        return undefined;
    if (!path)
        return { name, payload: {} };
    try {
        return { name, payload: JSON.parse((0,external_node_fs_namespaceObject.readFileSync)(path, 'utf8')) };
    }
    catch {
        // The runner writes this file; without it the event is only a name.
        return { name, payload: {} };
    }
}

;// CONCATENATED MODULE: external "node:child_process"
const external_node_child_process_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");
;// CONCATENATED MODULE: ./.build/packages/runtime/exec.js


const systemExec = {
    run: (command, args, options = {}) => new Promise((resolve, reject) => {
        const child = (0,external_node_child_process_namespaceObject.spawn)(command, args, {
            stdio: ['pipe', 'pipe', 'pipe'],
            windowsHide: true,
            ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
            env: { ...(options.env ?? ownEnvironment()), ...options.addEnv },
            ...(options.signal && options.grace === undefined ? { signal: options.signal } : {}),
        });
        const gentle = options.grace === undefined ? undefined : endGently(child, options.signal, options.grace);
        const collected = { stdout: '', stderr: '' };
        for (const stream of ['stdout', 'stderr']) {
            child[stream].setEncoding('utf8').on('data', (chunk) => {
                collected[stream] += chunk;
                options.onOutput?.(chunk, stream);
            });
        }
        child.on('error', (error) => {
            gentle?.();
            reject(startError(command, options, error));
        });
        child.on('close', (code) => {
            gentle?.();
            if (gentle && options.signal?.aborted)
                reject(options.signal.reason);
            else if (code !== null && (options.okCodes ?? [0]).includes(code))
                resolve({ ...collected, exitCode: code });
            else
                reject(new errors/* CommandError */.Qd([command, ...args], code, collected.stderr));
        });
        // A child that does not read its input closes the pipe early; its exit code tells the story.
        child.stdin.on('error', () => undefined);
        child.stdin.end(options.input ?? '');
    }),
};
/** The process's environment without the action's inputs (`INPUT_*`): secrets are among them. */
function ownEnvironment() {
    return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^INPUT_/i.test(name)));
}
/** Asks the child to end when the signal comes, and kills it when it does not. Returns what calls that off. */
function endGently(child, signal, grace) {
    let timer;
    const end = () => {
        child.kill('SIGTERM');
        timer = setTimeout(() => child.kill('SIGKILL'), grace);
    };
    if (signal?.aborted)
        end();
    signal?.addEventListener('abort', end, { once: true });
    return () => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', end);
    };
}
function startError(command, { signal, cwd }, error) {
    if (signal?.aborted)
        return signal.reason;
    if (error.code !== 'ENOENT')
        return error;
    return new errors/* UserError */.yo(`${command} could not be started`, {
        mend: `install ${command} and put it on the PATH${cwd ? `, and check that ${cwd} exists` : ''}`,
        cause: error,
    });
}

;// CONCATENATED MODULE: ./.build/packages/runtime/coprocess.js



/**
 * A child process that answers one question after the other (`git cat-file --batch`): starting a process
 * costs milliseconds, asking one microseconds. Started by the first question, and again after it died.
 * While idle it does not keep Node alive; it ends with its standard input.
 */
class Coprocess {
    #argv;
    #addEnv;
    #questions = [];
    #child;
    #output = [];
    #stderr = '';
    constructor(argv, addEnv = {}) {
        this.#argv = argv;
        this.#addEnv = addEnv;
    }
    /** `parse` returns undefined until the output is complete. Rejects with CommandError when the child dies. */
    ask(input, parse) {
        return new Promise((resolve, reject) => {
            this.#questions.push({ input, parse, resolve, reject });
            if (this.#questions.length === 1)
                this.#send();
        });
    }
    #send() {
        const [question] = this.#questions;
        this.#child ??= this.#start();
        this.#hold(question !== undefined);
        if (question)
            this.#child.stdin?.write(question.input);
    }
    #start() {
        const [command, ...args] = this.#argv;
        const child = (0,external_node_child_process_namespaceObject.spawn)(command, args, {
            windowsHide: true,
            env: { ...ownEnvironment(), ...this.#addEnv },
        });
        this.#output = [];
        this.#stderr = '';
        child.stdout.on('data', (chunk) => this.#read(chunk));
        child.stderr.setEncoding('utf8').on('data', (text) => {
            this.#stderr += text;
        });
        child.stdin.on('error', () => undefined);
        child.on('error', (error) => this.#died(child, error));
        child.on('close', (code) => this.#died(child, new errors/* CommandError */.Qd(this.#argv, code, this.#stderr)));
        return child;
    }
    #read(chunk) {
        this.#output.push(chunk);
        const [question] = this.#questions;
        if (!question)
            return;
        try {
            const answer = question.parse(Buffer.concat(this.#output));
            if (answer === undefined)
                return;
            question.resolve(answer);
        }
        catch (error) {
            question.reject(error);
        }
        this.#next();
    }
    #died(child, error) {
        if (child !== this.#child)
            return;
        this.#child = undefined;
        const [question] = this.#questions;
        if (!question)
            return;
        question.reject(error);
        this.#next();
    }
    #next() {
        this.#questions.shift();
        this.#output = [];
        if (this.#questions.length > 0)
            this.#send();
        else
            this.#hold(false);
    }
    /** Holds Node alive while a question is open, and not a moment longer. */
    #hold(on) {
        const child = this.#child;
        if (!child)
            return;
        const streams = [child.stdin, child.stdout, child.stderr];
        for (const handle of [child, ...streams]) {
            if (on)
                handle?.ref();
            else
                handle?.unref();
        }
    }
}

;// CONCATENATED MODULE: external "node:fs/promises"
const external_node_fs_promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");
;// CONCATENATED MODULE: ./.build/packages/runtime/files.js



const systemFiles = {
    async read(path) {
        try {
            return await (0,external_node_fs_promises_namespaceObject.readFile)(path, 'utf8');
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
    await (0,external_node_fs_promises_namespaceObject.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
    const beside = `${path}.${(0,external_node_crypto_.randomBytes)(6).toString('hex')}.tmp`;
    try {
        const file = await (0,external_node_fs_promises_namespaceObject.open)(beside, 'wx', 0o600);
        try {
            await file.writeFile(content);
            await file.sync();
        }
        finally {
            await file.close();
        }
        await (0,external_node_fs_promises_namespaceObject.rename)(beside, path);
    }
    catch (error) {
        await (0,external_node_fs_promises_namespaceObject.rm)(beside, { force: true });
        throw error;
    }
}

;// CONCATENATED MODULE: ./.build/packages/runtime/github.js

/** Loaded only when a request is made: Octokit would double an action's cold start. */
async function connectGitHub({ apiUrl, token, http, repository }) {
    const { getOctokit } = await __nccwpck_require__.e(/* import() */ 413).then(__nccwpck_require__.bind(__nccwpck_require__, 2413));
    const octokit = getOctokit(token, {
        baseUrl: apiUrl,
        request: { fetch: (url, init) => http.fetch(url, asOptions(init)) },
        log: { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined },
    });
    const request = octokit.request.defaults(repository);
    request.endpoint.DEFAULTS.baseUrl = apiUrl;
    octokit.hook.error('request', (error) => {
        throw explain(error);
    });
    return { ...repository, request };
}
/** Whole: Octokit takes a body that breaks off for an empty one. */
function asOptions({ signal, ...init }) {
    return { ...init, whole: true, ...(signal ? { signal } : {}) };
}
function explain(error) {
    if (!(error instanceof Error) || !('status' in error))
        return error;
    const status = Number(error.status);
    const where = error.request;
    const place = where ? `${where.method} ${where.url}` : 'GitHub API';
    if (status === 401) {
        return new errors/* UserError */.yo('GitHub refused the token', {
            where: place,
            mend: 'pass a valid token',
            cause: error,
        });
    }
    // Octokit calls whatever kept it from an answer a 500.
    const { response, cause: fault } = error;
    if (!response) {
        const [why, mend] = fault instanceof errors/* RemoteError */.Hi ? [fault.message, fault.mend] : [error.message, 'try again'];
        return new errors/* RemoteError */.Hi(why, { where: place, mend: mend ?? 'try again', retryable: true, cause: error });
    }
    const limited = status === 429 ||
        response.headers['x-ratelimit-remaining'] === '0' ||
        response.headers['retry-after'] !== undefined;
    return new errors/* RemoteError */.Hi(`GitHub answered ${status}: ${error.message}`, {
        status,
        where: place,
        mend: mendOf(status, limited),
        retryable: status >= 500 || status === 429,
        cause: error,
    });
}
function mendOf(status, limited) {
    if (limited && status < 500) {
        return "the token's limit of requests is used up: run again later, or start fewer jobs at once";
    }
    return status === 403 || status === 404
        ? 'check that the repository exists and that the job has the permission this needs'
        : "try again; if it stays, look at GitHub's status page";
}

;// CONCATENATED MODULE: ./.build/packages/runtime/idle-limit.js
/** A timer takes no more. */
const idle_limit_LONGEST = 2 ** 31 - 1;
/**
 * Aborts a request that is silent for too long: before its headers, and in any pause of its body. A long
 * download that goes on is never cut.
 */
class IdleLimit {
    /** For the request: the limit, or the caller's own signal. */
    signal;
    #controller = new AbortController();
    #ms;
    #timer;
    constructor(ms, outer) {
        this.#ms = ms;
        this.signal = outer ? AbortSignal.any([outer, this.#controller.signal]) : this.#controller.signal;
    }
    /** The response, with a body that keeps the limit while it is read. */
    async holds(request) {
        this.#wind();
        try {
            const response = await request;
            return response.body ? this.#watched(response, response.body) : response;
        }
        finally {
            clearTimeout(this.#timer);
        }
    }
    #wind() {
        clearTimeout(this.#timer);
        const late = () => this.#controller.abort(new DOMException('timed out', 'TimeoutError'));
        this.#timer = setTimeout(late, Math.min(this.#ms, idle_limit_LONGEST));
    }
    /** Time counts only while the reader waits: a slow reader is not a silent server. */
    #watched(response, body) {
        const reader = body.getReader();
        const pull = async (controller) => {
            this.#wind();
            try {
                const { done, value } = await reader.read();
                if (done)
                    controller.close();
                else
                    controller.enqueue(value);
            }
            finally {
                clearTimeout(this.#timer);
            }
        };
        const source = { pull, cancel: (reason) => reader.cancel(reason) };
        return withBody(response, new ReadableStream(source, { highWaterMark: 0 }));
    }
}
/** Reads the body now, so that its faults come with the request's. */
async function whole(response) {
    return response.body ? withBody(response, await response.arrayBuffer()) : response;
}
function withBody(response, body) {
    const { status, statusText, headers, url, redirected } = response;
    const same = new Response(body, { status, statusText, headers });
    return Object.defineProperties(same, { url: { value: url }, redirected: { value: redirected } });
}

;// CONCATENATED MODULE: ./.build/packages/runtime/retry.js
const DEFAULT_RETRY = { deadline: 60_000, firstPause: 250, maxPause: 15_000 };
/**
 * Tries until it works, `judge` says the error is final, or the next pause would pass the deadline; then
 * throws the last error. A pause the server asked for (`after`) is kept, never shortened.
 */
async function retry(attempt, judge, { clock, signal, policy = DEFAULT_RETRY }) {
    const end = clock.now() + policy.deadline;
    for (let tries = 1;; tries++) {
        signal?.throwIfAborted();
        try {
            return await attempt(tries);
        }
        catch (error) {
            const verdict = judge(error);
            if (!verdict)
                throw error;
            const ceiling = Math.min(policy.maxPause, policy.firstPause * 2 ** (tries - 1));
            // Never below the back-off: `Retry-After: 0` must not become a tight loop.
            const pause = Math.max(verdict.after ?? 0, ceiling * (0.5 + Math.random() / 2));
            if (clock.now() + pause > end)
                throw error;
            await clock.sleep(pause, signal);
        }
    }
}

;// CONCATENATED MODULE: external "node:https"
const external_node_https_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __nccwpck_require__(7075);
;// CONCATENATED MODULE: ./.build/packages/runtime/tls-fetch.js


const WITHOUT_BODY = [204, 205, 304];
/**
 * `fetch` for a service with a private authority, or one that wants a client certificate: `fetch` itself takes
 * neither. Bodies are text; redirects are answers.
 */
async function tlsFetch(url, init, tls) {
    const { method, headers, body } = init;
    if (url.protocol !== 'https:')
        throw new TypeError(`${url.protocol} has no certificates: https is needed`);
    // Of fetch's own class, so that a form gets its content type.
    const given = new Request(url, { method: method ?? 'GET', headers: headers ?? {}, body: body ?? null });
    const text = body ? Buffer.from(await given.arrayBuffer()) : undefined;
    const signal = init.signal ?? undefined;
    return await new Promise((resolve, reject) => {
        const sent = (0,external_node_https_namespaceObject.request)(url, {
            ...tls,
            rejectUnauthorized: true,
            method: given.method,
            headers: { ...Object.fromEntries(given.headers), ...(text ? { 'content-length': text.length } : {}) },
            agent: false,
            ...(signal ? { signal } : {}),
        }, (answer) => {
            const status = answer.statusCode ?? 0;
            const received = new Headers();
            for (const [name, value] of Object.entries(answer.headersDistinct)) {
                for (const one of value ?? [])
                    received.append(name, one);
            }
            // The kinds of stream differ in type only.
            const stream = external_node_stream_.Readable.toWeb(answer);
            const response = new Response(WITHOUT_BODY.includes(status) ? null : stream, {
                status,
                statusText: answer.statusMessage ?? '',
                headers: received,
            });
            resolve(Object.defineProperty(response, 'url', { value: url.href }));
        });
        sent.on('error', (error) => reject(signal?.aborted ? signal.reason : error));
        sent.end(text);
    });
}

;// CONCATENATED MODULE: ./.build/packages/runtime/http.js




const IDEMPOTENT = new Set(['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS']);
const PASSING = new Set([408, 425, 429, 500, 502, 503, 504]);
class PassingStatus extends Error {
    response;
    constructor(response) {
        super(`HTTP ${response.status}`);
        this.response = response;
    }
}
function systemHttp(clock) {
    return { fetch: (url, options = {}) => fetchWithRetry(clock, new URL(url), options) };
}
async function fetchWithRetry(clock, url, options) {
    const { retry: policy, timeout = 30_000, signal, whole: entire, tls, ...init } = options;
    const method = (init.method ?? 'GET').toUpperCase();
    const again = policy !== false && (policy !== undefined || IDEMPOTENT.has(method));
    // A stream is used up by the first try.
    const anew = policy !== false && !(init.body instanceof ReadableStream);
    try {
        return await retry(async () => {
            const limit = new IdleLimit(timeout, signal);
            const limited = { ...init, signal: limit.signal };
            const answer = await limit.holds(tls ? tlsFetch(url, limited, tls) : fetch(url, limited));
            const response = entire ? await whole(answer) : answer;
            const passing = isLimited(response) ? anew : again && PASSING.has(response.status);
            if (passing)
                throw new PassingStatus(response);
            return response;
        }, (error) => {
            if (signal?.aborted)
                return undefined;
            if (error instanceof PassingStatus)
                return retryAfter(error.response, clock.now());
            return again ? {} : undefined;
        }, { clock, ...(signal ? { signal } : {}), policy: policy || DEFAULT_RETRY });
    }
    catch (error) {
        if (error instanceof PassingStatus)
            return error.response;
        if (signal?.aborted)
            throw signal.reason;
        throw noAnswer(method, url, error);
    }
}
function noAnswer(method, url, cause) {
    const place = `${url.origin}${url.pathname}`;
    return new errors/* RemoteError */.Hi(`${method} ${place}: no answer (${reasonOf(cause)})`, {
        where: place,
        mend: 'check that the service is up and can be reached from this machine',
        retryable: true,
        cause,
    });
}
/** Refused unread: 429, or the 403 with which GitHub tells of its rate limits, the secondary ones too. */
function isLimited({ status, headers }) {
    if (status !== 403)
        return status === 429;
    return headers.has('retry-after') || headers.get('x-ratelimit-remaining') === '0';
}
/** `Retry-After` in seconds or as a date; GitHub's `x-ratelimit-reset` when the quota is used up. */
function retryAfter(response, now) {
    const header = response.headers.get('retry-after');
    if (header !== null) {
        const ms = /^\d+$/.test(header) ? Number(header) * 1_000 : Date.parse(header) - now;
        if (Number.isFinite(ms))
            return { after: Math.max(0, ms) };
    }
    const reset = response.headers.get('x-ratelimit-reset');
    if (isLimited(response) && reset !== null && response.headers.get('x-ratelimit-remaining') === '0') {
        return { after: Math.max(0, Number(reset) * 1_000 - now) };
    }
    return {};
}
function reasonOf(error) {
    if (!(error instanceof Error))
        return String(error);
    if (error.name === 'TimeoutError')
        return 'timed out';
    const { cause } = error;
    return cause instanceof Error
        ? cause.message || String(cause.code)
        : error.message;
}

// EXTERNAL MODULE: ./.build/packages/action/index.js + 3 modules
var action = __nccwpck_require__(8317);
;// CONCATENATED MODULE: ./.build/packages/runtime/log.js
/** The runner keeps this many annotations per type and step, and this many characters of each. */
const ANNOTATIONS = 10;
const ANNOTATION_LENGTH = 4096;
/** Writes workflow commands, redacted. Annotations past the platform's limit become plain lines. */
function workflowLog(redactor, write) {
    const used = { notice: 0, warning: 0, error: 0 };
    const line = (text) => {
        // A command in the text would be obeyed: `::` at the start of a line, `##[` anywhere in it. A carriage
        // return starts a line for the runner too.
        for (const part of redactor.redact(text).split(/\r\n|\r|\n/))
            write(part.replace(/^([\s\u0085]*)::/, '$1\u200b::').replaceAll('##[', '##\u200b['));
    };
    const annotate = (level) => (text, place = {}) => {
        if (++used[level] > ANNOTATIONS)
            return line(`${level}: ${text}`);
        const redacted = redactor.redact(text);
        const short = redacted.length > ANNOTATION_LENGTH
            ? `${redacted.slice(0, ANNOTATION_LENGTH - 20)}... (see the log)`
            : redacted;
        write(`::${level}${properties(place, redactor)}::${escapeData(short)}`);
        if (short !== redacted)
            line(redacted);
    };
    return {
        info: line,
        debug: (text) => write(`::debug::${escapeData(redactor.redact(text))}`),
        notice: annotate('notice'),
        warning: annotate('warning'),
        error: annotate('error'),
        async group(title, body) {
            write(`::group::${escapeData(redactor.redact(title))}`);
            try {
                return await body();
            }
            finally {
                write('::endgroup::');
            }
        },
    };
}
function properties({ title, file, line, column }, redactor) {
    const pairs = Object.entries({ title, file, line, col: column }).filter(([, value]) => value !== undefined);
    const text = pairs
        .map(([key, value]) => `${key}=${escapeProperty(redactor.redact(String(value)))}`)
        .join(',');
    return text ? ` ${text}` : '';
}
const escapeData = (text) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapeProperty = (text) => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
/** Keeps the lines: for tests and for callers that print elsewhere. */
function memoryLog() {
    const lines = [];
    const at = (level) => (text) => void lines.push(level ? `${level}: ${text}` : text);
    return {
        lines,
        info: at(''),
        debug: at('debug'),
        notice: at('notice'),
        warning: at('warning'),
        error: at('error'),
        group: (title, body) => {
            lines.push(title);
            return body();
        },
    };
}

;// CONCATENATED MODULE: ./.build/packages/runtime/redact.js
/** Below this length a secret's derived forms would hide ordinary text. */
const MIN_DERIVED = 4;
/**
 * Secrets in every form they travel in: raw, each line of them, base64 at any alignment (as inside
 * `user:password` pairs), URL-encoded, JSON-escaped.
 */
class Secrets {
    #forms;
    constructor(known) {
        this.#forms = new Set(known ? known.#forms : []);
    }
    /** Returns the forms that were new, so that the runner can be told to mask them too. */
    add(secret) {
        if (secret.trim() === '')
            return [];
        const added = formsOf(secret).filter((form) => !this.#forms.has(form));
        for (const form of added)
            this.#forms.add(form);
        return added;
    }
    /** Whether a text holds one, in any form. */
    within(text) {
        return [...this.#forms].some((form) => text.includes(form));
    }
    /** Finds every form, also where two overlap: hiding one must not leave the rest of another. */
    hide(text, shortest = 1) {
        const found = [];
        for (const form of this.#forms) {
            if (form.length < shortest)
                continue;
            for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) {
                found.push([at, at + form.length]);
            }
        }
        if (found.length === 0)
            return text;
        found.sort(([a], [b]) => a - b);
        let hidden = '';
        let end = 0;
        for (const [from, to] of found) {
            if (from >= end)
                hidden += `${text.slice(end, from)}***`;
            end = Math.max(end, to);
        }
        return hidden + text.slice(end);
    }
}
/** Hides secrets, and whatever stands as userinfo in a URL. */
class Redactor extends Secrets {
    redact(text) {
        // Forms first: a secret that is a URL with userinfo is hidden whole.
        return withoutUserinfo(this.hide(text));
    }
    /** For what is kept and read again by programs: a secret of one or two letters would riddle it. */
    redactKept(text) {
        return withoutUserinfo(this.hide(text, MIN_DERIVED));
    }
}
const withoutUserinfo = (text) => text.replace(/(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/?#]+@/gi, '$1***@');
function formsOf(secret) {
    const lines = secret.split(/\r?\n/).map((line) => line.trim());
    const forms = new Set([secret, secret.trim(), ...lines.filter((line) => line.length >= MIN_DERIVED)]);
    if (secret.length >= MIN_DERIVED) {
        for (const whole of new Set([secret, secret.trim(), ...forms])) {
            forms.add(encodeURIComponent(whole.toWellFormed()));
            forms.add(JSON.stringify(whole).slice(1, -1));
            for (const form of base64Forms(whole))
                forms.add(form);
        }
    }
    return [...forms].filter((form) => form !== '');
}
/** The characters of the base64 text that depend on the secret alone, for each of the three alignments. */
function base64Forms(secret) {
    const bytes = Buffer.from(secret);
    const forms = [];
    for (const lead of [0, 1, 2]) {
        const encoded = Buffer.concat([Buffer.alloc(lead), bytes]).toString('base64url');
        const from = Math.ceil((lead * 8) / 6);
        const to = Math.floor(((lead + bytes.length) * 8) / 6);
        const core = encoded.slice(from, to);
        if (core.length < MIN_DERIVED + 1)
            continue;
        forms.push(core, core.replaceAll('-', '+').replaceAll('_', '/'));
    }
    return forms;
}

;// CONCATENATED MODULE: ./.build/packages/runtime/summary.js

/** The platform keeps 1 MiB a step; room is left for the note that says what was cut. */
const LIMIT = 1024 * 1024 - 4096;
/** Markdown for the job summary, collected and written once at the end. */
class Summary {
    #text = '';
    heading(text, level = 2) {
        return this.raw(`${'#'.repeat(level)} ${text}\n\n`);
    }
    paragraph(text) {
        return this.raw(`${text}\n\n`);
    }
    table(head, rows) {
        const line = (cells) => `| ${cells.map(cell).join(' | ')} |\n`;
        return this.raw(`${line(head)}${line(head.map(() => '---'))}${rows.map(line).join('')}\n`);
    }
    details(title, body) {
        return this.raw(`<details><summary>${title}</summary>\n\n${body}\n\n</details>\n\n`);
    }
    code(text, language = '') {
        // A longer fence than any in the text, so that the text cannot close it.
        const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
        const fence = '`'.repeat(longest + 1);
        return this.raw(`${fence}${language}\n${text}\n${fence}\n\n`);
    }
    raw(markdown) {
        this.#text += markdown;
        return this;
    }
    /** Whole, or cut at a line so that the step stays within the platform's limit. */
    text() {
        if (Buffer.byteLength(this.#text) <= LIMIT)
            return this.#text;
        const cut = Buffer.from(this.#text).subarray(0, LIMIT).toString('utf8');
        return `${cut.slice(0, cut.lastIndexOf('\n'))}\n\n_Cut here: the platform keeps 1 MiB a step. The log has the rest._\n`;
    }
    /** Appends to the runner's summary file, redacted. */
    write(path, redact) {
        if (path && this.#text)
            (0,external_node_fs_namespaceObject.appendFileSync)(path, redact(this.text()));
    }
}
const cell = (text) => text.replaceAll('|', '\\|').replace(/\r?\n/g, '<br>');

;// CONCATENATED MODULE: ./.build/packages/runtime/system-ports.js









/** The real outside world. Installs handlers for SIGINT and SIGTERM: call it once a process. */
function systemPorts({ log, mask, redact, context: here = context() }) {
    const http = systemHttp(systemClock);
    return {
        context: here,
        exec: systemExec,
        http,
        clock: systemClock,
        log,
        files: systemFiles,
        summary: new Summary(),
        signal: cancellation(),
        mask,
        ...(redact ? { redact } : {}),
        github(token) {
            const { apiUrl, repository } = here;
            return apiUrl && repository ? connectGitHub({ apiUrl, token, http, repository }) : undefined;
        },
        state: { get: getState, set: saveState },
    };
}
function cancellation() {
    const controller = new AbortController();
    for (const name of ['SIGINT', 'SIGTERM']) {
        process.on(name, () => controller.abort(new errors/* UserError */.yo(`cancelled by ${name}`)));
    }
    return controller.signal;
}

;// CONCATENATED MODULE: ./.build/packages/runtime/run-action.js







/**
 * Runs main, or post when started with the argument `post`; maps every error to annotation, summary and exit
 * code, and ends the process. Saved state cannot tell the two apart: a main step that was killed while it
 * started saved none, and its post step must not do the work.
 */
async function runAction(definition, body) {
    const raw = inputTexts();
    const redactor = new Redactor();
    const mask = (secret) => {
        for (const form of redactor.add(secret))
            addMask(form);
    };
    for (const secret of (0,action/* secretInputs */._y)(definition, raw))
        mask(secret);
    const log = workflowLog(redactor, (line) => void process.stdout.write(`${line}\n`));
    const ports = systemPorts({ log, mask, redact: (text) => redactor.redactKept(text) });
    const end = async (failure) => {
        if (failure)
            fail(failure.error, definition.title, ports, redactor);
        writeSummary(ports, redactor);
        await printed();
        // Keep-alive sockets would hold the process for seconds.
        process.exit();
    };
    // Node would print such an error itself, with its cause and fields, and nothing redacted.
    process.once('uncaughtException', (error) => void end({ error }));
    try {
        if (process.argv[2] === 'post') {
            await runPost(definition, body, raw, ports);
        }
        else {
            const inputs = readInputs(definition, raw, ports);
            const { failure, ...outputs } = await body.run(inputs, ports);
            setOutputs(outputs, definition, redactor);
            if (failure)
                throw failure;
        }
    }
    catch (error) {
        return end({ error });
    }
    return end();
}
/** Inputs that main refused are not refused twice: it started nothing. */
async function runPost(definition, { post }, raw, ports) {
    const parsed = (0,action/* parseInputs */.TL)(definition, raw);
    if (parsed.ok)
        await post?.(parsed.inputs, ports);
    else
        ports.log.info('The inputs were refused, so there is nothing to tidy up.');
}
function readInputs(definition, raw, { log }) {
    const parsed = (0,action/* parseInputs */.TL)(definition, raw);
    for (const { input, message } of parsed.warnings)
        log.warning(`Input "${input}" ${message}`);
    if (parsed.ok)
        return parsed.inputs;
    const lines = parsed.problems.map(({ input, message }) => `- ${input}: ${message}`);
    throw new errors/* UserError */.yo(`${lines.length} problem${lines.length > 1 ? 's' : ''} with the inputs:\n${lines.join('\n')}`, {
        mend: `see the inputs of actions/${definition.name}`,
    });
}
function setOutputs(outputs, definition, redactor) {
    for (const name of Object.keys(definition.outputs)) {
        const camel = name.replace(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase());
        setOutput(name, redactor.redact(outputs[camel] ?? ''));
    }
}
function fail(error, title, { log, summary, signal }, redactor) {
    const cancelled = signal.aborted && error !== signal.reason;
    const report = (0,errors/* describeError */.Uc)(cancelled ? signal.reason : error);
    log.error(report.text, { title: `${title}: ${report.title}` });
    // Mostly the end of something that was cancelled with it; sometimes what the cancelled job could not do.
    if (cancelled)
        log.info(`It ended with: ${(0,errors/* describeError */.Uc)(error).text}`);
    if (report.unforeseen && error instanceof Error && error.stack)
        log.info(error.stack);
    summary.heading(`${title}: ${report.title}`, 3).code(redactor.redact(report.text));
    process.exitCode = 1;
}
/** A summary that cannot be written undoes nothing of what was done. */
function writeSummary({ summary, log }, redactor) {
    try {
        summary.write(variable('GITHUB_STEP_SUMMARY'), (text) => redactor.redact(text));
    }
    catch (error) {
        log.warning(`The job summary could not be written: ${(0,errors/* describeError */.Uc)(error).text}`);
    }
}

;// CONCATENATED MODULE: ./.build/packages/runtime/index.js


















/***/ }),

/***/ 530:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  lc: () => (/* reexport */ bool),
  xQ: () => (/* reexport */ camelCase),
  Yq: () => (/* reexport */ choice),
  kp: () => (/* reexport */ closest),
  au: () => (/* reexport */ didYouMean),
  p0: () => (/* reexport */ duration),
  gP: () => (/* reexport */ either),
  ZZ: () => (/* reexport */ field),
  a3: () => (/* reexport */ formatDuration),
  l9: () => (/* reexport */ formatPercent),
  Wh: () => (/* reexport */ scalars_int),
  p_: () => (/* reexport */ list),
  Tj: () => (/* reexport */ map),
  KT: () => (/* reexport */ named),
  ai: () => (/* reexport */ number),
  Ik: () => (/* reexport */ object),
  E9: () => (/* reexport */ parseDuration),
  lo: () => (/* reexport */ parsePercent),
  KN: () => (/* reexport */ percent),
  rJ: () => (/* reexport */ secret),
  Gf: () => (/* reexport */ secretName),
  P8: () => (/* reexport */ showPath),
  Ej: () => (/* reexport */ size),
  Qq: () => (/* reexport */ scalars_text),
  OZ: () => (/* reexport */ url)
});

// UNUSED EXPORTS: formatSize, json, parseSize

;// CONCATENATED MODULE: ./.build/packages/schema/camel.js
function camelCase(name) {
    return name.replace(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase());
}

;// CONCATENATED MODULE: ./.build/packages/schema/kind.js
/** `environments.prod.checks[0].http`, for messages. */
function showPath(path) {
    return path.map((part, i) => (typeof part === 'number' ? `[${part}]` : i ? `.${part}` : part)).join('');
}
/** What was found, in words short enough for a message. */
function found(value) {
    if (value === null || value === undefined)
        return 'nothing';
    if (Array.isArray(value))
        return 'a list';
    if (typeof value === 'object')
        return 'a mapping';
    const shown = JSON.stringify(value);
    return shown.length > 60 ? `${shown.slice(0, 57)}..."` : shown;
}
/** The entries of a mapping; anything else is reported. */
function entriesOf(value, path, report) {
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
        return Object.entries(value);
    report({ path, message: `expected a mapping, found ${found(value)}`, on: 'value' });
    return undefined;
}

;// CONCATENATED MODULE: ./.build/packages/schema/suggest.js
/** Edit distance that counts a swap of neighbours as one edit (optimal string alignment). */
function distance(a, b) {
    let before = [];
    let last = Array.from({ length: b.length + 1 }, (_, j) => j);
    for (let i = 1; i <= a.length; i++) {
        const row = [i];
        for (let j = 1; j <= b.length; j++) {
            const cost = a[i - 1] === b[j - 1] ? 0 : 1;
            let best = Math.min((row[j - 1] ?? 0) + 1, (last[j] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
            if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
                best = Math.min(best, (before[j - 2] ?? 0) + 1);
            }
            row.push(best);
        }
        before = last;
        last = row;
    }
    return last[b.length] ?? 0;
}
/** The valid name a typo most likely meant, or undefined when nothing is near. */
function closest(word, valid) {
    const limit = Math.max(1, Math.floor(word.length / 3));
    const ranked = valid
        .map((name) => ({ name, edits: distance(word.toLowerCase(), name.toLowerCase()) }))
        .filter(({ edits }) => edits <= limit)
        .sort((a, b) => a.edits - b.edits);
    return ranked[0]?.name;
}
/** `. Did you mean "x"? Valid: a, b, c` - the tail of every unknown-name error. */
function didYouMean(word, valid) {
    const near = closest(word, valid);
    return `${near === undefined ? '' : ` Did you mean "${near}"?`} Valid: ${valid.join(', ')}.`;
}

;// CONCATENATED MODULE: ./.build/packages/schema/collections.js


/** A list; an input's text is split at new lines, or at commas when it is one line. */
function list(item, options = {}) {
    return {
        name: `list of ${item.name}`,
        ...(item.secret ? { secret: true } : {}),
        json: { type: 'array', items: item.json, ...(options.min ? { minItems: options.min } : {}) },
        fromText: (input) => {
            const parts = input.includes('\n') ? input.split('\n') : input.split(',');
            const words = parts.map((part) => part.trim()).filter((part) => part !== '');
            return words.map((word) => (item.fromText ? item.fromText(word) : word));
        },
        read(value, path, report) {
            if (!Array.isArray(value)) {
                report({ path, message: `expected a list, found ${found(value)}`, on: 'value' });
                return undefined;
            }
            if (value.length < (options.min ?? 0)) {
                report({
                    path,
                    message: `expected at least ${options.min} entries, found ${value.length}`,
                    on: 'value',
                });
                return undefined;
            }
            const items = value.map((entry, i) => item.read(entry, [...path, i], report));
            return items.some((entry) => entry === undefined) ? undefined : items;
        },
    };
}
/** A mapping with free keys; an input's text is one `key=value` a line. */
function map(item, options = {}) {
    return {
        name: `map of ${item.name}`,
        ...(item.secret ? { secret: true } : {}),
        json: {
            type: 'object',
            additionalProperties: item.json,
            ...(options.keys ? { propertyNames: { pattern: options.keys.source } } : {}),
        },
        fromText: (input) => linesToMap(input, item),
        read(value, path, report) {
            if (value instanceof Unreadable)
                return void report({ path, message: String(value), on: 'value' });
            const entries = entriesOf(value, path, report);
            if (!entries)
                return undefined;
            let good = true;
            const result = [];
            for (const [key, entry] of entries) {
                if (options.keys && !options.keys.test(key)) {
                    const wrong = `is not a valid name: ${options.keyHint ?? options.keys.source}`;
                    // The name on a line of secrets may be a part of one: base64 ends in "=".
                    const [at, message] = item.secret
                        ? [path, `a name ${wrong}`]
                        : [[...path, key], `"${key}" ${wrong}`];
                    report({ path: at, message, on: 'key' });
                    good = false;
                    continue;
                }
                const read = item.read(entry, [...path, key], report);
                if (read === undefined)
                    good = false;
                else
                    result.push([key, read]);
            }
            // Not by assignment: a key such as __proto__ would be lost.
            return good ? Object.fromEntries(result) : undefined;
        },
    };
}
function linesToMap(input, item) {
    const result = new Map();
    for (const [i, line] of input.split('\n').entries()) {
        if (line.trim() === '')
            continue;
        const at = line.indexOf('=');
        const [key, value] = [line.slice(0, Math.max(0, at)).trim(), line.slice(at + 1).trim()];
        const shown = item.secret ? '' : ` (${found(line.trim())})`;
        if (key === '')
            return new Unreadable(`expected name=value a line; line ${i + 1} has no name${shown}`);
        if (result.has(key))
            return new Unreadable(`line ${i + 1} gives a name a second time${shown}`);
        result.set(key, item.fromText ? item.fromText(value) : value);
    }
    return Object.fromEntries(result);
}
/** Stands for a text that is no map; `read` reports why. Its field is private: it is no part of a value. */
class Unreadable {
    #why;
    constructor(why) {
        this.#why = why;
    }
    toString() {
        return this.#why;
    }
}
/** A mapping with exactly one key that names a variant: `{ process: {...} }` -> `{ type: 'process', config }`. */
function named(what, variants) {
    const names = Object.keys(variants);
    return {
        name: what,
        json: {
            oneOf: names.map((name) => ({
                type: 'object',
                additionalProperties: false,
                required: [name],
                properties: { [name]: orNothing(variants[name]?.json ?? {}) },
            })),
        },
        read(value, path, report) {
            const entries = entriesOf(value, path, report);
            if (!entries)
                return undefined;
            const [entry, ...others] = entries;
            if (!entry || others.length) {
                report({
                    path,
                    message: `expected exactly one ${what}, found ${entries.length}. Valid: ${names.join(', ')}.`,
                    on: 'value',
                });
                return undefined;
            }
            const kind = Object.hasOwn(variants, entry[0]) ? variants[entry[0]] : undefined;
            if (!kind) {
                report({
                    path: [...path, entry[0]],
                    message: `unknown ${what} "${entry[0]}".${didYouMean(entry[0], names)}`,
                    on: 'key',
                });
                return undefined;
            }
            const config = kind.read(entry[1] ?? {}, [...path, entry[0]], report);
            // The mapped type is a union over names; TypeScript cannot follow the lookup.
            return config === undefined ? undefined : { type: entry[0], config };
        },
    };
}
/** `recreate:` alone stands for `recreate: {}`. */
function orNothing(json) {
    return json.type === 'object' && !json.required ? { ...json, type: ['object', 'null'] } : json;
}
/** A short form beside a long one: a scalar is read by the first kind, a mapping by the second. */
function either(scalar, mapping) {
    return {
        name: `${scalar.name} or ${mapping.name}`,
        json: { anyOf: [scalar.json, mapping.json] },
        read: (value, path, report) => typeof value === 'object' && value !== null
            ? mapping.read(value, path, report)
            : scalar.read(value, path, report),
    };
}

;// CONCATENATED MODULE: ./.build/packages/schema/object.js



function field(kind, options) {
    return { kind, required: false, ...options };
}
/** A mapping with known keys; an unknown key is an error with a suggestion. */
function object(fields) {
    return {
        name: 'mapping',
        json: objectSchema(fields),
        read(value, path, report) {
            const entries = entriesOf(value, path, report);
            if (!entries)
                return undefined;
            let good = true;
            const refuse = (problem) => {
                good = false;
                report(problem);
            };
            const given = new Map(entries);
            for (const key of given.keys()) {
                if (!Object.hasOwn(fields, key)) {
                    refuse({
                        path: [...path, key],
                        message: `unknown key "${key}".${didYouMean(key, Object.keys(fields))}`,
                        on: 'key',
                    });
                }
            }
            const result = readFields(fields, given, path, refuse);
            return good ? result : undefined;
        },
    };
}
function readFields(fields, given, path, report) {
    const result = {};
    for (const [key, declared] of Object.entries(fields)) {
        const raw = given.has(key) ? given.get(key) : declared.default;
        if (raw === undefined) {
            if (declared.required)
                report({ path, message: `"${key}" is missing: ${declared.description}`, on: 'value' });
            continue;
        }
        const read = declared.kind.read(raw, [...path, key], report);
        if (read !== undefined)
            result[camelCase(key)] = read;
    }
    return result;
}
function objectSchema(fields) {
    const required = Object.keys(fields).filter((key) => fields[key]?.required);
    return {
        type: 'object',
        additionalProperties: false,
        ...(required.length ? { required } : {}),
        properties: Object.fromEntries(Object.entries(fields).map(([key, declared]) => [
            key,
            {
                ...declared.kind.json,
                description: declared.description,
                ...(declared.default === undefined ? {} : { default: declared.default }),
            },
        ])),
    };
}

;// CONCATENATED MODULE: ./.build/packages/schema/units.js
const DURATION_UNITS = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };
const SIZE_UNITS = {
    B: 1,
    kB: 1e3,
    MB: 1e6,
    GB: 1e9,
    TB: 1e12,
    KiB: 1024,
    MiB: 1024 ** 2,
    GiB: 1024 ** 3,
    TiB: 1024 ** 4,
};
const AMOUNT = '[0-9]+(\\.[0-9]+)?';
/** Each unit once, the largest first: `1h30m`. */
const DURATION_PATTERN = `^(?=[0-9])${['d', 'h', 'm', 's', 'ms'].map((unit) => `(${AMOUNT}${unit})?`).join('')}$`;
const PERCENT_PATTERN = '^(100(\\.0+)?|[0-9]{1,2}(\\.[0-9]+)?)%$';
const SIZE_PATTERN = '^[0-9]+(\\.[0-9]+)?(B|kB|MB|GB|TB|KiB|MiB|GiB|TiB)$';
/** `1h30m` -> milliseconds; undefined when it is not a duration. A bare number has no unit and is refused. */
function parseDuration(text) {
    if (!new RegExp(DURATION_PATTERN).test(text))
        return undefined;
    let total = 0;
    for (const [, amount, unit] of text.matchAll(/([0-9.]+)(ms|s|m|h|d)/g)) {
        total += Number(amount) * DURATION_UNITS[unit];
    }
    return total;
}
/** `5%` -> 5; undefined when it is not a percentage between 0% and 100%. */
function parsePercent(text) {
    return new RegExp(PERCENT_PATTERN).test(text) ? Number(text.slice(0, -1)) : undefined;
}
/** `10MiB` -> bytes; undefined when it is not a size. */
function parseSize(text) {
    const match = new RegExp(SIZE_PATTERN).exec(text);
    const unit = match?.[2];
    return unit ? Number.parseFloat(text) * SIZE_UNITS[unit] : undefined;
}
/** Milliseconds as the two largest units: `1h30m`, `4.2s`, `12ms`. */
function formatDuration(ms) {
    if (ms < 1_000)
        return `${Math.round(ms)}ms`;
    if (ms < 60_000)
        return `${Number((ms / 1_000).toFixed(1))}s`;
    const minutes = Math.floor(ms / 60_000);
    const pair = (big, bigUnit, small, smallUnit) => small ? `${big}${bigUnit}${small}${smallUnit}` : `${big}${bigUnit}`;
    if (minutes < 60)
        return pair(minutes, 'm', Math.floor((ms % 60_000) / 1_000), 's');
    if (minutes < 1_440)
        return pair(Math.floor(minutes / 60), 'h', minutes % 60, 'm');
    return pair(Math.floor(minutes / 1_440), 'd', Math.floor((minutes % 1_440) / 60), 'h');
}
function formatPercent(percent) {
    return `${Number(percent.toFixed(percent < 1 ? 3 : 1))}%`;
}
/** Bytes with a binary unit: `1.5 MiB`. */
function formatSize(bytes) {
    const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];
    let value = bytes;
    let unit = 0;
    while (value >= 1024 && unit < units.length - 1) {
        value /= 1024;
        unit++;
    }
    return `${Number(value.toFixed(unit ? 1 : 0))} ${units[unit]}`;
}

;// CONCATENATED MODULE: ./.build/packages/schema/scalars.js



const wrong = (report, path, message) => {
    report({ path, message, on: 'value' });
};
/** Text that is not empty. Numbers and booleans of YAML are refused: quote them. */
function scalars_text(options = {}) {
    return {
        name: 'text',
        json: { type: 'string', pattern: options.pattern?.source ?? '\\S' },
        read(value, path, report) {
            if (typeof value !== 'string')
                return wrong(report, path, 
                // Only a scalar can be meant as text.
                `expected text, found ${found(value)}${typeof value === 'object' ? '' : '; quote it'}`);
            if (value.trim() === '')
                return wrong(report, path, 'expected text, found nothing');
            if (options.pattern && !options.pattern.test(value)) {
                return wrong(report, path, `${found(value)} is not valid: ${options.hint ?? `must match ${options.pattern.source}`}`);
            }
            return value;
        },
    };
}
/** Text that is masked before anything else is printed. */
function secret() {
    return { ...scalars_text(), name: 'secret', secret: true };
}
function url() {
    return {
        name: 'url',
        json: { type: 'string', format: 'uri', pattern: '^https?://' },
        read(value, path, report) {
            const good = typeof value === 'string' && /^https?:\/\//.test(value) && URL.canParse(value);
            return good
                ? value
                : wrong(report, path, `expected a URL with http:// or https://, found ${found(value)}`);
        },
    };
}
/** `true` or `false` only, as YAML 1.2 means them: `yes`, `on` and typos are errors. */
function bool() {
    return {
        name: 'boolean',
        json: { type: 'boolean' },
        fromText: (input) => (input === 'true' ? true : input === 'false' ? false : input),
        read: (value, path, report) => typeof value === 'boolean'
            ? value
            : wrong(report, path, `expected true or false, found ${found(value)}`),
    };
}
function numeric(name, whole, { min, max }) {
    const bounds = `${min === undefined ? '' : ` from ${min}`}${max === undefined ? '' : ` up to ${max}`}`;
    return {
        name,
        json: {
            type: whole ? 'integer' : 'number',
            ...(min === undefined ? {} : { minimum: min }),
            ...(max === undefined ? {} : { maximum: max }),
        },
        fromText: (input) => (/^-?[0-9]+(\.[0-9]+)?$/.test(input) ? Number(input) : input),
        read(value, path, report) {
            const good = typeof value === 'number' &&
                Number.isFinite(value) &&
                (!whole || Number.isSafeInteger(value)) &&
                value >= (min ?? -Infinity) &&
                value <= (max ?? Infinity);
            return good
                ? value
                : wrong(report, path, `expected a${whole ? ' whole' : ''} number${bounds}, found ${found(value)}`);
        },
    };
}
const scalars_int = (range = {}) => numeric('integer', true, range);
const number = (range = {}) => numeric('number', false, range);
/** `5%` -> 5 (0 to 100). */
function percent() {
    return {
        name: 'percentage',
        json: { type: 'string', pattern: PERCENT_PATTERN, examples: ['5%', '0.5%'] },
        read: (value, path, report) => (typeof value === 'string' ? parsePercent(value) : undefined) ??
            wrong(report, path, `expected a percentage from 0% to 100% such as 5%, found ${found(value)}`),
    };
}
/** `1h30m` -> milliseconds. */
function duration(limits = {}) {
    return {
        name: 'duration',
        json: { type: 'string', pattern: DURATION_PATTERN, examples: ['30s', '5m', '1h30m'] },
        read(value, path, report) {
            const ms = typeof value === 'string' ? parseDuration(value) : undefined;
            if (ms === undefined) {
                return wrong(report, path, `expected a duration with a unit such as 30s, 5m or 1h30m, found ${found(value)}`);
            }
            if (ms < (limits.min ?? 0))
                return wrong(report, path, `must be at least ${formatDuration(limits.min ?? 0)}`);
            return ms;
        },
    };
}
/** `10MiB` -> bytes. */
function size() {
    return {
        name: 'size',
        json: { type: 'string', pattern: SIZE_PATTERN, examples: ['500kB', '10MiB'] },
        read: (value, path, report) => (typeof value === 'string' ? parseSize(value) : undefined) ??
            wrong(report, path, `expected a size with a unit such as 500kB or 10MiB, found ${found(value)}`),
    };
}
function choice(values) {
    return {
        name: values.join(', '),
        json: { type: 'string', enum: values },
        read(value, path, report) {
            const match = values.find((candidate) => candidate === value);
            if (match !== undefined)
                return match;
            return wrong(report, path, `unknown value ${found(value)}.${didYouMean(String(value), values)}`);
        },
    };
}
/** Any value; an input's text must be JSON. */
function json() {
    return {
        name: 'JSON',
        json: {},
        fromText: parseJson,
        read(value, path, report) {
            return value instanceof SyntaxError ? wrong(report, path, `not valid JSON: ${value.message}`) : value;
        },
    };
}
function parseJson(input) {
    try {
        return JSON.parse(input);
    }
    catch (error) {
        return error;
    }
}

;// CONCATENATED MODULE: ./.build/packages/schema/secret-name.js
const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;
/**
 * The name under which the job has a secret, never the secret itself. What is no name may be the secret, put here by
 * mistake, so no message shows it.
 */
function secretName(example) {
    return {
        name: 'name of a secret',
        json: { type: 'string', pattern: NAME.source, examples: [example] },
        read(value, path, report) {
            if (typeof value === 'string' && NAME.test(value))
                return value;
            const message = `expected the name of a secret such as ${example} (letters, digits and _), whose value the input \`secrets\` gives`;
            return void report({ path, message, on: 'value' });
        },
    };
}

;// CONCATENATED MODULE: ./.build/packages/schema/index.js










/***/ }),

/***/ 3243:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   KE: () => (/* binding */ getScalarValue),
/* harmony export */   PH: () => (/* binding */ parseEvents),
/* harmony export */   fw: () => (/* binding */ constructFromEvents),
/* harmony export */   hy: () => (/* binding */ EVENT_ID),
/* harmony export */   tB: () => (/* binding */ YAMLException)
/* harmony export */ });
/* unused harmony exports CHOMPING_CLIP, CHOMPING_KEEP, CHOMPING_MODE, CHOMPING_STRIP, COLLECTION_STYLE, COLLECTION_STYLE_BLOCK, COLLECTION_STYLE_FLOW, CORE_SCHEMA, DEFAULT_SCALAR_STYLE_RULES, DUMP_SCHEMA, EVENT_ALIAS, EVENT_DOCUMENT, EVENT_MAPPING, EVENT_POP, EVENT_SCALAR, EVENT_SEQUENCE, FAILSAFE_SCHEMA, JSON_SCHEMA, NOT_RESOLVED, SCALAR_STYLE, SCALAR_STYLE_DOUBLE_QUOTED, SCALAR_STYLE_FOLDED_BLOCK, SCALAR_STYLE_LITERAL_BLOCK, SCALAR_STYLE_PLAIN, SCALAR_STYLE_SINGLE_QUOTED, Schema, VISIT_BREAK, VISIT_SKIP, YAML11_SCHEMA, binaryTag, boolCoreTag, boolJsonTag, boolYaml11Tag, defineMappingTag, defineScalarTag, defineSequenceTag, dump, eventsToAst, floatCoreTag, floatJsonTag, floatYaml11Tag, intCoreTag, intJsonTag, intYaml11Tag, jsToAst, legacyMapTag, load, loadAll, mapTag, mergeTag, nullCoreTag, nullJsonTag, nullYaml11Tag, omapTag, pairsTag, present, realMapTag, seqTag, setTag, strTag, timestampTag, visit */
/*! js-yaml 5.5.0 https://github.com/nodeca/js-yaml @license MIT */
//#region src/tag.ts
/**
* Returned by a scalar resolver when the source does not match its tag.
*
* @category Tags
*/
var NOT_RESOLVED = Symbol("NOT_RESOLVED");
/**
* Create a normalized scalar tag definition.
*
* @category Tags
*/
function defineScalarTag(tagName, options) {
	return {
		tagName,
		nodeKind: "scalar",
		implicit: options.implicit ?? false,
		matchByTagPrefix: options.matchByTagPrefix ?? false,
		implicitFirstChars: options.implicitFirstChars ?? null,
		resolve: options.resolve,
		identify: options.identify,
		represent: options.represent ?? ((data) => String(data)),
		representTagName: options.representTagName ?? (() => tagName)
	};
}
/**
* Create a normalized sequence tag definition.
*
* @category Tags
*/
function defineSequenceTag(tagName, options) {
	const carrierIsResult = options.finalize === void 0;
	return {
		tagName,
		nodeKind: "sequence",
		implicit: false,
		matchByTagPrefix: options.matchByTagPrefix ?? false,
		create: options.create,
		addItem: options.addItem,
		finalize: options.finalize ?? ((carrier) => carrier),
		carrierIsResult,
		identify: options.identify,
		represent: options.represent ?? ((data) => data),
		representTagName: options.representTagName ?? (() => tagName)
	};
}
/**
* Create a normalized mapping tag definition.
*
* @category Tags
*/
function defineMappingTag(tagName, options) {
	const carrierIsResult = options.finalize === void 0;
	return {
		tagName,
		nodeKind: "mapping",
		implicit: false,
		matchByTagPrefix: options.matchByTagPrefix ?? false,
		create: options.create,
		addPair: options.addPair,
		has: options.has,
		keys: options.keys,
		get: options.get,
		finalize: options.finalize ?? ((carrier) => carrier),
		carrierIsResult,
		identify: options.identify,
		represent: options.represent ?? ((data) => data),
		representTagName: options.representTagName ?? (() => tagName)
	};
}
//#endregion
//#region src/tag/scalar/str.ts
/** @category Tags */
var strTag = defineScalarTag("tag:yaml.org,2002:str", {
	resolve: (source) => source,
	identify: (data) => typeof data === "string"
});
//#endregion
//#region src/tag/scalar/null_core.ts
var NULL_VALUES$1 = [
	"",
	"~",
	"null",
	"Null",
	"NULL"
];
/** @category Tags */
var nullCoreTag = defineScalarTag("tag:yaml.org,2002:null", {
	implicit: true,
	implicitFirstChars: [
		"",
		"~",
		"n",
		"N"
	],
	resolve: (source) => {
		if (NULL_VALUES$1.indexOf(source) !== -1) return null;
		return NOT_RESOLVED;
	},
	identify: (object) => object === null,
	represent: () => "null"
});
//#endregion
//#region src/tag/scalar/null_json.ts
/** @category Tags */
var nullJsonTag = defineScalarTag("tag:yaml.org,2002:null", {
	implicit: true,
	implicitFirstChars: ["n"],
	resolve: (source, isExplicit) => {
		if (source === "null" || isExplicit && source === "") return null;
		return NOT_RESOLVED;
	},
	identify: (object) => object === null,
	represent: () => "null"
});
//#endregion
//#region src/tag/scalar/null_yaml11.ts
var NULL_VALUES = [
	"",
	"~",
	"null",
	"Null",
	"NULL"
];
/** @category Tags */
var nullYaml11Tag = defineScalarTag("tag:yaml.org,2002:null", {
	implicit: true,
	implicitFirstChars: [
		"",
		"~",
		"n",
		"N"
	],
	resolve: (source) => {
		if (NULL_VALUES.indexOf(source) !== -1) return null;
		return NOT_RESOLVED;
	},
	identify: (object) => object === null,
	represent: () => "null"
});
//#endregion
//#region src/tag/scalar/bool_core.ts
var TRUE_VALUES$2 = [
	"true",
	"True",
	"TRUE"
];
var FALSE_VALUES$2 = [
	"false",
	"False",
	"FALSE"
];
/** @category Tags */
var boolCoreTag = defineScalarTag("tag:yaml.org,2002:bool", {
	implicit: true,
	implicitFirstChars: [
		"t",
		"T",
		"f",
		"F"
	],
	resolve: (source) => {
		if (TRUE_VALUES$2.indexOf(source) !== -1) return true;
		if (FALSE_VALUES$2.indexOf(source) !== -1) return false;
		return NOT_RESOLVED;
	},
	identify: (object) => Object.prototype.toString.call(object) === "[object Boolean]",
	represent: (object) => object ? "true" : "false"
});
//#endregion
//#region src/tag/scalar/bool_json.ts
var TRUE_VALUES$1 = ["true"];
var FALSE_VALUES$1 = ["false"];
/** @category Tags */
var boolJsonTag = defineScalarTag("tag:yaml.org,2002:bool", {
	implicit: true,
	implicitFirstChars: ["t", "f"],
	resolve: (source) => {
		if (TRUE_VALUES$1.indexOf(source) !== -1) return true;
		if (FALSE_VALUES$1.indexOf(source) !== -1) return false;
		return NOT_RESOLVED;
	},
	identify: (object) => Object.prototype.toString.call(object) === "[object Boolean]",
	represent: (object) => object ? "true" : "false"
});
//#endregion
//#region src/tag/scalar/bool_yaml11.ts
var TRUE_VALUES = [
	"true",
	"True",
	"TRUE",
	"y",
	"Y",
	"yes",
	"Yes",
	"YES",
	"on",
	"On",
	"ON"
];
var FALSE_VALUES = [
	"false",
	"False",
	"FALSE",
	"n",
	"N",
	"no",
	"No",
	"NO",
	"off",
	"Off",
	"OFF"
];
/** @category Tags */
var boolYaml11Tag = defineScalarTag("tag:yaml.org,2002:bool", {
	implicit: true,
	implicitFirstChars: [
		"y",
		"Y",
		"n",
		"N",
		"t",
		"T",
		"f",
		"F",
		"o",
		"O"
	],
	resolve: (source) => {
		if (TRUE_VALUES.indexOf(source) !== -1) return true;
		if (FALSE_VALUES.indexOf(source) !== -1) return false;
		return NOT_RESOLVED;
	},
	identify: (object) => Object.prototype.toString.call(object) === "[object Boolean]",
	represent: (object) => object ? "true" : "false"
});
//#endregion
//#region src/tag/scalar/int_core.ts
var YAML_INTEGER_IMPLICIT_PATTERN$1 = /* @__PURE__ */ new RegExp("^(?:0o[0-7]+|0x[0-9a-fA-F]+|[-+]?[0-9]+)$");
var YAML_INTEGER_EXPLICIT_PATTERN$1 = /* @__PURE__ */ new RegExp("^(?:[-+]?0b[0-1]+|[-+]?0o[0-7]+|[-+]?0x[0-9a-fA-F]+|[-+]?[0-9]+)$");
function parseYamlInteger$2(source) {
	let value = source;
	let sign = 1;
	if (value[0] === "-" || value[0] === "+") {
		if (value[0] === "-") sign = -1;
		value = value.slice(1);
	}
	if (value.startsWith("0b")) return sign * parseInt(value.slice(2), 2);
	if (value.startsWith("0o")) return sign * parseInt(value.slice(2), 8);
	if (value.startsWith("0x")) return sign * parseInt(value.slice(2), 16);
	return sign * parseInt(value, 10);
}
function resolveYamlInteger$2(source, isExplicit) {
	if (isExplicit) {
		if (!YAML_INTEGER_EXPLICIT_PATTERN$1.test(source)) return NOT_RESOLVED;
	} else if (!YAML_INTEGER_IMPLICIT_PATTERN$1.test(source)) return NOT_RESOLVED;
	const result = parseYamlInteger$2(source);
	return Number.isFinite(result) ? result : NOT_RESOLVED;
}
/** @category Tags */
var intCoreTag = defineScalarTag("tag:yaml.org,2002:int", {
	implicit: true,
	implicitFirstChars: [
		"-",
		"+",
		..."0123456789"
	],
	resolve: resolveYamlInteger$2,
	identify: (object) => Number.isInteger(object) && !Object.is(object, -0) && object.toString(10).indexOf("e") < 0,
	represent: (object) => object.toString(10)
});
//#endregion
//#region src/tag/scalar/int_json.ts
var YAML_INTEGER_IMPLICIT_PATTERN = /* @__PURE__ */ new RegExp("^-?(?:0|[1-9][0-9]*)$");
var YAML_INTEGER_EXPLICIT_PATTERN = /* @__PURE__ */ new RegExp("^(?:[-+]?0b[0-1]+|[-+]?0o[0-7]+|[-+]?0x[0-9a-fA-F]+|[-+]?[0-9]+)$");
function parseYamlInteger$1(source) {
	let value = source;
	let sign = 1;
	if (value[0] === "-" || value[0] === "+") {
		if (value[0] === "-") sign = -1;
		value = value.slice(1);
	}
	if (value.startsWith("0b")) return sign * parseInt(value.slice(2), 2);
	if (value.startsWith("0o")) return sign * parseInt(value.slice(2), 8);
	if (value.startsWith("0x")) return sign * parseInt(value.slice(2), 16);
	return sign * parseInt(value, 10);
}
function resolveYamlInteger$1(source, isExplicit) {
	if (isExplicit) {
		if (!YAML_INTEGER_EXPLICIT_PATTERN.test(source)) return NOT_RESOLVED;
	} else if (!YAML_INTEGER_IMPLICIT_PATTERN.test(source)) return NOT_RESOLVED;
	const result = parseYamlInteger$1(source);
	return Number.isFinite(result) ? result : NOT_RESOLVED;
}
/** @category Tags */
var intJsonTag = defineScalarTag("tag:yaml.org,2002:int", {
	implicit: true,
	implicitFirstChars: ["-", ..."0123456789"],
	resolve: resolveYamlInteger$1,
	identify: (object) => Number.isInteger(object) && !Object.is(object, -0) && object.toString(10).indexOf("e") < 0,
	represent: (object) => object.toString(10)
});
//#endregion
//#region src/tag/scalar/int_yaml11.ts
var YAML_INTEGER_PATTERN = /* @__PURE__ */ new RegExp("^(?:[-+]?0b[0-1_]+|[-+]?0[0-7_]+|[-+]?0x[0-9a-fA-F_]+|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+|[-+]?(?:0|[1-9][0-9_]*))$");
function parseYamlInteger(source) {
	let value = source.replace(/_/g, "");
	let sign = 1;
	if (value[0] === "-" || value[0] === "+") {
		if (value[0] === "-") sign = -1;
		value = value.slice(1);
	}
	if (value.startsWith("0b")) return sign * parseInt(value.slice(2), 2);
	if (value.startsWith("0x")) return sign * parseInt(value.slice(2), 16);
	if (value.includes(":")) {
		let result = 0;
		for (const part of value.split(":")) result = result * 60 + Number(part);
		return sign * result;
	}
	if (value !== "0" && value[0] === "0") return sign * parseInt(value, 8);
	return sign * parseInt(value, 10);
}
function resolveYamlInteger(source) {
	if (!YAML_INTEGER_PATTERN.test(source)) return NOT_RESOLVED;
	const result = parseYamlInteger(source);
	return Number.isFinite(result) ? result : NOT_RESOLVED;
}
/** @category Tags */
var intYaml11Tag = defineScalarTag("tag:yaml.org,2002:int", {
	implicit: true,
	implicitFirstChars: [
		"-",
		"+",
		..."0123456789"
	],
	resolve: resolveYamlInteger,
	identify: (object) => Number.isInteger(object) && !Object.is(object, -0) && object.toString(10).indexOf("e") < 0,
	represent: (object) => object.toString(10)
});
//#endregion
//#region src/tag/scalar/float_core.ts
var YAML_FLOAT_PATTERN$1 = /* @__PURE__ */ new RegExp("^(?:[-+]?[0-9]+(?:\\.[0-9]*)?(?:[eE][-+]?[0-9]+)?|[-+]?\\.[0-9]+(?:[eE][-+]?[0-9]+)?|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))$");
var YAML_FLOAT_SPECIAL_PATTERN$1 = /* @__PURE__ */ new RegExp("^(?:[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))$");
function resolveYamlFloat$2(source) {
	if (!YAML_FLOAT_PATTERN$1.test(source)) return NOT_RESOLVED;
	let value = source.toLowerCase();
	const sign = value[0] === "-" ? -1 : 1;
	if ("+-".includes(value[0])) value = value.slice(1);
	if (value === ".inf") return sign === 1 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
	if (value === ".nan") return NaN;
	const result = sign * parseFloat(value);
	if (Number.isFinite(result) || YAML_FLOAT_SPECIAL_PATTERN$1.test(source)) return result;
	return NOT_RESOLVED;
}
function representYamlFloat$2(object) {
	if (isNaN(object)) return ".nan";
	if (object === Number.POSITIVE_INFINITY) return ".inf";
	if (object === Number.NEGATIVE_INFINITY) return "-.inf";
	if (Object.is(object, -0)) return "-0.0";
	const result = object.toString(10);
	return /^[-+]?[0-9]+e/.test(result) ? result.replace("e", ".e") : result;
}
/** @category Tags */
var floatCoreTag = defineScalarTag("tag:yaml.org,2002:float", {
	implicit: true,
	implicitFirstChars: [
		"-",
		"+",
		".",
		..."0123456789"
	],
	resolve: resolveYamlFloat$2,
	identify: (object) => typeof object === "number" && (!Number.isInteger(object) || Object.is(object, -0) || object.toString(10).indexOf("e") >= 0),
	represent: representYamlFloat$2
});
//#endregion
//#region src/tag/scalar/float_json.ts
var YAML_FLOAT_IMPLICIT_PATTERN = /* @__PURE__ */ new RegExp("^-?(?:0|[1-9][0-9]*)(?:\\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$");
var YAML_FLOAT_EXPLICIT_PATTERN = /* @__PURE__ */ new RegExp("^(?:[-+]?[0-9]+(?:\\.[0-9]*)?(?:[eE][-+]?[0-9]+)?|[-+]?\\.[0-9]+(?:[eE][-+]?[0-9]+)?|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))$");
function resolveYamlFloat$1(source, isExplicit) {
	if (isExplicit) {
		if (!YAML_FLOAT_EXPLICIT_PATTERN.test(source)) return NOT_RESOLVED;
		let value = source.toLowerCase();
		const sign = value[0] === "-" ? -1 : 1;
		if ("+-".includes(value[0])) value = value.slice(1);
		if (value === ".inf") return sign === 1 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
		if (value === ".nan") return NaN;
		const result = sign * parseFloat(value);
		return Number.isFinite(result) ? result : NOT_RESOLVED;
	}
	if (!YAML_FLOAT_IMPLICIT_PATTERN.test(source)) return NOT_RESOLVED;
	const result = Number(source);
	if (Number.isFinite(result)) return result;
	return NOT_RESOLVED;
}
function representYamlFloat$1(object) {
	if (isNaN(object)) return ".nan";
	if (object === Number.POSITIVE_INFINITY) return ".inf";
	if (object === Number.NEGATIVE_INFINITY) return "-.inf";
	if (Object.is(object, -0)) return "-0.0";
	const result = object.toString(10);
	return /^[-+]?[0-9]+e/.test(result) ? result.replace("e", ".e") : result;
}
/** @category Tags */
var floatJsonTag = defineScalarTag("tag:yaml.org,2002:float", {
	implicit: true,
	implicitFirstChars: ["-", ..."0123456789"],
	resolve: resolveYamlFloat$1,
	identify: (object) => typeof object === "number" && (!Number.isInteger(object) || Object.is(object, -0) || object.toString(10).indexOf("e") >= 0),
	represent: representYamlFloat$1
});
//#endregion
//#region src/tag/scalar/float_yaml11.ts
var YAML_FLOAT_PATTERN = /* @__PURE__ */ new RegExp("^(?:[-+]?(?:(?:[0-9][0-9_]*)?\\.[0-9_]*)(?:[eE][-+][0-9]+)?|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\\.[0-9_]*|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))$");
var YAML_FLOAT_SPECIAL_PATTERN = /* @__PURE__ */ new RegExp("^(?:[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))$");
function resolveYamlFloat(source) {
	if (!YAML_FLOAT_PATTERN.test(source)) return NOT_RESOLVED;
	let value = source.toLowerCase().replace(/_/g, "");
	const sign = value[0] === "-" ? -1 : 1;
	if ("+-".includes(value[0])) value = value.slice(1);
	if (value === ".inf") return sign === 1 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
	if (value === ".nan") return NaN;
	let result = 0;
	if (value.includes(":")) {
		for (const part of value.split(":")) result = result * 60 + Number(part);
		result *= sign;
	} else result = sign * parseFloat(value);
	if (Number.isFinite(result) || YAML_FLOAT_SPECIAL_PATTERN.test(source)) return result;
	return NOT_RESOLVED;
}
function representYamlFloat(object) {
	if (isNaN(object)) return ".nan";
	if (object === Number.POSITIVE_INFINITY) return ".inf";
	if (object === Number.NEGATIVE_INFINITY) return "-.inf";
	if (Object.is(object, -0)) return "-0.0";
	const result = object.toString(10);
	return /^[-+]?[0-9]+e/.test(result) ? result.replace("e", ".e") : result;
}
/** @category Tags */
var floatYaml11Tag = defineScalarTag("tag:yaml.org,2002:float", {
	implicit: true,
	implicitFirstChars: [
		"-",
		"+",
		".",
		..."0123456789"
	],
	resolve: resolveYamlFloat,
	identify: (object) => typeof object === "number" && (!Number.isInteger(object) || Object.is(object, -0) || object.toString(10).indexOf("e") >= 0),
	represent: representYamlFloat
});
//#endregion
//#region src/tag/scalar/merge.ts
/**
* Enables merge keys in {@link CORE_SCHEMA} when added with
* {@link Schema.withTags}.
*
* @category Tags
*/
var mergeTag = defineScalarTag("tag:yaml.org,2002:merge", {
	implicit: true,
	implicitFirstChars: ["<"],
	resolve: (source, isExplicit) => {
		if (source === "<<" || isExplicit && source === "") return "<<";
		return NOT_RESOLVED;
	},
	identify: () => false
});
//#endregion
//#region src/tag/scalar/binary.ts
var BASE64_PATTERN = /^[A-Za-z0-9+/]*={0,2}$/;
function resolveYamlBinary(source) {
	const input = source.replace(/\s/g, "");
	if (input.length % 4 !== 0 || !BASE64_PATTERN.test(input)) return NOT_RESOLVED;
	const binary = atob(input);
	const result = new Uint8Array(binary.length);
	for (let index = 0; index < binary.length; index++) result[index] = binary.charCodeAt(index);
	return result;
}
function representYamlBinary(object) {
	let binary = "";
	for (let index = 0; index < object.length; index++) binary += String.fromCharCode(object[index]);
	return btoa(binary);
}
/**
* The `!!binary` tag, represented as a `Uint8Array`.
*
* @category Tags
*/
var binaryTag = defineScalarTag("tag:yaml.org,2002:binary", {
	resolve: resolveYamlBinary,
	identify: (object) => Object.prototype.toString.call(object) === "[object Uint8Array]",
	represent: representYamlBinary
});
//#endregion
//#region src/tag/scalar/timestamp.ts
var YAML_DATE_REGEXP = /* @__PURE__ */ new RegExp("^([0-9][0-9][0-9][0-9])-([0-9][0-9])-([0-9][0-9])$");
var YAML_TIMESTAMP_REGEXP = /* @__PURE__ */ new RegExp("^([0-9][0-9][0-9][0-9])-([0-9][0-9]?)-([0-9][0-9]?)(?:[Tt]|[ \\t]+)([0-9][0-9]?):([0-9][0-9]):([0-9][0-9])(?:\\.([0-9]*))?(?:[ \\t]*(Z|([-+])([0-9][0-9]?)(?::([0-9][0-9]))?))?$");
function makeUtcDate(year, month, day, hour = 0, minute = 0, second = 0, fraction = 0) {
	const date = new Date(Date.UTC(year, month, day, hour, minute, second, fraction));
	date.setUTCFullYear(year, month, day);
	return date;
}
function resolveYamlTimestamp(source) {
	let match = YAML_DATE_REGEXP.exec(source);
	if (match === null) match = YAML_TIMESTAMP_REGEXP.exec(source);
	if (match === null) return NOT_RESOLVED;
	const year = +match[1];
	const month = +match[2] - 1;
	const day = +match[3];
	if (!match[4]) {
		const date = makeUtcDate(year, month, day);
		if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month || date.getUTCDate() !== day) return NOT_RESOLVED;
		return date;
	}
	const hour = +match[4];
	const minute = +match[5];
	const second = +match[6];
	let fraction = 0;
	if (hour > 23 || minute > 59 || second > 59) return NOT_RESOLVED;
	if (match[7]) {
		let value = match[7].slice(0, 3);
		while (value.length < 3) value += "0";
		fraction = +value;
	}
	const date = makeUtcDate(year, month, day, hour, minute, second, fraction);
	if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month || date.getUTCDate() !== day) return NOT_RESOLVED;
	if (match[9]) {
		const offsetHour = +match[10];
		const offsetMinute = +(match[11] || 0);
		if (offsetHour > 23 || offsetMinute > 59) return NOT_RESOLVED;
		const offset = (offsetHour * 60 + offsetMinute) * 6e4;
		date.setTime(date.getTime() - (match[9] === "-" ? -offset : offset));
	}
	return date;
}
/**
* The YAML 1.1 `!!timestamp` tag, represented as a JavaScript `Date`.
*
* @category Tags
*/
var timestampTag = defineScalarTag("tag:yaml.org,2002:timestamp", {
	implicit: true,
	implicitFirstChars: [..."0123456789"],
	resolve: resolveYamlTimestamp,
	identify: (object) => object instanceof Date,
	represent: (object) => object.toISOString()
});
//#endregion
//#region src/tag/sequence/seq.ts
/** @category Tags */
var seqTag = defineSequenceTag("tag:yaml.org,2002:seq", {
	create: () => [],
	addItem: (container, item) => {
		container.push(item);
	},
	identify: Array.isArray
});
//#endregion
//#region src/common/object.ts
function isPlainObject(data) {
	if (data === null || typeof data !== "object" || Array.isArray(data)) return false;
	const prototype = Object.getPrototypeOf(data);
	return prototype === null || prototype === Object.prototype;
}
function pick(object, keys) {
	const result = {};
	for (const key of keys) if (object[key] !== void 0) result[key] = object[key];
	return result;
}
//#endregion
//#region src/tag/sequence/omap.ts
/**
* Provided only for YAML 1.1 compatibility and supported by the loader only.
* JavaScript has no dedicated class to represent this type, so it cannot be
* identified and dumped.
*
* ```yaml
* !!omap
*   - one: 1
*   - two: 2
* ```
*
* is loaded as
*
* ```javascript
* [
*   { one: 1 },
*   { two: 2 }
* ]
* ```
*
* @category Tags
*/
var omapTag = defineSequenceTag("tag:yaml.org,2002:omap", {
	create: () => ({
		list: [],
		seen: /* @__PURE__ */ new Set()
	}),
	addItem: (carrier, item) => {
		let key;
		if (item instanceof Map) {
			if (item.size !== 1) return "cannot resolve an ordered map item";
			key = item.keys().next().value;
		} else if (isPlainObject(item)) {
			const itemKeys = Object.keys(item);
			if (itemKeys.length !== 1) return "cannot resolve an ordered map item";
			key = itemKeys[0];
		} else return "cannot resolve an ordered map item";
		if (carrier.seen.has(key)) return "duplicate key in ordered map";
		carrier.seen.add(key);
		carrier.list.push(item);
		return "";
	},
	finalize: (carrier) => carrier.list,
	identify: () => false
});
//#endregion
//#region src/tag/sequence/pairs.ts
/**
* Provided only for YAML 1.1 compatibility and supported by the loader only.
* JavaScript has no dedicated class to represent this type, so it cannot be
* identified and dumped.
*
* ```yaml
* !!pairs
*   - one: 1
*   - two: 2
* ```
*
* is loaded as
*
* ```javascript
* [
*   ['one', 1],
*   ['two', 2]
* ]
* ```
*
* @category Tags
*/
var pairsTag = defineSequenceTag("tag:yaml.org,2002:pairs", {
	create: () => [],
	addItem: (container, item) => {
		if (item instanceof Map) {
			if (item.size !== 1) return "cannot resolve a pairs item";
			container.push(item.entries().next().value);
			return "";
		}
		if (Object.prototype.toString.call(item) !== "[object Object]") return "cannot resolve a pairs item";
		const object = item;
		const keys = Object.keys(object);
		if (keys.length !== 1) return "cannot resolve a pairs item";
		container.push([keys[0], object[keys[0]]]);
		return "";
	},
	identify: () => false
});
//#endregion
//#region src/tag/mapping/map.ts
/**
* This is the default mapping implementation. It uses `{}` objects and has only
* partial functionality due to language limitations. This choice was made
* because users expect to get JavaScript objects, and it was left unchanged to
* avoid too many breaking changes in the v5 release.
*
* Side effects:
*
* - `Object.hasOwn()` checks or `for...of` loops are required for safe use (to
*   avoid falling through to prototypes).
* - Only scalar string keys are supported properly.
* - Other scalar keys, such as `null` and numbers, are converted to strings.
*   This is historical behaviour, and it can cause side effects such as
*   problems with `!!merge`.
*
* Note that non-string scalar keys may be deprecated in future versions.
*
* Ideally, use {@link realMapTag} instead.
*
* @category Tags
*/
var mapTag = defineMappingTag("tag:yaml.org,2002:map", {
	create: () => ({}),
	identify: isPlainObject,
	represent: (o) => {
		const map = /* @__PURE__ */ new Map();
		for (const key of Object.keys(o)) map.set(key, o[key]);
		return map;
	},
	addPair: (container, key, value) => {
		if (key !== null && typeof key === "object") return "object-based map does not support complex keys";
		const normalizedKey = String(key);
		if (normalizedKey === "__proto__") Object.defineProperty(container, normalizedKey, {
			value,
			enumerable: true,
			configurable: true,
			writable: true
		});
		else container[normalizedKey] = value;
		return "";
	},
	has: (container, key) => {
		if (key !== null && typeof key === "object") return false;
		return Object.prototype.hasOwnProperty.call(container, String(key));
	},
	keys: (container) => Object.keys(container),
	get: (container, key) => {
		const normalizedKey = String(key);
		if (!Object.prototype.hasOwnProperty.call(container, normalizedKey)) return null;
		return container[normalizedKey];
	}
});
//#endregion
//#region src/tag/mapping/set.ts
/**
* The YAML 1.1 `!!set` tag, represented as a JavaScript `Set`.
*
* @category Tags
*/
var setTag = defineMappingTag("tag:yaml.org,2002:set", {
	create: () => /* @__PURE__ */ new Set(),
	identify: (data) => data instanceof Set,
	represent: (data) => {
		const map = /* @__PURE__ */ new Map();
		for (const key of data) map.set(key, null);
		return map;
	},
	addPair: (container, key, value) => {
		if (value !== null) return "cannot resolve a set item";
		container.add(key);
		return "";
	},
	has: (container, key) => container.has(key),
	keys: (container) => container.keys(),
	get: () => null
});
//#endregion
//#region src/schema.ts
function createTagDefinitionMap() {
	return {
		scalar: Object.create(null),
		sequence: Object.create(null),
		mapping: Object.create(null)
	};
}
function createTagDefinitionListMap() {
	return {
		scalar: [],
		sequence: [],
		mapping: []
	};
}
function compileTags(tags) {
	const result = [];
	for (const tag of tags) {
		let index = result.length;
		for (let previousIndex = 0; previousIndex < result.length; previousIndex++) {
			const previous = result[previousIndex];
			if (previous.nodeKind === tag.nodeKind && previous.tagName === tag.tagName && previous.matchByTagPrefix === tag.matchByTagPrefix) {
				index = previousIndex;
				break;
			}
		}
		result[index] = tag;
	}
	return result;
}
/**
* Controls tag resolution when loading and type selection when dumping.
*
* @category Schemas
*/
var Schema = class Schema {
	tags;
	/** @internal */
	implicitScalarTags;
	/**
	* Dispatch implicit scalar resolvers by `source.charAt(0)`. Each bucket holds
	* the resolvers that may match that key, in schema order; a key absent from
	* the map uses
	* {@link Schema.implicitScalarAnyFirstChar}
	* (resolvers that declared no first-char constraint, so they apply to any
	* first character).
	*/
	implicitScalarByFirstChar;
	implicitScalarAnyFirstChar;
	/**
	* The default scalar tag (`!!str`), resolved once so the composer's fallback
	* for unresolved plain scalars avoids a keyed lookup per scalar.
	*
	* @internal
	*/
	defaultScalarTag;
	/**
	* The default container tags (`!!seq` / `!!map`), used by the dumper: when a
	* value is identified by its default tag, the tag is implicit and not
	* printed. Undefined if the schema does not define them (then such values
	* can't be dumped).
	*
	* @internal
	*/
	defaultSequenceTag;
	/** @internal */
	defaultMappingTag;
	exact;
	prefix;
	constructor(tags) {
		const compiledTags = compileTags(tags);
		const implicitScalarTags = [];
		const exact = createTagDefinitionMap();
		const prefix = createTagDefinitionListMap();
		for (const tag of compiledTags) {
			if (tag.nodeKind === "scalar" && tag.implicit) {
				if (tag.matchByTagPrefix) throw new Error("Implicit scalar tags cannot match by tag prefix");
				implicitScalarTags.push(tag);
			}
			switch (tag.nodeKind) {
				case "scalar":
					if (tag.matchByTagPrefix) prefix.scalar.push(tag);
					else exact.scalar[tag.tagName] = tag;
					break;
				case "sequence":
					if (tag.matchByTagPrefix) prefix.sequence.push(tag);
					else exact.sequence[tag.tagName] = tag;
					break;
				case "mapping": if (tag.matchByTagPrefix) prefix.mapping.push(tag);
				else exact.mapping[tag.tagName] = tag;
			}
		}
		const implicitScalarAnyFirstChar = implicitScalarTags.filter((tag) => tag.implicitFirstChars === null);
		const keys = /* @__PURE__ */ new Set();
		for (const tag of implicitScalarTags) if (tag.implicitFirstChars !== null) for (const key of tag.implicitFirstChars) keys.add(key);
		const implicitScalarByFirstChar = /* @__PURE__ */ new Map();
		for (const key of keys) implicitScalarByFirstChar.set(key, implicitScalarTags.filter((tag) => tag.implicitFirstChars === null || tag.implicitFirstChars.indexOf(key) !== -1));
		const defaultScalarTag = exact.scalar["tag:yaml.org,2002:str"];
		if (!defaultScalarTag) throw new Error("schema does not define the default scalar tag (tag:yaml.org,2002:str)");
		this.tags = compiledTags;
		this.implicitScalarTags = implicitScalarTags;
		this.implicitScalarByFirstChar = implicitScalarByFirstChar;
		this.implicitScalarAnyFirstChar = implicitScalarAnyFirstChar;
		this.defaultScalarTag = defaultScalarTag;
		this.defaultSequenceTag = exact.sequence["tag:yaml.org,2002:seq"];
		this.defaultMappingTag = exact.mapping["tag:yaml.org,2002:map"];
		this.exact = exact;
		this.prefix = prefix;
	}
	/** @internal */
	lookupScalarTag(tagName) {
		const exactTag = this.exact.scalar[tagName];
		if (exactTag) return exactTag;
		for (const tag of this.prefix.scalar) if (tagName.startsWith(tag.tagName)) return tag;
	}
	/** @internal */
	lookupSequenceTag(tagName) {
		const exactTag = this.exact.sequence[tagName];
		if (exactTag) return exactTag;
		for (const tag of this.prefix.sequence) if (tagName.startsWith(tag.tagName)) return tag;
	}
	/** @internal */
	lookupMappingTag(tagName) {
		const exactTag = this.exact.mapping[tagName];
		if (exactTag) return exactTag;
		for (const tag of this.prefix.mapping) if (tagName.startsWith(tag.tagName)) return tag;
	}
	/** @internal */
	resolveImplicitScalarTag(source) {
		const candidates = this.implicitScalarByFirstChar.get(source.charAt(0)) ?? this.implicitScalarAnyFirstChar;
		for (const tag of candidates) {
			const value = tag.resolve(source, false, tag.tagName);
			if (value !== NOT_RESOLVED) return {
				value,
				tag
			};
		}
		const tag = this.defaultScalarTag;
		return {
			value: tag.resolve(source, false, tag.tagName),
			tag
		};
	}
	/**
	* Creates a new schema with the specified tags added. If a tag already
	* exists, it is replaced by the specified tag.
	*
	* @example
	*
	* ```javascript
	* import { CORE_SCHEMA, mergeTag, realMapTag } from 'js-yaml'
	*
	* const schema = CORE_SCHEMA.withTags(mergeTag, realMapTag)
	* ```
	*/
	withTags(...tags) {
		let flatTags = [];
		for (const tag of tags) flatTags = flatTags.concat(tag);
		return new Schema([...this.tags, ...flatTags]);
	}
};
/**
* The YAML 1.2 Failsafe Schema: strings, sequences, and mappings.
*
* @category Schemas
*/
var FAILSAFE_SCHEMA = new Schema([
	strTag,
	seqTag,
	mapTag
]);
/**
* The YAML 1.2 JSON Schema. It uses JSON scalar forms while retaining YAML
* collection syntax.
*
* @category Schemas
*/
var JSON_SCHEMA = new Schema([
	...FAILSAFE_SCHEMA.tags,
	nullJsonTag,
	boolJsonTag,
	intJsonTag,
	floatJsonTag
]);
/**
* The default schema for the loaders. Note, {@link CORE_SCHEMA} comes
* without the `!!merge` tag. You can easily enable it if needed.
*
* @example
* Enable {@link mergeTag}:
*
* ```javascript
* import { load, CORE_SCHEMA, mergeTag } from 'js-yaml'
*
* try {
*   load(data, { schema: CORE_SCHEMA.withTags(mergeTag) })
* } catch (e) {
*   console.error(e)
* }
* ```
*
* @category Schemas
*/
var CORE_SCHEMA = new Schema([
	...FAILSAFE_SCHEMA.tags,
	nullCoreTag,
	boolCoreTag,
	intCoreTag,
	floatCoreTag
]);
/**
* YAML 1.1-compatible schema.
*
* @category Schemas
*/
var YAML11_SCHEMA = new Schema([
	...FAILSAFE_SCHEMA.tags,
	nullYaml11Tag,
	boolYaml11Tag,
	intYaml11Tag,
	floatYaml11Tag,
	timestampTag,
	mergeTag,
	binaryTag,
	omapTag,
	pairsTag,
	setTag
]);
/**
* The dumper schema for maximum compatibility. It combines all supported type
* variants from YAML 1.1 and YAML 1.2 so strings matching any of them are
* quoted. This makes the generated YAML more compatible with other parsers.
*
* The schema is based on YAML 1.1, but extends `!!int` and `!!float` to accept
* both YAML 1.1 and Core Schema forms, since Core Schema supports some forms
* that YAML 1.1 does not.
*
* @category Schemas
*/
var DUMP_SCHEMA = YAML11_SCHEMA.withTags({
	...intYaml11Tag,
	resolve: (source, isExplicit, tagName) => {
		const result = intYaml11Tag.resolve(source, isExplicit, tagName);
		return result === NOT_RESOLVED ? intCoreTag.resolve(source, isExplicit, tagName) : result;
	}
}, {
	...floatYaml11Tag,
	resolve: (source, isExplicit, tagName) => {
		const result = floatYaml11Tag.resolve(source, isExplicit, tagName);
		return result === NOT_RESOLVED ? floatCoreTag.resolve(source, isExplicit, tagName) : result;
	}
});
//#endregion
//#region src/tag/mapping/real_map.ts
/**
* Recommended when non-string keys are actually needed. It uses native
* JavaScript `Map` objects, so keys keep their constructed types instead of
* being converted to strings.
*
* It is not the default to avoid widespread breaking changes in existing
* projects. `Map` has a different access API and does not pass deep equality
* checks against `{}`-based fixtures. Alongside the other changes in v5,
* making it the default was considered too disruptive.
*
* If these differences are acceptable for your project, we recommend using
* {@link realMapTag} to guarantee the absence of problems and side effects.
*
* @example
* Enable {@link realMapTag}:
*
* ```javascript
* import { load, CORE_SCHEMA, realMapTag } from 'js-yaml'
*
* try {
*   load(data, { schema: CORE_SCHEMA.withTags(realMapTag) })
* } catch (e) {
*   console.error(e)
* }
* ```
*
* @category Tags
*/
var realMapTag = defineMappingTag("tag:yaml.org,2002:map", {
	create: () => /* @__PURE__ */ new Map(),
	addPair: (container, key, value) => {
		container.set(key, value);
		return "";
	},
	has: (container, key) => container.has(key),
	keys: (container) => container.keys(),
	get: (container, key) => container.get(key),
	identify: (data) => data instanceof Map || isPlainObject(data),
	represent: (data) => {
		if (data instanceof Map) return data;
		const map = /* @__PURE__ */ new Map();
		const obj = data;
		for (const key of Object.keys(obj)) map.set(key, obj[key]);
		return map;
	}
});
//#endregion
//#region src/tag/mapping/legacy_map.ts
function normalizeKey(key) {
	if (Array.isArray(key)) {
		const array = Array.prototype.slice.call(key);
		for (let index = 0; index < array.length; index++) {
			if (Array.isArray(array[index])) return null;
			if (typeof array[index] === "object" && Object.prototype.toString.call(array[index]) === "[object Object]") array[index] = "[object Object]";
		}
		return String(array);
	}
	if (typeof key === "object" && Object.prototype.toString.call(key) === "[object Object]") return "[object Object]";
	return String(key);
}
/**
* This implementation exists solely to reproduce v4 behavior exactly. Its use
* is strongly discouraged. If complex or non-string keys are needed, use
* {@link realMapTag} instead.
*
* @category Tags
*/
var legacyMapTag = defineMappingTag("tag:yaml.org,2002:map", {
	create: () => ({}),
	identify: isPlainObject,
	represent: (o) => {
		const map = /* @__PURE__ */ new Map();
		for (const key of Object.keys(o)) map.set(key, o[key]);
		return map;
	},
	addPair: (container, key, value) => {
		const normalizedKey = normalizeKey(key);
		if (normalizedKey === null) return "nested arrays are not supported inside keys";
		if (normalizedKey === "__proto__") Object.defineProperty(container, normalizedKey, {
			value,
			enumerable: true,
			configurable: true,
			writable: true
		});
		else container[normalizedKey] = value;
		return "";
	},
	has: (container, key) => {
		const normalizedKey = normalizeKey(key);
		return normalizedKey !== null && Object.prototype.hasOwnProperty.call(container, normalizedKey);
	},
	keys: (container) => Object.keys(container),
	get: (container, key) => {
		const normalizedKey = String(key);
		if (!Object.prototype.hasOwnProperty.call(container, normalizedKey)) return null;
		return container[normalizedKey];
	}
});
//#endregion
//#region src/common/snippet.ts
var DEFAULT_SNIPPET_OPTIONS = {
	maxLength: 79,
	indent: 1,
	linesBefore: 3,
	linesAfter: 2
};
function getLine(buffer, lineStart, lineEnd, position, maxLineLength) {
	let head = "";
	let tail = "";
	const maxHalfLength = Math.floor(maxLineLength / 2) - 1;
	if (position - lineStart > maxHalfLength) {
		head = " ... ";
		lineStart = position - maxHalfLength + head.length;
	}
	if (lineEnd - position > maxHalfLength) {
		tail = " ...";
		lineEnd = position + maxHalfLength - tail.length;
	}
	return {
		str: head + buffer.slice(lineStart, lineEnd).replace(/\t/g, "→") + tail,
		pos: position - lineStart + head.length
	};
}
function padStart(string, max) {
	return " ".repeat(Math.max(max - string.length, 0)) + string;
}
function makeSnippet(mark, options) {
	if (!mark.buffer) return null;
	const opts = {
		...DEFAULT_SNIPPET_OPTIONS,
		...options
	};
	const re = /\r?\n|\r|\0/g;
	const lineStarts = [0];
	const lineEnds = [];
	let match;
	let foundLineNo = -1;
	while (match = re.exec(mark.buffer)) {
		lineEnds.push(match.index);
		lineStarts.push(match.index + match[0].length);
		if (mark.position <= match.index && foundLineNo < 0) foundLineNo = lineStarts.length - 2;
	}
	if (foundLineNo < 0) foundLineNo = lineStarts.length - 1;
	let result = "";
	const lineNoLength = Math.min(mark.line + opts.linesAfter, lineEnds.length).toString().length;
	const maxLineLength = opts.maxLength - (opts.indent + lineNoLength + 3);
	for (let i = 1; i <= opts.linesBefore; i++) {
		if (foundLineNo - i < 0) break;
		const line = getLine(mark.buffer, lineStarts[foundLineNo - i], lineEnds[foundLineNo - i], mark.position - (lineStarts[foundLineNo] - lineStarts[foundLineNo - i]), maxLineLength);
		result = `${" ".repeat(opts.indent)}${padStart((mark.line - i + 1).toString(), lineNoLength)} | ${line.str}\n${result}`;
	}
	const line = getLine(mark.buffer, lineStarts[foundLineNo], lineEnds[foundLineNo], mark.position, maxLineLength);
	result += `${" ".repeat(opts.indent)}${padStart((mark.line + 1).toString(), lineNoLength)} | ${line.str}\n`;
	result += `${"-".repeat(opts.indent + lineNoLength + 3 + line.pos)}^\n`;
	for (let i = 1; i <= opts.linesAfter; i++) {
		if (foundLineNo + i >= lineEnds.length) break;
		const line = getLine(mark.buffer, lineStarts[foundLineNo + i], lineEnds[foundLineNo + i], mark.position - (lineStarts[foundLineNo] - lineStarts[foundLineNo + i]), maxLineLength);
		result += `${" ".repeat(opts.indent)}${padStart((mark.line + i + 1).toString(), lineNoLength)} | ${line.str}\n`;
	}
	return result.replace(/\n$/, "");
}
//#endregion
//#region src/common/exception.ts
function formatError(exception, compact) {
	let where = "";
	if (!exception.mark) return exception.reason;
	if (exception.mark.name) where += `in "${exception.mark.name}" `;
	where += `(${exception.mark.line + 1}:${exception.mark.column + 1})`;
	if (!compact && exception.mark.snippet) where += `\n\n${exception.mark.snippet}`;
	return `${exception.reason} ${where}`;
}
/**
* A YAML error. Unlike an ordinary `Error`, it adds a source snippet showing
* the location of the problem to the error message, when available.
*
* @category Main
*/
var YAMLException = class YAMLException extends Error {
	reason;
	mark;
	/**
	* Optional `mark` contains source snippet data. Usually, use
	* {@link YAMLException.throwAt} instead of passing it directly.
	*/
	constructor(reason, mark) {
		super();
		this.name = "YAMLException";
		this.reason = reason;
		this.mark = mark;
		this.message = formatError(this, false);
		if (Error.captureStackTrace) Error.captureStackTrace(this, this.constructor);
	}
	/**
	* Returns the formatted error, omitting the source snippet in compact mode.
	*/
	toString(compact) {
		return `${this.name}: ${formatError(this, compact)}`;
	}
	/**
	* Builds a YAMLException with a source snippet and throws it. `source` is
	* the raw input text; `position` is an offset into it.
	*/
	static throwAt(source, position, message, filename = "") {
		let line = 0;
		let lineStart = 0;
		for (let index = 0; index < position; index++) {
			const ch = source.charCodeAt(index);
			if (ch === 10) {
				line++;
				lineStart = index + 1;
			} else if (ch === 13) {
				line++;
				if (source.charCodeAt(index + 1) === 10) index++;
				lineStart = index + 1;
			}
		}
		const mark = {
			name: filename,
			buffer: source,
			position,
			line,
			column: position - lineStart
		};
		mark.snippet = makeSnippet(mark);
		throw new YAMLException(message, mark);
	}
};
//#endregion
//#region src/parser/events.ts
/** @category Events */
var EVENT_ID = {
	DOCUMENT: 1,
	SEQUENCE: 2,
	MAPPING: 3,
	SCALAR: 4,
	ALIAS: 5,
	POP: 6
};
/** @category Nodes */
var SCALAR_STYLE = {
	PLAIN: 1,
	SINGLE_QUOTED: 2,
	DOUBLE_QUOTED: 3,
	LITERAL_BLOCK: 4,
	FOLDED_BLOCK: 5
};
/** @category Nodes */
var COLLECTION_STYLE = {
	BLOCK: 1,
	FLOW: 2
};
/** @category Nodes */
var CHOMPING_MODE = {
	CLIP: 1,
	STRIP: 2,
	KEEP: 3
};
//#endregion
//#region src/parser/parser_scalar.ts
var NO_RANGE$3 = -1;
function simpleEscapeSequence(c) {
	switch (c) {
		case 48: return "\0";
		case 97: return "\x07";
		case 98: return "\b";
		case 116: return "	";
		case 9: return "	";
		case 110: return "\n";
		case 118: return "\v";
		case 102: return "\f";
		case 114: return "\r";
		case 101: return "\x1B";
		case 32: return " ";
		case 34: return "\"";
		case 47: return "/";
		case 92: return "\\";
		case 78: return "";
		case 95: return "\xA0";
		case 76: return "\u2028";
		case 80: return "\u2029";
		default: return "";
	}
}
var simpleEscapeCheck = new Array(256);
var simpleEscapeMap = new Array(256);
for (let i = 0; i < 256; i++) {
	simpleEscapeCheck[i] = simpleEscapeSequence(i) ? 1 : 0;
	simpleEscapeMap[i] = simpleEscapeSequence(i);
}
function charFromCodepoint(c) {
	if (c <= 65535) return String.fromCharCode(c);
	return String.fromCharCode((c - 65536 >> 10) + 55296, (c - 65536 & 1023) + 56320);
}
function fromHexCode$1(c) {
	if (c >= 48 && c <= 57) return c - 48;
	return (c | 32) - 97 + 10;
}
function escapedHexLen$1(c) {
	if (c === 120) return 2;
	if (c === 117) return 4;
	return 8;
}
function skipFoldedBreaks(input, position, end) {
	let breaks = 0;
	while (position < end) {
		const ch = input.charCodeAt(position);
		if (ch === 10) {
			breaks++;
			position++;
		} else if (ch === 13) {
			breaks++;
			position++;
			if (input.charCodeAt(position) === 10) position++;
		} else if (ch === 32 || ch === 9) position++;
		else break;
	}
	return {
		position,
		breaks
	};
}
function foldedBreaks(count) {
	if (count === 1) return " ";
	return "\n".repeat(count - 1);
}
function getPlainValue(input, start, end) {
	let result = "";
	let position = start;
	let captureStart = start;
	let captureEnd = start;
	while (position < end) {
		const ch = input.charCodeAt(position);
		if (ch === 10 || ch === 13) {
			result += input.slice(captureStart, captureEnd);
			const fold = skipFoldedBreaks(input, position, end);
			result += foldedBreaks(fold.breaks);
			position = captureStart = captureEnd = fold.position;
		} else {
			position++;
			if (ch !== 32 && ch !== 9) captureEnd = position;
		}
	}
	return result + input.slice(captureStart, captureEnd);
}
function getSingleQuotedValue(input, start, end) {
	let result = "";
	let position = start;
	let captureStart = start;
	let captureEnd = start;
	while (position < end) {
		const ch = input.charCodeAt(position);
		if (ch === 39) {
			result += input.slice(captureStart, position) + "'";
			position += 2;
			captureStart = captureEnd = position;
		} else if (ch === 10 || ch === 13) {
			result += input.slice(captureStart, captureEnd);
			const fold = skipFoldedBreaks(input, position, end);
			result += foldedBreaks(fold.breaks);
			position = captureStart = captureEnd = fold.position;
		} else {
			position++;
			if (ch !== 32 && ch !== 9) captureEnd = position;
		}
	}
	return result + input.slice(captureStart, end);
}
function getDoubleQuotedValue(input, start, end) {
	let result = "";
	let position = start;
	let captureStart = start;
	let captureEnd = start;
	while (position < end) {
		const ch = input.charCodeAt(position);
		if (ch === 92) {
			result += input.slice(captureStart, position);
			position++;
			const escaped = input.charCodeAt(position);
			if (escaped === 10 || escaped === 13) position = skipFoldedBreaks(input, position, end).position;
			else if (escaped < 256 && simpleEscapeCheck[escaped]) {
				result += simpleEscapeMap[escaped];
				position++;
			} else {
				let hexLength = escapedHexLen$1(escaped);
				let hexResult = 0;
				for (; hexLength > 0; hexLength--) {
					position++;
					const digit = fromHexCode$1(input.charCodeAt(position));
					hexResult = (hexResult << 4) + digit;
				}
				result += charFromCodepoint(hexResult);
				position++;
			}
			captureStart = captureEnd = position;
		} else if (ch === 10 || ch === 13) {
			result += input.slice(captureStart, captureEnd);
			const fold = skipFoldedBreaks(input, position, end);
			result += foldedBreaks(fold.breaks);
			position = captureStart = captureEnd = fold.position;
		} else {
			position++;
			if (ch !== 32 && ch !== 9) captureEnd = position;
		}
	}
	return result + input.slice(captureStart, end);
}
function getBlockValue(input, start, end, indent, chomping, folded) {
	const textIndent = indent < 0 ? 0 : indent;
	const region = input.slice(start, end).replace(/\r\n?/g, "\n");
	const lines = region === "" ? [] : (region.endsWith("\n") ? region.slice(0, -1) : region).split("\n");
	let result = "";
	let didReadContent = false;
	let emptyLines = 0;
	let atMoreIndented = false;
	for (const line of lines) {
		let column = 0;
		while (column < textIndent && line.charCodeAt(column) === 32) column++;
		if (indent < 0 || column >= line.length) {
			emptyLines++;
			continue;
		}
		const content = line.slice(textIndent);
		const first = content.charCodeAt(0);
		if (folded) {
			if (first === 32 || first === 9) {
				atMoreIndented = true;
				result += "\n".repeat(didReadContent ? 1 + emptyLines : emptyLines);
			} else if (atMoreIndented) {
				atMoreIndented = false;
				result += "\n".repeat(emptyLines + 1);
			} else if (emptyLines === 0) {
				if (didReadContent) result += " ";
			} else result += "\n".repeat(emptyLines);
		} else result += "\n".repeat(didReadContent ? 1 + emptyLines : emptyLines);
		result += content;
		didReadContent = true;
		emptyLines = 0;
	}
	if (chomping === CHOMPING_MODE.KEEP) result += "\n".repeat(didReadContent ? 1 + emptyLines : emptyLines);
	else if (chomping !== CHOMPING_MODE.STRIP) {
		if (didReadContent) result += "\n";
	}
	return result;
}
/**
* Decodes the scalar referenced by event offsets in `input`.
*
* @category Events
*/
function getScalarValue(input, scalar) {
	if (scalar.valueStart === NO_RANGE$3) return "";
	const { valueStart, valueEnd } = scalar;
	if (scalar.fast) return input.slice(valueStart, valueEnd);
	switch (scalar.style) {
		case SCALAR_STYLE.SINGLE_QUOTED: return getSingleQuotedValue(input, valueStart, valueEnd);
		case SCALAR_STYLE.DOUBLE_QUOTED: return getDoubleQuotedValue(input, valueStart, valueEnd);
		case SCALAR_STYLE.LITERAL_BLOCK: return getBlockValue(input, valueStart, valueEnd, scalar.indent, scalar.chomping, false);
		case SCALAR_STYLE.FOLDED_BLOCK: return getBlockValue(input, valueStart, valueEnd, scalar.indent, scalar.chomping, true);
		default: return getPlainValue(input, valueStart, valueEnd);
	}
}
//#endregion
//#region src/common/tagname.ts
var DEFAULT_TAG_HANDLERS = Object.assign(Object.create(null), {
	"!": "!",
	"!!": "tag:yaml.org,2002:"
});
var TAG_SUFFIX_CHARS = "-#;/?:@&=+$_.~*'()";
var TAG_URI_CHARS = TAG_SUFFIX_CHARS + "!,[]";
var HEX = "0123456789ABCDEF";
function percentByte(byte) {
	return "%" + HEX[byte >> 4] + HEX[byte & 15];
}
function tagPercentEncode(source, isSuffix) {
	const allowed = isSuffix ? TAG_SUFFIX_CHARS : TAG_URI_CHARS;
	let result = "";
	for (let index = 0; index < source.length; index++) {
		let ch = source.charCodeAt(index);
		if (ch >= 48 && ch <= 57 || ch >= 65 && ch <= 90 || ch >= 97 && ch <= 122 || allowed.includes(source[index])) {
			result += source[index];
			continue;
		}
		if (ch >= 55296 && ch <= 56319) ch = 65536 + ((ch & 1023) << 10) + (source.charCodeAt(++index) & 1023);
		if (ch < 128) result += percentByte(ch);
		else if (ch < 2048) result += percentByte(192 | ch >> 6) + percentByte(128 | ch & 63);
		else if (ch < 65536) result += percentByte(224 | ch >> 12) + percentByte(128 | ch >> 6 & 63) + percentByte(128 | ch & 63);
		else result += percentByte(240 | ch >> 18) + percentByte(128 | ch >> 12 & 63) + percentByte(128 | ch >> 6 & 63) + percentByte(128 | ch & 63);
	}
	return result;
}
function tagPercentDecode(source) {
	let result = "";
	let index = 0;
	while (index < source.length) {
		if (source.charCodeAt(index) !== 37) {
			result += source[index++];
			continue;
		}
		let ch = parseInt(source.slice(index + 1, index + 3), 16);
		index += 3;
		if (ch >= 192) {
			let remaining = ch < 224 ? 1 : ch < 240 ? 2 : 3;
			ch &= (1 << 6 - remaining) - 1;
			while (remaining-- > 0) {
				ch = ch << 6 | parseInt(source.slice(index + 1, index + 3), 16) & 63;
				index += 3;
			}
		}
		if (ch < 65536) result += String.fromCharCode(ch);
		else {
			ch -= 65536;
			result += String.fromCharCode(55296 | ch >> 10, 56320 | ch & 1023);
		}
	}
	return result;
}
function tagNameFull(rawTag, tagHandlers) {
	if (rawTag.startsWith("!<") && rawTag.endsWith(">")) return tagPercentDecode(rawTag.slice(2, -1));
	const handleEnd = rawTag.indexOf("!", 1);
	const handle = handleEnd === -1 ? "!" : rawTag.slice(0, handleEnd + 1);
	return tagPercentDecode(tagHandlers?.[handle] ?? DEFAULT_TAG_HANDLERS[handle] ?? handle) + tagPercentDecode(rawTag.slice(handle.length));
}
function tagNameShort(fullTag) {
	let tag = fullTag;
	if (tag.charCodeAt(0) === 33) {
		tag = tag.slice(1);
		return `!${tagPercentEncode(tag, true)}`;
	}
	if (tag.slice(0, 18) === "tag:yaml.org,2002:") return `!!${tagPercentEncode(tag.slice(18), true)}`;
	return `!<${tagPercentEncode(tag, false)}>`;
}
//#endregion
//#region src/parser/constructor.ts
var NO_RANGE$2 = -1;
var MERGE_TAG_NAME = "tag:yaml.org,2002:merge";
var DEFAULT_CONSTRUCTOR_OPTIONS = {
	filename: "",
	schema: CORE_SCHEMA,
	json: false,
	maxTotalMergeKeys: 1e4,
	maxAliases: -1
};
function eventPosition$1(event) {
	if ("tagStart" in event && event.tagStart !== NO_RANGE$2) return event.tagStart;
	if ("anchorStart" in event && event.anchorStart !== NO_RANGE$2) return event.anchorStart;
	if ("valueStart" in event && event.valueStart !== NO_RANGE$2) return event.valueStart;
	if ("start" in event) return event.start;
	return 0;
}
function throwError$1(state, message) {
	YAMLException.throwAt(state.source, state.position, message, state.filename);
}
function finalizeCollection(state, position, tag, carrier) {
	try {
		return tag.finalize(carrier);
	} catch (error) {
		if (error instanceof YAMLException) throw error;
		YAMLException.throwAt(state.source, position, error instanceof Error ? error.message : String(error), state.filename);
	}
}
function constructScalar(state, event) {
	const source = getScalarValue(state.source, event);
	const rawTag = event.tagStart === NO_RANGE$2 ? "" : state.source.slice(event.tagStart, event.tagEnd);
	const strTag = state.schema.defaultScalarTag;
	if (rawTag !== "") {
		if (rawTag === "!") return {
			value: source,
			tag: strTag
		};
		const tagName = tagNameFull(rawTag, state.tagHandlers);
		const scalarTag = state.schema.lookupScalarTag(tagName);
		if (scalarTag) {
			const result = scalarTag.resolve(source, true, tagName);
			if (result === NOT_RESOLVED) throwError$1(state, `cannot resolve a node with !<${tagName}> explicit tag`);
			return {
				value: result,
				tag: scalarTag
			};
		}
		const collectionTagDef = state.schema.lookupMappingTag(tagName) ?? state.schema.lookupSequenceTag(tagName);
		if (collectionTagDef) {
			if (source !== "") throwError$1(state, `cannot resolve a node with !<${tagName}> explicit tag`);
			const carrier = collectionTagDef.create(tagName);
			return {
				value: collectionTagDef.carrierIsResult ? carrier : finalizeCollection(state, state.position, collectionTagDef, carrier),
				tag: collectionTagDef
			};
		}
		throwError$1(state, `unknown scalar tag !<${tagName}>`);
	}
	if (event.style === SCALAR_STYLE.PLAIN) return state.schema.resolveImplicitScalarTag(source);
	return {
		value: strTag.resolve(source, false, strTag.tagName),
		tag: strTag
	};
}
function collectionTagName(state, event, defaultTagName) {
	const rawTag = event.tagStart === NO_RANGE$2 ? "" : state.source.slice(event.tagStart, event.tagEnd);
	return rawTag === "" || rawTag === "!" ? defaultTagName : tagNameFull(rawTag, state.tagHandlers);
}
function isMappingTag(tag) {
	return tag.nodeKind === "mapping";
}
function chargeMergeWork(state) {
	state.totalMergeKeys++;
	if (state.maxTotalMergeKeys !== -1 && state.totalMergeKeys > state.maxTotalMergeKeys) throwError$1(state, `merge keys exceeded maxTotalMergeKeys (${state.maxTotalMergeKeys})`);
}
function mergeKeys(state, frame, source, sourceTag) {
	chargeMergeWork(state);
	for (const sourceKey of sourceTag.keys(source)) {
		chargeMergeWork(state);
		if (frame.tag.has(frame.value, sourceKey)) continue;
		const err = frame.tag.addPair(frame.value, sourceKey, sourceTag.get(source, sourceKey));
		if (err) throwError$1(state, err);
		frame.overridable ??= /* @__PURE__ */ new Set();
		frame.overridable.add(sourceKey);
	}
}
function mergeSource(state, frame, source, sourceTag) {
	state.position = frame.keyPosition;
	if (isMappingTag(sourceTag)) mergeKeys(state, frame, source, sourceTag);
	else if (sourceTag.nodeKind === "sequence" && Array.isArray(source)) {
		if (source.length > 100) throwError$1(state, "abnormal merge sequence size");
		for (const element of source) {
			const elementTag = state.nodeTags.get(element);
			if (!elementTag) throwError$1(state, "cannot merge mappings; the provided source object is unacceptable");
			mergeKeys(state, frame, element, elementTag);
		}
	} else throwError$1(state, "cannot merge mappings; the provided source object is unacceptable");
}
function addMappingValue(state, frame, key, value, tag) {
	state.position = frame.keyPosition;
	if (frame.keyIsMerge) {
		mergeSource(state, frame, value, tag);
		return;
	}
	if (!state.json && frame.tag.has(frame.value, key) && !frame.overridable?.has(key)) throwError$1(state, "duplicated mapping key");
	const err = frame.tag.addPair(frame.value, key, value);
	if (err) throwError$1(state, err);
	frame.overridable?.delete(key);
}
function addValue(state, value, tag) {
	const frame = state.frames[state.frames.length - 1];
	if (frame.kind === "document") {
		frame.value = value;
		frame.hasValue = true;
	} else if (frame.kind === "sequence") {
		if (isMappingTag(tag)) state.nodeTags.set(value, tag);
		const err = frame.tag.addItem(frame.value, value, frame.index++);
		if (err) throwError$1(state, err);
	} else if (frame.hasKey) {
		const key = frame.key;
		frame.key = void 0;
		frame.hasKey = false;
		addMappingValue(state, frame, key, value, tag);
	} else {
		frame.key = value;
		frame.keyPosition = state.position;
		frame.hasKey = true;
		frame.keyIsMerge = tag.tagName === MERGE_TAG_NAME;
	}
}
function storeAnchor(state, event, value, tag, isValueFinal) {
	if (event.anchorStart !== NO_RANGE$2) {
		const anchor = {
			value,
			tag,
			isValueFinal
		};
		state.anchors.set(state.source.slice(event.anchorStart, event.anchorEnd), anchor);
		return anchor;
	}
	return null;
}
/**
* Constructs JavaScript documents directly from parser events, without an
* intermediate AST.
*
* @category Events
*/
function constructFromEvents(events, options) {
	const state = {
		...DEFAULT_CONSTRUCTOR_OPTIONS,
		...options,
		events,
		documents: [],
		eventIndex: 0,
		position: 0,
		frames: [],
		anchors: /* @__PURE__ */ new Map(),
		nodeTags: /* @__PURE__ */ new Map(),
		tagHandlers: Object.create(null),
		totalMergeKeys: 0,
		aliasCount: 0
	};
	while (state.eventIndex < state.events.length) {
		const event = state.events[state.eventIndex++];
		state.position = eventPosition$1(event);
		switch (event.type) {
			case EVENT_ID.DOCUMENT:
				state.anchors = /* @__PURE__ */ new Map();
				state.nodeTags = /* @__PURE__ */ new Map();
				state.aliasCount = 0;
				state.tagHandlers = Object.create(null);
				for (const directive of event.directives) if (directive.kind === "tag") state.tagHandlers[directive.handle] = directive.prefix;
				state.frames.push({
					kind: "document",
					position: state.position,
					value: void 0,
					hasValue: false
				});
				break;
			case EVENT_ID.SCALAR: {
				const { value, tag } = constructScalar(state, event);
				storeAnchor(state, event, value, tag, true);
				addValue(state, value, tag);
				break;
			}
			case EVENT_ID.SEQUENCE: {
				const tagName = collectionTagName(state, event, "tag:yaml.org,2002:seq");
				const tag = state.schema.lookupSequenceTag(tagName);
				if (!tag) throwError$1(state, `unknown sequence tag !<${tagName}>`);
				const value = tag.create(tagName);
				const anchor = storeAnchor(state, event, value, tag, tag.carrierIsResult);
				state.frames.push({
					kind: "sequence",
					position: state.position,
					value,
					tag,
					anchor,
					index: 0
				});
				break;
			}
			case EVENT_ID.MAPPING: {
				const tagName = collectionTagName(state, event, "tag:yaml.org,2002:map");
				const tag = state.schema.lookupMappingTag(tagName);
				if (!tag) throwError$1(state, `unknown mapping tag !<${tagName}>`);
				const value = tag.create(tagName);
				const anchor = storeAnchor(state, event, value, tag, tag.carrierIsResult);
				state.frames.push({
					kind: "mapping",
					position: state.position,
					value,
					tag,
					anchor,
					key: void 0,
					keyPosition: state.position,
					hasKey: false,
					keyIsMerge: false,
					overridable: null
				});
				break;
			}
			case EVENT_ID.ALIAS: {
				if (state.maxAliases !== -1 && ++state.aliasCount > state.maxAliases) throwError$1(state, `aliases exceeded maxAliases (${state.maxAliases})`);
				const name = state.source.slice(event.anchorStart, event.anchorEnd);
				const anchor = state.anchors.get(name);
				if (!anchor) throwError$1(state, `unidentified alias "${name}"`);
				if (!anchor.isValueFinal) throwError$1(state, `recursive alias "${name}" is not supported for tag ${anchor.tag.tagName} because it uses finalize()`);
				addValue(state, anchor.value, anchor.tag);
				break;
			}
			case EVENT_ID.POP: {
				const frame = state.frames.pop();
				if (frame.kind === "mapping" && frame.hasKey) {
					state.position = frame.keyPosition;
					throwError$1(state, "incomplete mapping pair in event stream");
				}
				if (frame.kind === "document") state.documents.push(frame.value);
				else {
					const value = frame.tag.carrierIsResult ? frame.value : finalizeCollection(state, frame.position, frame.tag, frame.value);
					if (frame.anchor) {
						frame.anchor.value = value;
						frame.anchor.isValueFinal = true;
					}
					addValue(state, value, frame.tag);
				}
				break;
			}
		}
	}
	return state.documents;
}
//#endregion
//#region src/parser/parser.ts
var NO_RANGE$1 = -1;
var HAS_OWN = Object.prototype.hasOwnProperty;
var CONTEXT_FLOW_IN = 1;
var CONTEXT_FLOW_OUT = 2;
var CONTEXT_BLOCK_IN = 3;
var CONTEXT_BLOCK_OUT = 4;
var PATTERN_NON_PRINTABLE = /[\x00-\x08\x0B\x0C\x0E-\x1F\x7F-\x84\x86-\x9F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?:[^\uD800-\uDBFF]|^)[\uDC00-\uDFFF]/;
var PATTERN_FLOW_INDICATORS = /[,\[\]{}]/;
var PATTERN_TAG_HANDLE = /^(?:!|!!|![0-9A-Za-z-]+!)$/;
var NS_URI_CHAR = String.raw`(?:%[0-9A-Fa-f]{2}|[0-9A-Za-z\-#;/?:@&=+$,_.!~*'()\[\]])`;
var NS_TAG_CHAR = String.raw`(?:%[0-9A-Fa-f]{2}|[0-9A-Za-z\-#;/?:@&=+$.~*'()_])`;
var PATTERN_TAG_URI = new RegExp(`^(?:${NS_URI_CHAR})*$`);
var PATTERN_TAG_SUFFIX = new RegExp(`^(?:${NS_TAG_CHAR})+$`);
var PATTERN_TAG_PREFIX = new RegExp(`^(?:!(?:${NS_URI_CHAR})*|${NS_TAG_CHAR}(?:${NS_URI_CHAR})*)$`);
var DEFAULT_PARSER_OPTIONS = {
	filename: "",
	maxDepth: 100
};
function addDocumentEvent(state, explicitStart, explicitEnd) {
	state.events.push({
		type: EVENT_ID.DOCUMENT,
		explicitStart,
		explicitEnd,
		directives: state.directives
	});
}
function addSequenceEvent(state, start, anchorStart, anchorEnd, tagStart, tagEnd, style) {
	state.events.push({
		type: EVENT_ID.SEQUENCE,
		start,
		anchorStart,
		anchorEnd,
		tagStart,
		tagEnd,
		style
	});
}
function addMappingEvent(state, start, anchorStart, anchorEnd, tagStart, tagEnd, style) {
	state.events.push({
		type: EVENT_ID.MAPPING,
		start,
		anchorStart,
		anchorEnd,
		tagStart,
		tagEnd,
		style
	});
}
function insertFlowPairMappingEvent(state, snapshot) {
	state.events.splice(snapshot.eventsLength, 0, {
		type: EVENT_ID.MAPPING,
		start: snapshot.position,
		anchorStart: NO_RANGE$1,
		anchorEnd: NO_RANGE$1,
		tagStart: NO_RANGE$1,
		tagEnd: NO_RANGE$1,
		style: COLLECTION_STYLE.FLOW
	});
}
function addScalarEvent(state, valueStart, valueEnd, anchorStart, anchorEnd, tagStart, tagEnd, style, chomping = CHOMPING_MODE.CLIP, indent = -1, fast = false) {
	state.events.push({
		type: EVENT_ID.SCALAR,
		valueStart,
		valueEnd,
		anchorStart,
		anchorEnd,
		tagStart,
		tagEnd,
		style,
		chomping,
		indent,
		fast
	});
}
function addAliasEvent(state, anchorStart, anchorEnd) {
	state.events.push({
		type: EVENT_ID.ALIAS,
		anchorStart,
		anchorEnd
	});
}
function addPopEvent(state) {
	state.events.push({ type: EVENT_ID.POP });
}
function addEmptyScalarEvent(state) {
	addScalarEvent(state, NO_RANGE$1, NO_RANGE$1, NO_RANGE$1, NO_RANGE$1, NO_RANGE$1, NO_RANGE$1, SCALAR_STYLE.PLAIN);
}
function emptyProperties() {
	return {
		anchorStart: NO_RANGE$1,
		anchorEnd: NO_RANGE$1,
		tagStart: NO_RANGE$1,
		tagEnd: NO_RANGE$1
	};
}
function snapshotState(state) {
	return {
		position: state.position,
		line: state.line,
		lineStart: state.lineStart,
		lineIndent: state.lineIndent,
		firstTabInLine: state.firstTabInLine,
		eventsLength: state.events.length
	};
}
function restoreState(state, snapshot) {
	state.position = snapshot.position;
	state.line = snapshot.line;
	state.lineStart = snapshot.lineStart;
	state.lineIndent = snapshot.lineIndent;
	state.firstTabInLine = snapshot.firstTabInLine;
	state.events.length = snapshot.eventsLength;
}
function throwError(state, message) {
	YAMLException.throwAt(state.input.slice(0, state.length), state.position, message, state.filename);
}
function isEol(c) {
	return c === 10 || c === 13;
}
function isWhiteSpace(c) {
	return c === 9 || c === 32;
}
function isWsOrEol(c) {
	return isWhiteSpace(c) || isEol(c);
}
function isWsOrEolOrEnd(c) {
	return c === 0 || isWsOrEol(c);
}
function isFlowIndicator(c) {
	return c === 44 || c === 91 || c === 93 || c === 123 || c === 125;
}
function fromDecimalCode(c) {
	return c >= 48 && c <= 57 ? c - 48 : -1;
}
function fromHexCode(c) {
	if (c >= 48 && c <= 57) return c - 48;
	const lc = c | 32;
	if (lc >= 97 && lc <= 102) return lc - 97 + 10;
	return -1;
}
function escapedHexLen(c) {
	if (c === 120) return 2;
	if (c === 117) return 4;
	if (c === 85) return 8;
	return 0;
}
function isSimpleEscape(c) {
	return c === 48 || c === 97 || c === 98 || c === 116 || c === 9 || c === 110 || c === 118 || c === 102 || c === 114 || c === 101 || c === 32 || c === 34 || c === 47 || c === 92 || c === 78 || c === 95 || c === 76 || c === 80;
}
function consumeLineBreak(state) {
	if (state.input.charCodeAt(state.position) === 10) state.position++;
	else {
		state.position++;
		if (state.input.charCodeAt(state.position) === 10) state.position++;
	}
	state.line++;
	state.lineStart = state.position;
	state.lineIndent = 0;
	state.firstTabInLine = -1;
}
function skipSeparationSpace(state, allowComments) {
	let lineBreaks = 0;
	let ch = state.input.charCodeAt(state.position);
	let hasSeparation = state.position === state.lineStart || isWsOrEol(state.input.charCodeAt(state.position - 1));
	while (ch !== 0) {
		while (isWhiteSpace(ch)) {
			hasSeparation = true;
			if (ch === 9 && state.firstTabInLine === -1) state.firstTabInLine = state.position;
			ch = state.input.charCodeAt(++state.position);
		}
		if (allowComments && hasSeparation && ch === 35) do
			ch = state.input.charCodeAt(++state.position);
		while (!isEol(ch) && ch !== 0);
		if (!isEol(ch)) break;
		consumeLineBreak(state);
		lineBreaks++;
		hasSeparation = true;
		ch = state.input.charCodeAt(state.position);
		while (ch === 32) {
			state.lineIndent++;
			ch = state.input.charCodeAt(++state.position);
		}
	}
	return lineBreaks;
}
function testDocumentSeparator(state, position = state.position) {
	const ch = state.input.charCodeAt(position);
	if ((ch === 45 || ch === 46) && ch === state.input.charCodeAt(position + 1) && ch === state.input.charCodeAt(position + 2)) {
		const following = state.input.charCodeAt(position + 3);
		return following === 0 || isWsOrEol(following);
	}
	return false;
}
function skipByteOrderMark(state) {
	if (state.position === state.lineStart && state.input.charCodeAt(state.position) === 65279) {
		state.position++;
		state.lineStart = state.position;
	}
}
function testDocumentBoundary(state) {
	if (state.position !== state.lineStart) return false;
	if (testDocumentSeparator(state)) return true;
	if (state.input.charCodeAt(state.position) !== 65279) return false;
	const snapshot = snapshotState(state);
	skipByteOrderMark(state);
	skipSeparationSpace(state, true);
	const ch = state.input.charCodeAt(state.position);
	const result = state.position === state.lineStart && (ch === 37 || ch === 45 && testDocumentSeparator(state));
	restoreState(state, snapshot);
	return result;
}
function skipUntilLineEnd(state) {
	let ch = state.input.charCodeAt(state.position);
	while (ch !== 0 && !isEol(ch)) ch = state.input.charCodeAt(++state.position);
}
function checkPrintable(state, start, end) {
	const match = PATTERN_NON_PRINTABLE.exec(state.input.slice(start, end));
	if (match !== null) {
		state.position = start + match.index + match[0].length - 1;
		throwError(state, "the stream contains non-printable characters");
	}
}
function readTagProperty(state, props, inFlow) {
	if (state.input.charCodeAt(state.position) !== 33) return false;
	if (props.tagStart !== NO_RANGE$1) throwError(state, "duplication of a tag property");
	const start = state.position;
	let isVerbatim = false;
	let isNamed = false;
	let tagHandle = "!";
	let ch = state.input.charCodeAt(++state.position);
	if (ch === 60) {
		isVerbatim = true;
		ch = state.input.charCodeAt(++state.position);
	} else if (ch === 33) {
		isNamed = true;
		tagHandle = "!!";
		ch = state.input.charCodeAt(++state.position);
	}
	let suffixStart = state.position;
	let tagName;
	if (isVerbatim) {
		while (ch !== 0 && ch !== 62) ch = state.input.charCodeAt(++state.position);
		if (ch !== 62) throwError(state, "unexpected end of the stream within a verbatim tag");
		tagName = state.input.slice(suffixStart, state.position);
		state.position++;
	} else {
		while (ch !== 0 && !isWsOrEol(ch) && !(inFlow && isFlowIndicator(ch))) {
			if (ch === 33) {
				if (!isNamed) {
					tagHandle = state.input.slice(suffixStart - 1, state.position + 1);
					if (!PATTERN_TAG_HANDLE.test(tagHandle)) throwError(state, "named tag handle cannot contain such characters");
					isNamed = true;
					suffixStart = state.position + 1;
				} else throwError(state, "tag suffix cannot contain exclamation marks");
			}
			ch = state.input.charCodeAt(++state.position);
		}
		tagName = state.input.slice(suffixStart, state.position);
		if (PATTERN_FLOW_INDICATORS.test(tagName)) throwError(state, "tag suffix cannot contain flow indicator characters");
	}
	if (tagName && !(isVerbatim ? PATTERN_TAG_URI.test(tagName) : PATTERN_TAG_SUFFIX.test(tagName))) throwError(state, `tag name cannot contain such characters: ${tagName}`);
	if (!isVerbatim && tagHandle !== "!" && tagHandle !== "!!" && !HAS_OWN.call(state.tagHandlers, tagHandle)) throwError(state, `undeclared tag handle "${tagHandle}"`);
	props.tagStart = start;
	props.tagEnd = state.position;
	return true;
}
function readAnchorProperty(state, props) {
	if (state.input.charCodeAt(state.position) !== 38) return false;
	if (props.anchorStart !== NO_RANGE$1) throwError(state, "duplication of an anchor property");
	state.position++;
	const start = state.position;
	while (state.input.charCodeAt(state.position) !== 0 && !isWsOrEol(state.input.charCodeAt(state.position)) && !isFlowIndicator(state.input.charCodeAt(state.position))) state.position++;
	if (state.position === start) throwError(state, "name of an anchor node must contain at least one character");
	props.anchorStart = start;
	props.anchorEnd = state.position;
	return true;
}
function readAlias(state, props) {
	if (state.input.charCodeAt(state.position) !== 42) return false;
	if (props.anchorStart !== NO_RANGE$1 || props.tagStart !== NO_RANGE$1) throwError(state, "alias node should not have any properties");
	state.position++;
	const start = state.position;
	while (state.input.charCodeAt(state.position) !== 0 && !isWsOrEol(state.input.charCodeAt(state.position)) && !isFlowIndicator(state.input.charCodeAt(state.position))) state.position++;
	if (state.position === start) throwError(state, "name of an alias node must contain at least one character");
	addAliasEvent(state, start, state.position);
	return true;
}
function readFlowScalarBreak(state, nodeIndent) {
	skipSeparationSpace(state, false);
	if (state.lineIndent < nodeIndent) throwError(state, "deficient indentation");
}
function readSingleQuotedScalar(state, nodeIndent, props) {
	if (state.input.charCodeAt(state.position) !== 39) return false;
	state.position++;
	const start = state.position;
	let simple = true;
	while (state.input.charCodeAt(state.position) !== 0) {
		const ch = state.input.charCodeAt(state.position);
		if (ch === 39) {
			if (state.input.charCodeAt(state.position + 1) === 39) {
				simple = false;
				state.position += 2;
				continue;
			}
			const end = state.position;
			state.position++;
			addScalarEvent(state, start, end, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, SCALAR_STYLE.SINGLE_QUOTED, CHOMPING_MODE.CLIP, -1, simple);
			return true;
		}
		if (isEol(ch)) {
			simple = false;
			readFlowScalarBreak(state, nodeIndent);
		} else if (state.position === state.lineStart && testDocumentSeparator(state)) throwError(state, "unexpected end of the document within a single quoted scalar");
		else if (ch !== 9 && ch < 32) throwError(state, "expected valid JSON character");
		else state.position++;
	}
	throwError(state, "unexpected end of the stream within a single quoted scalar");
}
function readDoubleQuotedScalar(state, nodeIndent, props) {
	if (state.input.charCodeAt(state.position) !== 34) return false;
	state.position++;
	const start = state.position;
	let simple = true;
	while (state.input.charCodeAt(state.position) !== 0) {
		const ch = state.input.charCodeAt(state.position);
		if (ch === 34) {
			const end = state.position;
			state.position++;
			addScalarEvent(state, start, end, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, SCALAR_STYLE.DOUBLE_QUOTED, CHOMPING_MODE.CLIP, -1, simple);
			return true;
		}
		if (ch === 92) {
			simple = false;
			const escaped = state.input.charCodeAt(++state.position);
			if (isEol(escaped)) readFlowScalarBreak(state, nodeIndent);
			else if (isSimpleEscape(escaped)) state.position++;
			else {
				let hexLength = escapedHexLen(escaped);
				if (hexLength === 0) throwError(state, "unknown escape sequence");
				while (hexLength-- > 0) {
					state.position++;
					if (fromHexCode(state.input.charCodeAt(state.position)) < 0) throwError(state, "expected hexadecimal character");
				}
				state.position++;
			}
		} else if (isEol(ch)) {
			simple = false;
			readFlowScalarBreak(state, nodeIndent);
		} else if (state.position === state.lineStart && testDocumentSeparator(state)) throwError(state, "unexpected end of the document within a double quoted scalar");
		else if (ch !== 9 && ch < 32) throwError(state, "expected valid JSON character");
		else state.position++;
	}
	throwError(state, "unexpected end of the stream within a double quoted scalar");
}
function readBlockScalar(state, parentIndent, props) {
	const ch = state.input.charCodeAt(state.position);
	let chomping = CHOMPING_MODE.CLIP;
	let indent = -1;
	let detectedIndent = false;
	if (ch !== 124 && ch !== 62) return false;
	const style = ch === 124 ? SCALAR_STYLE.LITERAL_BLOCK : SCALAR_STYLE.FOLDED_BLOCK;
	state.position++;
	while (state.input.charCodeAt(state.position) !== 0) {
		const current = state.input.charCodeAt(state.position);
		const digit = fromDecimalCode(current);
		if (current === 43 || current === 45) {
			if (chomping !== CHOMPING_MODE.CLIP) throwError(state, "repeat of a chomping mode identifier");
			chomping = current === 43 ? CHOMPING_MODE.KEEP : CHOMPING_MODE.STRIP;
			state.position++;
		} else if (digit >= 0) {
			if (digit === 0) throwError(state, "bad explicit indentation width of a block scalar; it cannot be less than one");
			if (detectedIndent) throwError(state, "repeat of an indentation width identifier");
			indent = parentIndent + digit - 1;
			detectedIndent = true;
			state.position++;
		} else break;
	}
	let hadWhitespace = false;
	while (isWhiteSpace(state.input.charCodeAt(state.position))) {
		hadWhitespace = true;
		state.position++;
	}
	if (hadWhitespace && state.input.charCodeAt(state.position) === 35) skipUntilLineEnd(state);
	if (isEol(state.input.charCodeAt(state.position))) consumeLineBreak(state);
	else if (state.input.charCodeAt(state.position) !== 0) throwError(state, "a line break is expected");
	let contentIndent = detectedIndent ? indent : -1;
	let maxLeadingIndent = 0;
	const valueStart = state.position;
	let valueEnd = state.position;
	while (state.input.charCodeAt(state.position) !== 0) {
		const linePosition = state.position;
		let column = 0;
		while (state.input.charCodeAt(linePosition + column) === 32) column++;
		const first = state.input.charCodeAt(linePosition + column);
		if (first === 0) {
			if (contentIndent >= 0) {
				if (column > contentIndent) valueEnd = linePosition + column;
			} else if (column > 0) valueEnd = linePosition + column;
			break;
		}
		if (testDocumentBoundary(state)) break;
		if (!detectedIndent && contentIndent === -1 && isEol(first)) maxLeadingIndent = Math.max(maxLeadingIndent, column);
		if (!detectedIndent && contentIndent === -1 && !isEol(first)) {
			if (first === 9 && column < parentIndent) {
				state.position = linePosition + column;
				throwError(state, "tab characters must not be used in indentation");
			}
			if (column >= parentIndent && column < maxLeadingIndent) {
				state.position = linePosition + column;
				throwError(state, "bad indentation of a mapping entry");
			}
		}
		if (contentIndent === -1 && first !== 0 && !isEol(first) && column < parentIndent) {
			state.lineIndent = column;
			state.position = linePosition + column;
			break;
		}
		if (!detectedIndent && first !== 0 && !isEol(first) && contentIndent === -1) contentIndent = column;
		const requiredIndent = contentIndent === -1 ? parentIndent + 1 : contentIndent;
		if (first !== 0 && !isEol(first) && column < requiredIndent) {
			state.lineIndent = column;
			state.position = linePosition + column;
			break;
		}
		skipUntilLineEnd(state);
		valueEnd = state.position;
		if (isEol(state.input.charCodeAt(state.position))) {
			consumeLineBreak(state);
			valueEnd = state.position;
		}
	}
	checkPrintable(state, valueStart, valueEnd);
	addScalarEvent(state, valueStart, valueEnd, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, style, chomping, contentIndent);
	return true;
}
function canStartPlainScalar(state, nodeContext) {
	const ch = state.input.charCodeAt(state.position);
	const inFlow = nodeContext === CONTEXT_FLOW_IN;
	if (ch === 0 || isWsOrEol(ch) || ch === 35 || ch === 38 || ch === 42 || ch === 33 || ch === 124 || ch === 62 || ch === 39 || ch === 34 || ch === 37 || ch === 64 || ch === 96 || isFlowIndicator(ch)) return false;
	if (ch === 63 || ch === 45) {
		const following = state.input.charCodeAt(state.position + 1);
		if (isWsOrEolOrEnd(following) || inFlow && isFlowIndicator(following)) return false;
	}
	return true;
}
function readPlainScalar(state, nodeIndent, nodeContext, props) {
	if (!canStartPlainScalar(state, nodeContext)) return false;
	const start = state.position;
	let end = state.position;
	let ch = state.input.charCodeAt(state.position);
	const inFlow = nodeContext === CONTEXT_FLOW_IN;
	let multiline = false;
	while (ch !== 0) {
		if (testDocumentBoundary(state)) break;
		if (ch === 58) {
			const following = state.input.charCodeAt(state.position + 1);
			if (isWsOrEolOrEnd(following) || inFlow && isFlowIndicator(following)) break;
		} else if (ch === 35) {
			if (isWsOrEol(state.input.charCodeAt(state.position - 1))) break;
		} else if (inFlow && isFlowIndicator(ch)) break;
		else if (isEol(ch)) {
			const savedPosition = state.position;
			const savedLine = state.line;
			const savedLineStart = state.lineStart;
			const savedLineIndent = state.lineIndent;
			skipSeparationSpace(state, false);
			if (state.lineIndent >= nodeIndent) {
				multiline = true;
				ch = state.input.charCodeAt(state.position);
				continue;
			}
			state.position = savedPosition;
			state.line = savedLine;
			state.lineStart = savedLineStart;
			state.lineIndent = savedLineIndent;
			break;
		}
		if (!isWhiteSpace(ch)) end = state.position + 1;
		ch = state.input.charCodeAt(++state.position);
	}
	if (end === start) return false;
	checkPrintable(state, start, end);
	addScalarEvent(state, start, end, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, SCALAR_STYLE.PLAIN, CHOMPING_MODE.CLIP, -1, !multiline);
	return true;
}
function skipFlowSeparationSpace(state, nodeIndent) {
	const startLine = state.line;
	skipSeparationSpace(state, true);
	if (state.line > startLine && state.lineIndent < nodeIndent || state.firstTabInLine !== -1 && state.lineIndent < nodeIndent) throwError(state, "deficient indentation");
}
function readFlowCollection(state, nodeIndent, props) {
	const ch = state.input.charCodeAt(state.position);
	const isMapping = ch === 123;
	const start = state.position;
	let readNext = true;
	if (ch !== 91 && ch !== 123) return false;
	const terminator = isMapping ? 125 : 93;
	if (isMapping) addMappingEvent(state, start, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, COLLECTION_STYLE.FLOW);
	else addSequenceEvent(state, start, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, COLLECTION_STYLE.FLOW);
	state.position++;
	while (state.input.charCodeAt(state.position) !== 0) {
		skipFlowSeparationSpace(state, nodeIndent);
		let ch = state.input.charCodeAt(state.position);
		if (ch === terminator) {
			state.position++;
			addPopEvent(state);
			return true;
		} else if (!readNext) throwError(state, "missed comma between flow collection entries");
		else if (ch === 44) throwError(state, "expected the node content, but found ','");
		let isPair = false;
		let isExplicitPair = false;
		if (ch === 63 && isWsOrEol(state.input.charCodeAt(state.position + 1))) {
			isPair = isExplicitPair = true;
			state.position += 1;
			skipFlowSeparationSpace(state, nodeIndent);
		}
		const entryLine = state.line;
		const entryStart = snapshotState(state);
		const keyWasRead = parseNode(state, nodeIndent, CONTEXT_FLOW_IN, false, true);
		skipFlowSeparationSpace(state, nodeIndent);
		ch = state.input.charCodeAt(state.position);
		if ((isMapping || isExplicitPair || state.line === entryLine) && ch === 58) {
			isPair = true;
			state.position++;
			skipFlowSeparationSpace(state, nodeIndent);
			if (!isMapping) {
				insertFlowPairMappingEvent(state, entryStart);
				if (!keyWasRead) addEmptyScalarEvent(state);
			} else if (!keyWasRead) addEmptyScalarEvent(state);
			if (!parseNode(state, nodeIndent, CONTEXT_FLOW_IN, false, true)) addEmptyScalarEvent(state);
			skipFlowSeparationSpace(state, nodeIndent);
			if (!isMapping) addPopEvent(state);
		} else if (isMapping && isPair) {
			if (!keyWasRead) addEmptyScalarEvent(state);
			addEmptyScalarEvent(state);
		} else if (isMapping) addEmptyScalarEvent(state);
		else if (isPair) {
			insertFlowPairMappingEvent(state, entryStart);
			if (!keyWasRead) addEmptyScalarEvent(state);
			addEmptyScalarEvent(state);
			addPopEvent(state);
		}
		ch = state.input.charCodeAt(state.position);
		if (ch === 44) {
			readNext = true;
			state.position++;
		} else readNext = false;
	}
	throwError(state, "unexpected end of the stream within a flow collection");
}
function readBlockSequence(state, nodeIndent, props) {
	if (state.firstTabInLine !== -1 || state.input.charCodeAt(state.position) !== 45 || !isWsOrEolOrEnd(state.input.charCodeAt(state.position + 1))) return false;
	addSequenceEvent(state, state.position, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, COLLECTION_STYLE.BLOCK);
	while (state.input.charCodeAt(state.position) === 45 && isWsOrEolOrEnd(state.input.charCodeAt(state.position + 1))) {
		if (state.firstTabInLine !== -1) {
			state.position = state.firstTabInLine;
			throwError(state, "tab characters must not be used in indentation");
		}
		const entryLine = state.line;
		state.position++;
		const hadBreak = skipSeparationSpace(state, true) > 0;
		if (state.firstTabInLine !== -1 && state.input.charCodeAt(state.position) === 45 && isWsOrEolOrEnd(state.input.charCodeAt(state.position + 1))) throwError(state, "bad indentation of a sequence entry");
		if (hadBreak && state.lineIndent <= nodeIndent) addEmptyScalarEvent(state);
		else parseNode(state, nodeIndent, CONTEXT_BLOCK_IN, false, true);
		skipSeparationSpace(state, true);
		if (state.lineIndent < nodeIndent || state.position >= state.length) break;
		if (state.lineIndent > nodeIndent) throwError(state, "bad indentation of a sequence entry");
		if (state.line === entryLine && state.input.charCodeAt(state.position) === 45 && isWsOrEolOrEnd(state.input.charCodeAt(state.position + 1))) throwError(state, "bad indentation of a sequence entry");
	}
	addPopEvent(state);
	return true;
}
function readBlockMapping(state, nodeIndent, flowIndent, props) {
	let atExplicitKey = false;
	let detected = false;
	let mappingOpened = false;
	let pendingExplicitKey = false;
	if (state.firstTabInLine !== -1) return false;
	let ch = state.input.charCodeAt(state.position);
	while (ch !== 0) {
		if (!atExplicitKey && state.firstTabInLine !== -1) {
			state.position = state.firstTabInLine;
			throwError(state, "tab characters must not be used in indentation");
		}
		const following = state.input.charCodeAt(state.position + 1);
		const entryLine = state.line;
		if ((ch === 63 || ch === 58) && isWsOrEolOrEnd(following)) {
			if (!mappingOpened) {
				addMappingEvent(state, state.position, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, COLLECTION_STYLE.BLOCK);
				mappingOpened = true;
			}
			if (ch === 63) {
				if (atExplicitKey) addEmptyScalarEvent(state);
				detected = true;
				atExplicitKey = true;
			} else if (atExplicitKey) atExplicitKey = false;
			else {
				addEmptyScalarEvent(state);
				detected = true;
				atExplicitKey = false;
			}
			state.position += 1;
			pendingExplicitKey = true;
		} else {
			if (atExplicitKey) {
				addEmptyScalarEvent(state);
				atExplicitKey = false;
			}
			const beforeKey = snapshotState(state);
			if (!parseNode(state, flowIndent, CONTEXT_FLOW_OUT, false, true)) break;
			if (state.line === entryLine) {
				ch = state.input.charCodeAt(state.position);
				while (isWhiteSpace(ch)) ch = state.input.charCodeAt(++state.position);
				if (ch === 58) {
					ch = state.input.charCodeAt(++state.position);
					if (!isWsOrEolOrEnd(ch)) throwError(state, "a whitespace character is expected after the key-value separator within a block mapping");
					if (!mappingOpened) {
						state.events.splice(beforeKey.eventsLength, 0, {
							type: EVENT_ID.MAPPING,
							start: beforeKey.position,
							anchorStart: props.anchorStart,
							anchorEnd: props.anchorEnd,
							tagStart: props.tagStart,
							tagEnd: props.tagEnd,
							style: COLLECTION_STYLE.BLOCK
						});
						mappingOpened = true;
					}
					detected = true;
					atExplicitKey = false;
					pendingExplicitKey = false;
				} else if (detected) throwError(state, "expected ':' after a mapping key");
				else {
					if (props.anchorStart !== NO_RANGE$1 || props.tagStart !== NO_RANGE$1) {
						restoreState(state, beforeKey);
						return false;
					}
					return true;
				}
			} else if (detected) throwError(state, "can not read a block mapping entry; a multiline key may not be an implicit key");
			else {
				if (props.anchorStart !== NO_RANGE$1 || props.tagStart !== NO_RANGE$1) {
					restoreState(state, beforeKey);
					return false;
				}
				return true;
			}
		}
		if (parseNode(state, nodeIndent, CONTEXT_BLOCK_OUT, true, pendingExplicitKey)) pendingExplicitKey = false;
		if (!atExplicitKey) {
			if (pendingExplicitKey) {
				addEmptyScalarEvent(state);
				pendingExplicitKey = false;
			}
		}
		skipSeparationSpace(state, true);
		ch = state.input.charCodeAt(state.position);
		if ((state.line === entryLine || state.lineIndent > nodeIndent) && ch !== 0) throwError(state, "bad indentation of a mapping entry");
		else if (state.lineIndent < nodeIndent) break;
	}
	if (!detected) return false;
	if (atExplicitKey) addEmptyScalarEvent(state);
	if (mappingOpened) addPopEvent(state);
	return true;
}
function parseNode(state, parentIndent, nodeContext, allowToSeek, allowCompact, allowPropertyMapping = true) {
	if (state.depth >= state.maxDepth) throwError(state, `nesting exceeded maxDepth (${state.maxDepth})`);
	state.depth++;
	let indentStatus = 1;
	let atNewLine = false;
	let hasContent = false;
	let propertyStart = null;
	const props = emptyProperties();
	let allowBlockScalars = nodeContext === CONTEXT_BLOCK_OUT || nodeContext === CONTEXT_BLOCK_IN;
	let allowBlockCollections = allowBlockScalars;
	const allowBlockStyles = allowBlockScalars;
	if (allowToSeek && skipSeparationSpace(state, true)) {
		atNewLine = true;
		if (state.lineIndent > parentIndent) indentStatus = 1;
		else if (state.lineIndent === parentIndent) indentStatus = 0;
		else indentStatus = -1;
	}
	if (indentStatus === 1) while (true) {
		const ch = state.input.charCodeAt(state.position);
		const propertyState = snapshotState(state);
		if (atNewLine && indentStatus !== 1 && (ch === 33 || ch === 38)) break;
		if (atNewLine && allowBlockStyles && (props.tagStart !== NO_RANGE$1 || props.anchorStart !== NO_RANGE$1) && (ch === 33 || ch === 38)) {
			const fallbackState = snapshotState(state);
			const flowIndent = parentIndent + 1;
			if (readBlockMapping(state, state.position - state.lineStart, flowIndent, props) && state.events[fallbackState.eventsLength]?.type === EVENT_ID.MAPPING) {
				state.depth--;
				return true;
			}
			restoreState(state, fallbackState);
		}
		if (atNewLine && (ch === 33 && props.tagStart !== NO_RANGE$1 || ch === 38 && props.anchorStart !== NO_RANGE$1)) break;
		if (!readTagProperty(state, props, nodeContext === CONTEXT_FLOW_IN) && !readAnchorProperty(state, props)) break;
		if (propertyStart === null) propertyStart = propertyState;
		if (skipSeparationSpace(state, true)) {
			atNewLine = true;
			allowBlockCollections = allowBlockStyles;
			if (state.lineIndent > parentIndent) indentStatus = 1;
			else if (state.lineIndent === parentIndent) indentStatus = 0;
			else indentStatus = -1;
		} else allowBlockCollections = false;
	}
	if (allowBlockCollections) allowBlockCollections = atNewLine || allowCompact;
	if (indentStatus === 1 || nodeContext === CONTEXT_BLOCK_OUT) {
		const flowIndent = nodeContext === CONTEXT_FLOW_IN || nodeContext === CONTEXT_FLOW_OUT ? parentIndent : parentIndent + 1;
		const blockIndent = state.position - state.lineStart;
		if (indentStatus === 1) {
			if (allowBlockCollections && (readBlockSequence(state, blockIndent, props) || readBlockMapping(state, blockIndent, flowIndent, props)) || readFlowCollection(state, flowIndent, props)) hasContent = true;
			else {
				const ch = state.input.charCodeAt(state.position);
				if (propertyStart !== null && allowPropertyMapping && allowBlockStyles && !allowBlockCollections && ch !== 124 && ch !== 62) {
					const fallbackState = snapshotState(state);
					const propertyIndent = propertyStart.position - propertyStart.lineStart;
					restoreState(state, propertyStart);
					if (readBlockMapping(state, propertyIndent, flowIndent, emptyProperties()) && state.events[fallbackState.eventsLength]?.type === EVENT_ID.MAPPING) hasContent = true;
					else restoreState(state, fallbackState);
				}
				if (!hasContent && (allowBlockScalars && readBlockScalar(state, flowIndent, props) || readSingleQuotedScalar(state, flowIndent, props) || readDoubleQuotedScalar(state, flowIndent, props) || readAlias(state, props) || readPlainScalar(state, flowIndent, nodeContext, props))) hasContent = true;
			}
		} else if (indentStatus === 0) hasContent = allowBlockCollections && readBlockSequence(state, blockIndent, props);
	}
	allowBlockScalars = allowBlockScalars && !hasContent;
	if (!hasContent && (props.anchorStart !== NO_RANGE$1 || props.tagStart !== NO_RANGE$1 || allowBlockScalars)) {
		addScalarEvent(state, NO_RANGE$1, NO_RANGE$1, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, SCALAR_STYLE.PLAIN);
		hasContent = true;
	}
	state.depth--;
	return hasContent || props.anchorStart !== NO_RANGE$1 || props.tagStart !== NO_RANGE$1;
}
function readDirective(state) {
	if (state.lineIndent > 0 || state.input.charCodeAt(state.position) !== 37) return false;
	state.position++;
	const nameStart = state.position;
	while (state.input.charCodeAt(state.position) !== 0 && !isWsOrEol(state.input.charCodeAt(state.position))) state.position++;
	const name = state.input.slice(nameStart, state.position);
	const args = [];
	if (name.length === 0) throwError(state, "directive name must not be less than one character in length");
	while (state.input.charCodeAt(state.position) !== 0 && !isEol(state.input.charCodeAt(state.position))) {
		while (isWhiteSpace(state.input.charCodeAt(state.position))) state.position++;
		if (state.input.charCodeAt(state.position) === 35 || isEol(state.input.charCodeAt(state.position)) || state.input.charCodeAt(state.position) === 0) break;
		const start = state.position;
		while (state.input.charCodeAt(state.position) !== 0 && !isWsOrEol(state.input.charCodeAt(state.position))) state.position++;
		args.push(state.input.slice(start, state.position));
	}
	if (isEol(state.input.charCodeAt(state.position))) consumeLineBreak(state);
	if (name === "YAML") {
		if (state.directives.some((directive) => directive.kind === "yaml")) throwError(state, "duplication of %YAML directive");
		if (args.length !== 1) throwError(state, "YAML directive accepts exactly one argument");
		const match = /^([0-9]+)\.([0-9]+)$/.exec(args[0]);
		if (match === null) throwError(state, "ill-formed argument of the YAML directive");
		if (parseInt(match[1], 10) !== 1) throwError(state, "unacceptable YAML version of the document");
		state.directives.push({
			kind: "yaml",
			version: args[0]
		});
	} else if (name === "TAG") {
		if (args.length !== 2) throwError(state, "TAG directive accepts exactly two arguments");
		const [handle, prefix] = args;
		if (!PATTERN_TAG_HANDLE.test(handle)) throwError(state, "ill-formed tag handle (first argument) of the TAG directive");
		if (HAS_OWN.call(state.tagHandlers, handle)) throwError(state, `there is a previously declared suffix for "${handle}" tag handle`);
		if (!PATTERN_TAG_PREFIX.test(prefix)) throwError(state, "ill-formed tag prefix (second argument) of the TAG directive");
		state.tagHandlers[handle] = prefix;
		state.directives.push({
			kind: "tag",
			handle,
			prefix
		});
	}
	return true;
}
function readDocument(state) {
	state.directives = [];
	state.tagHandlers = Object.create(null);
	let hasDirectives = false;
	skipSeparationSpace(state, true);
	while (readDirective(state)) {
		hasDirectives = true;
		skipSeparationSpace(state, true);
	}
	let explicitStart = false;
	let explicitEnd = false;
	let allowCompact = true;
	if (state.lineIndent === 0 && state.input.charCodeAt(state.position) === 45 && state.input.charCodeAt(state.position + 1) === 45 && state.input.charCodeAt(state.position + 2) === 45 && isWsOrEolOrEnd(state.input.charCodeAt(state.position + 3))) {
		explicitStart = true;
		const markerLine = state.line;
		state.position += 3;
		skipSeparationSpace(state, true);
		allowCompact = state.line > markerLine;
	} else if (hasDirectives) throwError(state, "directives end mark is expected");
	const documentEventIndex = state.events.length;
	if (!explicitStart && state.position === state.lineStart && state.input.charCodeAt(state.position) === 46 && testDocumentSeparator(state)) {
		state.position += 3;
		skipSeparationSpace(state, true);
		return;
	}
	addDocumentEvent(state, explicitStart, false);
	if (!parseNode(state, state.lineIndent - 1, CONTEXT_BLOCK_OUT, false, allowCompact, allowCompact)) addEmptyScalarEvent(state);
	skipSeparationSpace(state, true);
	if (state.position === state.lineStart && testDocumentSeparator(state)) {
		explicitEnd = state.input.charCodeAt(state.position) === 46;
		if (explicitEnd) {
			const markerLine = state.line;
			state.position += 3;
			skipSeparationSpace(state, true);
			if (state.line === markerLine && state.position < state.length) throwError(state, "end of the stream or a document separator is expected");
		}
	}
	const documentEvent = state.events[documentEventIndex];
	if (documentEvent?.type === EVENT_ID.DOCUMENT) documentEvent.explicitEnd = explicitEnd;
	addPopEvent(state);
	if (!explicitEnd && state.position < state.length && !testDocumentBoundary(state)) throwError(state, "end of the stream or a document separator is expected");
}
/**
* Parses YAML into a flat event stream referencing source text by offsets.
*
* @category Events
*/
function parseEvents(input, options) {
	const length = input.length;
	const state = {
		...DEFAULT_PARSER_OPTIONS,
		...options,
		input: `${input}\0`,
		length,
		position: 0,
		line: 0,
		lineStart: 0,
		lineIndent: 0,
		firstTabInLine: -1,
		depth: 0,
		directives: [],
		tagHandlers: Object.create(null),
		events: []
	};
	const nullpos = input.indexOf("\0");
	if (nullpos !== -1) YAMLException.throwAt(input, nullpos, "null byte is not allowed in input", state.filename);
	while (state.position < state.length) {
		skipByteOrderMark(state);
		skipSeparationSpace(state, true);
		if (state.position >= state.length) break;
		const documentStart = state.position;
		readDocument(state);
		if (state.position === documentStart)
 /* c8 ignore next */
		throwError(state, "can not read a document");
	}
	return state.events;
}
//#endregion
//#region src/load.ts
var DEFAULT_LOAD_OPTIONS = {
	...DEFAULT_PARSER_OPTIONS,
	...DEFAULT_CONSTRUCTOR_OPTIONS
};
function loadDocuments(input, options = {}) {
	const opts = {
		...DEFAULT_LOAD_OPTIONS,
		...options
	};
	const source = String(input);
	const PARSER_OPT_KEYS = Object.keys(DEFAULT_PARSER_OPTIONS);
	const CONSTRUCTOR_OPT_KEYS = Object.keys(DEFAULT_CONSTRUCTOR_OPTIONS);
	return constructFromEvents(parseEvents(source, pick(opts, PARSER_OPT_KEYS)), {
		...pick(opts, CONSTRUCTOR_OPT_KEYS),
		source
	});
}
function loadAll(input, iteratorOrOptions, options) {
	let iterator = null;
	if (typeof iteratorOrOptions === "function") iterator = iteratorOrOptions;
	else if (iteratorOrOptions !== null && typeof iteratorOrOptions === "object") options = iteratorOrOptions;
	const documents = loadDocuments(input, options);
	if (iterator === null) return documents;
	for (const document of documents) iterator(document);
}
/**
* Parses `string` as a single YAML document. Throws {@link YAMLException} on
* error. This function does not understand multi-document or empty sources; it
* throws an exception on those.
*
* > [!NOTE]
* > 1. When processing untrusted input, see the
* >    [security considerations](../docs/safety.md).
* > 2. All exceptions MUST be caught, not just {@link YAMLException}.
* > 3. The default {@link CORE_SCHEMA} comes without the `!!merge` tag. You can
* >    easily enable it if needed.
* > 4. The default {@link mapTag} is `{}`-object based, with known limitations
* >    (see description). For full compatibility use {@link realMapTag}
* >    instead (it uses native JS `Map`).
*
* @example
* Enable {@link mergeTag} and {@link realMapTag}:
*
* ```javascript
* import { load, CORE_SCHEMA, mergeTag, realMapTag } from 'js-yaml'
*
* try {
*   load(data, { schema: CORE_SCHEMA.withTags(mergeTag, realMapTag) })
* } catch (e) {
*   console.error(e)
* }
* ```
*
* @category Main
*/
function load(input, options) {
	const documents = loadDocuments(input, options);
	if (documents.length === 0) throw new YAMLException("expected a document, but the input is empty");
	if (documents.length === 1) return documents[0];
	throw new YAMLException("expected a single document in the stream, but found more");
}
//#endregion
//#region src/ast/from_js.ts
var INVALID = Symbol("INVALID");
function buildRepresentTypes(schema) {
	const defaultTags = new Set([
		schema.defaultScalarTag,
		schema.defaultSequenceTag,
		schema.defaultMappingTag
	].filter((t) => t !== void 0));
	const implicitScalars = schema.implicitScalarTags;
	const explicitTags = schema.tags.filter((t) => !(t.nodeKind === "scalar" && t.implicit) && !defaultTags.has(t));
	const defaultTagsLast = schema.tags.filter((t) => defaultTags.has(t));
	return [
		...implicitScalars.map((tag) => ({
			tag,
			implicitTag: true
		})),
		...explicitTags.map((tag) => ({
			tag,
			implicitTag: false
		})),
		...defaultTagsLast.map((tag) => ({
			tag,
			implicitTag: true
		}))
	];
}
function matchTag(state, object) {
	for (let index = 0, length = state.representTypes.length; index < length; index += 1) {
		const { tag, implicitTag } = state.representTypes[index];
		if (tag.identify(object)) {
			let tagName;
			if (tag.matchByTagPrefix) tagName = tag.representTagName(object);
			else tagName = tag.tagName;
			return {
				tag,
				tagName,
				implicitTag
			};
		}
	}
	return null;
}
function build(state, object) {
	if (!state.noRefs && object !== null && typeof object === "object") {
		const existing = state.refs.get(object);
		if (existing) {
			if (existing.anchor === void 0) existing.anchor = `ref_${state.refCounter++}`;
			return {
				kind: "alias",
				anchor: existing.anchor
			};
		}
	}
	const matched = matchTag(state, object);
	if (!matched) {
		if (object === void 0) return INVALID;
		if (state.skipInvalid) return INVALID;
		throw new YAMLException(`unacceptable kind of an object to dump ${Object.prototype.toString.call(object)}`);
	}
	const { tag, tagName, implicitTag } = matched;
	const nodeTagName = implicitTag ? tagName : tagNameShort(tagName);
	if (tag.nodeKind === "scalar") return {
		kind: "scalar",
		tag: nodeTagName,
		tagged: !implicitTag,
		style: SCALAR_STYLE.PLAIN,
		value: tag.represent(object)
	};
	if (tag.nodeKind === "sequence") {
		const container = tag.represent(object);
		const node = {
			kind: "sequence",
			tag: nodeTagName,
			tagged: !implicitTag,
			style: COLLECTION_STYLE.BLOCK,
			items: []
		};
		if (!state.noRefs) state.refs.set(object, node);
		for (let index = 0, length = container.length; index < length; index += 1) {
			let item = build(state, container[index]);
			if (item === INVALID && container[index] === void 0) item = build(state, null);
			if (item === INVALID) continue;
			node.items.push(item);
		}
		return node;
	}
	const map = tag.represent(object);
	const node = {
		kind: "mapping",
		tag: nodeTagName,
		tagged: !implicitTag,
		style: COLLECTION_STYLE.BLOCK,
		items: []
	};
	if (!state.noRefs) state.refs.set(object, node);
	for (const [objectKey, objectValue] of map) {
		const key = build(state, objectKey);
		if (key === INVALID) continue;
		const value = build(state, objectValue);
		if (value === INVALID) continue;
		node.items.push({
			key,
			value
		});
	}
	return node;
}
/**
* Convert JS object to AST. A JS value is one YAML document. An unrepresentable
* root becomes an empty document, which the presenter renders as an empty
* string.
*
* @category AST
*/
function jsToAst(input, schema, options = {}) {
	const root = build({
		representTypes: buildRepresentTypes(schema),
		noRefs: options.noRefs ?? false,
		skipInvalid: options.skipInvalid ?? false,
		refs: /* @__PURE__ */ new Map(),
		refCounter: 0
	}, input);
	return [{
		contents: root === INVALID ? null : root,
		directives: []
	}];
}
//#endregion
//#region src/ast/visit.ts
/**
* Return from a visitor to stop the whole traversal.
*
* @category AST
*/
var VISIT_BREAK = Symbol("visit:break");
/**
* Return from a visitor to skip the current node's children.
*
* @category AST
*/
var VISIT_SKIP = Symbol("visit:skip");
function visitNode(node, visitor, ctx) {
	const control = visitor(node, ctx);
	if (control === VISIT_BREAK) return true;
	if (control === VISIT_SKIP) return false;
	const depth = ctx.depth + 1;
	switch (node.kind) {
		case "sequence":
			for (const item of node.items) if (visitNode(item, visitor, {
				depth,
				parent: node,
				isKey: false
			})) return true;
			break;
		case "mapping": for (const { key, value } of node.items) {
			if (visitNode(key, visitor, {
				depth,
				parent: node,
				isKey: true
			})) return true;
			if (visitNode(value, visitor, {
				depth,
				parent: node,
				isKey: false
			})) return true;
		}
	}
	return false;
}
/**
* Walk every node in the documents, calling {@link Visitor} once per
* node (pre-order).
*
* @category AST
*/
function visit(documents, visitor) {
	for (const doc of documents) if (doc.contents && visitNode(doc.contents, visitor, {
		depth: 0,
		parent: null,
		isKey: false
	})) return;
}
//#endregion
//#region src/ast/styler_defaults.ts
function hasBit(mask, bit) {
	return (mask & 1 << bit) !== 0;
}
/**
* Default scalar styling rules in application order.
* See [Scalar styling](../../docs/scalar_styling.md) for usage details.
*
* @category AST
*/
var DEFAULT_SCALAR_STYLE_RULES = {
	applyQuoteFlowKeysOption,
	doubleQuoteForInvisibles,
	doubleQuoteWhitespaceOnly,
	applyForceQuotesOption,
	tryLongOrMultilineAsBlock,
	quoteInvalidPlain,
	fallbackToDoubleQuoted
};
function _preferredQuotedStyle(layout) {
	if (layout.presenterOptions.quoteStyle === "single" && hasBit(layout.allowedStylesMask, SCALAR_STYLE.SINGLE_QUOTED)) return SCALAR_STYLE.SINGLE_QUOTED;
	return SCALAR_STYLE.DOUBLE_QUOTED;
}
function applyQuoteFlowKeysOption(layout) {
	if (!layout.presenterOptions.quoteFlowKeys) return;
	if (!layout.isKey || !layout.flowOnly || layout.style !== SCALAR_STYLE.PLAIN) return;
	layout.style = SCALAR_STYLE.DOUBLE_QUOTED;
}
function doubleQuoteForInvisibles(layout) {
	if (layout.style === SCALAR_STYLE.PLAIN && /[\t\x7F-\xA0\u2028\u2029\uFEFF\uFFFE\uFFFF]/.test(layout.node.value)) layout.style = SCALAR_STYLE.DOUBLE_QUOTED;
}
function doubleQuoteWhitespaceOnly(layout) {
	if (layout.style === SCALAR_STYLE.PLAIN && /^\s+$/.test(layout.node.value)) layout.style = SCALAR_STYLE.DOUBLE_QUOTED;
}
function applyForceQuotesOption(layout) {
	if (!layout.presenterOptions.forceQuotes) return;
	if (layout.isKey || layout.style !== SCALAR_STYLE.PLAIN) return;
	if (layout.node.tag !== layout.presenterOptions.schema.defaultScalarTag.tagName) return;
	layout.style = layout.node.value.includes("\n") ? SCALAR_STYLE.DOUBLE_QUOTED : _preferredQuotedStyle(layout);
}
function tryLongOrMultilineAsBlock(layout) {
	if (layout.style !== SCALAR_STYLE.PLAIN || layout.isKey) return;
	const value = layout.node.value;
	const multiline = value.indexOf("\n") !== -1;
	if (!hasBit(layout.allowedStylesMask, SCALAR_STYLE.LITERAL_BLOCK)) {
		if (multiline) layout.style = SCALAR_STYLE.DOUBLE_QUOTED;
		return;
	}
	const w = layout.presenterOptions.lineWidth;
	if (w === -1) {
		if (multiline) layout.style = SCALAR_STYLE.LITERAL_BLOCK;
		return;
	}
	const availableWidth = Math.max(Math.min(w, 40), w - layout.shiftOfContent);
	let position = 0;
	let shouldFold = false;
	while (position <= value.length) {
		let lineEnd = value.length;
		const nextLineBreak = value.indexOf("\n", position);
		if (nextLineBreak !== -1) lineEnd = nextLineBreak;
		const line = value.slice(position, lineEnd);
		if (line.length > availableWidth && line[0] !== " " && / [^ \t]/.test(line)) shouldFold = true;
		if (nextLineBreak === -1) break;
		position = nextLineBreak + 1;
	}
	if (shouldFold) layout.style = SCALAR_STYLE.FOLDED_BLOCK;
	else if (multiline) layout.style = SCALAR_STYLE.LITERAL_BLOCK;
}
function quoteInvalidPlain(layout) {
	if (layout.style === SCALAR_STYLE.PLAIN && !hasBit(layout.allowedStylesMask, SCALAR_STYLE.PLAIN)) layout.style = _preferredQuotedStyle(layout);
}
function fallbackToDoubleQuoted(layout) {
	if (!hasBit(layout.allowedStylesMask, layout.style)) layout.style = SCALAR_STYLE.DOUBLE_QUOTED;
}
//#endregion
//#region src/ast/scalar_styler.ts
function setBit(mask, bit) {
	return mask | 1 << bit;
}
var SRC_C_PRINTABLE = "[\\x09\\x0A\\x0D\\x20-\\x7E\\x85\\xA0-\\uD7FF\\uE000-\\uFFFD\\u{10000}-\\u{10FFFF}]";
var SRC_B_CHAR = "[\\n\\r]";
var SRC_C_BYTE_ORDER_MARK = "\\uFEFF";
var SRC_S_WHITE = "[ \\t]";
var SRC_NB_CHAR = `(?:(?!(?:${SRC_B_CHAR}|${SRC_C_BYTE_ORDER_MARK}))${SRC_C_PRINTABLE})`;
var SRC_NS_CHAR = `(?:(?!${SRC_S_WHITE})${SRC_NB_CHAR})`;
var SRC_NB_JSON = "[\\x09\\x20-\\uD7FF\\uE000-\\uFFFF\\u{10000}-\\u{10FFFF}]";
var SRC_C_INDICATOR = "[-?:,\\[\\]{}#&*!|>'\"%@`]";
var SRC_C_FLOW_INDICATOR = "[,\\[\\]{}]";
var SRC_NS_PLAIN_SAFE_FLOW_OUT = SRC_NS_CHAR;
var SRC_NS_PLAIN_SAFE_FLOW_IN = `(?:(?!${SRC_C_FLOW_INDICATOR})${SRC_NS_CHAR})`;
var SRC_NS_PLAIN_FIRST_FLOW_OUT = `(?:(?:(?!${SRC_C_INDICATOR})${SRC_NS_CHAR})|[?:-](?=${SRC_NS_PLAIN_SAFE_FLOW_OUT}))`;
var SRC_NS_PLAIN_FIRST_FLOW_IN = `(?:(?:(?!${SRC_C_INDICATOR})${SRC_NS_CHAR})|[?:-](?=${SRC_NS_PLAIN_SAFE_FLOW_IN}))`;
var SRC_NS_PLAIN_CHAR_FLOW_OUT = `(?:(?:(?![:#])${SRC_NS_PLAIN_SAFE_FLOW_OUT})|:(?=${SRC_NS_PLAIN_SAFE_FLOW_OUT}))#*`;
var SRC_NS_PLAIN_CHAR_FLOW_IN = `(?:(?:(?![:#])${SRC_NS_PLAIN_SAFE_FLOW_IN})|:(?=${SRC_NS_PLAIN_SAFE_FLOW_IN}))#*`;
var SRC_NB_NS_PLAIN_IN_LINE_FLOW_OUT = `(?:${SRC_S_WHITE}*${SRC_NS_PLAIN_CHAR_FLOW_OUT})*`;
var SRC_NB_NS_PLAIN_IN_LINE_FLOW_IN = `(?:${SRC_S_WHITE}*${SRC_NS_PLAIN_CHAR_FLOW_IN})*`;
var SRC_NS_PLAIN_ONE_LINE_FLOW_OUT = `${SRC_NS_PLAIN_FIRST_FLOW_OUT}#*${SRC_NB_NS_PLAIN_IN_LINE_FLOW_OUT}`;
var SRC_NS_PLAIN_ONE_LINE_FLOW_IN = `${SRC_NS_PLAIN_FIRST_FLOW_IN}#*${SRC_NB_NS_PLAIN_IN_LINE_FLOW_IN}`;
var SRC_NS_PLAIN_ONE_LINE_BLOCK_KEY = SRC_NS_PLAIN_ONE_LINE_FLOW_OUT;
var SRC_NS_PLAIN_ONE_LINE_FLOW_KEY = SRC_NS_PLAIN_ONE_LINE_FLOW_IN;
var SRC_S_NS_PLAIN_NEXT_LINE_FLOW_OUT = `\\n+${SRC_NS_PLAIN_CHAR_FLOW_OUT}${SRC_NB_NS_PLAIN_IN_LINE_FLOW_OUT}`;
var SRC_S_NS_PLAIN_NEXT_LINE_FLOW_IN = `\\n+${SRC_NS_PLAIN_CHAR_FLOW_IN}${SRC_NB_NS_PLAIN_IN_LINE_FLOW_IN}`;
var SRC_NS_PLAIN_MULTI_LINE_FLOW_OUT = `${SRC_NS_PLAIN_ONE_LINE_FLOW_OUT}(?:${SRC_S_NS_PLAIN_NEXT_LINE_FLOW_OUT})*`;
var SRC_NS_PLAIN_MULTI_LINE_FLOW_IN = `${SRC_NS_PLAIN_ONE_LINE_FLOW_IN}(?:${SRC_S_NS_PLAIN_NEXT_LINE_FLOW_IN})*`;
var NS_PLAIN_FLOW_OUT = new RegExp(`^(?:${SRC_NS_PLAIN_MULTI_LINE_FLOW_OUT})$`, "u");
var NS_PLAIN_FLOW_IN = new RegExp(`^(?:${SRC_NS_PLAIN_MULTI_LINE_FLOW_IN})$`, "u");
var NS_PLAIN_BLOCK_KEY = new RegExp(`^(?:${SRC_NS_PLAIN_ONE_LINE_BLOCK_KEY})$`, "u");
var NS_PLAIN_FLOW_KEY = new RegExp(`^(?:${SRC_NS_PLAIN_ONE_LINE_FLOW_KEY})$`, "u");
var NB_SINGLE_ONE_LINE = new RegExp(`^(?:${SRC_NB_JSON})*$`, "u");
var NB_SINGLE_MULTI_LINE = new RegExp(`^(?:${SRC_NB_JSON}|\\n)*$`, "u");
var BLOCK_SCALAR_CONTENT = new RegExp(`^(?:${SRC_NB_CHAR}|\\n)*$`, "u");
var C_FORBIDDEN_FIRST_LINE = /^(?:---|\.\.\.)(?=$|[ \t\n\r])/;
var C_FORBIDDEN_CONTENT = /^(?:---|\.\.\.)(?=$|[ \t\n\r])/m;
function canUsePlain(layout) {
	const str = layout.node.value;
	if (str !== "") {
		if (!(layout.isKey ? layout.flowOnly ? NS_PLAIN_FLOW_KEY : NS_PLAIN_BLOCK_KEY : layout.flowOnly ? NS_PLAIN_FLOW_IN : NS_PLAIN_FLOW_OUT).test(str)) return false;
		if (layout.shiftOfFirstLine === 0 && C_FORBIDDEN_FIRST_LINE.test(str)) return false;
		if (layout.shiftOfContent === 0) {
			const firstLineBreak = str.indexOf("\n");
			if (firstLineBreak !== -1) {
				const content = str.slice(firstLineBreak + 1);
				if (C_FORBIDDEN_CONTENT.test(content)) return false;
			}
		}
	}
	const resolvedTag = layout.presenterOptions.schema.resolveImplicitScalarTag(str).tag.tagName;
	if (!layout.node.tagged && resolvedTag !== layout.node.tag) return false;
	if (!layout.node.tagged && str === "=" && resolvedTag === layout.presenterOptions.schema.defaultScalarTag.tagName) return false;
	return true;
}
function canUseSingleQuoted(layout) {
	const str = layout.node.value;
	if (!(layout.isKey ? NB_SINGLE_ONE_LINE : NB_SINGLE_MULTI_LINE).test(str)) return false;
	if (/[ \t]\n|\n[ \t]/.test(str)) return false;
	if (!layout.isKey && layout.shiftOfContent === 0) {
		const firstLineBreak = str.indexOf("\n");
		if (firstLineBreak !== -1 && C_FORBIDDEN_CONTENT.test(str.slice(firstLineBreak + 1))) return false;
	}
	return true;
}
function canUseBlock(layout) {
	if (layout.flowOnly || !BLOCK_SCALAR_CONTENT.test(layout.node.value)) return false;
	const contentIndent = layout.shiftOfContent - layout.shiftOfParent;
	if (contentIndent < 1) return false;
	if (contentIndent > 9 && /^\n* /.test(layout.node.value)) return false;
	if (layout.shiftOfContent === 0 && C_FORBIDDEN_CONTENT.test(layout.node.value)) return false;
	return true;
}
function detectAllowedStyles(layout) {
	let mask = setBit(0, SCALAR_STYLE.DOUBLE_QUOTED);
	if (canUsePlain(layout)) mask = setBit(mask, SCALAR_STYLE.PLAIN);
	if (canUseSingleQuoted(layout)) mask = setBit(mask, SCALAR_STYLE.SINGLE_QUOTED);
	if (canUseBlock(layout)) mask = setBit(setBit(mask, SCALAR_STYLE.LITERAL_BLOCK), SCALAR_STYLE.FOLDED_BLOCK);
	layout.allowedStylesMask = mask;
}
function renderScalar(layout) {
	switch (layout.style) {
		case SCALAR_STYLE.PLAIN: return renderPlain(layout);
		case SCALAR_STYLE.SINGLE_QUOTED: return renderSingleQuoted(layout);
		case SCALAR_STYLE.LITERAL_BLOCK: return renderLiteralBlock(layout);
		case SCALAR_STYLE.FOLDED_BLOCK: return renderFoldedBlock(layout);
		case SCALAR_STYLE.DOUBLE_QUOTED: return renderDoubleQuoted(layout);
	}
}
function renderPlain(layout) {
	return encodeFlowBreaks(layout.node.value, layout.shiftOfContent);
}
function renderSingleQuoted(layout) {
	return `'${encodeFlowBreaks(layout.node.value, layout.shiftOfContent).replace(/'/g, "''")}'`;
}
function renderLiteralBlock(layout) {
	const value = layout.node.value;
	return "|" + blockHeader(value, layout.shiftOfParent, layout.shiftOfContent) + dropEndingNewline(indentString(value, layout.shiftOfContent));
}
function renderFoldedBlock(layout) {
	const value = layout.node.value;
	const w = layout.presenterOptions.lineWidth;
	let availableWidth = Infinity;
	if (w !== -1) availableWidth = Math.max(Math.min(w, 40), w - layout.shiftOfContent);
	return ">" + blockHeader(value, layout.shiftOfParent, layout.shiftOfContent) + dropEndingNewline(indentString(foldBlockScalar(value, availableWidth), layout.shiftOfContent));
}
function renderDoubleQuoted(layout) {
	return `"${escapeString(layout.node.value)}"`;
}
function encodeFlowBreaks(string, shiftOfContent) {
	let nextLF = string.indexOf("\n");
	if (nextLF === -1) return string;
	const pad = " ".repeat(shiftOfContent);
	let result = string.slice(0, nextLF);
	const lineRe = /(\n+)([^\n]*)/g;
	lineRe.lastIndex = nextLF;
	let match;
	while (match = lineRe.exec(string)) {
		const breaks = match[1].length;
		const line = match[2];
		result += "\n".repeat(breaks + 1) + pad + line;
	}
	return result;
}
function indentString(string, spaces) {
	const indent = " ".repeat(spaces);
	let position = 0;
	let result = "";
	const length = string.length;
	while (position < length) {
		let line;
		const next = string.indexOf("\n", position);
		if (next === -1) {
			line = string.slice(position);
			position = length;
		} else {
			line = string.slice(position, next + 1);
			position = next + 1;
		}
		if (line.length && line !== "\n") result += indent;
		result += line;
	}
	return result;
}
function needIndentIndicator(string) {
	return /^\n* /.test(string);
}
function blockHeader(string, shiftOfParent, shiftOfContent) {
	const indentIndicator = needIndentIndicator(string) ? String(shiftOfContent - shiftOfParent) : "";
	const clip = string[string.length - 1] === "\n";
	return `${indentIndicator}${clip && (string[string.length - 2] === "\n" || string === "\n") ? "+" : clip ? "" : "-"}\n`;
}
function dropEndingNewline(string) {
	return string[string.length - 1] === "\n" ? string.slice(0, -1) : string;
}
function isMoreIndented(char) {
	return char === " " || char === "	";
}
function foldLine(line, width) {
	if (line === "" || isMoreIndented(line[0])) return line;
	const breakRe = / [^ \t]/g;
	let match;
	let start = 0;
	let end;
	let curr = 0;
	let next = 0;
	let result = "";
	while (match = breakRe.exec(line)) {
		next = match.index;
		if (next - start > width) {
			end = curr > start ? curr : next;
			result += `\n${line.slice(start, end)}`;
			start = end + 1;
		}
		curr = next;
	}
	result += "\n";
	if (line.length - start > width && curr > start) result += `${line.slice(start, curr)}\n${line.slice(curr + 1)}`;
	else result += line.slice(start);
	return result.slice(1);
}
function foldBlockScalar(string, width) {
	const lineRe = /(\n+)([^\n]*)/g;
	let nextLF = string.indexOf("\n");
	if (nextLF === -1) nextLF = string.length;
	lineRe.lastIndex = nextLF;
	let result = foldLine(string.slice(0, nextLF), width);
	let prevMoreIndented = string[0] === "\n" || isMoreIndented(string[0]);
	let moreIndented;
	let match;
	while (match = lineRe.exec(string)) {
		const prefix = match[1];
		const line = match[2];
		moreIndented = line !== "" && isMoreIndented(line[0]);
		result += prefix + (!prevMoreIndented && !moreIndented && line !== "" ? "\n" : "") + foldLine(line, width);
		prevMoreIndented = moreIndented;
	}
	return result;
}
var CHARACTERS_TO_ESCAPE = /["\\\x00-\x1F\x7F-\xA0\u2028\u2029\uD800-\uDFFF\uFEFF\uFFFE\uFFFF]/gu;
function escapeCharacter(character) {
	switch (character) {
		case "\0": return "\\0";
		case "\x07": return "\\a";
		case "\b": return "\\b";
		case "	": return "\\t";
		case "\n": return "\\n";
		case "\v": return "\\v";
		case "\f": return "\\f";
		case "\r": return "\\r";
		case "\x1B": return "\\e";
		case "\"": return "\\\"";
		case "\\": return "\\\\";
		case "": return "\\N";
		case "\xA0": return "\\_";
		case "\u2028": return "\\L";
		case "\u2029": return "\\P";
	}
	const code = character.charCodeAt(0);
	const hex = code.toString(16).toUpperCase();
	if (code <= 255) return `\\x${"0".repeat(2 - hex.length)}${hex}`;
	return `\\u${"0".repeat(4 - hex.length)}${hex}`;
}
function escapeString(string) {
	return string.replace(CHARACTERS_TO_ESCAPE, escapeCharacter);
}
//#endregion
//#region src/ast/presenter.ts
var CHAR_LINE_FEED = 10;
var DEFAULT_PRESENTER_OPTIONS = {
	indent: 2,
	seqNoIndent: false,
	seqInlineFirst: true,
	lineWidth: 80,
	flowBracketPadding: false,
	flowSkipCommaSpace: false,
	flowSkipColonSpace: false,
	quoteFlowKeys: false,
	quoteStyle: "single",
	forceQuotes: false,
	scalarStyleRules: Object.keys(DEFAULT_SCALAR_STYLE_RULES).map((name) => Reflect.get(DEFAULT_SCALAR_STYLE_RULES, name)),
	tagBeforeAnchor: false
};
function nodeTagShort(node) {
	return node.tagged ? node.tag : tagNameShort(node.tag);
}
function createPresenterState(options) {
	const opts = {
		...DEFAULT_PRESENTER_OPTIONS,
		...options
	};
	if (opts.flowSkipColonSpace) opts.quoteFlowKeys = true;
	return {
		...opts,
		defaultScalarTagName: opts.schema.defaultScalarTag.tagName,
		openEnded: false
	};
}
function generateNextLine(state, level) {
	return `\n${" ".repeat(state.indent * level)}`;
}
function scalarLayout(state, node, parent, level, isKey, flowOnly) {
	return {
		node,
		parent,
		level,
		isKey,
		flowOnly,
		shiftOfParent: level === 0 ? -1 : state.indent * (level - 1),
		shiftOfContent: state.indent * Math.max(1, level),
		shiftOfFirstLine: level === 0 ? 0 : state.indent * level,
		presenterOptions: state,
		allowedStylesMask: 0,
		style: node.style
	};
}
function writeFlowSequence(state, level, node) {
	let result = "";
	for (let index = 0, length = node.items.length; index < length; index += 1) {
		const item = writeNode(state, level, node.items[index], node, {}).text;
		if (index > 0) result += `,${!state.flowSkipCommaSpace ? " " : ""}`;
		result += item;
	}
	const pad = state.flowBracketPadding && node.items.length > 0 ? " " : "";
	return `[${pad}${result}${pad}]`;
}
function writeBlockSequence(state, level, node, compact) {
	let result = "";
	for (let index = 0, length = node.items.length; index < length; index += 1) {
		const item = writeNode(state, level + 1, node.items[index], node, {
			block: true,
			compact: state.seqInlineFirst,
			isblockseq: true
		}).text;
		if (!compact || result !== "") result += generateNextLine(state, level);
		if (item === "" || CHAR_LINE_FEED === item.charCodeAt(0)) result += "-";
		else result += "- ";
		result += item;
	}
	return result;
}
function writeFlowMapping(state, level, node) {
	let result = "";
	for (const { key, value } of node.items) {
		let pairBuffer = "";
		if (result !== "") pairBuffer += `,${!state.flowSkipCommaSpace ? " " : ""}`;
		const keyRender = writeNode(state, level, key, node, { iskey: true });
		const keyText = keyRender.text;
		const valueText = writeNode(state, level, value, node, {}).text;
		const sep = state.flowSkipColonSpace || valueText === "" ? "" : " ";
		const keyIsBareProps = key.kind === "scalar" && keyRender.noBody && (key.tagged || key.anchor !== void 0);
		const keyColonSep = key.kind === "alias" || keyIsBareProps ? " " : "";
		pairBuffer += `${keyText}${keyColonSep}:${sep}${valueText}`;
		result += pairBuffer;
	}
	const pad = state.flowBracketPadding && result !== "" ? " " : "";
	return `{${pad}${result}${pad}}`;
}
function writeBlockMapping(state, level, node, compact) {
	let result = "";
	for (let index = 0, length = node.items.length; index < length; index += 1) {
		let pairBuffer = "";
		if (!compact || result !== "") pairBuffer += generateNextLine(state, level);
		const { key, value } = node.items[index];
		const keyIsBlock = (key.kind === "mapping" || key.kind === "sequence") && key.style === COLLECTION_STYLE.BLOCK && key.items.length !== 0 || key.kind === "scalar" && (key.style === SCALAR_STYLE.LITERAL_BLOCK || key.style === SCALAR_STYLE.FOLDED_BLOCK);
		const keyRender = keyIsBlock ? writeNode(state, level + 1, key, node, {
			block: true,
			compact: true,
			isblockseq: !cannotBeCompact(state, key, level + 1)
		}) : writeNode(state, level + 1, key, node, {
			block: true,
			compact: true,
			iskey: true
		});
		const keyText = keyRender.text;
		const keyHasLineBreak = key.kind === "scalar" && key.value.indexOf("\n") !== -1;
		const keyIsTooLong = keyText.length > 1024 && /^[\s\S]{1025}/u.test(keyText);
		const explicitPair = keyIsBlock || keyHasLineBreak || keyIsTooLong;
		if (explicitPair) {
			if (keyText && CHAR_LINE_FEED === keyText.charCodeAt(0)) pairBuffer += "?";
			else pairBuffer += "? ";
		}
		pairBuffer += keyText;
		if (explicitPair) pairBuffer += generateNextLine(state, level);
		const valueText = writeNode(state, level + 1, value, node, {
			block: true,
			compact: explicitPair,
			isblockseq: explicitPair && !cannotBeCompact(state, value, level + 1)
		}).text;
		const keyIsBareProps = key.kind === "scalar" && keyRender.noBody && (key.tagged || key.anchor !== void 0);
		const keyColonSep = !explicitPair && (key.kind === "alias" || keyIsBareProps) ? " " : "";
		if (valueText === "" || CHAR_LINE_FEED === valueText.charCodeAt(0)) pairBuffer += `${keyColonSep}:`;
		else pairBuffer += `${keyColonSep}: `;
		pairBuffer += valueText;
		result += pairBuffer;
	}
	return result;
}
function cannotBeCompact(state, node, level) {
	if (node.kind === "alias") return true;
	return node.tagged || node.anchor !== void 0 || state.indent < 2 && level > 0;
}
function writeNode(state, level, node, parent, ctx) {
	if (node.kind === "alias") {
		state.openEnded = false;
		return {
			text: `*${node.anchor}`,
			noBody: false
		};
	}
	const { block = false, iskey = false, isblockseq = false } = ctx;
	let compact = ctx.compact ?? false;
	const hasAnchor = node.anchor !== void 0;
	if (cannotBeCompact(state, node, level)) compact = false;
	let body;
	let shouldPrintTag = node.tagged;
	const useBlockCollection = block && (node.kind === "mapping" || node.kind === "sequence") && node.style === COLLECTION_STYLE.BLOCK && node.items.length !== 0;
	if (node.kind === "mapping") {
		if (useBlockCollection) body = writeBlockMapping(state, level, node, compact);
		else body = writeFlowMapping(state, level, node);
	} else if (node.kind === "sequence") {
		if (useBlockCollection) {
			if (state.seqNoIndent && !isblockseq && level > 0) body = writeBlockSequence(state, level - 1, node, compact);
			else body = writeBlockSequence(state, level, node, compact);
		} else body = writeFlowSequence(state, level, node);
	} else {
		const layout = scalarLayout(state, node, parent, level, iskey, !block);
		detectAllowedStyles(layout);
		for (const rule of state.scalarStyleRules) rule(layout);
		body = renderScalar(layout);
		state.openEnded = (layout.style === SCALAR_STYLE.LITERAL_BLOCK || layout.style === SCALAR_STYLE.FOLDED_BLOCK) && (node.value === "\n" || node.value.endsWith("\n\n"));
		shouldPrintTag = node.tagged || body === "" && layout.flowOnly && parent?.kind === "sequence" && !hasAnchor || layout.style !== SCALAR_STYLE.PLAIN && node.tag !== state.defaultScalarTagName;
	}
	if ((node.kind === "mapping" || node.kind === "sequence") && !useBlockCollection) state.openEnded = false;
	if (useBlockCollection && compact && level > 0 && state.indent > 2) body = `${" ".repeat(state.indent - 2)}${body}`;
	const noBody = body === "";
	let text = body;
	if (shouldPrintTag || hasAnchor) {
		const props = [];
		const tag = shouldPrintTag ? nodeTagShort(node) : null;
		const anchor = hasAnchor ? `&${node.anchor}` : null;
		if (state.tagBeforeAnchor) {
			if (tag !== null) props.push(tag);
			if (anchor !== null) props.push(anchor);
		} else {
			if (anchor !== null) props.push(anchor);
			if (tag !== null) props.push(tag);
		}
		const sep = body === "" || body.charCodeAt(0) === CHAR_LINE_FEED ? "" : " ";
		text = `${props.join(" ")}${sep}${body}`;
	}
	return {
		text,
		noBody
	};
}
function rootStartsOwnLine(node) {
	return (node.kind === "sequence" || node.kind === "mapping") && node.style === COLLECTION_STYLE.BLOCK && node.items.length !== 0 && !node.tagged && node.anchor === void 0;
}
function writeDocumentDirectives(doc) {
	let result = "";
	for (const directive of doc.directives) {
		if (directive.kind === "yaml") {
			result += `%YAML ${directive.version}\n`;
			continue;
		}
		const { handle, prefix } = directive;
		result += `%TAG ${handle} ${prefix}\n`;
	}
	return result;
}
/**
* Build YAML from AST.
*
* @category AST
*/
function present(documents, options) {
	const state = createPresenterState(options);
	let result = "";
	let previousEnded = false;
	for (let index = 0; index < documents.length; index += 1) {
		const doc = documents[index];
		state.openEnded = false;
		const directives = writeDocumentDirectives(doc);
		const hasDirectives = directives !== "";
		const marker = doc.explicitStart || hasDirectives || index > 0 && !previousEnded;
		result += directives;
		if (doc.contents === null) {
			if (marker) result += "---\n";
		} else if (marker) {
			const body = writeNode(state, 0, doc.contents, null, {
				block: true,
				compact: true
			}).text;
			const sep = body === "" ? "" : hasDirectives || rootStartsOwnLine(doc.contents) ? "\n" : " ";
			result += `---${sep}${body}\n`;
		} else result += writeNode(state, 0, doc.contents, null, {
			block: true,
			compact: true
		}).text + "\n";
		previousEnded = doc.explicitEnd || state.openEnded;
		if (previousEnded) result += "...\n";
	}
	return result;
}
//#endregion
//#region src/dump.ts
var DEFAULT_DUMP_OPTIONS = {
	...DEFAULT_PRESENTER_OPTIONS,
	schema: DUMP_SCHEMA,
	skipInvalid: false,
	noRefs: false,
	flowLevel: -1,
	sortKeys: false,
	transform: () => {}
};
function defaultCompareFn(a, b) {
	const x = String(a);
	const y = String(b);
	if (x < y) return -1;
	if (x > y) return 1;
	return 0;
}
/**
* Serializes JS object as a YAML document. By default it can dump every
* supported YAML type, so it throws an exception if you try to dump regexps or
* functions. However, you can disable exceptions by setting the
* {@link DumpOptions.skipInvalid} option to `true`.
*
* @category Main
*/
function dump(input, options = {}) {
	const opts = {
		...DEFAULT_DUMP_OPTIONS,
		...options
	};
	const documents = jsToAst(input, opts.schema, {
		noRefs: opts.noRefs,
		skipInvalid: opts.skipInvalid
	});
	if (opts.flowLevel >= 0) visit(documents, (node, ctx) => {
		if (ctx.depth < opts.flowLevel) return;
		if (node.kind === "sequence" || node.kind === "mapping") node.style = COLLECTION_STYLE.FLOW;
		return VISIT_SKIP;
	});
	if (opts.sortKeys) {
		const compareFn = opts.sortKeys === true ? defaultCompareFn : opts.sortKeys;
		visit(documents, (node) => {
			if (node.kind !== "mapping") return;
			node.items.sort((a, b) => compareFn(a.key.kind === "scalar" ? a.key.value : "", b.key.kind === "scalar" ? b.key.value : ""));
		});
	}
	opts.transform(documents);
	return present(documents, {
		...pick(opts, Object.keys(DEFAULT_PRESENTER_OPTIONS)),
		schema: opts.schema
	});
}
//#endregion
//#region src/ast/from_events.ts
var NO_RANGE = (/* unused pure expression or super */ null && (-1));
function eventPosition(event) {
	if ("tagStart" in event && event.tagStart !== NO_RANGE) return event.tagStart;
	if ("anchorStart" in event && event.anchorStart !== NO_RANGE) return event.anchorStart;
	if ("valueStart" in event && event.valueStart !== NO_RANGE) return event.valueStart;
	if ("start" in event) return event.start;
	return 0;
}
function rawTag(state, event) {
	return event.tagStart === NO_RANGE ? "" : state.source.slice(event.tagStart, event.tagEnd);
}
function anchorName(state, event) {
	return event.anchorStart === NO_RANGE ? void 0 : state.source.slice(event.anchorStart, event.anchorEnd);
}
function buildScalar(state, event) {
	const value = getScalarValue(state.source, event);
	const raw = rawTag(state, event);
	let tag;
	let tagged = false;
	if (raw !== "") {
		tagged = true;
		tag = raw;
	} else if (event.style === SCALAR_STYLE.PLAIN) tag = state.schema.resolveImplicitScalarTag(value).tag.tagName;
	else tag = state.schema.defaultScalarTag.tagName;
	return {
		kind: "scalar",
		tag,
		tagged,
		style: event.style,
		anchor: anchorName(state, event),
		value
	};
}
function buildCollection(state, event, defaultTagName) {
	const raw = rawTag(state, event);
	let tag;
	let tagged = false;
	if (raw === "") tag = defaultTagName;
	else {
		tag = raw;
		tagged = true;
	}
	return {
		tag,
		tagged,
		style: event.style,
		anchor: anchorName(state, event)
	};
}
function addNode(state, node) {
	const frame = state.frames[state.frames.length - 1];
	if (frame.kind === "document") frame.doc.contents = node;
	else if (frame.kind === "sequence") frame.node.items.push(node);
	else if (frame.key) {
		frame.node.items.push({
			key: frame.key,
			value: node
		});
		frame.key = null;
	} else frame.key = node;
}
/**
* Builds an AST from parser events
*
* @category AST
*/
function eventsToAst(events, options) {
	const state = {
		source: options.source,
		schema: options.schema,
		eventIndex: 0,
		position: 0,
		frames: [],
		documents: []
	};
	while (state.eventIndex < events.length) {
		const event = events[state.eventIndex++];
		state.position = eventPosition(event);
		switch (event.type) {
			case EVENT_ID.DOCUMENT: {
				const doc = {
					contents: null,
					explicitStart: event.explicitStart,
					explicitEnd: event.explicitEnd,
					directives: event.directives
				};
				state.frames.push({
					kind: "document",
					doc
				});
				break;
			}
			case EVENT_ID.SCALAR:
				addNode(state, buildScalar(state, event));
				break;
			case EVENT_ID.SEQUENCE: {
				const { tag, tagged, style, anchor } = buildCollection(state, event, "tag:yaml.org,2002:seq");
				const node = {
					kind: "sequence",
					tag,
					tagged,
					style,
					anchor,
					items: []
				};
				state.frames.push({
					kind: "sequence",
					node
				});
				break;
			}
			case EVENT_ID.MAPPING: {
				const { tag, tagged, style, anchor } = buildCollection(state, event, "tag:yaml.org,2002:map");
				const node = {
					kind: "mapping",
					tag,
					tagged,
					style,
					anchor,
					items: []
				};
				state.frames.push({
					kind: "mapping",
					node,
					key: null
				});
				break;
			}
			case EVENT_ID.ALIAS:
				addNode(state, {
					kind: "alias",
					anchor: state.source.slice(event.anchorStart, event.anchorEnd)
				});
				break;
			case EVENT_ID.POP: {
				const frame = state.frames.pop();
				if (frame.kind === "mapping" && frame.key) throw new Error("incomplete mapping pair in event stream");
				if (frame.kind === "document") state.documents.push(frame.doc);
				else addNode(state, frame.node);
				break;
			}
		}
	}
	return state.documents;
}
//#endregion
//#region src/index.ts
/** @deprecated Use `EVENT_ID.DOCUMENT` instead. @internal */
var EVENT_DOCUMENT = EVENT_ID.DOCUMENT;
/** @deprecated Use `EVENT_ID.SEQUENCE` instead. @internal */
var EVENT_SEQUENCE = EVENT_ID.SEQUENCE;
/** @deprecated Use `EVENT_ID.MAPPING` instead. @internal */
var EVENT_MAPPING = EVENT_ID.MAPPING;
/** @deprecated Use `EVENT_ID.SCALAR` instead. @internal */
var EVENT_SCALAR = EVENT_ID.SCALAR;
/** @deprecated Use `EVENT_ID.ALIAS` instead. @internal */
var EVENT_ALIAS = EVENT_ID.ALIAS;
/** @deprecated Use `EVENT_ID.POP` instead. @internal */
var EVENT_POP = EVENT_ID.POP;
/** @deprecated Use `SCALAR_STYLE.PLAIN` instead. @internal */
var SCALAR_STYLE_PLAIN = SCALAR_STYLE.PLAIN;
/** @deprecated Use `SCALAR_STYLE.SINGLE_QUOTED` instead. @internal */
var SCALAR_STYLE_SINGLE_QUOTED = SCALAR_STYLE.SINGLE_QUOTED;
/** @deprecated Use `SCALAR_STYLE.DOUBLE_QUOTED` instead. @internal */
var SCALAR_STYLE_DOUBLE_QUOTED = SCALAR_STYLE.DOUBLE_QUOTED;
/** @deprecated Use `SCALAR_STYLE.LITERAL_BLOCK` instead. @internal */
var SCALAR_STYLE_LITERAL_BLOCK = SCALAR_STYLE.LITERAL_BLOCK;
/** @deprecated Use `SCALAR_STYLE.FOLDED_BLOCK` instead. @internal */
var SCALAR_STYLE_FOLDED_BLOCK = SCALAR_STYLE.FOLDED_BLOCK;
/** @deprecated Use `COLLECTION_STYLE.BLOCK` instead. @internal */
var COLLECTION_STYLE_BLOCK = COLLECTION_STYLE.BLOCK;
/** @deprecated Use `COLLECTION_STYLE.FLOW` instead. @internal */
var COLLECTION_STYLE_FLOW = COLLECTION_STYLE.FLOW;
/** @deprecated Use `CHOMPING_MODE.CLIP` instead. @internal */
var CHOMPING_CLIP = CHOMPING_MODE.CLIP;
/** @deprecated Use `CHOMPING_MODE.STRIP` instead. @internal */
var CHOMPING_STRIP = CHOMPING_MODE.STRIP;
/** @deprecated Use `CHOMPING_MODE.KEEP` instead. @internal */
var CHOMPING_KEEP = CHOMPING_MODE.KEEP;
//#endregion


//# sourceMappingURL=js-yaml.mjs.map

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
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
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
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(6944);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
