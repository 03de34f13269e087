import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 73057:
/***/ ((module) => {

function isBuffer(value) {
  return Buffer.isBuffer(value) || value instanceof Uint8Array
}

function isEncoding(encoding) {
  return Buffer.isEncoding(encoding)
}

function alloc(size, fill, encoding) {
  return Buffer.alloc(size, fill, encoding)
}

function allocUnsafe(size) {
  return Buffer.allocUnsafe(size)
}

function allocUnsafeSlow(size) {
  return Buffer.allocUnsafeSlow(size)
}

function byteLength(string, encoding) {
  return Buffer.byteLength(string, encoding)
}

function compare(a, b) {
  return Buffer.compare(a, b)
}

function concat(buffers, totalLength) {
  return Buffer.concat(buffers, totalLength)
}

function copy(source, target, targetStart, start, end) {
  return toBuffer(source).copy(target, targetStart, start, end)
}

function equals(a, b) {
  return toBuffer(a).equals(b)
}

function fill(buffer, value, offset, end, encoding) {
  return toBuffer(buffer).fill(value, offset, end, encoding)
}

function from(value, encodingOrOffset, length) {
  return Buffer.from(value, encodingOrOffset, length)
}

function includes(buffer, value, byteOffset, encoding) {
  return toBuffer(buffer).includes(value, byteOffset, encoding)
}

function indexOf(buffer, value, byfeOffset, encoding) {
  return toBuffer(buffer).indexOf(value, byfeOffset, encoding)
}

function lastIndexOf(buffer, value, byteOffset, encoding) {
  return toBuffer(buffer).lastIndexOf(value, byteOffset, encoding)
}

function swap16(buffer) {
  return toBuffer(buffer).swap16()
}

function swap32(buffer) {
  return toBuffer(buffer).swap32()
}

function swap64(buffer) {
  return toBuffer(buffer).swap64()
}

function toBuffer(buffer) {
  if (Buffer.isBuffer(buffer)) return buffer
  return Buffer.from(buffer.buffer, buffer.byteOffset, buffer.byteLength)
}

function toString(buffer, encoding, start, end) {
  return toBuffer(buffer).toString(encoding, start, end)
}

function toHex(buffer, start, end) {
  return toBuffer(buffer).toString('hex', start, end)
}

function write(buffer, string, offset, length, encoding) {
  return toBuffer(buffer).write(string, offset, length, encoding)
}

function readDoubleBE(buffer, offset) {
  return toBuffer(buffer).readDoubleBE(offset)
}

function readDoubleLE(buffer, offset) {
  return toBuffer(buffer).readDoubleLE(offset)
}

function readFloatBE(buffer, offset) {
  return toBuffer(buffer).readFloatBE(offset)
}

function readFloatLE(buffer, offset) {
  return toBuffer(buffer).readFloatLE(offset)
}

function readInt32BE(buffer, offset) {
  return toBuffer(buffer).readInt32BE(offset)
}

function readInt32LE(buffer, offset) {
  return toBuffer(buffer).readInt32LE(offset)
}

function readUInt32BE(buffer, offset) {
  return toBuffer(buffer).readUInt32BE(offset)
}

function readUInt32LE(buffer, offset) {
  return toBuffer(buffer).readUInt32LE(offset)
}

function writeDoubleBE(buffer, value, offset) {
  return toBuffer(buffer).writeDoubleBE(value, offset)
}

function writeDoubleLE(buffer, value, offset) {
  return toBuffer(buffer).writeDoubleLE(value, offset)
}

function writeFloatBE(buffer, value, offset) {
  return toBuffer(buffer).writeFloatBE(value, offset)
}

function writeFloatLE(buffer, value, offset) {
  return toBuffer(buffer).writeFloatLE(value, offset)
}

function writeInt32BE(buffer, value, offset) {
  return toBuffer(buffer).writeInt32BE(value, offset)
}

function writeInt32LE(buffer, value, offset) {
  return toBuffer(buffer).writeInt32LE(value, offset)
}

function writeUInt32BE(buffer, value, offset) {
  return toBuffer(buffer).writeUInt32BE(value, offset)
}

function writeUInt32LE(buffer, value, offset) {
  return toBuffer(buffer).writeUInt32LE(value, offset)
}

module.exports = {
  isBuffer,
  isEncoding,
  alloc,
  allocUnsafe,
  allocUnsafeSlow,
  byteLength,
  compare,
  concat,
  copy,
  equals,
  fill,
  from,
  includes,
  indexOf,
  lastIndexOf,
  swap16,
  swap32,
  swap64,
  toBuffer,
  toString,
  toHex,
  write,
  readDoubleBE,
  readDoubleLE,
  readFloatBE,
  readFloatLE,
  readInt32BE,
  readInt32LE,
  readUInt32BE,
  readUInt32LE,
  writeDoubleBE,
  writeDoubleLE,
  writeFloatBE,
  writeFloatLE,
  writeInt32BE,
  writeInt32LE,
  writeUInt32BE,
  writeUInt32LE
}


/***/ }),

/***/ 29580:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

module.exports = __nccwpck_require__(24434)


/***/ }),

/***/ 13587:
/***/ ((module) => {

module.exports = class FixedFIFO {
  constructor (hwm) {
    if (!(hwm > 0) || ((hwm - 1) & hwm) !== 0) throw new Error('Max size for a FixedFIFO should be a power of two')
    this.buffer = new Array(hwm)
    this.mask = hwm - 1
    this.top = 0
    this.btm = 0
    this.next = null
  }

  clear () {
    this.top = this.btm = 0
    this.next = null
    this.buffer.fill(undefined)
  }

  push (data) {
    if (this.buffer[this.top] !== undefined) return false
    this.buffer[this.top] = data
    this.top = (this.top + 1) & this.mask
    return true
  }

  shift () {
    const last = this.buffer[this.btm]
    if (last === undefined) return undefined
    this.buffer[this.btm] = undefined
    this.btm = (this.btm + 1) & this.mask
    return last
  }

  peek () {
    return this.buffer[this.btm]
  }

  isEmpty () {
    return this.buffer[this.btm] === undefined
  }
}


/***/ }),

/***/ 83867:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

const FixedFIFO = __nccwpck_require__(13587)

module.exports = class FastFIFO {
  constructor (hwm) {
    this.hwm = hwm || 16
    this.head = new FixedFIFO(this.hwm)
    this.tail = this.head
    this.length = 0
  }

  clear () {
    this.head = this.tail
    this.head.clear()
    this.length = 0
  }

  push (val) {
    this.length++
    if (!this.head.push(val)) {
      const prev = this.head
      this.head = prev.next = new FixedFIFO(2 * this.head.buffer.length)
      this.head.push(val)
    }
  }

  shift () {
    if (this.length !== 0) this.length--
    const val = this.tail.shift()
    if (val === undefined && this.tail.next) {
      const next = this.tail.next
      this.tail.next = null
      this.tail = next
      return this.tail.shift()
    }

    return val
  }

  peek () {
    const val = this.tail.peek()
    if (val === undefined && this.tail.next) return this.tail.next.peek()
    return val
  }

  isEmpty () {
    return this.length === 0
  }
}


/***/ }),

/***/ 89379:
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

const parseOptions = __nccwpck_require__(70356)
const { safeRe: re, t } = __nccwpck_require__(95471)
const cmp = __nccwpck_require__(28646)
const debug = __nccwpck_require__(1159)
const SemVer = __nccwpck_require__(7163)
const Range = __nccwpck_require__(96782)


/***/ }),

/***/ 96782:
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

const LRU = __nccwpck_require__(61383)
const cache = new LRU()

const parseOptions = __nccwpck_require__(70356)
const Comparator = __nccwpck_require__(89379)
const debug = __nccwpck_require__(1159)
const SemVer = __nccwpck_require__(7163)
const trimComparatorWhitespace = __nccwpck_require__(69737)
const {
  safeRe: re,
  src,
  t,
  tildeTrimReplace,
  caretTrimReplace,
} = __nccwpck_require__(95471)
const { FLAG_INCLUDE_PRERELEASE, FLAG_LOOSE } = __nccwpck_require__(45101)

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
const { MAX_LENGTH, MAX_SAFE_INTEGER } = __nccwpck_require__(45101)
const { safeRe: re, t } = __nccwpck_require__(95471)

const parseOptions = __nccwpck_require__(70356)
const { compareIdentifiers } = __nccwpck_require__(73348)

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



const parse = __nccwpck_require__(16353)
const clean = (version, options) => {
  const s = parse(version.trim().replace(/^[=v]+/, ''), options)
  return s ? s.version : null
}
module.exports = clean


/***/ }),

/***/ 28646:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const eq = __nccwpck_require__(55082)
const neq = __nccwpck_require__(4974)
const gt = __nccwpck_require__(16599)
const gte = __nccwpck_require__(41236)
const lt = __nccwpck_require__(3872)
const lte = __nccwpck_require__(56717)

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

/***/ 35385:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const parse = __nccwpck_require__(16353)
const { safeRe: re, t } = __nccwpck_require__(95471)

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

/***/ 37648:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const compareBuild = (a, b, loose) => {
  const versionA = new SemVer(a, loose)
  const versionB = new SemVer(b, loose)
  return versionA.compare(versionB) || versionA.compareBuild(versionB)
}
module.exports = compareBuild


/***/ }),

/***/ 56874:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const compare = __nccwpck_require__(78469)
const compareLoose = (a, b) => compare(a, b, true)
module.exports = compareLoose


/***/ }),

/***/ 78469:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const compare = (a, b, loose) =>
  new SemVer(a, loose).compare(new SemVer(b, loose))

module.exports = compare


/***/ }),

/***/ 70711:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const parse = __nccwpck_require__(16353)

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

/***/ 55082:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const compare = __nccwpck_require__(78469)
const eq = (a, b, loose) => compare(a, b, loose) === 0
module.exports = eq


/***/ }),

/***/ 16599:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const compare = __nccwpck_require__(78469)
const gt = (a, b, loose) => compare(a, b, loose) > 0
module.exports = gt


/***/ }),

/***/ 41236:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const compare = __nccwpck_require__(78469)
const gte = (a, b, loose) => compare(a, b, loose) >= 0
module.exports = gte


/***/ }),

/***/ 62338:
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



const compare = __nccwpck_require__(78469)
const lt = (a, b, loose) => compare(a, b, loose) < 0
module.exports = lt


/***/ }),

/***/ 56717:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const compare = __nccwpck_require__(78469)
const lte = (a, b, loose) => compare(a, b, loose) <= 0
module.exports = lte


/***/ }),

/***/ 68511:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const major = (a, loose) => new SemVer(a, loose).major
module.exports = major


/***/ }),

/***/ 32603:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const minor = (a, loose) => new SemVer(a, loose).minor
module.exports = minor


/***/ }),

/***/ 4974:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const compare = __nccwpck_require__(78469)
const neq = (a, b, loose) => compare(a, b, loose) !== 0
module.exports = neq


/***/ }),

/***/ 16353:
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

/***/ 48756:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const patch = (a, loose) => new SemVer(a, loose).patch
module.exports = patch


/***/ }),

/***/ 15714:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const parse = __nccwpck_require__(16353)
const prerelease = (version, options) => {
  const parsed = parse(version, options)
  return (parsed && parsed.prerelease.length) ? parsed.prerelease : null
}
module.exports = prerelease


/***/ }),

/***/ 32173:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const compare = __nccwpck_require__(78469)
const rcompare = (a, b, loose) => compare(b, a, loose)
module.exports = rcompare


/***/ }),

/***/ 87192:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const compareBuild = __nccwpck_require__(37648)
const rsort = (list, loose) => list.sort((a, b) => compareBuild(b, a, loose))
module.exports = rsort


/***/ }),

/***/ 68011:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const Range = __nccwpck_require__(96782)
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

/***/ 29872:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const compareBuild = __nccwpck_require__(37648)
const sort = (list, loose) => list.sort((a, b) => compareBuild(a, b, loose))
module.exports = sort


/***/ }),

/***/ 16114:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const parse = __nccwpck_require__(16353)
const constants = __nccwpck_require__(45101)
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

/***/ 58780:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const parse = __nccwpck_require__(16353)
const valid = (version, options) => {
  const v = parse(version, options)
  return v ? v.version : null
}
module.exports = valid


/***/ }),

/***/ 62088:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



// just pre-load all the stuff that index.js lazily exports
const internalRe = __nccwpck_require__(95471)
const constants = __nccwpck_require__(45101)
const SemVer = __nccwpck_require__(7163)
const identifiers = __nccwpck_require__(73348)
const parse = __nccwpck_require__(16353)
const valid = __nccwpck_require__(58780)
const clean = __nccwpck_require__(1799)
const inc = __nccwpck_require__(62338)
const diff = __nccwpck_require__(70711)
const major = __nccwpck_require__(68511)
const minor = __nccwpck_require__(32603)
const patch = __nccwpck_require__(48756)
const prerelease = __nccwpck_require__(15714)
const compare = __nccwpck_require__(78469)
const rcompare = __nccwpck_require__(32173)
const compareLoose = __nccwpck_require__(56874)
const compareBuild = __nccwpck_require__(37648)
const sort = __nccwpck_require__(29872)
const rsort = __nccwpck_require__(87192)
const gt = __nccwpck_require__(16599)
const lt = __nccwpck_require__(3872)
const eq = __nccwpck_require__(55082)
const neq = __nccwpck_require__(4974)
const gte = __nccwpck_require__(41236)
const lte = __nccwpck_require__(56717)
const cmp = __nccwpck_require__(28646)
const coerce = __nccwpck_require__(35385)
const truncate = __nccwpck_require__(16114)
const Comparator = __nccwpck_require__(89379)
const Range = __nccwpck_require__(96782)
const satisfies = __nccwpck_require__(68011)
const toComparators = __nccwpck_require__(54750)
const maxSatisfying = __nccwpck_require__(73193)
const minSatisfying = __nccwpck_require__(68595)
const minVersion = __nccwpck_require__(51866)
const validRange = __nccwpck_require__(64737)
const outside = __nccwpck_require__(10280)
const gtr = __nccwpck_require__(12276)
const ltr = __nccwpck_require__(15213)
const intersects = __nccwpck_require__(23465)
const simplifyRange = __nccwpck_require__(82028)
const subset = __nccwpck_require__(61489)
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

/***/ 45101:
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

/***/ 73348:
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

/***/ 61383:
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

/***/ 70356:
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

/***/ 95471:
/***/ ((module, exports, __nccwpck_require__) => {



const {
  MAX_SAFE_COMPONENT_LENGTH,
  MAX_SAFE_BUILD_LENGTH,
  MAX_LENGTH,
} = __nccwpck_require__(45101)
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

/***/ 69737:
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
} = __nccwpck_require__(45101)

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

/***/ 12276:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



// Determine if version is greater than all the versions possible in the range.
const outside = __nccwpck_require__(10280)
const gtr = (version, range, options) => outside(version, range, '>', options)
module.exports = gtr


/***/ }),

/***/ 23465:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const Range = __nccwpck_require__(96782)
const intersects = (r1, r2, options) => {
  r1 = new Range(r1, options)
  r2 = new Range(r2, options)
  return r1.intersects(r2, options)
}
module.exports = intersects


/***/ }),

/***/ 15213:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const outside = __nccwpck_require__(10280)
// Determine if version is less than all the versions possible in the range
const ltr = (version, range, options) => outside(version, range, '<', options)
module.exports = ltr


/***/ }),

/***/ 73193:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const Range = __nccwpck_require__(96782)

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

/***/ 68595:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const Range = __nccwpck_require__(96782)
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

/***/ 51866:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const Range = __nccwpck_require__(96782)
const gt = __nccwpck_require__(16599)

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

/***/ 10280:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const Comparator = __nccwpck_require__(89379)
const { ANY } = Comparator
const Range = __nccwpck_require__(96782)
const satisfies = __nccwpck_require__(68011)
const gt = __nccwpck_require__(16599)
const lt = __nccwpck_require__(3872)
const lte = __nccwpck_require__(56717)
const gte = __nccwpck_require__(41236)

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

/***/ 82028:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



// given a set of versions and a range, create a "simplified" range
// that includes the same versions that the original range does
// If the original range is shorter than the simplified one, return that.
const satisfies = __nccwpck_require__(68011)
const compare = __nccwpck_require__(78469)
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

/***/ 61489:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const Range = __nccwpck_require__(96782)
const Comparator = __nccwpck_require__(89379)
const { ANY } = Comparator
const satisfies = __nccwpck_require__(68011)
const compare = __nccwpck_require__(78469)

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

/***/ 54750:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const Range = __nccwpck_require__(96782)

// Mostly just for testing and legacy API reasons
const toComparators = (range, options) =>
  new Range(range, options).set
    .map(comp => comp.map(c => c.value).join(' ').trim().split(' '))

module.exports = toComparators


/***/ }),

/***/ 64737:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const Range = __nccwpck_require__(96782)
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

/***/ 36204:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

const { EventEmitter } = __nccwpck_require__(29580)
const FIFO = __nccwpck_require__(83867)
const TextDecoder = __nccwpck_require__(97934)

const StreamError = __nccwpck_require__(45657)

// if we do a future major, expect queue microtask to be there always, for now a bit defensive
const qmt =
  typeof queueMicrotask === 'undefined' ? (fn) => global.process.nextTick(fn) : queueMicrotask

// 29 bits used total (4 from shared, 14 from read, and 11 from write)
const MAX = (1 << 29) - 1

// Shared state
const OPENING = 0b0001
const PREDESTROYING = 0b0010
const DESTROYING = 0b0100
const DESTROYED = 0b1000

const NOT_OPENING = MAX ^ OPENING
const NOT_PREDESTROYING = MAX ^ PREDESTROYING

// Read state (4 bit offset from shared state)
const READ_ACTIVE = 0b00000000000001 << 4
const READ_UPDATING = 0b00000000000010 << 4
const READ_PRIMARY = 0b00000000000100 << 4
const READ_QUEUED = 0b00000000001000 << 4
const READ_RESUMED = 0b00000000010000 << 4
const READ_PIPE_DRAINED = 0b00000000100000 << 4
const READ_ENDING = 0b00000001000000 << 4
const READ_EMIT_DATA = 0b00000010000000 << 4
const READ_EMIT_READABLE = 0b00000100000000 << 4
const READ_EMITTED_READABLE = 0b00001000000000 << 4
const READ_DONE = 0b00010000000000 << 4
const READ_NEXT_TICK = 0b00100000000000 << 4
const READ_NEEDS_PUSH = 0b01000000000000 << 4
const READ_READ_AHEAD = 0b10000000000000 << 4

// Combined read state
const READ_FLOWING = READ_RESUMED | READ_PIPE_DRAINED
const READ_ACTIVE_AND_NEEDS_PUSH = READ_ACTIVE | READ_NEEDS_PUSH
const READ_PRIMARY_AND_ACTIVE = READ_PRIMARY | READ_ACTIVE
const READ_EMIT_READABLE_AND_QUEUED = READ_EMIT_READABLE | READ_QUEUED
const READ_RESUMED_READ_AHEAD = READ_RESUMED | READ_READ_AHEAD

const READ_NOT_ACTIVE = MAX ^ READ_ACTIVE
const READ_NON_PRIMARY = MAX ^ READ_PRIMARY
const READ_NON_PRIMARY_AND_PUSHED = MAX ^ (READ_PRIMARY | READ_NEEDS_PUSH)
const READ_PUSHED = MAX ^ READ_NEEDS_PUSH
const READ_PAUSED = MAX ^ READ_RESUMED
const READ_NOT_QUEUED = MAX ^ (READ_QUEUED | READ_EMITTED_READABLE)
const READ_NOT_ENDING = MAX ^ READ_ENDING
const READ_PIPE_NOT_DRAINED = MAX ^ READ_FLOWING
const READ_NOT_NEXT_TICK = MAX ^ READ_NEXT_TICK
const READ_NOT_UPDATING = MAX ^ READ_UPDATING
const READ_NO_READ_AHEAD = MAX ^ READ_READ_AHEAD
const READ_PAUSED_NO_READ_AHEAD = MAX ^ READ_RESUMED_READ_AHEAD

// Write state (18 bit offset, 4 bit offset from shared state and 14 from read state)
const WRITE_ACTIVE = 0b00000000001 << 18
const WRITE_UPDATING = 0b00000000010 << 18
const WRITE_PRIMARY = 0b00000000100 << 18
const WRITE_QUEUED = 0b00000001000 << 18
const WRITE_UNDRAINED = 0b00000010000 << 18
const WRITE_DONE = 0b00000100000 << 18
const WRITE_EMIT_DRAIN = 0b00001000000 << 18
const WRITE_NEXT_TICK = 0b00010000000 << 18
const WRITE_WRITING = 0b00100000000 << 18
const WRITE_FINISHING = 0b01000000000 << 18
const WRITE_CORKED = 0b10000000000 << 18

const WRITE_NOT_ACTIVE = MAX ^ (WRITE_ACTIVE | WRITE_WRITING)
const WRITE_NON_PRIMARY = MAX ^ WRITE_PRIMARY
const WRITE_NOT_FINISHING = MAX ^ (WRITE_ACTIVE | WRITE_FINISHING)
const WRITE_DRAINED = MAX ^ WRITE_UNDRAINED
const WRITE_NOT_QUEUED = MAX ^ WRITE_QUEUED
const WRITE_NOT_NEXT_TICK = MAX ^ WRITE_NEXT_TICK
const WRITE_NOT_UPDATING = MAX ^ WRITE_UPDATING
const WRITE_NOT_CORKED = MAX ^ WRITE_CORKED

// Combined shared state
const ACTIVE = READ_ACTIVE | WRITE_ACTIVE
const NOT_ACTIVE = MAX ^ ACTIVE
const DONE = READ_DONE | WRITE_DONE
const DESTROY_STATUS = DESTROYING | DESTROYED | PREDESTROYING
const OPEN_STATUS = DESTROY_STATUS | OPENING
const AUTO_DESTROY = DESTROY_STATUS | DONE
const NON_PRIMARY = WRITE_NON_PRIMARY & READ_NON_PRIMARY
const ACTIVE_OR_TICKING = WRITE_NEXT_TICK | READ_NEXT_TICK
const TICKING = ACTIVE_OR_TICKING & NOT_ACTIVE
const IS_OPENING = OPEN_STATUS | TICKING

// Combined shared state and read state
const READ_PRIMARY_STATUS = OPEN_STATUS | READ_ENDING | READ_DONE
const READ_STATUS = OPEN_STATUS | READ_DONE | READ_QUEUED
const READ_ENDING_STATUS = OPEN_STATUS | READ_ENDING | READ_QUEUED
const READ_READABLE_STATUS = OPEN_STATUS | READ_EMIT_READABLE | READ_QUEUED | READ_EMITTED_READABLE
const SHOULD_NOT_READ =
  OPEN_STATUS | READ_ACTIVE | READ_ENDING | READ_DONE | READ_NEEDS_PUSH | READ_READ_AHEAD
const READ_BACKPRESSURE_STATUS = DESTROY_STATUS | READ_ENDING | READ_DONE
const READ_UPDATE_SYNC_STATUS = READ_UPDATING | OPEN_STATUS | READ_NEXT_TICK | READ_PRIMARY
const READ_NEXT_TICK_OR_OPENING = READ_NEXT_TICK | OPENING

// Combined write state
const WRITE_PRIMARY_STATUS = OPEN_STATUS | WRITE_FINISHING | WRITE_DONE
const WRITE_QUEUED_AND_UNDRAINED = WRITE_QUEUED | WRITE_UNDRAINED
const WRITE_QUEUED_AND_ACTIVE = WRITE_QUEUED | WRITE_ACTIVE
const WRITE_DRAIN_STATUS = WRITE_QUEUED | WRITE_UNDRAINED | OPEN_STATUS | WRITE_ACTIVE
const WRITE_STATUS = OPEN_STATUS | WRITE_ACTIVE | WRITE_QUEUED | WRITE_CORKED
const WRITE_PRIMARY_AND_ACTIVE = WRITE_PRIMARY | WRITE_ACTIVE
const WRITE_ACTIVE_AND_WRITING = WRITE_ACTIVE | WRITE_WRITING
const WRITE_FINISHING_STATUS = OPEN_STATUS | WRITE_FINISHING | WRITE_QUEUED_AND_ACTIVE | WRITE_DONE
const WRITE_BACKPRESSURE_STATUS = WRITE_UNDRAINED | DESTROY_STATUS | WRITE_FINISHING | WRITE_DONE
const WRITE_UPDATE_SYNC_STATUS = WRITE_UPDATING | OPEN_STATUS | WRITE_NEXT_TICK | WRITE_PRIMARY
const WRITE_DROP_DATA = WRITE_FINISHING | WRITE_DONE | DESTROY_STATUS

const asyncIterator = Symbol.asyncIterator || Symbol('asyncIterator')

class WritableState {
  constructor(
    stream,
    { highWaterMark = 16384, map = null, mapWritable, byteLength, byteLengthWritable } = {}
  ) {
    this.stream = stream
    this.queue = new FIFO()
    this.highWaterMark = highWaterMark
    this.buffered = 0
    this.error = null
    this.pipeline = null
    this.drains = null // if we add more seldomly used helpers we might them into a subobject so its a single ptr
    this.byteLength = byteLengthWritable || byteLength || defaultByteLength
    this.map = mapWritable || map
    this.afterWrite = afterWrite.bind(this)
    this.afterUpdateNextTick = updateWriteNT.bind(this)
  }

  get ending() {
    return (this.stream._duplexState & WRITE_FINISHING) !== 0
  }

  get ended() {
    return (this.stream._duplexState & WRITE_DONE) !== 0
  }

  push(data) {
    if ((this.stream._duplexState & WRITE_DROP_DATA) !== 0) return false
    if (this.map !== null) data = this.map(data)

    this.buffered += this.byteLength(data)
    this.queue.push(data)

    if (this.buffered < this.highWaterMark) {
      this.stream._duplexState |= WRITE_QUEUED
      return true
    }

    this.stream._duplexState |= WRITE_QUEUED_AND_UNDRAINED
    return false
  }

  shift() {
    const data = this.queue.shift()

    this.buffered -= this.byteLength(data)
    if (this.buffered === 0) this.stream._duplexState &= WRITE_NOT_QUEUED

    return data
  }

  end(data) {
    if (typeof data === 'function') {
      this.stream.once('finish', data)
    } else if (data !== undefined && data !== null) {
      this.push(data)
    }

    this.stream._duplexState = (this.stream._duplexState | WRITE_FINISHING) & WRITE_NON_PRIMARY
  }

  autoBatch(data, cb) {
    const buffer = []
    const stream = this.stream

    buffer.push(data)
    while ((stream._duplexState & WRITE_STATUS) === WRITE_QUEUED_AND_ACTIVE) {
      buffer.push(stream._writableState.shift())
    }

    if ((stream._duplexState & OPEN_STATUS) !== 0) return cb(null)
    stream._writev(buffer, cb)
  }

  update() {
    const stream = this.stream

    stream._duplexState |= WRITE_UPDATING

    do {
      while ((stream._duplexState & WRITE_STATUS) === WRITE_QUEUED) {
        const data = this.shift()
        stream._duplexState |= WRITE_ACTIVE_AND_WRITING
        stream._write(data, this.afterWrite)
      }

      if ((stream._duplexState & WRITE_PRIMARY_AND_ACTIVE) === 0) this.updateNonPrimary()
    } while (this.continueUpdate() === true)

    stream._duplexState &= WRITE_NOT_UPDATING
  }

  updateNonPrimary() {
    const stream = this.stream

    if ((stream._duplexState & WRITE_FINISHING_STATUS) === WRITE_FINISHING) {
      stream._duplexState = stream._duplexState | WRITE_ACTIVE
      stream._final(afterFinal.bind(this))
      return
    }

    if ((stream._duplexState & DESTROY_STATUS) === DESTROYING) {
      if ((stream._duplexState & ACTIVE_OR_TICKING) === 0) {
        stream._duplexState |= ACTIVE
        stream._destroy(afterDestroy.bind(this))
      }
      return
    }

    if ((stream._duplexState & IS_OPENING) === OPENING) {
      stream._duplexState = (stream._duplexState | ACTIVE) & NOT_OPENING
      stream._open(afterOpen.bind(this))
    }
  }

  continueUpdate() {
    if ((this.stream._duplexState & WRITE_NEXT_TICK) === 0) return false
    this.stream._duplexState &= WRITE_NOT_NEXT_TICK
    return true
  }

  updateCallback() {
    if ((this.stream._duplexState & WRITE_UPDATE_SYNC_STATUS) === WRITE_PRIMARY) {
      this.update()
    } else {
      this.updateNextTick()
    }
  }

  updateNextTick() {
    if ((this.stream._duplexState & WRITE_NEXT_TICK) !== 0) return
    this.stream._duplexState |= WRITE_NEXT_TICK
    if ((this.stream._duplexState & WRITE_UPDATING) === 0) qmt(this.afterUpdateNextTick)
  }
}

class ReadableState {
  constructor(
    stream,
    { highWaterMark = 16384, map = null, mapReadable, byteLength, byteLengthReadable } = {}
  ) {
    this.stream = stream
    this.queue = new FIFO()
    this.highWaterMark = highWaterMark === 0 ? 1 : highWaterMark
    this.buffered = 0
    this.readAhead = highWaterMark > 0
    this.error = null
    this.pipeline = null
    this.byteLength = byteLengthReadable || byteLength || defaultByteLength
    this.map = mapReadable || map
    this.pipeTo = null
    this.afterRead = afterRead.bind(this)
    this.afterUpdateNextTick = updateReadNT.bind(this)
  }

  get ending() {
    return (this.stream._duplexState & READ_ENDING) !== 0
  }

  get ended() {
    return (this.stream._duplexState & READ_DONE) !== 0
  }

  pipe(pipeTo, cb) {
    if (this.pipeTo !== null) throw StreamError.BAD_ARGUMENT('Can only pipe to one destination')
    if (typeof cb !== 'function') cb = null

    this.stream._duplexState |= READ_PIPE_DRAINED
    this.pipeTo = pipeTo
    this.pipeline = new Pipeline(this.stream, pipeTo, cb)

    if (cb) this.stream.on('error', noop) // We already error handle this so supress crashes

    if (isStreamx(pipeTo)) {
      pipeTo._writableState.pipeline = this.pipeline
      if (cb) pipeTo.on('error', noop) // We already error handle this so supress crashes
      pipeTo.on('finish', this.pipeline.finished.bind(this.pipeline)) // TODO: just call finished from pipeTo itself
    } else {
      const onerror = this.pipeline.done.bind(this.pipeline, pipeTo)
      const onclose = this.pipeline.done.bind(this.pipeline, pipeTo, null) // onclose has a weird bool arg
      pipeTo.on('error', onerror)
      pipeTo.on('close', onclose)
      pipeTo.on('finish', this.pipeline.finished.bind(this.pipeline))
    }

    pipeTo.on('drain', afterDrain.bind(this))
    this.stream.emit('piping', pipeTo)
    pipeTo.emit('pipe', this.stream)
  }

  push(data) {
    const stream = this.stream

    if (data === null) {
      this.highWaterMark = 0
      stream._duplexState = (stream._duplexState | READ_ENDING) & READ_NON_PRIMARY_AND_PUSHED
      return false
    }

    if (this.map !== null) {
      data = this.map(data)
      if (data === null) {
        stream._duplexState &= READ_PUSHED
        return this.buffered < this.highWaterMark
      }
    }

    this.buffered += this.byteLength(data)
    this.queue.push(data)

    stream._duplexState = (stream._duplexState | READ_QUEUED) & READ_PUSHED

    return this.buffered < this.highWaterMark
  }

  shift() {
    const data = this.queue.shift()

    this.buffered -= this.byteLength(data)
    if (this.buffered === 0) {
      this.stream._duplexState &= READ_NOT_QUEUED
    }

    return data
  }

  unshift(data) {
    const pending = [this.map !== null ? this.map(data) : data]
    while (this.buffered > 0) pending.push(this.shift())

    for (let i = 0; i < pending.length - 1; i++) {
      const data = pending[i]
      this.buffered += this.byteLength(data)
      this.queue.push(data)
    }

    this.push(pending[pending.length - 1])
  }

  read() {
    const stream = this.stream

    if ((stream._duplexState & READ_STATUS) === READ_QUEUED) {
      const data = this.shift()

      if (this.pipeTo !== null && this.pipeTo.write(data) === false) {
        stream._duplexState &= READ_PIPE_NOT_DRAINED
      }

      if ((stream._duplexState & READ_EMIT_DATA) !== 0) {
        stream.emit('data', data)
      }

      return data
    }

    if (this.readAhead === false) {
      stream._duplexState |= READ_READ_AHEAD
      this.updateNextTick()
    }

    return null
  }

  drain() {
    const stream = this.stream

    while (
      (stream._duplexState & READ_STATUS) === READ_QUEUED &&
      (stream._duplexState & READ_FLOWING) !== 0
    ) {
      const data = this.shift()

      if (this.pipeTo !== null && this.pipeTo.write(data) === false) {
        stream._duplexState &= READ_PIPE_NOT_DRAINED
      }

      if ((stream._duplexState & READ_EMIT_DATA) !== 0) {
        stream.emit('data', data)
      }
    }
  }

  update() {
    const stream = this.stream

    stream._duplexState |= READ_UPDATING

    do {
      this.drain()

      while (
        this.buffered < this.highWaterMark &&
        (stream._duplexState & SHOULD_NOT_READ) === READ_READ_AHEAD
      ) {
        stream._duplexState |= READ_ACTIVE_AND_NEEDS_PUSH
        stream._read(this.afterRead)
        this.drain()
      }

      if ((stream._duplexState & READ_READABLE_STATUS) === READ_EMIT_READABLE_AND_QUEUED) {
        stream._duplexState |= READ_EMITTED_READABLE
        stream.emit('readable')
      }

      if ((stream._duplexState & READ_PRIMARY_AND_ACTIVE) === 0) {
        this.updateNonPrimary()
      }
    } while (this.continueUpdate() === true)

    stream._duplexState &= READ_NOT_UPDATING
  }

  updateNonPrimary() {
    const stream = this.stream

    if ((stream._duplexState & READ_ENDING_STATUS) === READ_ENDING) {
      stream._duplexState = (stream._duplexState | READ_DONE) & READ_NOT_ENDING
      stream.emit('end')

      if ((stream._duplexState & AUTO_DESTROY) === DONE) {
        stream._duplexState |= DESTROYING
      }

      if (this.pipeTo !== null) {
        this.pipeTo.end()
      }
    }

    if ((stream._duplexState & DESTROY_STATUS) === DESTROYING) {
      if ((stream._duplexState & ACTIVE_OR_TICKING) === 0) {
        stream._duplexState |= ACTIVE
        stream._destroy(afterDestroy.bind(this))
      }
      return
    }

    if ((stream._duplexState & IS_OPENING) === OPENING) {
      stream._duplexState = (stream._duplexState | ACTIVE) & NOT_OPENING
      stream._open(afterOpen.bind(this))
    }
  }

  continueUpdate() {
    if ((this.stream._duplexState & READ_NEXT_TICK) === 0) return false
    this.stream._duplexState &= READ_NOT_NEXT_TICK
    return true
  }

  updateCallback() {
    if ((this.stream._duplexState & READ_UPDATE_SYNC_STATUS) === READ_PRIMARY) {
      this.update()
    } else {
      this.updateNextTick()
    }
  }

  updateNextTickIfOpen() {
    if ((this.stream._duplexState & READ_NEXT_TICK_OR_OPENING) !== 0) return
    this.stream._duplexState |= READ_NEXT_TICK
    if ((this.stream._duplexState & READ_UPDATING) === 0) qmt(this.afterUpdateNextTick)
  }

  updateNextTick() {
    if ((this.stream._duplexState & READ_NEXT_TICK) !== 0) return
    this.stream._duplexState |= READ_NEXT_TICK
    if ((this.stream._duplexState & READ_UPDATING) === 0) qmt(this.afterUpdateNextTick)
  }
}

class TransformState {
  constructor(stream) {
    this.data = null
    this.afterTransform = afterTransform.bind(stream)
    this.afterFinal = null
  }
}

class Pipeline {
  constructor(src, dst, cb) {
    this.from = src
    this.to = dst
    this.afterPipe = cb
    this.error = null
    this.pipeToFinished = false
  }

  finished() {
    this.pipeToFinished = true
  }

  done(stream, err) {
    if (err) this.error = err

    if (stream === this.to) {
      this.to = null

      if (this.from !== null) {
        if ((this.from._duplexState & READ_DONE) === 0 || !this.pipeToFinished) {
          this.from.destroy(this.error || StreamError.PREMATURE_CLOSE('Writable stream closed'))
        }
        return
      }
    }

    if (stream === this.from) {
      this.from = null

      if (this.to !== null) {
        if ((stream._duplexState & READ_DONE) === 0) {
          this.to.destroy(this.error || StreamError.PREMATURE_CLOSE('Readable stream closed'))
        }
        return
      }
    }

    if (this.afterPipe !== null) this.afterPipe(this.error)
    this.to = this.from = this.afterPipe = null
  }
}

function afterDrain() {
  this.stream._duplexState |= READ_PIPE_DRAINED
  this.updateCallback()
}

function afterFinal(err) {
  const stream = this.stream
  if (err) stream.destroy(err)

  if ((stream._duplexState & DESTROY_STATUS) === 0) {
    stream._duplexState |= WRITE_DONE
    stream.emit('finish')
  }

  if ((stream._duplexState & AUTO_DESTROY) === DONE) {
    stream._duplexState |= DESTROYING
  }

  stream._duplexState &= WRITE_NOT_FINISHING

  // no need to wait the extra tick here, so we short circuit that
  if ((stream._duplexState & WRITE_UPDATING) === 0) {
    this.update()
  } else {
    this.updateNextTick()
  }
}

function afterDestroy(err) {
  const stream = this.stream

  if (!err && !StreamError.isStreamDestroyed(this.error)) err = this.error
  if (err) stream.emit('error', err)

  stream._duplexState |= DESTROYED
  stream.emit('close')

  const rs = stream._readableState
  const ws = stream._writableState

  if (rs !== null && rs.pipeline !== null) {
    rs.pipeline.done(stream, err)
  }

  if (ws !== null) {
    while (ws.drains !== null && ws.drains.length > 0) {
      ws.drains.shift().resolve(false)
    }

    if (ws.pipeline !== null) {
      ws.pipeline.done(stream, err)
    }
  }
}

function afterWrite(err) {
  const stream = this.stream

  if (err) stream.destroy(err)
  stream._duplexState &= WRITE_NOT_ACTIVE

  if (this.drains !== null) tickDrains(this.drains)

  if ((stream._duplexState & WRITE_DRAIN_STATUS) === WRITE_UNDRAINED) {
    stream._duplexState &= WRITE_DRAINED

    if ((stream._duplexState & WRITE_EMIT_DRAIN) === WRITE_EMIT_DRAIN) {
      stream.emit('drain')
    }
  }

  this.updateCallback()
}

function afterRead(err) {
  if (err) this.stream.destroy(err)
  this.stream._duplexState &= READ_NOT_ACTIVE

  if (this.readAhead === false && (this.stream._duplexState & READ_RESUMED) === 0) {
    this.stream._duplexState &= READ_NO_READ_AHEAD
  }

  this.updateCallback()
}

function updateReadNT() {
  if ((this.stream._duplexState & READ_UPDATING) === 0) {
    this.stream._duplexState &= READ_NOT_NEXT_TICK
    this.update()
  }
}

function updateWriteNT() {
  if ((this.stream._duplexState & WRITE_UPDATING) === 0) {
    this.stream._duplexState &= WRITE_NOT_NEXT_TICK
    this.update()
  }
}

function tickDrains(drains) {
  for (let i = 0; i < drains.length; i++) {
    // drains.writes are monotonic, so if one is 0 its always the first one
    if (--drains[i].writes === 0) {
      drains.shift().resolve(true)
      i--
    }
  }
}

function afterOpen(err) {
  const stream = this.stream

  if (err) stream.destroy(err)

  if ((stream._duplexState & DESTROYING) === 0) {
    if ((stream._duplexState & READ_PRIMARY_STATUS) === 0) {
      stream._duplexState |= READ_PRIMARY
    }

    if ((stream._duplexState & WRITE_PRIMARY_STATUS) === 0) {
      stream._duplexState |= WRITE_PRIMARY
    }

    stream.emit('open')
  }

  stream._duplexState &= NOT_ACTIVE

  if (stream._writableState !== null) {
    stream._writableState.updateCallback()
  }

  if (stream._readableState !== null) {
    stream._readableState.updateCallback()
  }
}

function afterTransform(err, data) {
  if (data !== undefined && data !== null) this.push(data)
  this._writableState.afterWrite(err)
}

function newListener(name) {
  if (this._readableState !== null) {
    if (name === 'data') {
      this._duplexState |= READ_EMIT_DATA | READ_RESUMED_READ_AHEAD
      this._readableState.updateNextTick()
    }
    if (name === 'readable') {
      this._duplexState |= READ_EMIT_READABLE
      this._readableState.updateNextTick()
    }
  }

  if (this._writableState !== null) {
    if (name === 'drain') {
      this._duplexState |= WRITE_EMIT_DRAIN
      this._writableState.updateNextTick()
    }
  }
}

class Stream extends EventEmitter {
  constructor(opts) {
    super()

    this._duplexState = 0
    this._readableState = null
    this._writableState = null

    if (opts) {
      if (opts.open) this._open = opts.open
      if (opts.destroy) this._destroy = opts.destroy
      if (opts.predestroy) this._predestroy = opts.predestroy
      if (opts.signal) opts.signal.addEventListener('abort', abort.bind(this))
    }

    this.on('newListener', newListener)
  }

  _open(cb) {
    cb(null)
  }

  _destroy(cb) {
    cb(null)
  }

  _predestroy() {
    // does nothing
  }

  get readable() {
    return this._readableState !== null ? true : undefined
  }

  get writable() {
    return this._writableState !== null ? true : undefined
  }

  get destroyed() {
    return (this._duplexState & DESTROYED) !== 0
  }

  get destroying() {
    return (this._duplexState & DESTROY_STATUS) !== 0
  }

  destroy(err) {
    if ((this._duplexState & DESTROY_STATUS) === 0) {
      if (!err) err = StreamError.STREAM_DESTROYED()
      this._duplexState = (this._duplexState | DESTROYING) & NON_PRIMARY

      if (this._readableState !== null) {
        this._readableState.highWaterMark = 0
        this._readableState.error = err
      }

      if (this._writableState !== null) {
        this._writableState.highWaterMark = 0
        this._writableState.error = err
      }

      this._duplexState |= PREDESTROYING
      this._predestroy()
      this._duplexState &= NOT_PREDESTROYING

      if (this._readableState !== null) {
        this._readableState.updateNextTick()
      }

      if (this._writableState !== null) {
        this._writableState.updateNextTick()
      }
    }
  }
}

class Readable extends Stream {
  constructor(opts) {
    super(opts)

    this._duplexState |= OPENING | WRITE_DONE | READ_READ_AHEAD
    this._readableState = new ReadableState(this, opts)

    if (opts) {
      if (this._readableState.readAhead === false) this._duplexState &= READ_NO_READ_AHEAD
      if (opts.read) this._read = opts.read
      if (opts.eagerOpen) this._readableState.updateNextTick()
      if (opts.encoding) this.setEncoding(opts.encoding)
    }
  }

  static deferred(fn, opts) {
    const out = new PassThrough(opts)

    fn()
      .then((src) => {
        if (src === null) return out.end()
        if (out.destroying) return
        pipeline(src, out, noop)
      })
      .catch((err) => out.destroy(err))

    return out
  }

  setEncoding(encoding) {
    const dec = new TextDecoder(encoding)
    const map = this._readableState.map || echo
    this._readableState.map = mapOrSkip
    return this

    function mapOrSkip(data) {
      const next = dec.push(data)
      return next === '' && (data.byteLength !== 0 || dec.remaining > 0) ? null : map(next)
    }
  }

  _read(cb) {
    cb(null)
  }

  pipe(dest, cb) {
    this._readableState.updateNextTick()
    this._readableState.pipe(dest, cb)
    return dest
  }

  read() {
    this._readableState.updateNextTick()
    return this._readableState.read()
  }

  push(data) {
    this._readableState.updateNextTickIfOpen()
    return this._readableState.push(data)
  }

  unshift(data) {
    this._readableState.updateNextTickIfOpen()
    return this._readableState.unshift(data)
  }

  resume() {
    this._duplexState |= READ_RESUMED_READ_AHEAD
    this._readableState.updateNextTick()
    return this
  }

  pause() {
    this._duplexState &=
      this._readableState.readAhead === false ? READ_PAUSED_NO_READ_AHEAD : READ_PAUSED
    return this
  }

  static _fromAsyncIterator(ite, opts) {
    let destroy

    const rs = new Readable({
      ...opts,
      read(cb) {
        ite.next().then(push).then(cb.bind(null, null)).catch(cb)
      },
      predestroy() {
        destroy = ite.return()
      },
      destroy(cb) {
        if (!destroy) return cb(null)
        destroy.then(cb.bind(null, null)).catch(cb)
      }
    })

    return rs

    function push(data) {
      if (data.done) rs.push(null)
      else rs.push(data.value)
    }
  }

  static from(data, opts) {
    if (isReadStreamx(data)) return data
    if (data[asyncIterator]) return this._fromAsyncIterator(data[asyncIterator](), opts)
    if (!Array.isArray(data)) data = data === undefined ? [] : [data]

    let i = 0
    return new Readable({
      ...opts,
      read(cb) {
        this.push(i === data.length ? null : data[i++])
        cb(null)
      }
    })
  }

  static isBackpressured(rs) {
    return (
      (rs._duplexState & READ_BACKPRESSURE_STATUS) !== 0 ||
      rs._readableState.buffered >= rs._readableState.highWaterMark
    )
  }

  static isPaused(rs) {
    return (rs._duplexState & READ_RESUMED) === 0
  }

  [asyncIterator]() {
    const stream = this

    let error = null
    let promiseResolve = null
    let promiseReject = null

    this.on('error', (err) => {
      error = err
    })
    this.on('readable', onreadable)
    this.on('close', onclose)

    return {
      [asyncIterator]() {
        return this
      },
      next() {
        return new Promise(function (resolve, reject) {
          promiseResolve = resolve
          promiseReject = reject
          const data = stream.read()
          if (data !== null) ondata(data)
          else if ((stream._duplexState & DESTROYED) !== 0) ondata(null)
        })
      },
      return() {
        return destroy(null)
      },
      throw(err) {
        return destroy(err)
      }
    }

    function onreadable() {
      if (promiseResolve !== null) ondata(stream.read())
    }

    function onclose() {
      if (promiseResolve !== null) ondata(null)
    }

    function ondata(data) {
      if (promiseReject === null) return
      if (error) {
        promiseReject(error)
      } else if (data === null && (stream._duplexState & READ_DONE) === 0) {
        promiseReject(StreamError.STREAM_DESTROYED())
      } else {
        promiseResolve({ value: data, done: data === null })
      }
      promiseReject = promiseResolve = null
    }

    function destroy(err) {
      stream.destroy(err)
      return new Promise((resolve, reject) => {
        if (stream._duplexState & DESTROYED) return resolve({ value: undefined, done: true })
        stream.once('close', function () {
          if (err) reject(err)
          else resolve({ value: undefined, done: true })
        })
      })
    }
  }
}

class Writable extends Stream {
  constructor(opts) {
    super(opts)

    this._duplexState |= OPENING | READ_DONE
    this._writableState = new WritableState(this, opts)

    if (opts) {
      if (opts.writev) this._writev = opts.writev
      if (opts.write) this._write = opts.write
      if (opts.final) this._final = opts.final
      if (opts.eagerOpen) this._writableState.updateNextTick()
    }
  }

  cork() {
    this._duplexState |= WRITE_CORKED
  }

  uncork() {
    this._duplexState &= WRITE_NOT_CORKED
    this._writableState.updateNextTick()
  }

  _writev(batch, cb) {
    cb(null)
  }

  _write(data, cb) {
    this._writableState.autoBatch(data, cb)
  }

  _final(cb) {
    cb(null)
  }

  static isBackpressured(ws) {
    return (ws._duplexState & WRITE_BACKPRESSURE_STATUS) !== 0
  }

  static drained(ws) {
    if (ws.destroyed) return Promise.resolve(false)

    const state = ws._writableState
    const pending = isWritev(ws) ? Math.min(1, state.queue.length) : state.queue.length
    const writes = pending + (ws._duplexState & WRITE_WRITING ? 1 : 0)
    if (writes === 0) return Promise.resolve(true)

    if (state.drains === null) state.drains = []
    return new Promise((resolve) => {
      state.drains.push({ writes, resolve })
    })
  }

  write(data) {
    this._writableState.updateNextTick()
    return this._writableState.push(data)
  }

  end(data) {
    this._writableState.updateNextTick()
    this._writableState.end(data)
    return this
  }
}

class Duplex extends Readable {
  // and Writable
  constructor(opts) {
    super(opts)

    this._duplexState = OPENING | (this._duplexState & READ_READ_AHEAD)
    this._writableState = new WritableState(this, opts)

    if (opts) {
      if (opts.writev) this._writev = opts.writev
      if (opts.write) this._write = opts.write
      if (opts.final) this._final = opts.final
    }
  }

  cork() {
    this._duplexState |= WRITE_CORKED
  }

  uncork() {
    this._duplexState &= WRITE_NOT_CORKED
    this._writableState.updateNextTick()
  }

  _writev(batch, cb) {
    cb(null)
  }

  _write(data, cb) {
    this._writableState.autoBatch(data, cb)
  }

  _final(cb) {
    cb(null)
  }

  write(data) {
    this._writableState.updateNextTick()
    return this._writableState.push(data)
  }

  end(data) {
    this._writableState.updateNextTick()
    this._writableState.end(data)
    return this
  }
}

class Transform extends Duplex {
  constructor(opts) {
    super(opts)
    this._transformState = new TransformState(this)

    if (opts) {
      if (opts.transform) this._transform = opts.transform
      if (opts.flush) this._flush = opts.flush
    }
  }

  _write(data, cb) {
    if (this._readableState.buffered >= this._readableState.highWaterMark) {
      this._transformState.data = data
    } else {
      this._transform(data, this._transformState.afterTransform)
    }
  }

  _read(cb) {
    if (this._transformState.data !== null) {
      const data = this._transformState.data
      this._transformState.data = null
      cb(null)
      this._transform(data, this._transformState.afterTransform)
    } else {
      cb(null)
    }
  }

  destroy(err) {
    super.destroy(err)
    if (this._transformState.data !== null) {
      this._transformState.data = null
      this._transformState.afterTransform()
    }
  }

  _transform(data, cb) {
    cb(null, data)
  }

  _flush(cb) {
    cb(null)
  }

  _final(cb) {
    this._transformState.afterFinal = cb
    this._flush(transformAfterFlush.bind(this))
  }
}

class PassThrough extends Transform {}

function transformAfterFlush(err, data) {
  const cb = this._transformState.afterFinal
  if (err) return cb(err)

  if (data !== null && data !== undefined) this.push(data)
  this.push(null)
  cb(null)
}

function pipelinePromise(...streams) {
  return new Promise((resolve, reject) => {
    return pipeline(...streams, (err) => {
      if (err) return reject(err)
      resolve()
    })
  })
}

function pipeline(stream, ...streams) {
  const all = Array.isArray(stream) ? [...stream, ...streams] : [stream, ...streams]
  const done = all.length && typeof all[all.length - 1] === 'function' ? all.pop() : null

  if (all.length < 2) throw StreamError.BAD_ARGUMENT('Pipeline requires at least 2 streams')

  let src = all[0]
  let dest = null
  let error = null

  for (let i = 1; i < all.length; i++) {
    dest = all[i]

    if (isStreamx(src)) {
      src.pipe(dest, onerror)
    } else {
      errorHandle(src, true, i > 1, onerror)
      src.pipe(dest)
    }

    src = dest
  }

  if (done) {
    let fin = false

    const autoDestroy =
      isStreamx(dest) || !!(dest._writableState && dest._writableState.autoDestroy)

    dest.on('error', (err) => {
      if (error === null) error = err
    })

    dest.on('finish', () => {
      fin = true
      if (!autoDestroy) done(error)
    })

    if (autoDestroy) {
      dest.on('close', () => done(error || (fin ? null : StreamError.PREMATURE_CLOSE())))
    }
  }

  return dest

  function errorHandle(s, rd, wr, onerror) {
    s.on('error', onerror)
    s.on('close', onclose)

    function onclose() {
      if (rd && s._readableState && !s._readableState.ended) {
        return onerror(StreamError.PREMATURE_CLOSE())
      }
      if (wr && s._writableState && !s._writableState.ended) {
        return onerror(StreamError.PREMATURE_CLOSE())
      }
    }
  }

  function onerror(err) {
    if (!err || error) return
    error = err

    for (const s of all) {
      s.destroy(err)
    }
  }
}

function echo(s) {
  return s
}

function isStream(stream) {
  return !!stream._readableState || !!stream._writableState
}

function isStreamx(stream) {
  return typeof stream._duplexState === 'number' && isStream(stream)
}

function isEnding(stream) {
  return !!stream._readableState && stream._readableState.ending
}

function isEnded(stream) {
  return !!stream._readableState && stream._readableState.ended
}

function isFinishing(stream) {
  return !!stream._writableState && stream._writableState.ending
}

function isFinished(stream) {
  return !!stream._writableState && stream._writableState.ended
}

function getStreamError(stream, opts = {}) {
  const err =
    (stream._readableState && stream._readableState.error) ||
    (stream._writableState && stream._writableState.error)

  // avoid implicit errors by default
  return !opts.all && StreamError.isStreamDestroyed(err) ? null : err
}

function isReadStreamx(stream) {
  return isStreamx(stream) && stream.readable
}

function isDisturbed(stream) {
  return (
    (stream._duplexState & OPENING) !== OPENING ||
    (stream._duplexState & DESTROYING) === DESTROYING ||
    (stream._duplexState & ACTIVE_OR_TICKING) !== 0
  )
}

function isTypedArray(data) {
  return typeof data === 'object' && data !== null && typeof data.byteLength === 'number'
}

function defaultByteLength(data) {
  return isTypedArray(data) ? data.byteLength : 1024
}

function noop() {}

function abort() {
  this.destroy(StreamError.ABORTED())
}

function isWritev(s) {
  return s._writev !== Writable.prototype._writev && s._writev !== Duplex.prototype._writev
}

module.exports = {
  pipeline,
  pipelinePromise,
  isStream,
  isStreamx,
  isEnding,
  isEnded,
  isFinishing,
  isFinished,
  isDisturbed,
  getStreamError,
  Stream,
  Writable,
  Readable,
  Duplex,
  Transform,
  // Export PassThrough for compatibility with Node.js core's stream module
  PassThrough
}


/***/ }),

/***/ 45657:
/***/ ((module) => {

module.exports = class StreamError extends Error {
  constructor(msg, code, fn = StreamError) {
    super(msg)

    this.code = code

    if (Error.captureStackTrace) {
      Error.captureStackTrace(this, fn)
    }
  }

  static isStreamDestroyed(err) {
    return err && err.code === 'STREAM_DESTROYED'
  }

  static isPrematureClose(err) {
    return err && err.code === 'PREMATURE_CLOSE'
  }

  static isAborted(err) {
    return err && err.code === 'ABORTED'
  }

  static isBadArgument(err) {
    return err && err.code === 'BAD_ARGUMENT'
  }

  get name() {
    return 'StreamError'
  }

  static STREAM_DESTROYED() {
    return new StreamError('Stream was destroyed', 'STREAM_DESTROYED', StreamError.STREAM_DESTROYED)
  }

  static PREMATURE_CLOSE(msg = 'Premature close') {
    return new StreamError(msg, 'PREMATURE_CLOSE', StreamError.PREMATURE_CLOSE)
  }

  static ABORTED() {
    return new StreamError('Stream aborted', 'ABORTED', StreamError.ABORTED)
  }

  static BAD_ARGUMENT(msg = 'Bad argument') {
    return new StreamError(msg, 'BAD_ARGUMENT', StreamError.BAD_ARGUMENT)
  }
}


/***/ }),

/***/ 20775:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

const constants = { // just for envs without fs
  S_IFMT: 61440,
  S_IFDIR: 16384,
  S_IFCHR: 8192,
  S_IFBLK: 24576,
  S_IFIFO: 4096,
  S_IFLNK: 40960
}

try {
  module.exports = (__nccwpck_require__(79896).constants) || constants
} catch {
  module.exports = constants
}


/***/ }),

/***/ 35763:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

const { Writable, Readable, getStreamError } = __nccwpck_require__(36204)
const FIFO = __nccwpck_require__(83867)
const b4a = __nccwpck_require__(73057)
const headers = __nccwpck_require__(88428)

const EMPTY = b4a.alloc(0)
const MAX_HEADER_SIZE = 4 * 1024 * 1024 // arbitrary big number

class BufferList {
  constructor () {
    this.buffered = 0
    this.shifted = 0
    this.queue = new FIFO()

    this._offset = 0
  }

  push (buffer) {
    this.buffered += buffer.byteLength
    this.queue.push(buffer)
  }

  shiftFirst (size) {
    return this.buffered === 0 ? null : this._next(size)
  }

  shift (size) {
    if (size > this.buffered) return null
    if (size === 0) return EMPTY

    let chunk = this._next(size)

    if (size === chunk.byteLength) return chunk // likely case

    const chunks = [chunk]

    while ((size -= chunk.byteLength) > 0) {
      chunk = this._next(size)
      chunks.push(chunk)
    }

    return b4a.concat(chunks)
  }

  _next (size) {
    const buf = this.queue.peek()
    const rem = buf.byteLength - this._offset

    if (size >= rem) {
      const sub = this._offset ? buf.subarray(this._offset, buf.byteLength) : buf
      this.queue.shift()
      this._offset = 0
      this.buffered -= rem
      this.shifted += rem
      return sub
    }

    this.buffered -= size
    this.shifted += size

    return buf.subarray(this._offset, (this._offset += size))
  }
}

class Source extends Readable {
  constructor (self, header, offset) {
    super()

    this.header = header
    this.offset = offset

    this._parent = self
  }

  _read (cb) {
    if (this.header.size === 0) {
      this.push(null)
    }
    if (this._parent._stream === this) {
      this._parent._update()
    }
    cb(null)
  }

  _predestroy () {
    this._parent.destroy(getStreamError(this))
  }

  _detach () {
    if (this._parent._stream === this) {
      this._parent._stream = null
      this._parent._missing = overflow(this.header.size)
      this._parent._update()
    }
  }

  _destroy (cb) {
    this._detach()
    cb(null)
  }
}

class Extract extends Writable {
  constructor (opts) {
    super(opts)

    if (!opts) opts = {}

    this._buffer = new BufferList()
    this._offset = 0
    this._header = null
    this._stream = null
    this._missing = 0
    this._longHeader = false
    this._callback = noop
    this._locked = false
    this._finished = false
    this._pax = null
    this._paxGlobal = null
    this._gnuLongPath = null
    this._gnuLongLinkPath = null
    this._filenameEncoding = opts.filenameEncoding || 'utf-8'
    this._allowUnknownFormat = !!opts.allowUnknownFormat
    this._unlockBound = this._unlock.bind(this)
  }

  _unlock (err) {
    this._locked = false

    if (err) {
      this.destroy(err)
      this._continueWrite(err)
      return
    }

    this._update()
  }

  _consumeHeader () {
    if (this._locked) return false

    this._offset = this._buffer.shifted

    try {
      this._header = headers.decode(this._buffer.shift(512), this._filenameEncoding, this._allowUnknownFormat)
    } catch (err) {
      this._continueWrite(err)
      return false
    }

    if (!this._header) return true

    this._header.byteOffset = this._buffer.shifted

    switch (this._header.type) {
      case 'gnu-long-path':
      case 'gnu-long-link-path':
      case 'pax-global-header':
      case 'pax-header':
        this._longHeader = true
        this._missing = this._header.size
        if (this._missing > MAX_HEADER_SIZE) {
          this._continueWrite(new Error('Header exceeds max size'))
          return false
        }
        return true
    }

    this._locked = true
    this._applyLongHeaders()

    if (!(this._header.size >= 0)) {
      this._continueWrite(new Error('Invalid header'))
      return false
    }

    if (this._header.size === 0 || this._header.type === 'directory') {
      this.emit('entry', this._header, this._createStream(), this._unlockBound)
      return true
    }

    this._stream = this._createStream()
    this._missing = this._header.size

    this.emit('entry', this._header, this._stream, this._unlockBound)
    return true
  }

  _applyLongHeaders () {
    if (this._gnuLongPath) {
      this._header.name = this._gnuLongPath
      this._gnuLongPath = null
    }

    if (this._gnuLongLinkPath) {
      this._header.linkname = this._gnuLongLinkPath
      this._gnuLongLinkPath = null
    }

    if (this._pax) {
      if (this._pax.path) this._header.name = this._pax.path
      if (this._pax.linkpath) this._header.linkname = this._pax.linkpath
      if (this._pax.size) this._header.size = parseInt(this._pax.size, 10)
      this._header.pax = this._pax
      this._pax = null
    }
  }

  _decodeLongHeader (buf) {
    switch (this._header.type) {
      case 'gnu-long-path':
        this._gnuLongPath = headers.decodeLongPath(buf, this._filenameEncoding)
        break
      case 'gnu-long-link-path':
        this._gnuLongLinkPath = headers.decodeLongPath(buf, this._filenameEncoding)
        break
      case 'pax-global-header':
        this._paxGlobal = headers.decodePax(buf)
        break
      case 'pax-header':
        this._pax = this._paxGlobal === null
          ? headers.decodePax(buf)
          : Object.assign({}, this._paxGlobal, headers.decodePax(buf))
        break
    }
  }

  _consumeLongHeader () {
    this._longHeader = false
    this._missing = overflow(this._header.size)

    const buf = this._buffer.shift(this._header.size)

    try {
      this._decodeLongHeader(buf)
    } catch (err) {
      this._continueWrite(err)
      return false
    }

    return true
  }

  _consumeStream () {
    const buf = this._buffer.shiftFirst(this._missing)
    if (buf === null) return false

    this._missing -= buf.byteLength
    const drained = this._stream.push(buf)

    if (this._missing === 0) {
      this._stream.push(null)
      if (drained) this._stream._detach()
      return drained && this._locked === false
    }

    return drained
  }

  _createStream () {
    return new Source(this, this._header, this._offset)
  }

  _update () {
    while (this._buffer.buffered > 0 && !this.destroying) {
      if (this._missing > 0) {
        if (this._stream !== null) {
          if (this._consumeStream() === false) return
          continue
        }

        if (this._longHeader === true) {
          if (this._missing > this._buffer.buffered) break
          if (this._consumeLongHeader() === false) return false
          continue
        }

        const ignore = this._buffer.shiftFirst(this._missing)
        if (ignore !== null) this._missing -= ignore.byteLength
        continue
      }

      if (this._buffer.buffered < 512) break
      if (this._stream !== null || this._consumeHeader() === false) return
    }

    this._continueWrite(null)
  }

  _continueWrite (err) {
    const cb = this._callback
    this._callback = noop
    cb(err)
  }

  _write (data, cb) {
    this._callback = cb
    this._buffer.push(data)
    this._update()
  }

  _final (cb) {
    this._finished = this._missing === 0 && this._buffer.buffered === 0
    cb(this._finished ? null : new Error('Unexpected end of data'))
  }

  _predestroy () {
    this._continueWrite(null)
  }

  _destroy (cb) {
    if (this._stream) this._stream.destroy(getStreamError(this))
    cb(null)
  }

  [Symbol.asyncIterator] () {
    let error = null

    let promiseResolve = null
    let promiseReject = null

    let entryStream = null
    let entryCallback = null

    const extract = this

    this.on('entry', onentry)
    this.on('error', (err) => { error = err })
    this.on('close', onclose)

    return {
      [Symbol.asyncIterator] () {
        return this
      },
      next () {
        return new Promise(onnext)
      },
      return () {
        return destroy(null)
      },
      throw (err) {
        return destroy(err)
      }
    }

    function consumeCallback (err) {
      if (!entryCallback) return
      const cb = entryCallback
      entryCallback = null
      cb(err)
    }

    function onnext (resolve, reject) {
      if (error) {
        return reject(error)
      }

      if (entryStream) {
        resolve({ value: entryStream, done: false })
        entryStream = null
        return
      }

      promiseResolve = resolve
      promiseReject = reject

      consumeCallback(null)

      if (extract._finished && promiseResolve) {
        promiseResolve({ value: undefined, done: true })
        promiseResolve = promiseReject = null
      }
    }

    function onentry (header, stream, callback) {
      entryCallback = callback
      stream.on('error', noop) // no way around this due to tick sillyness

      if (promiseResolve) {
        promiseResolve({ value: stream, done: false })
        promiseResolve = promiseReject = null
      } else {
        entryStream = stream
      }
    }

    function onclose () {
      consumeCallback(error)
      if (!promiseResolve) return
      if (error) promiseReject(error)
      else promiseResolve({ value: undefined, done: true })
      promiseResolve = promiseReject = null
    }

    function destroy (err) {
      extract.destroy(err)
      consumeCallback(err)
      return new Promise((resolve, reject) => {
        if (extract.destroyed) return resolve({ value: undefined, done: true })
        extract.once('close', function () {
          if (err) reject(err)
          else resolve({ value: undefined, done: true })
        })
      })
    }
  }
}

module.exports = function extract (opts) {
  return new Extract(opts)
}

function noop () {}

function overflow (size) {
  size &= 511
  return size && 512 - size
}


/***/ }),

/***/ 88428:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

const b4a = __nccwpck_require__(73057)

const ZEROS = '0000000000000000000'
const SEVENS = '7777777777777777777'
const ZERO_OFFSET = '0'.charCodeAt(0)
const USTAR_MAGIC = b4a.from([0x75, 0x73, 0x74, 0x61, 0x72, 0x00]) // ustar\x00
const USTAR_VER = b4a.from([ZERO_OFFSET, ZERO_OFFSET])
const GNU_MAGIC = b4a.from([0x75, 0x73, 0x74, 0x61, 0x72, 0x20]) // ustar\x20
const GNU_VER = b4a.from([0x20, 0x00])
const MASK = 0o7777
const MAGIC_OFFSET = 257
const VERSION_OFFSET = 263

exports.decodeLongPath = function decodeLongPath (buf, encoding) {
  return decodeStr(buf, 0, buf.length, encoding)
}

exports.encodePax = function encodePax (opts) { // TODO: encode more stuff in pax
  let result = ''
  if (opts.name) result += addLength(' path=' + opts.name + '\n')
  if (opts.linkname) result += addLength(' linkpath=' + opts.linkname + '\n')
  const pax = opts.pax
  if (pax) {
    for (const key in pax) {
      result += addLength(' ' + key + '=' + pax[key] + '\n')
    }
  }
  return b4a.from(result)
}

exports.decodePax = function decodePax (buf) {
  const result = {}

  while (buf.length) {
    let i = 0
    while (i < buf.length && buf[i] !== 32) i++
    const len = parseInt(b4a.toString(buf.subarray(0, i)), 10)
    if (!len) return result

    const b = b4a.toString(buf.subarray(i + 1, len - 1))
    const keyIndex = b.indexOf('=')
    if (keyIndex === -1) return result
    result[b.slice(0, keyIndex)] = b.slice(keyIndex + 1)

    buf = buf.subarray(len)
  }

  return result
}

exports.encode = function encode (opts) {
  const buf = b4a.alloc(512)
  let name = opts.name
  let prefix = ''

  if (opts.typeflag === 5 && name[name.length - 1] !== '/') name += '/'
  if (b4a.byteLength(name) !== name.length) return null // utf-8

  while (b4a.byteLength(name) > 100) {
    const i = name.indexOf('/')
    if (i === -1) return null
    prefix += prefix ? '/' + name.slice(0, i) : name.slice(0, i)
    name = name.slice(i + 1)
  }

  if (b4a.byteLength(name) > 100 || b4a.byteLength(prefix) > 155) return null
  if (opts.linkname && b4a.byteLength(opts.linkname) > 100) return null

  b4a.write(buf, name)
  b4a.write(buf, encodeOct(opts.mode & MASK, 6), 100)
  b4a.write(buf, encodeOct(opts.uid, 6), 108)
  b4a.write(buf, encodeOct(opts.gid, 6), 116)
  encodeSize(opts.size, buf, 124)
  b4a.write(buf, encodeOct((opts.mtime.getTime() / 1000) | 0, 11), 136)

  buf[156] = ZERO_OFFSET + toTypeflag(opts.type)

  if (opts.linkname) b4a.write(buf, opts.linkname, 157)

  b4a.copy(USTAR_MAGIC, buf, MAGIC_OFFSET)
  b4a.copy(USTAR_VER, buf, VERSION_OFFSET)
  if (opts.uname) b4a.write(buf, opts.uname, 265)
  if (opts.gname) b4a.write(buf, opts.gname, 297)
  b4a.write(buf, encodeOct(opts.devmajor || 0, 6), 329)
  b4a.write(buf, encodeOct(opts.devminor || 0, 6), 337)

  if (prefix) b4a.write(buf, prefix, 345)

  b4a.write(buf, encodeOct(cksum(buf), 6), 148)

  return buf
}

exports.decode = function decode (buf, filenameEncoding, allowUnknownFormat) {
  let typeflag = buf[156] === 0 ? 0 : buf[156] - ZERO_OFFSET

  let name = decodeStr(buf, 0, 100, filenameEncoding)
  const mode = decodeOct(buf, 100, 8)
  const uid = decodeOct(buf, 108, 8)
  const gid = decodeOct(buf, 116, 8)
  const size = decodeOct(buf, 124, 12)
  const mtime = decodeOct(buf, 136, 12)
  const type = toType(typeflag)
  const linkname = buf[157] === 0 ? null : decodeStr(buf, 157, 100, filenameEncoding)
  const uname = decodeStr(buf, 265, 32)
  const gname = decodeStr(buf, 297, 32)
  const devmajor = decodeOct(buf, 329, 8)
  const devminor = decodeOct(buf, 337, 8)

  const c = cksum(buf)

  // checksum is still initial value if header was null.
  if (c === 8 * 32) return null

  // valid checksum
  if (c !== decodeOct(buf, 148, 8)) throw new Error('Invalid tar header. Maybe the tar is corrupted or it needs to be gunzipped?')

  if (isUSTAR(buf)) {
    // ustar (posix) format.
    // prepend prefix, if present.
    if (buf[345]) name = decodeStr(buf, 345, 155, filenameEncoding) + '/' + name
  } else if (isGNU(buf)) {
    // 'gnu'/'oldgnu' format. Similar to ustar, but has support for incremental and
    // multi-volume tarballs.
  } else {
    if (!allowUnknownFormat) {
      throw new Error('Invalid tar header: unknown format.')
    }
  }

  // to support old tar versions that use trailing / to indicate dirs
  if (typeflag === 0 && name && name[name.length - 1] === '/') typeflag = 5

  return {
    name,
    mode,
    uid,
    gid,
    size,
    byteOffset: 0,
    mtime: new Date(1000 * mtime),
    type,
    linkname,
    uname,
    gname,
    devmajor,
    devminor,
    pax: null
  }
}

function isUSTAR (buf) {
  return b4a.equals(USTAR_MAGIC, buf.subarray(MAGIC_OFFSET, MAGIC_OFFSET + 6))
}

function isGNU (buf) {
  return b4a.equals(GNU_MAGIC, buf.subarray(MAGIC_OFFSET, MAGIC_OFFSET + 6)) &&
    b4a.equals(GNU_VER, buf.subarray(VERSION_OFFSET, VERSION_OFFSET + 2))
}

function clamp (index, len, defaultValue) {
  if (typeof index !== 'number') return defaultValue
  index = ~~index // Coerce to integer.
  if (index >= len) return len
  if (index >= 0) return index
  index += len
  if (index >= 0) return index
  return 0
}

function toType (flag) {
  switch (flag) {
    case 0:
      return 'file'
    case 1:
      return 'link'
    case 2:
      return 'symlink'
    case 3:
      return 'character-device'
    case 4:
      return 'block-device'
    case 5:
      return 'directory'
    case 6:
      return 'fifo'
    case 7:
      return 'contiguous-file'
    case 72:
      return 'pax-header'
    case 55:
      return 'pax-global-header'
    case 27:
      return 'gnu-long-link-path'
    case 28:
    case 30:
      return 'gnu-long-path'
  }

  return null
}

function toTypeflag (flag) {
  switch (flag) {
    case 'file':
      return 0
    case 'link':
      return 1
    case 'symlink':
      return 2
    case 'character-device':
      return 3
    case 'block-device':
      return 4
    case 'directory':
      return 5
    case 'fifo':
      return 6
    case 'contiguous-file':
      return 7
    case 'pax-header':
      return 72
  }

  return 0
}

function indexOf (block, num, offset, end) {
  for (; offset < end; offset++) {
    if (block[offset] === num) return offset
  }
  return end
}

function cksum (block) {
  let sum = 8 * 32
  for (let i = 0; i < 148; i++) sum += block[i]
  for (let j = 156; j < 512; j++) sum += block[j]
  return sum
}

function encodeOct (val, n) {
  val = val.toString(8)
  if (val.length > n) return SEVENS.slice(0, n) + ' '
  return ZEROS.slice(0, n - val.length) + val + ' '
}

function encodeSizeBin (num, buf, off) {
  buf[off] = 0x80
  for (let i = 11; i > 0; i--) {
    buf[off + i] = num & 0xff
    num = Math.floor(num / 0x100)
  }
}

function encodeSize (num, buf, off) {
  if (num.toString(8).length > 11) {
    encodeSizeBin(num, buf, off)
  } else {
    b4a.write(buf, encodeOct(num, 11), off)
  }
}

/* Copied from the node-tar repo and modified to meet
 * tar-stream coding standard.
 *
 * Source: https://github.com/npm/node-tar/blob/51b6627a1f357d2eb433e7378e5f05e83b7aa6cd/lib/header.js#L349
 */
function parse256 (buf) {
  // first byte MUST be either 80 or FF
  // 80 for positive, FF for 2's comp
  let positive
  if (buf[0] === 0x80) positive = true
  else if (buf[0] === 0xFF) positive = false
  else return null

  // build up a base-256 tuple from the least sig to the highest
  const tuple = []
  let i
  for (i = buf.length - 1; i > 0; i--) {
    const byte = buf[i]
    if (positive) tuple.push(byte)
    else tuple.push(0xFF - byte)
  }

  let sum = 0
  const l = tuple.length
  for (i = 0; i < l; i++) {
    sum += tuple[i] * Math.pow(256, i)
  }

  return positive ? sum : -1 * sum
}

function decodeOct (val, offset, length) {
  val = val.subarray(offset, offset + length)
  offset = 0

  // If prefixed with 0x80 then parse as a base-256 integer
  if (val[offset] & 0x80) {
    return parse256(val)
  } else {
    // Older versions of tar can prefix with spaces
    while (offset < val.length && val[offset] === 32) offset++
    const end = clamp(indexOf(val, 32, offset, val.length), val.length, val.length)
    while (offset < end && val[offset] === 0) offset++
    if (end === offset) return 0
    return parseInt(b4a.toString(val.subarray(offset, end)), 8)
  }
}

function decodeStr (val, offset, length, encoding) {
  return b4a.toString(val.subarray(offset, indexOf(val, 0, offset, offset + length)), encoding)
}

function addLength (str) {
  const len = b4a.byteLength(str)
  let digits = Math.floor(Math.log(len) / Math.log(10)) + 1
  if (len + digits >= Math.pow(10, digits)) digits++

  return (len + digits) + str
}


/***/ }),

/***/ 56118:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

exports.extract = __nccwpck_require__(35763)
exports.pack = __nccwpck_require__(80861)


/***/ }),

/***/ 80861:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

const { Readable, Writable, getStreamError } = __nccwpck_require__(36204)
const b4a = __nccwpck_require__(73057)

const constants = __nccwpck_require__(20775)
const headers = __nccwpck_require__(88428)

const DMODE = 0o755
const FMODE = 0o644

const END_OF_TAR = b4a.alloc(1024)

class Sink extends Writable {
  constructor (pack, header, callback) {
    super({ mapWritable, eagerOpen: true })

    this.written = 0
    this.header = header

    this._callback = callback
    this._linkname = null
    this._isLinkname = header.type === 'symlink' && !header.linkname
    this._isVoid = header.type !== 'file' && header.type !== 'contiguous-file'
    this._finished = false
    this._pack = pack
    this._openCallback = null

    if (this._pack._stream === null) this._pack._stream = this
    else this._pack._pending.push(this)
  }

  _open (cb) {
    this._openCallback = cb
    if (this._pack._stream === this) this._continueOpen()
  }

  _continuePack (err) {
    if (this._callback === null) return

    const callback = this._callback
    this._callback = null

    callback(err)
  }

  _continueOpen () {
    if (this._pack._stream === null) this._pack._stream = this

    const cb = this._openCallback
    this._openCallback = null
    if (cb === null) return

    if (this._pack.destroying) return cb(new Error('pack stream destroyed'))
    if (this._pack._finalized) return cb(new Error('pack stream is already finalized'))

    this._pack._stream = this

    if (!this._isLinkname) {
      this._pack._encode(this.header)
    }

    if (this._isVoid) {
      this._finish()
      this._continuePack(null)
    }

    cb(null)
  }

  _write (data, cb) {
    if (this._isLinkname) {
      this._linkname = this._linkname ? b4a.concat([this._linkname, data]) : data
      return cb(null)
    }

    if (this._isVoid) {
      if (data.byteLength > 0) {
        return cb(new Error('No body allowed for this entry'))
      }
      return cb()
    }

    this.written += data.byteLength
    if (this._pack.push(data)) return cb()
    this._pack._drain = cb
  }

  _finish () {
    if (this._finished) return
    this._finished = true

    if (this._isLinkname) {
      this.header.linkname = this._linkname ? b4a.toString(this._linkname, 'utf-8') : ''
      this._pack._encode(this.header)
    }

    overflow(this._pack, this.header.size)

    this._pack._done(this)
  }

  _final (cb) {
    if (this.written !== this.header.size) { // corrupting tar
      return cb(new Error('Size mismatch'))
    }

    this._finish()
    cb(null)
  }

  _getError () {
    return getStreamError(this) || new Error('tar entry destroyed')
  }

  _predestroy () {
    this._pack.destroy(this._getError())
  }

  _destroy (cb) {
    this._pack._done(this)

    this._continuePack(this._finished ? null : this._getError())

    cb()
  }
}

class Pack extends Readable {
  constructor (opts) {
    super(opts)
    this._drain = noop
    this._finalized = false
    this._finalizing = false
    this._pending = []
    this._stream = null
  }

  entry (header, buffer, callback) {
    if (this._finalized || this.destroying) throw new Error('already finalized or destroyed')

    if (typeof buffer === 'function') {
      callback = buffer
      buffer = null
    }

    if (!callback) callback = noop

    if (!header.size || header.type === 'symlink') header.size = 0
    if (!header.type) header.type = modeToType(header.mode)
    if (!header.mode) header.mode = header.type === 'directory' ? DMODE : FMODE
    if (!header.uid) header.uid = 0
    if (!header.gid) header.gid = 0
    if (!header.mtime) header.mtime = new Date()

    if (typeof buffer === 'string') buffer = b4a.from(buffer)

    const sink = new Sink(this, header, callback)

    if (b4a.isBuffer(buffer)) {
      header.size = buffer.byteLength
      sink.write(buffer)
      sink.end()
      return sink
    }

    if (sink._isVoid) {
      return sink
    }

    return sink
  }

  finalize () {
    if (this._stream || this._pending.length > 0) {
      this._finalizing = true
      return
    }

    if (this._finalized) return
    this._finalized = true

    this.push(END_OF_TAR)
    this.push(null)
  }

  _done (stream) {
    if (stream !== this._stream) return

    this._stream = null

    if (this._finalizing) this.finalize()
    if (this._pending.length) this._pending.shift()._continueOpen()
  }

  _encode (header) {
    if (!header.pax) {
      const buf = headers.encode(header)
      if (buf) {
        this.push(buf)
        return
      }
    }
    this._encodePax(header)
  }

  _encodePax (header) {
    const paxHeader = headers.encodePax({
      name: header.name,
      linkname: header.linkname,
      pax: header.pax
    })

    const newHeader = {
      name: 'PaxHeader',
      mode: header.mode,
      uid: header.uid,
      gid: header.gid,
      size: paxHeader.byteLength,
      mtime: header.mtime,
      type: 'pax-header',
      linkname: header.linkname && 'PaxHeader',
      uname: header.uname,
      gname: header.gname,
      devmajor: header.devmajor,
      devminor: header.devminor
    }

    this.push(headers.encode(newHeader))
    this.push(paxHeader)
    overflow(this, paxHeader.byteLength)

    newHeader.size = header.size
    newHeader.type = header.type
    this.push(headers.encode(newHeader))
  }

  _doDrain () {
    const drain = this._drain
    this._drain = noop
    drain()
  }

  _predestroy () {
    const err = getStreamError(this)

    if (this._stream) this._stream.destroy(err)

    while (this._pending.length) {
      const stream = this._pending.shift()
      stream.destroy(err)
      stream._continueOpen()
    }

    this._doDrain()
  }

  _read (cb) {
    this._doDrain()
    cb()
  }
}

module.exports = function pack (opts) {
  return new Pack(opts)
}

function modeToType (mode) {
  switch (mode & constants.S_IFMT) {
    case constants.S_IFBLK: return 'block-device'
    case constants.S_IFCHR: return 'character-device'
    case constants.S_IFDIR: return 'directory'
    case constants.S_IFIFO: return 'fifo'
    case constants.S_IFLNK: return 'symlink'
  }

  return 'file'
}

function noop () {}

function overflow (self, size) {
  size &= 511
  if (size) self.push(END_OF_TAR.subarray(0, 512 - size))
}

function mapWritable (buf) {
  return b4a.isBuffer(buf) ? buf : b4a.from(buf)
}


/***/ }),

/***/ 97934:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

const PassThroughDecoder = __nccwpck_require__(47256)
const UTF8Decoder = __nccwpck_require__(86414)

module.exports = class TextDecoder {
  constructor(encoding = 'utf8') {
    this.encoding = normalizeEncoding(encoding)

    switch (this.encoding) {
      case 'utf8':
        this.decoder = new UTF8Decoder()
        break
      case 'utf16le':
      case 'base64':
        throw new Error('Unsupported encoding: ' + this.encoding)
      default:
        this.decoder = new PassThroughDecoder(this.encoding)
    }
  }

  get remaining() {
    return this.decoder.remaining
  }

  push(data) {
    if (typeof data === 'string') return data
    return this.decoder.decode(data)
  }

  // For Node.js compatibility
  write(data) {
    return this.push(data)
  }

  end(data) {
    let result = ''
    if (data) result = this.push(data)
    result += this.decoder.flush()
    return result
  }
}

function normalizeEncoding(encoding) {
  encoding = encoding.toLowerCase()

  switch (encoding) {
    case 'utf8':
    case 'utf-8':
      return 'utf8'
    case 'ucs2':
    case 'ucs-2':
    case 'utf16le':
    case 'utf-16le':
      return 'utf16le'
    case 'latin1':
    case 'binary':
      return 'latin1'
    case 'base64':
    case 'ascii':
    case 'hex':
      return encoding
    default:
      throw new Error('Unknown encoding: ' + encoding)
  }
}


/***/ }),

/***/ 47256:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

const b4a = __nccwpck_require__(73057)

module.exports = class PassThroughDecoder {
  constructor(encoding) {
    this.encoding = encoding
  }

  get remaining() {
    return 0
  }

  decode(data) {
    return b4a.toString(data, this.encoding)
  }

  flush() {
    return ''
  }
}


/***/ }),

/***/ 86414:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

const b4a = __nccwpck_require__(73057)

/**
 * https://encoding.spec.whatwg.org/#utf-8-decoder
 */
module.exports = class UTF8Decoder {
  constructor() {
    this._reset()
  }

  get remaining() {
    return this.bytesSeen
  }

  decode(data) {
    if (data.byteLength === 0) return ''

    if (this.bytesNeeded === 0 && trailingIncomplete(data, 0) === 0) {
      this.bytesSeen = trailingBytesSeen(data)
      return b4a.toString(data, 'utf8')
    }

    let result = ''
    let start = 0

    if (this.bytesNeeded > 0) {
      while (start < data.byteLength) {
        const byte = data[start]

        if (byte < this.lowerBoundary || byte > this.upperBoundary) {
          result += '\ufffd'
          this._reset()
          break
        }

        this.lowerBoundary = 0x80
        this.upperBoundary = 0xbf
        this.codePoint = (this.codePoint << 6) | (byte & 0x3f)
        this.bytesSeen++
        start++

        if (this.bytesSeen === this.bytesNeeded) {
          result += String.fromCodePoint(this.codePoint)
          this._reset()
          break
        }
      }

      if (this.bytesNeeded > 0) return result
    }

    const trailing = trailingIncomplete(data, start)
    const end = data.byteLength - trailing

    if (end > start) result += b4a.toString(data, 'utf8', start, end)

    for (let i = end; i < data.byteLength; i++) {
      const byte = data[i]

      if (this.bytesNeeded === 0) {
        if (byte <= 0x7f) {
          this.bytesSeen = 0
          result += String.fromCharCode(byte)
        } else if (byte >= 0xc2 && byte <= 0xdf) {
          this.bytesNeeded = 2
          this.bytesSeen = 1
          this.codePoint = byte & 0x1f
        } else if (byte >= 0xe0 && byte <= 0xef) {
          if (byte === 0xe0) this.lowerBoundary = 0xa0
          else if (byte === 0xed) this.upperBoundary = 0x9f
          this.bytesNeeded = 3
          this.bytesSeen = 1
          this.codePoint = byte & 0xf
        } else if (byte >= 0xf0 && byte <= 0xf4) {
          if (byte === 0xf0) this.lowerBoundary = 0x90
          else if (byte === 0xf4) this.upperBoundary = 0x8f
          this.bytesNeeded = 4
          this.bytesSeen = 1
          this.codePoint = byte & 0x7
        } else {
          this.bytesSeen = 1
          result += '\ufffd'
        }

        continue
      }

      if (byte < this.lowerBoundary || byte > this.upperBoundary) {
        result += '\ufffd'
        i--
        this._reset()

        continue
      }

      this.lowerBoundary = 0x80
      this.upperBoundary = 0xbf

      this.codePoint = (this.codePoint << 6) | (byte & 0x3f)
      this.bytesSeen++

      if (this.bytesSeen === this.bytesNeeded) {
        result += String.fromCodePoint(this.codePoint)
        this._reset()
      }
    }

    return result
  }

  flush() {
    const result = this.bytesNeeded > 0 ? '\ufffd' : ''
    this._reset()
    return result
  }

  _reset() {
    this.codePoint = 0
    this.bytesNeeded = 0
    this.bytesSeen = 0
    this.lowerBoundary = 0x80
    this.upperBoundary = 0xbf
  }
}

function trailingIncomplete(data, start) {
  const len = data.byteLength
  if (len <= start) return 0

  const limit = Math.max(start, len - 4)

  let i = len - 1
  while (i > limit && (data[i] & 0xc0) === 0x80) i--

  if (i < start) return 0

  const byte = data[i]

  let needed
  if (byte <= 0x7f) return 0
  if (byte >= 0xc2 && byte <= 0xdf) needed = 2
  else if (byte >= 0xe0 && byte <= 0xef) needed = 3
  else if (byte >= 0xf0 && byte <= 0xf4) needed = 4
  else return 0

  const available = len - i
  return available < needed ? available : 0
}

function trailingBytesSeen(data) {
  const len = data.byteLength
  if (len === 0) return 0

  const last = data[len - 1]

  if (last <= 0x7f) return 0
  if ((last & 0xc0) !== 0x80) return 1

  const limit = Math.max(0, len - 4)

  let i = len - 2
  while (i >= limit && (data[i] & 0xc0) === 0x80) i--

  if (i < 0) return 1

  const first = data[i]

  let needed
  if (first >= 0xc2 && first <= 0xdf) needed = 2
  else if (first >= 0xe0 && first <= 0xef) needed = 3
  else if (first >= 0xf0 && first <= 0xf4) needed = 4
  else return 1

  if (len - i !== needed) return 1

  if (needed >= 3) {
    const second = data[i + 1]
    if (first === 0xe0 && second < 0xa0) return 1
    if (first === 0xed && second > 0x9f) return 1
    if (first === 0xf0 && second < 0x90) return 1
    if (first === 0xf4 && second > 0x8f) return 1
  }

  return 0
}


/***/ }),

/***/ 42613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 20181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 35317:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");

/***/ }),

/***/ 76982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 72250:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("dns");

/***/ }),

/***/ 24434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 79896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 91943:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs/promises");

/***/ }),

/***/ 58611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 85675:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http2");

/***/ }),

/***/ 65692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 69278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 34589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 16698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 37540:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

/***/ }),

/***/ 77598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 53053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 40610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 78474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 73024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 51455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 37067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 32467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 44708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 77030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 76760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 41792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 57075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 46466:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/promises");

/***/ }),

/***/ 46193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:string_decoder");

/***/ }),

/***/ 41692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 73136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 57975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 73429:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 75919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 38522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 70857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 16928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 2203:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("stream");

/***/ }),

/***/ 13193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 53557:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");

/***/ }),

/***/ 16460:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers/promises");

/***/ }),

/***/ 64756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 52018:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tty");

/***/ }),

/***/ 87016:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("url");

/***/ }),

/***/ 39023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 43106:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("zlib");

/***/ }),

/***/ 65304:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  m: () => (/* binding */ definition)
});

// EXTERNAL MODULE: ./.build/packages/action/index.js + 3 modules
var action = __nccwpck_require__(8317);
;// CONCATENATED MODULE: ./.build/actions/build-image/src/details.js
/** The explanation in the README of the action. */
const details = `
Builds what \`image.build\` of fairway.yml describes, tests it, pushes it to \`image.repository\` by digest, and
sets its tags last. It takes the place of docker/metadata-action, login-action, build-push-action and the merging
of manifests by hand.

\`\`\`yaml
permissions: { contents: read, packages: write }
steps:
  - uses: actions/checkout@v5
  - id: build
    uses: fairway-ci/fairway/actions/build-image@v1
    with:
      registry-username: \${{ github.actor }}
      registry-password: \${{ github.token }}
  # \${{ steps.build.outputs.image }} is ghcr.io/acme/storefront@sha256:...
\`\`\`

\`\`\`yaml
# fairway.yml
image:
  repository: ghcr.io/acme/storefront
  build: { files: [package.json, src], entrypoint: [node, src/main.js] }
  tags: ["type=semver,pattern={{version}}", "type=semver,pattern={{major}}.{{minor}}", "type=ref,event=branch"]
  smoke: { command: [node, src/main.js, --version] }
\`\`\`

Without a repository the image stays in an OCI image layout on this machine.

### Never built twice

A content key is made of git's tree of what goes into the image, the settings of the builder (the smoke command
is one of them), and the digest of the base. The registry keeps the image under the tag \`fairway-<key>\`, so one
request tells whether it was built before. Then it is not built: its digest is reused and the tags are set on it. Commit
and version are not part of the key: after a commit that changes nothing in the image, the labels go on naming
the commit that built it, and so does the output \`revision\`. \`reuse: false\` builds in any case. There is no key, and a
build each time, when a file that goes in is not as committed.

### Tags

Rules are those of docker/metadata-action: \`type=semver|ref|sha|schedule|edge|match|raw\`, with \`enable\`,
\`priority\`, \`prefix\`, \`suffix\` and the expressions \`{{branch}} {{tag}} {{sha}} {{base_ref}} {{is_default_branch}}
{{date 'YYYYMMDD' tz='Europe/Berlin'}} {{commit_date '...'}}\`. A typo is an error, not a missing tag.

| Built | Rule | Tag |
| --- | --- | --- |
| git tag \`v1.2.3\` | \`type=semver,pattern={{version}}\` | \`1.2.3\` |
| git tag \`v1.2.3\` | \`type=semver,pattern={{major}}.{{minor}}\` | \`1.2\` |
| git tag \`v1.3.0-rc.1\` | \`type=semver,pattern={{major}}.{{minor}}\` | \`1.3.0-rc.1\`: prereleases only in full |
| branch \`feature/new\` | \`type=ref,event=branch\` | \`feature-new\` |
| pull request 7 | \`type=ref,event=pr\` | \`pr-7\` |
| any | \`type=sha\` | \`sha-860c190\` |
| schedule | \`type=schedule,pattern={{date 'YYYYMMDD'}}\` | \`20261121\` |
| any | \`type=raw,value=stable\` | \`stable\` |

\`latest\` is set when a git tag of a release is built (\`flavor: latest=auto\`); never for a prerelease, not while the
checkout knows a newer release (a shallow one knows none), and not for a version that is only planned (the input \`version\` on a branch).

### One platform per job, merged

Each job builds on a runner of its own architecture and pushes by digest; the last one makes the index and the tags.
Attestations hang on the images of the platforms and stay there; the index has no \`unknown/unknown\` entries.

\`\`\`yaml
jobs:
  amd64:
    runs-on: ubuntu-24.04
    outputs: { digests: "\${{ steps.build.outputs.digests }}" }
    steps:
      - uses: actions/checkout@v5
      - { id: build, uses: fairway-ci/fairway/actions/build-image@v1, with: { platforms: linux/amd64, push: digest } }
  arm64:
    runs-on: ubuntu-24.04-arm
    outputs: { digests: "\${{ steps.build.outputs.digests }}" }
    steps:
      - uses: actions/checkout@v5
      - { id: build, uses: fairway-ci/fairway/actions/build-image@v1, with: { platforms: linux/arm64, push: digest } }
  merge:
    needs: [amd64, arm64]
    runs-on: ubuntu-24.04
    steps:
      - uses: actions/checkout@v5
      - uses: fairway-ci/fairway/actions/build-image@v1
        with:
          mode: merge
          digests: |
            \${{ needs.amd64.outputs.digests }}
            \${{ needs.arm64.outputs.digests }}
\`\`\`

### Test what is pushed

\`smoke\` runs a command in the image before anything is pushed; when it fails, nothing is. An image assembled on
scratch is unpacked and run as a process, as the process target runs it; every other image runs in a container of the
Docker Engine, without a network. What the image is decides that, not what the machine has. \`load: true\` leaves the image in the engine for
steps that follow. What is pushed has the digest that was tested.

\`\`\`yaml
- uses: fairway-ci/fairway/actions/build-image@v1
  with:
    smoke: |
      node
      src/main.js
      --version
\`\`\`

### What it says of itself

Between the image and its tags SBOMs (CycloneDX and SPDX, one for each platform) and SLSA provenance are attached to it as
OCI referrers and read back; a registry that cannot keep them is named in one line, and the image is pushed nevertheless.
Signed provenance needs \`permissions: { id-token: write, attestations: write }\`. An image that is reused keeps what is attached
to it. \`sbom: none\` and \`provenance: none\` switch it off.
`;

// EXTERNAL MODULE: ./.build/packages/image/kinds.js
var kinds = __nccwpck_require__(21227);
// EXTERNAL MODULE: ./.build/packages/schema/index.js + 8 modules
var schema = __nccwpck_require__(10530);
;// CONCATENATED MODULE: ./.build/actions/build-image/src/inputs.js



/** A command: one argument a line, or a JSON list. A line with spaces would be one argument, so it is refused. */
function argv() {
    const words = (0,schema/* list */.p_)((0,schema/* text */.Qq)(), { min: 1 });
    return {
        ...words,
        name: 'command',
        fromText(given) {
            if (given.trim().startsWith('[')) {
                try {
                    return JSON.parse(given);
                }
                catch {
                    return given;
                }
            }
            const lines = given
                .split('\n')
                .map((line) => line.trim())
                .filter((line) => line !== '');
            return lines.length === 1 && /\s/.test(lines[0] ?? '') ? given : lines;
        },
        read(value, path, report) {
            if (typeof value !== 'string')
                return words.read(value, path, report);
            const message = 'expected one argument a line, or a JSON list such as ["node", "--version"]';
            return void report({ path, message, on: 'value' });
        },
    };
}
const lines = (kind) => ({
    ...kind,
    fromText: (given) => given
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
});
/** One `id=value` a line, or a JSON object for values of several lines. */
function secrets() {
    const lineByLine = (0,schema/* map */.Tj)((0,schema/* secret */.rJ)());
    return {
        ...lineByLine,
        fromText(given) {
            if (!given.trim().startsWith('{'))
                return lineByLine.fromText?.(given) ?? given;
            try {
                return JSON.parse(given);
            }
            catch {
                // Read as text, which is refused without repeating it.
                return [];
            }
        },
    };
}
const platform = (0,schema/* text */.Qq)({
    pattern: /^[a-z0-9]+\/[a-z0-9]+(\/[a-z0-9]+)?$/,
    hint: 'expected os/architecture such as linux/amd64',
});
/** What is built, and how. */
const buildInputs = {
    mode: (0,action/* input */.hF)((0,schema/* choice */.Yq)(['build', 'merge']), {
        description: '`build` makes the image; `merge` makes one index of images that jobs have pushed by digest.',
        default: 'build',
    }),
    context: (0,action/* input */.hF)((0,schema/* text */.Qq)(), { description: 'Folder that paths of image.build are relative to.', default: '.' }),
    config: (0,action/* input */.hF)((0,schema/* text */.Qq)(), {
        description: 'Path of fairway.yml. Default: .github/fairway.yml, then fairway.yml.',
    }),
    revision: (0,action/* input */.hF)((0,schema/* text */.Qq)(), {
        description: 'Commit that is built; it must be checked out.',
        default: '${{ github.sha }}',
    }),
    platforms: (0,action/* input */.hF)((0,schema/* list */.p_)(platform, { min: 1 }), {
        description: 'Platforms to build. Overrides image.build.platforms of fairway.yml.',
    }),
    secrets: (0,action/* input */.hF)(secrets(), {
        description: 'Values of the secrets that image.build.secrets names: one `id=value` a line, or a JSON object.',
    }),
    reuse: (0,action/* input */.hF)((0,schema/* bool */.lc)(), {
        description: 'Whether an image that was built from the same inputs is taken instead of building it again.',
        default: 'true',
    }),
    digests: (0,action/* input */.hF)(lines((0,schema/* list */.p_)((0,schema/* text */.Qq)(), { min: 1 })), {
        description: 'For mode: merge, one a line: `linux/amd64=sha256:...`, `sha256:...`, `<repository>@sha256:...`, or the JSON that `digests` gives out.',
    }),
};
/** What the image is called, and what it says of itself. */
const namingInputs = {
    version: (0,action/* input */.hF)((0,schema/* text */.Qq)({
        pattern: /^[A-Za-z0-9][A-Za-z0-9._+-]{0,127}$/,
        hint: 'letters, digits, ".", "_", "+" and "-", at most 128',
    }), {
        description: 'Version of the release; the tag in the layout. Default: that of the git tag, or `sha-` and 12 digits of the commit.',
    }),
    tags: (0,action/* input */.hF)(kinds/* tagRulesKind */.Y7, {
        description: 'Tags or tag rules, one a line. Overrides image.tags of fairway.yml.',
    }),
    flavor: (0,action/* input */.hF)(kinds/* flavorKind */.jQ, {
        description: 'How all tags look, one `key=value` a line: latest, prefix, suffix, prefix-latest, suffix-latest. Overrides image.flavor.',
    }),
    labels: (0,action/* input */.hF)(kinds/* labelsKind */.cB, {
        description: 'Labels of the image, one `key=value` a line, besides image.labels of fairway.yml.',
    }),
};
/** Where it goes, and what must hold before. */
const placeInputs = {
    repository: (0,action/* input */.hF)((0,schema/* text */.Qq)(), {
        description: 'Where the image is pushed. Overrides image.repository of fairway.yml.',
    }),
    push: (0,action/* input */.hF)((0,schema/* choice */.Yq)(['tags', 'digest', 'no']), {
        description: 'With a repository: `tags` pushes and tags, `digest` pushes without a tag (for a later merge), `no` pushes nothing.',
        default: 'tags',
    }),
    'registry-username': (0,action/* input */.hF)((0,schema/* text */.Qq)(), {
        description: 'User of the registry. Default: the credentials of the Docker config.',
    }),
    'registry-password': (0,action/* input */.hF)((0,schema/* secret */.rJ)(), { description: 'Password or token of that user.' }),
    'registry-ca': (0,action/* input */.hF)((0,schema/* text */.Qq)(), {
        description: "PEM file of certificate authorities to trust besides the system's.",
    }),
    'registry-insecure': (0,action/* input */.hF)((0,schema/* bool */.lc)(), {
        description: 'Allows plain HTTP. A registry on this machine may speak it anyway.',
        default: 'false',
    }),
    layout: (0,action/* input */.hF)((0,schema/* text */.Qq)(), {
        description: 'Folder of the OCI image layout. Overrides image.layout of fairway.yml.',
    }),
    load: (0,action/* input */.hF)((0,schema/* bool */.lc)(), {
        description: 'Loads the image into the Docker Engine too, under all its tags.',
        default: 'false',
    }),
    smoke: (0,action/* input */.hF)(argv(), {
        description: 'A command that must succeed in the image before it is pushed: one argument a line, or a JSON list. Overrides image.smoke.command.',
    }),
    'smoke-within': (0,action/* input */.hF)((0,schema/* duration */.p0)({ min: 1 }), {
        description: 'Longest time of the smoke command. Overrides image.smoke.within.',
    }),
};
/** What is attached to it. */
const attestInputs = {
    sbom: (0,action/* input */.hF)((0,schema/* list */.p_)((0,schema/* choice */.Yq)(['cyclonedx', 'spdx', 'none'])), {
        description: 'SBOMs that are attached to the image of each platform when it is pushed: `cyclonedx`, `spdx`, or `none`.',
        default: 'cyclonedx,spdx',
    }),
    provenance: (0,action/* input */.hF)((0,schema/* choice */.Yq)(['auto', 'signed', 'unsigned', 'none']), {
        description: 'SLSA provenance of a pushed image: `signed` (needs id-token: write and attestations: write), `unsigned`, `none`, or `auto`: signed where the job may do that.',
        default: 'auto',
    }),
    token: (0,action/* input */.hF)((0,schema/* secret */.rJ)(), {
        description: "For the platform's attestations.",
        required: true,
        default: '${{ github.token }}',
    }),
};

;// CONCATENATED MODULE: ./.build/actions/build-image/src/definition.js



const definition = (0,action/* defineAction */.QP)({
    name: 'build-image',
    title: 'Fairway build image',
    description: 'From a commit to a tested, pushed and tagged OCI image, by digest; never built twice.',
    details: details,
    icon: 'package',
    color: 'blue',
    inputs: { ...buildInputs, ...namingInputs, ...placeInputs, ...attestInputs },
    outputs: {
        image: 'The image by digest: `<repository>@sha256:...` when it was pushed, else `oci:<folder>@sha256:...`.',
        digest: 'Digest of the image or index: `sha256:...`.',
        digests: 'Digest of each platform as JSON: `{"linux/amd64":"sha256:..."}`.',
        tags: 'The tags that were set, with the repository, one a line; empty when nothing was tagged.',
        metadata: 'All of it as JSON: image, digest, mediaType, tags, platforms, labels, version, revision, created, reused, key.',
        artifact: 'The line for `$GITHUB_ARTIFACTS`: `oci://<repository>@sha256:...`; empty when not pushed.',
        attestations: 'What was attached, as JSON: kind, subject, platform, document, where it is kept.',
        layout: 'Absolute folder of the OCI image layout that has the image; empty when only a registry has it.',
        version: 'Version of the release.',
        revision: 'Full id of the commit the image was built from; an older one when it is reused, since its labels say so.',
        size: 'Bytes of all layers, compressed; empty for a reused index in a registry.',
        reused: '`true` when the image was there already.',
        pushed: '`true` when the image is in the registry.',
    },
});


/***/ }),

/***/ 29771:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _fairway_runtime__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(85910);
/* harmony import */ var _definition_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(65304);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(71736);



await (0,_fairway_runtime__WEBPACK_IMPORTED_MODULE_0__/* .runAction */ .Cs)(_definition_js__WEBPACK_IMPORTED_MODULE_1__/* .definition */ .m, { run: _run_js__WEBPACK_IMPORTED_MODULE_2__/* .run */ .e });

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 71736:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  e: () => (/* binding */ run)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(76760);
// EXTERNAL MODULE: ./.build/packages/runtime/index.js + 20 modules
var runtime = __nccwpck_require__(85910);
// EXTERNAL MODULE: ./.build/packages/image/document.js
var image_document = __nccwpck_require__(59847);
;// CONCATENATED MODULE: external "node:process"
const external_node_process_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(51455);
// EXTERNAL MODULE: ./.build/packages/image/layout-index.js + 1 modules
var layout_index = __nccwpck_require__(63);
// EXTERNAL MODULE: ./.build/packages/image/reference.js
var image_reference = __nccwpck_require__(30665);
;// CONCATENATED MODULE: ./.build/packages/image/layout.js







const MARKER = '{"imageLayoutVersion":"1.0.0"}';
const DAY = 86_400_000;
/** Opens an OCI image layout for reading. UserError when the folder is none. */
async function openLayout(folder) {
    await checkMarker(folder);
    return new OciLayout(folder);
}
/** Opens an OCI image layout for writing; makes it when the folder is missing or empty. */
async function createLayout(folder) {
    await (0,promises_.mkdir)((0,external_node_path_.join)(folder, 'blobs', 'sha256'), { recursive: true });
    await (0,promises_.mkdir)(incoming(folder), { recursive: true });
    if (!(0,external_node_fs_.existsSync)((0,external_node_path_.join)(folder, 'index.json')))
        (0,layout_index/* updateIndex */.U)(folder, (manifests) => manifests);
    if (!(0,external_node_fs_.existsSync)((0,external_node_path_.join)(folder, 'oci-layout'))) {
        // Renamed into place like all else; two who do it at once write the same bytes.
        const temporary = (0,external_node_path_.join)(incoming(folder), (0,external_node_crypto_.randomBytes)(8).toString('hex'));
        await withFile(temporary, (file) => file.writeFile(MARKER));
        await (0,promises_.rename)(temporary, (0,external_node_path_.join)(folder, 'oci-layout'));
    }
    await checkMarker(folder);
    await removeLeftovers(folder);
    return new OciLayout(folder);
}
class OciLayout {
    #folder;
    location;
    constructor(folder) {
        this.#folder = folder;
        this.location = `the image layout ${folder}`;
    }
    reference(digest) {
        return `oci:${this.#folder}@${digest}`;
    }
    async has({ digest, size }) {
        const found = await (0,promises_.stat)(this.#path(digest)).catch(absent);
        return found?.size === size;
    }
    async read(digest) {
        const path = this.#path(digest);
        if (!(await (0,promises_.stat)(path).catch(absent))) {
            throw new runtime/* UserError */.yo(`${this.location} has no blob ${digest}`, {
                where: path,
                mend: 'build the image again, or check the digest',
            });
        }
        return (0,external_node_fs_.createReadStream)(path);
    }
    async write(content) {
        const temporary = (0,external_node_path_.join)(incoming(this.#folder), (0,external_node_crypto_.randomBytes)(8).toString('hex'));
        const hash = (0,external_node_crypto_.createHash)('sha256');
        let size = 0;
        try {
            await withFile(temporary, async (file) => {
                for await (const chunk of content) {
                    hash.update(chunk);
                    size += chunk.length;
                    await file.writeFile(chunk);
                }
            });
            const digest = `sha256:${hash.digest('hex')}`;
            const path = this.#path(digest);
            // A damaged blob of the same name is replaced: otherwise no build could ever mend the layout.
            const existed = (await digestOf(path)) === digest;
            if (!existed) {
                await (0,promises_.rename)(temporary, path);
                await syncFolder((0,external_node_path_.dirname)(path));
            }
            return { digest, size, existed };
        }
        finally {
            await (0,promises_.rm)(temporary, { force: true });
        }
    }
    async list() {
        return (0,layout_index/* readIndex */.v)(this.#folder).manifests;
    }
    async tag(name, image) {
        let before;
        (0,layout_index/* updateIndex */.U)(this.#folder, (manifests) => {
            before = manifests.find((entry) => entry.annotations?.[REF_NAME] === name)?.digest;
            // An image that loses its tag stays listed, so that a release can still be found by digest.
            const others = manifests.map((entry) => entry.annotations?.[REF_NAME] === name ? untagged(entry) : entry);
            const tagged = { ...image, annotations: { ...image.annotations, [REF_NAME]: name } };
            return withoutDoubles([...others, tagged]);
        });
        return before;
    }
    #path(digest) {
        // A digest out of a manifest becomes a path: nothing but hex digits may reach the file system.
        if (!(0,image_reference/* isDigest */.B)(digest))
            throw new runtime/* UserError */.yo(`"${digest}" is not a sha256 digest`);
        return (0,external_node_path_.join)(this.#folder, 'blobs', 'sha256', digest.slice('sha256:'.length));
    }
}
const REF_NAME = 'org.opencontainers.image.ref.name';
function untagged({ annotations, ...entry }) {
    const others = Object.entries(annotations ?? {}).filter(([key]) => key !== REF_NAME);
    return others.length ? { ...entry, annotations: Object.fromEntries(others) } : entry;
}
/** One entry a digest and tag; an untagged one goes when the same digest has a tag. */
function withoutDoubles(manifests) {
    const tag = (entry) => entry.annotations?.[REF_NAME] ?? '';
    return manifests.filter((entry, i) => !manifests.some((other, j) => other.digest === entry.digest &&
        i !== j &&
        (tag(entry) ? tag(other) === tag(entry) && j > i : tag(other) !== '' || j > i)));
}
async function checkMarker(folder) {
    const path = (0,external_node_path_.join)(folder, 'oci-layout');
    const text = await (0,promises_.readFile)(path, 'utf8').catch(absent);
    if (text !== undefined && /"imageLayoutVersion"\s*:\s*"1\.0\.0"/.test(text))
        return;
    throw new runtime/* UserError */.yo(text === undefined ? `${folder} is not an OCI image layout` : `${path} has an unknown layout version`, { where: path, mend: 'check the folder, or build the image again' });
}
async function removeLeftovers(folder) {
    for (const name of await (0,promises_.readdir)(incoming(folder))) {
        const path = (0,external_node_path_.join)(incoming(folder), name);
        const found = await (0,promises_.stat)(path).catch(absent);
        // A younger one may belong to a build that runs now.
        if (found && found.mtimeMs < Date.now() - DAY)
            await (0,promises_.rm)(path, { force: true });
    }
}
const incoming = (folder) => (0,external_node_path_.join)(folder, '.incoming');
async function withFile(path, body) {
    const file = await (0,promises_.open)(path, 'wx', 0o644);
    try {
        await body(file);
        await file.sync();
    }
    finally {
        await file.close();
    }
}
async function syncFolder(folder) {
    const handle = await (0,promises_.open)(folder, 'r');
    try {
        await handle.sync();
    }
    finally {
        await handle.close();
    }
}
async function digestOf(path) {
    if (!(0,external_node_fs_.existsSync)(path))
        return undefined;
    const hash = (0,external_node_crypto_.createHash)('sha256');
    for await (const chunk of (0,external_node_fs_.createReadStream)(path))
        hash.update(chunk);
    return `sha256:${hash.digest('hex')}`;
}
function absent(error) {
    if (error.code !== 'ENOENT')
        throw error;
}

;// CONCATENATED MODULE: ./.build/packages/image/registry/challenge.js
/**
 * Reads `WWW-Authenticate`. One header may hold several challenges, and values may hold commas in quotes.
 * Bearer comes first when both are offered. undefined: nothing we can answer.
 */
function parseChallenge(header) {
    const found = challenges(header ?? '');
    const bearer = found.find(({ scheme, parameters }) => scheme === 'bearer' && parameters.has('realm'));
    if (bearer) {
        const { parameters } = bearer;
        return {
            scheme: 'bearer',
            realm: parameters.get('realm') ?? '',
            service: parameters.get('service'),
            scopes: (parameters.get('scope') ?? '').split(' ').filter((scope) => scope !== ''),
        };
    }
    const basic = found.find(({ scheme }) => scheme === 'basic');
    return basic && { scheme: 'basic', realm: basic.parameters.get('realm') ?? '' };
}
/** `name=value`, `name="quoted \" value"`, or a word that starts the next challenge. */
const PART = /([A-Za-z0-9!#$%&'*+.^_`|~-]+)(?:\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]*)))?/g;
function challenges(header) {
    const found = [];
    for (const [, name = '', quoted, plain] of header.matchAll(PART)) {
        if (quoted === undefined && plain === undefined) {
            found.push({ scheme: name.toLowerCase(), parameters: new Map() });
        }
        else {
            const value = quoted?.replace(/\\(.)/g, '$1') ?? plain ?? '';
            found.at(-1)?.parameters.set(name.toLowerCase(), value);
        }
    }
    return found;
}

;// CONCATENATED MODULE: ./.build/packages/image/registry/place.js

const NAME = /^[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*(\/[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*)*$/;
const HOST = /^(\[[0-9a-fA-F:]+\]|[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?)(:[0-9]{1,5})?$/;
const DOCKER_HUB = new Set(['docker.io', 'index.docker.io', 'registry-1.docker.io']);
/** Reads `[host[:port]/]path`; without a host it is Docker Hub's, as in Docker. Throws UserError. */
function parsePlace(repository) {
    const slash = repository.indexOf('/');
    const first = repository.slice(0, Math.max(slash, 0));
    const hasHost = /[.:]/.test(first) || first === 'localhost';
    const host = hasHost ? first : 'docker.io';
    const path = hasHost ? repository.slice(slash + 1) : repository;
    if (!HOST.test(host) || !NAME.test(path) || path.length > 255) {
        throw new runtime/* UserError */.yo(`"${repository}" is not the name of a repository`, {
            mend: 'write registry/path in lower case, without a tag or digest, such as ghcr.io/acme/storefront',
        });
    }
    if (!DOCKER_HUB.has(host))
        return { repository, host, name: path, loopback: isLoopback(host) };
    const name = path.includes('/') ? path : `library/${path}`;
    return { repository: `docker.io/${name}`, host: 'registry-1.docker.io', name, loopback: false };
}
function isLoopback(host) {
    const name = host.replace(/:[0-9]+$/, '').toLowerCase();
    return name === 'localhost' || name === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(name);
}
/** The names under which Docker and Podman keep credentials of this place, the most exact first. */
function credentialKeys({ host, name }) {
    const hub = ['https://index.docker.io/v1/', 'index.docker.io', 'docker.io'];
    const hosts = host === 'registry-1.docker.io' ? [...hub, host] : [host];
    const parts = name.split('/');
    const paths = parts.map((_, i) => `/${parts.slice(0, parts.length - i).join('/')}`);
    return [
        ...hosts.flatMap((each) => paths.map((path) => `${each}${path}`)),
        ...hosts.flatMap((each) => [each, `https://${each}`, `https://${each}/`]),
        ...hosts.flatMap((each) => [`https://${each}/v1/`, `https://${each}/v2/`]),
    ];
}

;// CONCATENATED MODULE: ./.build/packages/image/registry/credentials.js



/**
 * Credentials of a place from the Docker config: its credential helper, the credentials store, then `auths`.
 * undefined: there are none. Throws UserError when the file or a helper is broken: to go on without would
 * end in a puzzling refusal.
 */
async function dockerCredentials(place, ports) {
    const folder = ports.context.dockerConfig;
    if (folder === undefined)
        return undefined;
    const path = (0,external_node_path_.join)(folder, 'config.json');
    const config = readConfig(await ports.files.read(path), path);
    if (!config)
        return undefined;
    const keys = credentialKeys(place);
    const helper = first(keys, config.credHelpers);
    if (helper)
        return await fromHelper(helper.value, [helper.key], ports, path);
    if (config.credsStore) {
        const found = await fromHelper(config.credsStore, hostKeys(keys), ports, path);
        if (found)
            return found;
    }
    const stored = first(keys, config.auths);
    return stored && fromAuth(stored.value, stored.key, path);
}
function readConfig(text, path) {
    if (text === undefined)
        return undefined;
    try {
        const value = JSON.parse(text);
        if (typeof value === 'object' && value !== null)
            return value;
    }
    catch {
        // Not the parser's message: it quotes the text, and the text holds credentials.
    }
    throw new runtime/* UserError */.yo('the Docker config is not valid JSON', {
        where: path,
        mend: 'mend the file, or log in again with docker login',
    });
}
function first(keys, record) {
    for (const key of keys) {
        const value = record?.[key];
        if (value !== undefined)
            return { key, value };
    }
    return undefined;
}
function fromAuth(stored, key, path) {
    const from = `"${key}" of ${path}`;
    if (stored.identitytoken)
        return { identityToken: stored.identitytoken, from };
    const pair = stored.auth ? Buffer.from(stored.auth, 'base64').toString('utf8') : undefined;
    const colon = pair?.indexOf(':') ?? -1;
    if (pair !== undefined && colon < 1) {
        throw new runtime/* UserError */.yo(`the credentials ${from} are not base64 of user:password`, {
            where: path,
            mend: 'log in again with docker login',
        });
    }
    const username = pair?.slice(0, colon) ?? stored.username;
    // Some writers pad the password with zero bytes.
    const password = pair?.slice(colon + 1).replace(/\0+$/, '') ?? stored.password;
    return username && password !== undefined ? { username, password, from } : undefined;
}
/** Credential stores know hosts, not repositories. */
const hostKeys = (keys) => keys.filter((key) => key.startsWith('https://') || !key.includes('/'));
async function fromHelper(name, servers, { exec, signal }, path) {
    if (!/^[A-Za-z0-9._-]+$/.test(name)) {
        throw new runtime/* UserError */.yo(`"${name}" is not the name of a credential helper`, { where: path });
    }
    const command = `docker-credential-${name}`;
    for (const server of servers) {
        const { stdout, exitCode } = await exec.run(command, ['get'], { input: server, okCodes: [0, 1], signal });
        if (exitCode === 0)
            return readAnswer(stdout, `${command} for ${server}`);
        // Helpers say "not found" on standard output; every other failure is one.
        if (!/not found|no credentials/i.test(stdout)) {
            throw new runtime/* UserError */.yo(`${command} failed: ${stdout.trim().split('\n')[0] || 'it says nothing'}`, {
                where: path,
                mend: `run "echo ${server} | ${command} get" by hand, or log in again with docker login`,
            });
        }
    }
    return undefined;
}
function readAnswer(stdout, from) {
    let answer;
    try {
        answer = JSON.parse(stdout);
    }
    catch {
        // The answer may hold the secret: it is not quoted.
        throw new runtime/* UserError */.yo(`${from} did not answer with JSON`, { mend: 'update the credential helper' });
    }
    const { Username: username, Secret: secret } = answer;
    if (typeof username !== 'string' || typeof secret !== 'string' || !secret)
        return undefined;
    return username === '<token>' ? { identityToken: secret, from } : { username, password: secret, from };
}

;// CONCATENATED MODULE: ./.build/packages/image/registry/scopes.js
const scope = (name, ...actions) => `repository:${name}:${actions.join(',')}`;
/** One scope a resource with all its actions, sorted: equal rights give equal lists. */
function mergeScopes(...lists) {
    const rights = new Map();
    for (const one of lists.flat()) {
        const colon = one.lastIndexOf(':');
        const resource = one.slice(0, colon);
        const actions = rights.get(resource) ?? new Set();
        for (const action of one.slice(colon + 1).split(','))
            actions.add(action);
        rights.set(resource, actions);
    }
    return [...rights].map(([resource, actions]) => `${resource}:${[...actions].sort().join(',')}`).sort();
}
/** Whether `held` allows all that `wanted` asks for. */
function covers(held, wanted) {
    return mergeScopes(held, wanted).join(' ') === mergeScopes(held).join(' ');
}

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __nccwpck_require__(37067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __nccwpck_require__(44708);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __nccwpck_require__(57075);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __nccwpck_require__(46466);
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __nccwpck_require__(41692);
;// CONCATENATED MODULE: ./.build/packages/image/registry/transport.js






/** What a source of bytes threw while it was sent: not the network's fault. */
class SourceFailure extends Error {
    constructor(cause) {
        super('the source failed', { cause });
    }
}
/**
 * One HTTP exchange, streamed both ways. Not `fetch`: that takes no certificate authority, and hides an
 * answer that comes before the request's body was sent.
 */
class Transport {
    #agents;
    #idle;
    constructor({ ca, idle = 60_000 } = {}) {
        const pool = { keepAlive: true, maxSockets: 16, timeout: idle };
        const trust = ca === undefined ? {} : { ca: [...(0,external_node_tls_.getCACertificates)('default'), ca] };
        this.#agents = { http: new external_node_http_.Agent(pool), https: new external_node_https_.Agent({ ...pool, ...trust }) };
        this.#idle = idle;
    }
    send({ method, url, headers, body, signal, idle = this.#idle }) {
        return new Promise((resolve, reject) => {
            const secure = url.protocol === 'https:';
            const options = { method, headers, signal, timeout: idle };
            const request = secure
                ? external_node_https_.request(url, { ...options, agent: this.#agents.https })
                : external_node_http_.request(url, { ...options, agent: this.#agents.http });
            const fail = (error) => reject(signal.aborted ? signal.reason : error);
            request.on('timeout', () => request.destroy(new Error(`no byte for ${idle / 1_000} s`)));
            request.on('error', fail);
            request.on('response', (answer) => {
                // An answer in the middle of the body is a refusal: what is left need not be sent.
                if (body && !request.writableFinished)
                    answer.once('close', () => request.destroy());
                // An error of a body that nobody reads any more must not end the process.
                answer.on('error', () => undefined);
                resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: answer, url });
            });
            // At once, so that a refusal can come before the (perhaps slow) source has given a byte.
            if (body)
                request.flushHeaders();
            if (body)
                (0,external_node_stream_promises_.pipeline)(external_node_stream_.Readable.from(guarded(body()), { objectMode: false }), request).catch(fail);
            else
                request.end();
        });
    }
}
async function* guarded(source) {
    const chunks = source[Symbol.asyncIterator]();
    try {
        for (;;) {
            const next = await chunks.next().catch((cause) => {
                throw new SourceFailure(cause);
            });
            if (next.done)
                return;
            yield next.value;
        }
    }
    finally {
        await chunks.return?.();
    }
}
/** The body as text, no more than `limit` bytes of it; the rest is dropped. */
async function readText({ body }, limit = 65_536) {
    return (await readBytes(body, limit, 'cut')).toString('utf8');
}
/** The whole body. `cut` drops what is over the limit, `refuse` throws RemoteError. */
async function readBytes(body, limit, over) {
    const chunks = [];
    let size = 0;
    for await (const chunk of body) {
        chunks.push(chunk);
        size += chunk.length;
        if (size <= limit)
            continue;
        if (over === 'refuse')
            throw tooLong(limit);
        break;
    }
    return Buffer.concat(chunks).subarray(0, limit);
}
const tooLong = (limit) => new runtime/* RemoteError */.Hi(`the answer has more than ${limit} bytes`, {
    mend: 'check that this is the address of a container registry',
});

;// CONCATENATED MODULE: ./.build/packages/image/registry/failure.js


const PASSING = new Set([408, 425, 429, 500, 502, 503, 504]);
/** An answer of the registry that is an error. */
class RegistryError extends runtime/* RemoteError */.Hi {
    /** First error code of the distribution protocol, such as `BLOB_UNKNOWN`; empty without one. */
    code;
    /** Milliseconds the registry asked to wait. */
    after;
    constructor(message, detail) {
        super(message, detail);
        this.code = detail.code;
        this.after = detail.after;
    }
}
const MEND = {
    404: 'check the name of the repository and the tag or digest; some registries say so without permission',
    405: 'the registry does not allow this (it may be a read-only mirror): use another one',
    413: 'a proxy before the registry limits the size of a request: raise its limit',
    429: 'the registry limits the rate of requests: run again later, or log in for a higher limit',
};
const MEND_CODE = {
    DIGEST_INVALID: 'the bytes were damaged on the way, or are not those of the digest: build the image again',
    MANIFEST_BLOB_UNKNOWN: 'the registry lost a blob that it had: run again',
    MANIFEST_INVALID: 'this registry does not take such an image: see its documentation for media types',
};
/** Reads the answer to its end and says what it means. `action` in words: `push a blob to ghcr.io/acme/x`. */
async function failureOf(response, action, now) {
    const text = await readText(response).catch(() => '');
    const { code, message } = protocolError(text);
    const { status } = response;
    const said = [code, message].filter((part) => part !== '').join(': ');
    return new RegistryError(`could not ${action}: HTTP ${status}${said ? ` (${said})` : ''}`, {
        code,
        status,
        after: retryAfter(response.headers['retry-after'], now),
        // The last two: the registry lost (a part of) an upload, or is still storing what came before the line
        // broke. It can be resumed or begun again.
        retryable: PASSING.has(status) || status === 416 || /^BLOB_UPLOAD_(UNKNOWN|INVALID)$/.test(code),
        where: placeOf(response.url),
        mend: MEND_CODE[code] ?? MEND[status] ?? general(status),
    });
}
const general = (status) => status >= 500
    ? 'the registry fails: see its status page or its log, and run again later'
    : 'check that this is the address of a container registry; its log says more';
/** The first of `errors` of the answer; otherwise its first line, so that a proxy's page is told too. */
function protocolError(text) {
    try {
        const [error] = JSON.parse(text).errors ?? [];
        if (error)
            return { code: oneLine(error.code), message: oneLine(error.message) };
    }
    catch {
        // Not JSON.
    }
    return { code: '', message: text.startsWith('<') ? '' : oneLine(text.split('\n')[0]) };
}
/** A registry's words are quoted, but it must not write lines of our log. */
const oneLine = (value) => typeof value === 'string'
    ? value
        .replace(/\p{Cc}+/gu, ' ')
        .trim()
        .slice(0, 300)
    : '';
/** Seconds or a date -> milliseconds. */
function retryAfter(header, now) {
    if (header === undefined)
        return undefined;
    const ms = /^\d+$/.test(header) ? Number(header) * 1_000 : Date.parse(header) - now;
    return Number.isFinite(ms) ? Math.max(0, ms) : undefined;
}
/** Without its query, which may hold a signature. */
const placeOf = (url) => `${url.origin}${url.pathname}`;
/** What a thrown network error means. An error of ours or of the source is passed on as it is. */
function networkFailure(error, action, url) {
    if (error instanceof SourceFailure)
        return error.cause;
    if (error instanceof runtime/* RemoteError */.Hi || error instanceof runtime/* UserError */.yo)
        return error;
    const { code = '', message = '' } = error;
    const where = url.origin;
    if (/^(ERR_TLS|CERT_|SELF_SIGNED|DEPTH_ZERO|UNABLE_TO)/.test(code)) {
        return new runtime/* UserError */.yo(`could not ${action}: the certificate is not trusted (${message})`, {
            where,
            mend: 'name the file of the certificate authority, or mend the certificate of the registry',
            cause: error,
        });
    }
    if (speaksPlainHttp(error)) {
        return new runtime/* UserError */.yo(`could not ${action}: the registry does not speak TLS`, {
            where,
            mend: 'allow plain HTTP for this registry explicitly, or give it a certificate',
            cause: error,
        });
    }
    return new runtime/* RemoteError */.Hi(`could not ${action}: the connection failed (${message || code})`, {
        where,
        mend: 'check that the registry is up and can be reached from this machine',
        retryable: code !== 'ENOTFOUND',
        cause: error,
    });
}
function speaksPlainHttp(error) {
    const { code = '', message = '' } = error;
    return (code === 'ERR_SSL_WRONG_VERSION_NUMBER' || /wrong version number|packet length too long/.test(message));
}

;// CONCATENATED MODULE: ./.build/packages/image/registry/tokens.js



/** What the token server says when it does not say how long a token lives, in seconds. */
const DEFAULT_LIFE = 60;
/**
 * Fetches a token from the server the registry named; one try, as part of a request that is tried again.
 * Throws UserError when it refuses the credentials.
 */
async function fetchToken(source, scopes) {
    const { ports, registry } = source;
    const realm = realmUrl(source);
    const action = `get a token for ${registry.host}`;
    const asked = ports.clock.now();
    const response = await request(source, realm, scopes).catch((error) => {
        ports.signal.throwIfAborted();
        throw networkFailure(error, action, realm);
    });
    if (response.status === 401 || response.status === 403)
        throw refused(response, source);
    if (response.status !== 200)
        throw await failureOf(response, action, ports.clock.now());
    const bytes = await readBytes(response.body, 1_048_576, 'refuse').catch((error) => {
        ports.signal.throwIfAborted();
        throw networkFailure(error, action, realm);
    });
    const { value, life } = readToken(bytes, realm);
    ports.mask(value);
    // Early enough that it does not expire on the way, yet even the shortest one is used once.
    const margin = Math.min(10_000, life * 250);
    return { value, scopes, renewAt: asked + life * 1_000 - margin };
}
function realmUrl({ challenge, registry }) {
    const realm = URL.canParse(challenge.realm) ? new URL(challenge.realm) : undefined;
    const allowed = registry.protocol === 'http:' ? ['http:', 'https:'] : ['https:'];
    if (realm && allowed.includes(realm.protocol))
        return realm;
    throw new runtime/* RemoteError */.Hi(`${registry.host} names no usable token server`, {
        where: realm ? placeOf(realm) : registry.origin,
        mend: `the token server of a registry must have an ${allowed.join('// or ')}// address`,
    });
}
async function request(source, realm, scopes) {
    const { challenge, credentials, transport, ports } = source;
    const { signal } = ports;
    if (credentials && 'identityToken' in credentials) {
        const form = Buffer.from(new URLSearchParams({
            grant_type: 'refresh_token',
            service: challenge.service ?? '',
            client_id: 'fairway',
            scope: scopes.join(' '),
            refresh_token: credentials.identityToken,
        }).toString());
        const headers = {
            'Content-Type': 'application/x-www-form-urlencoded',
            'Content-Length': String(form.length),
        };
        return await transport.send({ method: 'POST', url: realm, headers, body: () => once(form), signal });
    }
    const url = new URL(realm);
    if (challenge.service !== undefined)
        url.searchParams.set('service', challenge.service);
    for (const one of scopes)
        url.searchParams.append('scope', one);
    const headers = credentials ? { Authorization: basic(credentials) } : {};
    return await transport.send({ method: 'GET', url, headers, signal });
}
const basic = ({ username, password }) => `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
async function* once(bytes) {
    yield bytes;
}
function readToken(bytes, realm) {
    const where = placeOf(realm);
    try {
        const answer = JSON.parse(bytes.toString('utf8'));
        const value = answer.token || answer.access_token;
        // A header must not get a line of its own from it.
        if (typeof value === 'string' && /^[\x21-\x7e]+$/.test(value)) {
            const life = Number(answer.expires_in);
            return { value, life: life > 0 ? life : DEFAULT_LIFE };
        }
    }
    catch {
        // The answer is not quoted: it may hold a token.
    }
    throw new runtime/* RemoteError */.Hi('the token server answered without a token', {
        where,
        mend: 'check the address of the registry; this may be a login page',
    });
}
function refused(response, { credentials, registry }) {
    response.body.resume();
    return refusal(credentials, registry.host, placeOf(response.url));
}
/** The registry or its token server does not accept who we are. */
function refusal(credentials, host, where) {
    if (!credentials) {
        return new runtime/* UserError */.yo(`${host} needs credentials, and there are none for it`, {
            where,
            mend: 'give a user name and password as inputs (from secrets), or log in with docker login first',
        });
    }
    const who = 'username' in credentials ? `user "${credentials.username}"` : 'the identity token';
    return new runtime/* UserError */.yo(`${host} refuses the credentials of ${who}`, {
        where,
        mend: `check those from ${credentials.from ?? 'the inputs'}: they are wrong, have expired, or lack a right`,
    });
}

;// CONCATENATED MODULE: ./.build/packages/image/registry/authorizer.js





/** Answers the challenges of one registry, and keeps its tokens until they expire. */
class Authorizer {
    #options;
    #challenge;
    #credentials;
    #tokens = [];
    /** Tokens that are being fetched: parallel uploads share one. */
    #fetching = new Map();
    constructor(options) {
        this.#options = options;
    }
    /** The `Authorization` header for these rights; undefined as long as the registry asked for none. */
    async header(wanted) {
        const challenge = this.#challenge;
        if (!challenge)
            return undefined;
        if (challenge.scheme === 'bearer')
            return `Bearer ${(await this.#token(challenge, wanted)).value}`;
        const credentials = await this.#who();
        const { registry } = this.#options;
        if (!credentials)
            throw refusal(undefined, registry.host, registry.origin);
        if ('username' in credentials)
            return basic(credentials);
        throw refusal(credentials, registry.host, registry.origin);
    }
    /**
     * Takes in a 401. Returns the rights to ask for in the next try. Throws UserError when what was sent was
     * fresh: then another try would be refused too.
     */
    async learn(header, sent, wanted) {
        const { registry } = this.#options;
        const challenge = parseChallenge(header);
        if (!challenge) {
            throw new runtime/* RemoteError */.Hi(`${registry.host} answered 401 without a challenge that we know`, {
                where: registry.origin,
                mend: 'Bearer and Basic are supported: check the set-up of the registry',
                status: 401,
            });
        }
        if (sent?.startsWith('Basic ') && challenge.scheme === 'basic') {
            throw refusal(await this.#who(), registry.host, registry.origin);
        }
        this.#challenge = challenge;
        this.#tokens = this.#tokens.filter(({ value }) => sent !== `Bearer ${value}`);
        return challenge.scheme === 'bearer' ? mergeScopes(wanted, challenge.scopes) : wanted;
    }
    /** For messages about a refusal. */
    async refusal(where) {
        return refusal(await this.#who(), this.#options.registry.host, where);
    }
    async #token(challenge, wanted) {
        const { clock } = this.#options.ports;
        this.#tokens = this.#tokens.filter(({ renewAt }) => renewAt > clock.now());
        const held = this.#tokens.find(({ scopes }) => covers(scopes, wanted));
        if (held)
            return held;
        const scopes = mergeScopes(wanted);
        const key = scopes.join(' ');
        let fetching = this.#fetching.get(key);
        if (!fetching) {
            fetching = this.#fetch(challenge, scopes).finally(() => this.#fetching.delete(key));
            this.#fetching.set(key, fetching);
        }
        return await fetching;
    }
    async #fetch(challenge, scopes) {
        const token = await fetchToken({ ...this.#options, challenge, credentials: await this.#who() }, scopes);
        this.#tokens.push(token);
        return token;
    }
    #who() {
        this.#credentials ??= this.#find();
        return this.#credentials;
    }
    async #find() {
        const { place, ports, credentials } = this.#options;
        const found = credentials ?? (await dockerCredentials(place, ports));
        if (found)
            ports.mask('username' in found ? found.password : found.identityToken);
        return found;
    }
}

;// CONCATENATED MODULE: ./.build/packages/image/registry/patience.js


/**
 * How long one piece of work is tried. The deadline counts from the last progress, so that a long upload
 * over a bad line goes on as long as bytes arrive.
 */
class Patience {
    #clock;
    #policy;
    #signal;
    #end;
    #tries = 0;
    constructor(clock, policy, signal) {
        this.#clock = clock;
        this.#policy = policy;
        this.#signal = signal;
        this.#end = clock.now() + policy.deadline;
    }
    progress() {
        this.#tries = 0;
        this.#end = this.#clock.now() + this.#policy.deadline;
    }
    /** Waits before the next try; throws the error when it is final or the deadline would pass. */
    async after(error) {
        this.#signal.throwIfAborted();
        if (!(error instanceof runtime/* RemoteError */.Hi) || !error.retryable)
            throw error;
        const { firstPause, maxPause } = this.#policy;
        const ceiling = Math.min(maxPause, firstPause * 2 ** this.#tries++);
        const asked = error instanceof RegistryError ? error.after : undefined;
        const pause = asked ?? ceiling * (0.5 + Math.random() / 2);
        if (this.#clock.now() + pause > this.#end)
            throw error;
        await this.#clock.sleep(pause, this.#signal);
    }
    async try(attempt) {
        for (;;) {
            try {
                return await attempt();
            }
            catch (error) {
                await this.after(error);
            }
        }
    }
}

;// CONCATENATED MODULE: ./.build/packages/image/registry/client.js





const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const MAX_REDIRECTS = 5;
/** Asks one registry: authorizes, follows redirects, and turns what is not an answer into errors. */
class RegistryClient {
    place;
    registry;
    #options;
    #authorizer;
    #warned = new Set();
    constructor(options) {
        this.#options = options;
        this.place = options.place;
        this.registry = options.registry;
        this.#authorizer = new Authorizer(options);
    }
    get ports() {
        return this.#options.ports;
    }
    patience(signal = this.ports.signal) {
        return new Patience(this.ports.clock, this.#options.retry, signal);
    }
    /** As `once`, tried again after 429, 5xx and network faults. Only for what may be done twice. */
    ask(ask) {
        return this.patience(ask.signal).try(() => this.once(ask));
    }
    /** As `ask`, with the whole body of the answer, which is small. */
    async read(ask, limit) {
        return await this.patience(ask.signal).try(async () => {
            const response = await this.once(ask);
            const bytes = await readBytes(response.body, limit, 'refuse').catch((error) => {
                this.ports.signal.throwIfAborted();
                throw networkFailure(error, ask.action, response.url);
            });
            return { response, bytes };
        });
    }
    /** One try. The caller reads the body of the answer. Throws UserError and RegistryError. */
    async once(ask) {
        const response = await this.#authorized(ask);
        this.#warn(response);
        if (ask.ok.includes(response.status))
            return response;
        const ours = response.url.origin === this.registry.origin;
        const { status } = response;
        const failure = await failureOf(response, ask.action, this.ports.clock.now());
        if (ours && (status === 403 || (status === 404 && failure.code === 'NAME_UNKNOWN'))) {
            throw new runtime/* UserError */.yo(failure.message, {
                where: placeOf(response.url),
                mend: status === 403
                    ? `the credentials for ${this.registry.host} lack this right on ${this.place.name}: grant it, or use others`
                    : `check the name ${this.place.repository}, or create the repository first: this registry does not do it on a push`,
                cause: failure,
            });
        }
        throw failure;
    }
    /** Where a `Location` points: absolute or relative, with its query. Throws RemoteError without one. */
    location(response, action) {
        const header = response.headers.location;
        if (!header || !URL.canParse(header, response.url.href)) {
            throw new runtime/* RemoteError */.Hi(`could not ${action}: the registry named no location to go on`, {
                where: placeOf(response.url),
                mend: 'check that this is a container registry and that no proxy drops the Location header',
            });
        }
        const target = new URL(header, response.url);
        // Behind a proxy that ends TLS some registries write http: into it. The line stays as strong as it was.
        if (target.hostname === this.registry.hostname && this.registry.protocol === 'https:') {
            if (target.protocol === 'http:' && target.port === '')
                target.port = this.registry.port;
            target.protocol = 'https:';
        }
        if (this.registry.protocol === 'https:' && target.protocol !== 'https:') {
            throw new runtime/* RemoteError */.Hi(`could not ${action}: the registry points to ${target.protocol}// from https://`, {
                where: placeOf(target),
                mend: 'mend the address the registry gives out: what follows would not be protected',
            });
        }
        return target;
    }
    async #authorized(ask) {
        let { scopes } = ask;
        // Once to learn the challenge, once for a token that has just expired.
        for (let round = 0;; round++) {
            const header = await this.#authorizer.header(scopes);
            const response = await this.#follow(ask, header);
            if (response.status !== 401 || response.url.origin !== this.registry.origin)
                return response;
            response.body.resume();
            if (round === 2)
                throw await this.#authorizer.refusal(placeOf(response.url));
            scopes = await this.#authorizer.learn(response.headers['www-authenticate'], header, scopes);
        }
    }
    async #follow(ask, authorization) {
        let url = new URL(ask.url, this.registry);
        for (let hops = 0;; hops++) {
            const response = await this.#send(ask, url, authorization);
            if (!REDIRECTS.has(response.status))
                return response;
            response.body.resume();
            const target = this.location(response, ask.action);
            const safe = ask.method === 'GET' || ask.method === 'HEAD';
            const same = target.origin === url.origin && response.status >= 307;
            if (hops < MAX_REDIRECTS && (safe || same))
                url = target;
            else
                throw badRedirect(ask, url, target, hops);
        }
    }
    async #send(ask, url, authorization) {
        const { method, body, idle, signal = this.ports.signal } = ask;
        const options = { ...(body ? { body } : {}), ...(idle ? { idle } : {}) };
        const headers = {
            'User-Agent': 'fairway',
            'Accept-Encoding': 'identity',
            ...ask.headers,
        };
        // Credentials of the registry are for the registry alone, not for the storage it points to.
        if (authorization && url.origin === this.registry.origin)
            headers.Authorization = authorization;
        try {
            return await this.#options.transport.send({ method, url, headers, signal, ...options });
        }
        catch (error) {
            if (signal.aborted)
                throw signal.reason;
            throw networkFailure(error, ask.action, url);
        }
    }
    #warn({ headers, url }) {
        if (url.origin !== this.registry.origin)
            return;
        for (const [, text = ''] of String(headers.warning ?? '').matchAll(/299\s+\S+\s+"((?:[^"\\]|\\.)*)"/g)) {
            if (this.#warned.has(text))
                continue;
            this.#warned.add(text);
            this.ports.log.warning(`${this.registry.host} warns: ${oneLine(text.replace(/\\(.)/g, '$1'))}`);
        }
    }
}
function badRedirect({ method, action }, from, to, hops) {
    const what = hops >= MAX_REDIRECTS ? 'too many redirects' : `${method} was redirected to ${placeOf(to)}`;
    return new runtime/* RemoteError */.Hi(`could not ${action}: ${what}`, {
        where: placeOf(from),
        mend: 'write the address of the registry itself; what is pushed is not sent to another place than that',
    });
}

// EXTERNAL MODULE: ./.build/packages/image/types.js
var types = __nccwpck_require__(41257);
;// CONCATENATED MODULE: ./.build/packages/image/registry/source.js



const source_digestOf = (bytes) => `sha256:${(0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex')}`;
const bytesSource = (bytes) => ({
    digest: source_digestOf(bytes),
    size: bytes.length,
    open: async (offset) => once(bytes.subarray(offset)),
});
/** Hands a source out in parts. As long as they follow each other it is opened once. */
class Cursor {
    #source;
    #chunks;
    #rest = new Uint8Array();
    #position = 0;
    constructor(source) {
        this.#source = source;
    }
    /** `length` bytes from `offset` on. Throws UserError when the source has fewer. */
    async *take(offset, length) {
        const chunks = await this.#at(offset);
        let left = length;
        while (left > 0) {
            if (this.#rest.length === 0)
                this.#rest = await this.#next(chunks);
            const part = this.#rest.subarray(0, left);
            this.#rest = this.#rest.subarray(part.length);
            this.#position += part.length;
            left -= part.length;
            yield part;
        }
    }
    async close() {
        const chunks = this.#chunks;
        this.#chunks = undefined;
        // A source that failed has thrown already.
        await chunks?.return?.().catch(() => undefined);
    }
    async #at(offset) {
        if (this.#chunks && this.#position === offset)
            return this.#chunks;
        await this.close();
        this.#rest = new Uint8Array();
        this.#position = offset;
        const opened = await this.#source.open(offset);
        this.#chunks = opened[Symbol.asyncIterator]();
        return this.#chunks;
    }
    async #next(chunks) {
        for (;;) {
            const { done, value } = await chunks.next();
            if (done) {
                throw new runtime/* UserError */.yo(`blob ${this.#source.digest} ends after ${this.#position} bytes, not ${this.#source.size}`, { mend: 'the image is damaged: build it again' });
            }
            if (value.length > 0)
                return value;
        }
    }
}

;// CONCATENATED MODULE: ./.build/packages/image/registry/manifests.js







const INDEXES = [types/* MEDIA_TYPES */.Z.index, 'application/vnd.docker.distribution.manifest.list.v2+json'];
const MANIFESTS = [types/* MEDIA_TYPES */.Z.manifest, 'application/vnd.docker.distribution.manifest.v2+json'];
const ACCEPT = [...INDEXES, ...MANIFESTS].join(', ');
/** What registries take at most. */
const LIMIT = 4 * 1024 * 1024;
const TAG = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/;
const isManifestType = (mediaType) => INDEXES.includes(mediaType) || MANIFESTS.includes(mediaType);
/** Throws UserError unless it is a tag or a digest. */
function checkRef(ref) {
    if ((0,image_reference/* isDigest */.B)(ref) || TAG.test(ref))
        return ref;
    throw new runtime/* UserError */.yo(`"${ref}" is neither a tag nor a sha256 digest`, {
        mend: 'a tag has up to 128 letters, digits, "_", "." and "-", and starts with none of the last two',
    });
}
/** What a tag points to, or whether a digest is there; without its bytes. */
async function headManifest(client, ref) {
    const response = await client.ask(manifestAsk(client, 'HEAD', ref));
    response.body.resume();
    if (response.status === 404)
        return undefined;
    const { headers } = response;
    const digest = String(headers['docker-content-digest'] ?? '');
    const size = Number(headers['content-length']);
    if ((0,image_reference/* isDigest */.B)(digest) && Number.isSafeInteger(size))
        return { mediaType: typeOf(response), digest, size };
    // Both headers are optional.
    const pulled = await pullManifest(client, ref);
    return pulled && { mediaType: pulled.mediaType, digest: pulled.digest, size: pulled.size };
}
/** Digest verified; undefined when there is none. Throws RemoteError when it came damaged. */
async function pullManifest(client, ref) {
    const { response, bytes } = await client.read(manifestAsk(client, 'GET', ref), LIMIT);
    if (response.status === 404)
        return undefined;
    const digest = source_digestOf(bytes);
    const expected = (0,image_reference/* isDigest */.B)(ref) ? ref : response.headers['docker-content-digest'];
    if (expected !== undefined && expected !== digest) {
        throw new runtime/* RemoteError */.Hi(`the manifest ${ref} came with other content: its digest is ${digest}`, {
            where: placeOf(response.url),
            mend: `a proxy or a mirror may be at fault (expected ${expected}): pull again, or push the image again`,
        });
    }
    return { mediaType: checkedType(response, bytes), digest, size: bytes.length, bytes };
}
/**
 * Stores a manifest or index under its digest or a tag, and looks whether it is that. `subjectKept` tells
 * that the registry says it keeps the `subject`.
 */
async function pushManifest(client, ref, bytes, mediaType) {
    const { name } = client.place;
    const digest = source_digestOf(bytes);
    const response = await settled(client, () => client.ask({
        method: 'PUT',
        url: `/v2/${name}/manifests/${checkRef(ref)}`,
        headers: { 'Content-Type': mediaType, 'Content-Length': String(bytes.length) },
        body: () => once(bytes),
        scopes: [scope(name, 'pull', 'push')],
        action: `push the manifest ${ref}`,
        ok: [200, 201, 202],
    }));
    response.body.resume();
    const stored = response.headers['docker-content-digest'] ?? (await headManifest(client, ref))?.digest;
    if (stored !== digest) {
        throw new runtime/* RemoteError */.Hi(`the registry stored ${stored ?? 'nothing'} as ${ref}, not ${digest}`, {
            where: placeOf(response.url),
            mend: 'push again; a proxy before the registry may change what it passes on',
        });
    }
    return { digest, subjectKept: response.headers['oci-subject'] !== undefined };
}
/** Pauses in ms before a manifest is pushed again whose blobs the registry does not see. */
const SETTLING = [50, 200, 800];
/**
 * While another client pushes a blob that this manifest names too, a registry may not see it for a moment:
 * the reference registry rewrites its links in place, and then speaks of a wrong digest.
 */
async function settled(client, push) {
    for (const pause of SETTLING) {
        try {
            return await push();
        }
        catch (error) {
            const codes = ['MANIFEST_BLOB_UNKNOWN', 'DIGEST_INVALID'];
            if (!(error instanceof RegistryError && codes.includes(error.code)))
                throw error;
            await client.ports.clock.sleep(pause, client.ports.signal);
        }
    }
    return await push();
}
/** `false`: there was none. Some registries delete by digest only, and some not at all. */
async function deleteManifest(client, ref) {
    const { name } = client.place;
    const response = await client.ask({
        method: 'DELETE',
        url: `/v2/${name}/manifests/${checkRef(ref)}`,
        scopes: [scope(name, 'pull', 'delete')],
        action: `delete ${ref}`,
        ok: [200, 202, 204, 404],
    });
    response.body.resume();
    return response.status !== 404;
}
function manifestAsk(client, method, ref) {
    const { name } = client.place;
    return {
        method,
        url: `/v2/${name}/manifests/${checkRef(ref)}`,
        headers: { Accept: ACCEPT },
        scopes: [scope(name, 'pull')],
        action: `read the manifest ${ref}`,
        ok: [200, 404],
    };
}
const typeOf = ({ headers }) => (headers['content-type'] ?? '').split(';')[0]?.trim() ?? '';
/** One document must not be read as two things: what the header and the document say has to agree. */
function checkedType(response, bytes) {
    const said = typeOf(response);
    let written;
    try {
        written = JSON.parse(bytes.toString('utf8')).mediaType;
    }
    catch (cause) {
        throw new runtime/* RemoteError */.Hi('the registry answered with a manifest that is not JSON', {
            where: placeOf(response.url),
            mend: 'check the address of the registry',
            cause,
        });
    }
    if (typeof written !== 'string')
        return said;
    if (said === written || !isManifestType(said))
        return written;
    throw new runtime/* RemoteError */.Hi(`the registry calls a manifest ${oneWord(said)} that says it is ${oneWord(written)}`, {
        where: placeOf(response.url),
        mend: 'push the image again with one media type',
    });
}
const oneWord = (text) => text.replace(/[^\w.+/-]/g, '?').slice(0, 100);

;// CONCATENATED MODULE: ./.build/packages/image/registry/parallel.js
/**
 * At most `limit` at once, results in order. After a failure nothing more is started, what runs is told to
 * stop, and when all of it has ended the failure is thrown.
 */
async function concurrently(items, limit, work) {
    const results = [];
    const failures = [];
    const stop = new AbortController();
    let next = 0;
    const worker = async () => {
        while (next < items.length && failures.length === 0) {
            const i = next++;
            try {
                results[i] = await work(items[i], stop.signal);
            }
            catch (error) {
                failures.push(error);
                stop.abort(error);
            }
        }
    };
    await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
    if (failures.length > 0)
        throw failures[0];
    return results;
}

;// CONCATENATED MODULE: ./.build/packages/image/registry/pull.js





/**
 * A blob as a stream; undefined when the repository has none of this digest. A connection that breaks is
 * taken up where it broke. The stream fails with RemoteError at its end (or before) when digest or size
 * differ: use nothing of it before it has ended.
 */
async function pullBlob(client, wanted) {
    const first = await openBlob(client, wanted.digest, 0);
    if (first.status === 404) {
        first.body.resume();
        return undefined;
    }
    return external_node_stream_.Readable.from(verified(client, wanted, first), { objectMode: false });
}
async function openBlob(client, digest, offset) {
    const { name } = client.place;
    return await client.ask({
        method: 'GET',
        url: `/v2/${name}/blobs/${digest}`,
        headers: offset > 0 ? { Range: `bytes=${offset}-` } : {},
        scopes: [scope(name, 'pull')],
        action: `pull the blob ${digest}`,
        ok: offset > 0 ? [200, 206] : [200, 404],
    });
}
async function* verified(client, { digest, size }, first) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    const expected = size ?? contentLength(first);
    let got = 0;
    for await (const chunk of continued(client, digest, first)) {
        got += chunk.length;
        if (expected !== undefined && got > expected)
            break;
        hash.update(chunk);
        yield chunk;
    }
    const actual = `sha256:${hash.digest('hex')}`;
    if (actual === digest && (expected === undefined || got === expected))
        return;
    const mend = 'a proxy or a mirror may be at fault: pull again, or push the image again';
    const where = placeOf(first.url);
    if (expected !== undefined && got !== expected) {
        const relation = got > expected ? 'more than' : `${got} of`;
        throw new runtime/* RemoteError */.Hi(`the blob ${digest} came with ${relation} ${expected} bytes`, { where, mend });
    }
    throw new runtime/* RemoteError */.Hi(`the blob ${digest} came with other content: its digest is ${actual}`, {
        where,
        mend,
    });
}
/** The bytes of all connections it takes. */
async function* continued(client, digest, first) {
    const patience = client.patience();
    let response = first;
    let got = 0;
    for (;;) {
        // A registry that knows no ranges starts anew: what we have is passed over.
        let skip = response.status === 206 ? 0 : got;
        const before = got;
        try {
            for await (const chunk of response.body) {
                const fresh = chunk.subarray(Math.min(skip, chunk.length));
                skip -= chunk.length - fresh.length;
                got += fresh.length;
                if (fresh.length > 0)
                    yield fresh;
            }
            return;
        }
        catch (error) {
            client.ports.signal.throwIfAborted();
            if (got > before)
                patience.progress();
            await patience.after(networkFailure(error, `pull the blob ${digest}`, response.url));
            response = await openBlob(client, digest, got);
            const start = /^bytes (\d+)-/.exec(response.headers['content-range'] ?? '')?.[1];
            if (response.status === 206 && Number(start) !== got) {
                throw new runtime/* RemoteError */.Hi(`the registry sent another part of the blob ${digest} than asked for`, {
                    where: placeOf(response.url),
                    mend: 'pull again',
                });
            }
        }
    }
}
function contentLength({ headers }) {
    const length = headers['content-length'];
    return length === undefined ? undefined : Number(length);
}

;// CONCATENATED MODULE: ./.build/packages/image/registry/session.js



/** An upload in the registry: where it goes on, and how many bytes are there. */
class UploadSession {
    #client;
    #action;
    #signal;
    scopes;
    #location;
    /** Bytes the registry has. */
    offset = 0;
    /** Bytes below which the registry takes no chunk but the last. */
    minChunk;
    constructor(client, response, start) {
        this.#client = client;
        this.#action = start.action;
        this.#signal = start.signal;
        this.scopes = start.scopes;
        this.#location = client.location(response, start.action);
        this.minChunk = Number(response.headers['oci-chunk-min-length'] ?? 0) || 0;
    }
    static async start(client, start) {
        const response = await post(client, start, '', [202]);
        return new UploadSession(client, response, start);
    }
    /** Takes the blob over from another repository of the registry; an upload when that did not work. */
    static async mount(client, start, { digest, from }) {
        const scopes = mergeScopes(start.scopes, [scope(from, 'pull')]);
        const query = `?${new URLSearchParams({ mount: digest, from })}`;
        const response = await post(client, { ...start, scopes }, query, [201, 202]);
        return response.status === 201 ? undefined : new UploadSession(client, response, start);
    }
    /** Sends `length` bytes that follow those the registry has. */
    async append(body, length) {
        const end = this.offset + length;
        const response = await this.#once('PATCH', this.#location, [202], body, {
            'Content-Type': 'application/octet-stream',
            'Content-Length': String(length),
            'Content-Range': `${this.offset}-${end - 1}`,
        });
        this.#location = this.#client.location(response, this.#action);
        this.offset = received(response) ?? end;
    }
    /** Ends the upload, with the last `length` bytes when there are some. */
    async commit(digest, body, length = 0) {
        const url = new URL(this.#location);
        url.searchParams.set('digest', digest);
        const headers = {
            'Content-Type': 'application/octet-stream',
            'Content-Length': String(length),
            ...(length > 0 && this.offset > 0
                ? { 'Content-Range': `${this.offset}-${this.offset + length - 1}` }
                : {}),
        };
        const response = await this.#once('PUT', url, [201, 204], length > 0 ? body : undefined, headers);
        const stored = response.headers['docker-content-digest'];
        if (stored === undefined || stored === digest)
            return;
        throw new runtime/* RemoteError */.Hi(`could not ${this.#action}: the registry stored ${stored}`, {
            where: placeOf(response.url),
            mend: 'what was sent arrived damaged: push again, and check the way to the registry',
        });
    }
    /** Asks how far the registry got. `false`: it knows the upload no more. */
    async resume() {
        const before = this.offset;
        const response = await this.#client.ask({
            method: 'GET',
            url: this.#location,
            scopes: this.scopes,
            action: this.#action,
            signal: this.#signal,
            ok: [204, 202, 404],
        });
        response.body.resume();
        if (response.status === 404)
            return false;
        if (response.headers.location)
            this.#location = this.#client.location(response, this.#action);
        this.offset = received(response) ?? before;
        return true;
    }
    /** Best effort: what stays is removed by the registry some day. */
    async abort() {
        // Also when the run is cancelled, so not with its signal.
        const signal = AbortSignal.timeout(3_000);
        const ask = { url: this.#location, scopes: this.scopes, action: 'end the upload', signal };
        const response = await this.#client
            .once({ ...ask, method: 'DELETE', ok: [200, 202, 204] })
            .catch(() => undefined);
        response?.body.resume();
    }
    /** At the end a registry may read all of it again: a minute, and a second for each 10 MB. */
    #idle(method, length) {
        return method === 'PUT' ? { idle: 60_000 + (this.offset + length) / 10_000 } : {};
    }
    async #once(method, url, ok, body, headers) {
        const idle = this.#idle(method, Number(headers['Content-Length']));
        const rest = { scopes: this.scopes, action: this.#action, signal: this.#signal, ok, headers, ...idle };
        const response = await this.#client.once({ method, url, ...rest, ...(body ? { body } : {}) });
        response.body.resume();
        return response;
    }
}
async function post(client, start, query, ok) {
    const url = `/v2/${client.place.name}/blobs/uploads/${query}`;
    const response = await client.ask({
        ...start,
        method: 'POST',
        url,
        headers: { 'Content-Length': '0' },
        ok,
    });
    response.body.resume();
    return response;
}
/** `Range: 0-99` says 100 bytes; `0-0` is what registries say of none. */
function received({ headers }) {
    const end = /^(?:bytes=)?0-(\d+)$/.exec(headers.range ?? '')?.[1];
    return end === undefined ? undefined : end === '0' ? 0 : Number(end) + 1;
}
/** The registry got other bytes than the digest says. */
const isDamaged = (error) => error instanceof RegistryError && error.code === 'DIGEST_INVALID';

;// CONCATENATED MODULE: ./.build/packages/image/registry/push-blob.js





const CHUNK_SIZE = 64 * 1024 * 1024;
/** Whether the repository has the blob. */
async function hasBlob(client, digest, push = false) {
    const { name } = client.place;
    const response = await client.ask({
        method: 'HEAD',
        url: `/v2/${name}/blobs/${digest}`,
        scopes: [push ? scope(name, 'pull', 'push') : scope(name, 'pull')],
        action: `look for the blob ${digest}`,
        ok: [200, 404],
    });
    response.body.resume();
    return response.status === 200;
}
/** Brings a blob into the repository, resuming after faults. Throws UserError and RemoteError. */
async function pushBlob(client, source, options = {}) {
    if (await hasBlob(client, source.digest, true))
        return 'existed';
    const upload = new Upload(client, source, options);
    return await upload.run();
}
class Upload {
    #client;
    #source;
    #options;
    #cursor;
    #signal;
    #session;
    #sentAgain = false;
    constructor(client, source, options) {
        this.#client = client;
        this.#source = source;
        this.#options = options;
        this.#cursor = new Cursor(source);
        this.#signal = options.signal
            ? AbortSignal.any([options.signal, client.ports.signal])
            : client.ports.signal;
    }
    async run() {
        const { mountFrom } = this.#options;
        if (mountFrom) {
            this.#session = await this.#mount(mountFrom);
            if (!this.#session)
                return 'mounted';
        }
        const patience = this.#client.patience(this.#signal);
        try {
            for (;;) {
                try {
                    this.#session ??= await UploadSession.start(this.#client, this.#start());
                    await this.#send(this.#session, () => patience.progress());
                    return 'sent';
                }
                catch (error) {
                    if (isDamaged(error))
                        await this.#again(error);
                    else {
                        await patience.after(error);
                        if (await this.#resume(error))
                            return 'sent';
                    }
                }
            }
        }
        catch (error) {
            await this.#session?.abort();
            throw error;
        }
        finally {
            await this.#cursor.close();
        }
    }
    /** Without the right to read the other repository the blob is sent as any other. */
    async #mount(from) {
        const mount = { digest: this.#source.digest, from };
        return await UploadSession.mount(this.#client, this.#start(), mount).catch((error) => {
            if (!(error instanceof runtime/* UserError */.yo))
                throw error;
            return UploadSession.start(this.#client, this.#start());
        });
    }
    #start() {
        return {
            action: `push the blob ${this.#source.digest}`,
            scopes: [scope(this.#client.place.name, 'pull', 'push')],
            signal: this.#signal,
        };
    }
    async #send(session, progress) {
        const { digest, size } = this.#source;
        const chunk = Math.max(this.#options.chunkSize ?? CHUNK_SIZE, session.minChunk);
        const part = (length) => {
            const { offset } = session;
            return () => this.#cursor.take(offset, length);
        };
        if (session.offset === 0 && size <= chunk)
            return await session.commit(digest, part(size), size);
        while (session.offset < size) {
            const before = session.offset;
            const length = Math.min(chunk, size - before);
            await session.append(part(length), length);
            if (session.offset > before)
                progress();
            else
                throw stuck(digest, before);
        }
        await session.commit(digest);
    }
    /** Returns true when the registry has it all after all: the answer got lost, not the bytes. */
    async #resume(error) {
        const session = this.#session;
        if (!session)
            return false;
        const before = session.offset;
        const known = await session.resume();
        if (!known && (await hasBlob(this.#client, this.#source.digest, true)))
            return true;
        const lost = error instanceof RegistryError && error.status === 416 && session.offset === before;
        if (!known || lost || session.offset > this.#source.size) {
            if (known)
                await session.abort();
            this.#session = undefined;
        }
        return false;
    }
    /** A damaged line, or a registry that puts a resumed upload together wrongly: once more from the start. */
    async #again(error) {
        if (this.#sentAgain)
            throw error;
        this.#sentAgain = true;
        await this.#session?.abort();
        this.#session = undefined;
    }
}
function stuck(digest, offset) {
    return new runtime/* RemoteError */.Hi(`the registry does not take the blob ${digest} past byte ${offset}`, {
        mend: 'see the log of the registry',
        retryable: true,
    });
}

;// CONCATENATED MODULE: ./.build/packages/image/registry/referrers.js






const referrers_LIMIT = 4 * 1024 * 1024;
/** Pauses in ms between looks at a list that may lag behind. */
const LOOKS = [0, 150, 400, 1_000];
/** How often a lost race for the fallback tag is run again. */
const ROUNDS = 20;
/** `sha256:abc` -> `sha256-abc`. */
const fallbackTag = (digest) => digest.replace(':', '-');
/** All that points to this digest, from the API and the fallback tag: registries move from one to the other. */
async function listReferrers(client, digest) {
    const [byApi, byTag] = await Promise.all([listByApi(client, digest), listByTag(client, digest)]);
    const known = new Set(byApi?.map((entry) => entry.digest));
    return [...(byApi ?? []), ...byTag.filter((entry) => !known.has(entry.digest))];
}
/**
 * Makes a manifest that was pushed by digest and names `subject` findable, and reads it back. A registry's
 * word that it keeps the subject is not enough: some say so and do not.
 */
async function linkReferrer(client, subject, referrer, subjectKept) {
    for (const pause of subjectKept ? LOOKS : [0]) {
        await client.ports.clock.sleep(pause, client.ports.signal);
        const listed = await listByApi(client, subject);
        if (listed?.some(({ digest }) => digest === referrer.digest))
            return 'api';
        if (!listed)
            break;
    }
    await addByTag(client, subject, referrer);
    return 'tag';
}
/** undefined: the registry has no such API. */
async function listByApi(client, digest) {
    const found = [];
    const seen = new Set();
    let url = `/v2/${client.place.name}/referrers/${digest}`;
    while (url !== undefined && !seen.has(String(url))) {
        seen.add(String(url));
        const ask = {
            method: 'GET',
            url,
            headers: { Accept: types/* MEDIA_TYPES */.Z.index },
            scopes: [scope(client.place.name, 'pull')],
            action: `list what points to ${digest}`,
            ok: [200, 400, 404, 405],
        };
        const { response, bytes } = await client.read(ask, referrers_LIMIT);
        const isIndex = (response.headers['content-type'] ?? '').startsWith(types/* MEDIA_TYPES */.Z.index);
        if (response.status !== 200 || !isIndex)
            return undefined;
        found.push(...(0,image_document/* readDocument */.u)('index', bytes, placeOf(response.url)).manifests);
        const next = nextLink(response.headers.link);
        url = next && new URL(next, response.url);
    }
    return found;
}
/** `Link: <...>; rel="next"` -> its address. */
function nextLink(header) {
    return /<([^>]*)>\s*;\s*rel="?next"?/.exec(String(header ?? ''))?.[1];
}
async function listByTag(client, digest) {
    const stored = await pullManifest(client, fallbackTag(digest));
    if (!stored)
        return [];
    return (0,image_document/* readDocument */.u)('index', stored.bytes, `${client.place.repository}:${fallbackTag(digest)}`).manifests;
}
/**
 * Read, add, write, read back, until the entry stays. The protocol has no compare-and-swap: two writers
 * may overwrite each other, so each looks again after a random pause and adds what was lost.
 */
async function addByTag(client, subject, referrer) {
    const { clock, signal } = client.ports;
    const entryOf = ({ mediaType, digest, size, artifactType, annotations }) => ({
        mediaType,
        digest,
        size,
        ...(artifactType ? { artifactType } : {}),
        ...(annotations ? { annotations } : {}),
    });
    let confirmed = 0;
    for (let round = 0; round < ROUNDS; round++) {
        let entries = await listByTag(client, subject);
        if (entries.length === 0) {
            // Looked at twice: a registry may not see a tag while another client writes it, and from nothing we
            // would write an index without what is there.
            await clock.sleep(50, signal);
            entries = await listByTag(client, subject);
        }
        if (entries.some(({ digest }) => digest === referrer.digest)) {
            // Once at once, once after those who had read before us have written.
            if (++confirmed === 2)
                return;
        }
        else {
            confirmed = 0;
            const manifests = [...entries, entryOf(referrer)];
            const index = { schemaVersion: 2, mediaType: types/* MEDIA_TYPES */.Z.index, manifests };
            await pushManifest(client, fallbackTag(subject), Buffer.from(JSON.stringify(index)), types/* MEDIA_TYPES */.Z.index);
        }
        await clock.sleep(100 + Math.random() * 200, signal);
    }
    throw new runtime/* RemoteError */.Hi(`${client.place.repository} does not keep what points to ${subject}`, {
        where: `${client.place.repository}:${fallbackTag(subject)}`,
        mend: 'many jobs may attach to this image at once: run again, one after the other',
    });
}

;// CONCATENATED MODULE: ./.build/packages/image/registry/tags.js




const tags_LIMIT = 16 * 1024 * 1024;
/** All tags, page by page. Empty when the repository does not exist. */
async function listTags(client) {
    const { name } = client.place;
    const found = [];
    const seen = new Set();
    let url = new URL(`/v2/${name}/tags/list?n=1000`, client.registry);
    while (url && !seen.has(url.href)) {
        seen.add(url.href);
        const ask = {
            method: 'GET',
            url,
            scopes: [scope(name, 'pull')],
            action: `list the tags of ${name}`,
            ok: [200, 404],
        };
        const { response, bytes } = await client.read(ask, tags_LIMIT);
        if (response.status === 404)
            return found;
        found.push(...readTags(bytes, placeOf(response.url)));
        const next = nextLink(response.headers.link);
        url = next === undefined ? undefined : new URL(next, response.url);
    }
    return found;
}
function readTags(bytes, where) {
    try {
        const { tags } = JSON.parse(bytes.toString('utf8'));
        // A repository whose last tag was deleted answers null.
        if (tags === null || tags === undefined)
            return [];
        if (Array.isArray(tags) && tags.every((tag) => typeof tag === 'string'))
            return tags;
    }
    catch {
        // Said below.
    }
    throw new runtime/* RemoteError */.Hi('the registry answered with something that is no list of tags', {
        where,
        mend: 'check the address of the registry',
    });
}

;// CONCATENATED MODULE: ./.build/packages/image/registry/write-blob.js







/** Bytes held in memory while they are sent, so that they can be sent again. */
const WINDOW = 8 * 1024 * 1024;
/**
 * Pushes bytes whose digest is known only at their end. What fits into one window is hashed first, and not
 * sent when it is there; the rest goes window by window. `small` may take the first case over.
 */
async function writeBlob(client, content, small) {
    const windows = windowsOf(content, WINDOW);
    const first = (await windows.next()).value ?? Buffer.alloc(0);
    if (first.length < WINDOW) {
        const source = bytesSource(first);
        const taken = await small(source.digest, first);
        if (taken)
            return taken;
        const pushed = await pushBlob(client, source);
        return { digest: source.digest, size: first.length, existed: pushed === 'existed' };
    }
    const { signal } = client.ports;
    const scopes = [scope(client.place.name, 'pull', 'push')];
    const session = await UploadSession.start(client, { action: 'push a blob', scopes, signal });
    try {
        return await sendWindows(client, session, first, windows);
    }
    catch (error) {
        await session.abort();
        throw error;
    }
}
async function sendWindows(client, session, first, windows) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    let size = 0;
    const send = async (window) => {
        hash.update(window);
        await sendWindow(client, session, window, size);
        size += window.length;
    };
    await send(first);
    for await (const window of windows)
        await send(window);
    const digest = `sha256:${hash.digest('hex')}`;
    if (await hasBlob(client, digest, true)) {
        await session.abort();
        return { digest, size, existed: true };
    }
    await client.patience().try(async () => {
        try {
            await session.commit(digest);
        }
        catch (error) {
            // Its answer may have got lost after the registry had done it.
            if (!(await hasBlob(client, digest, true)))
                throw error;
        }
    });
    return { digest, size, existed: false };
}
async function sendWindow(client, session, window, start) {
    const end = start + window.length;
    const patience = client.patience();
    while (session.offset < end) {
        try {
            const rest = window.subarray(session.offset - start);
            // The last is the only chunk that may be shorter than the registry's least.
            await session.append(() => once(rest), rest.length);
        }
        catch (error) {
            await patience.after(error);
            if (!(await session.resume()) || session.offset < start || session.offset > end) {
                throw new runtime/* RemoteError */.Hi('the registry lost the upload, and its bytes are not kept here', {
                    where: client.place.repository,
                    mend: 'run again',
                    cause: error,
                });
            }
        }
    }
}
/**
 * Joins chunks to `size` bytes each; the last may be shorter. All are one buffer: use one before asking for
 * the next.
 */
async function* windowsOf(content, size) {
    const window = Buffer.allocUnsafe(size);
    let filled = 0;
    for await (const chunk of content) {
        for (let from = 0; from < chunk.length;) {
            const part = chunk.subarray(from, from + size - filled);
            window.set(part, filled);
            filled += part.length;
            from += part.length;
            if (filled < size)
                continue;
            yield window;
            filled = 0;
        }
    }
    if (filled > 0)
        yield window.subarray(0, filled);
}

;// CONCATENATED MODULE: ./.build/packages/image/registry/store.js













/** One repository of a registry. Every method throws UserError and RemoteError with place and remedy. */
class RegistryStore {
    client;
    location;
    /** What manifests seen so far say of digests: both kinds have their own place in a registry. */
    #kinds = new Map();
    constructor(client) {
        this.client = client;
        this.location = `the repository ${client.place.repository}`;
    }
    reference(digest) {
        return `${this.client.place.repository}@${digest}`;
    }
    async has(blob) {
        if (this.#kinds.get(blob.digest) === 'manifest' || isManifestType(blob.mediaType ?? '')) {
            return (await headManifest(this.client, blob.digest))?.size === blob.size;
        }
        return await hasBlob(this.client, checkDigest(blob.digest));
    }
    async read(digest) {
        if (this.#kinds.get(checkDigest(digest)) !== 'blob') {
            const manifest = await this.pullManifest(digest);
            if (manifest)
                return external_node_stream_.Readable.from([manifest.bytes], { objectMode: false });
        }
        return await this.pullBlob({ digest });
    }
    /** A manifest or index is told by its `mediaType` and stored as such; all else is a blob. */
    async write(content) {
        return await writeBlob(this.client, content, async (digest, bytes) => {
            const mediaType = manifestTypeOf(bytes);
            if (!mediaType)
                return undefined;
            const size = bytes.length;
            if (await headManifest(this.client, digest))
                return { digest, size, existed: true };
            await this.pushManifest(digest, bytes, mediaType);
            return { digest, size, existed: false };
        });
    }
    /** One request a tag: use `resolve` when the tag is known. */
    async list() {
        const tags = await this.tags();
        const images = await concurrently(tags, 8, async (tag) => {
            const image = await this.resolve(tag);
            return image && { ...image, annotations: { [REF_NAME]: tag } };
        });
        return images.filter((image) => image !== undefined);
    }
    async tag(name, image) {
        const before = await this.resolve(name);
        if (before?.digest === image.digest)
            return before.digest;
        const manifest = await this.pullManifest(image.digest);
        if (!manifest)
            throw store_absent(this.location, image.digest);
        await this.pushManifest(name, manifest.bytes, manifest.mediaType);
        return before?.digest;
    }
    tags() {
        return listTags(this.client);
    }
    /** What a tag points to; undefined when there is no such tag (or repository). One small request. */
    resolve(ref) {
        return headManifest(this.client, ref);
    }
    hasBlob(digest) {
        return hasBlob(this.client, checkDigest(digest));
    }
    pushBlob(source, options = {}) {
        checkDigest(source.digest);
        return pushBlob(this.client, source, options);
    }
    /** Verified: the stream fails when digest or size differ. UserError when there is no such blob. */
    async pullBlob(blob) {
        const content = await pullBlob(this.client, { ...blob, digest: checkDigest(blob.digest) });
        if (!content)
            throw store_absent(this.location, blob.digest);
        return content;
    }
    async pushManifest(ref, bytes, mediaType) {
        const pushed = await pushManifest(this.client, ref, bytes, mediaType);
        this.#learn(pushed.digest, Buffer.from(bytes));
        return pushed;
    }
    /** By tag or digest, verified; undefined when there is none. */
    async pullManifest(ref) {
        const manifest = await pullManifest(this.client, ref);
        if (manifest)
            this.#learn(manifest.digest, manifest.bytes);
        return manifest;
    }
    /** Deletes a manifest by digest, or a tag where the registry allows it. `false`: there was none. */
    delete(ref) {
        return deleteManifest(this.client, ref);
    }
    /** What points to this digest. */
    async referrers(digest, artifactType) {
        const all = await listReferrers(this.client, checkDigest(digest));
        return artifactType === undefined ? all : all.filter((entry) => entry.artifactType === artifactType);
    }
    /** Pushes an artifact that points to `subject`, and makes sure that it is found there. */
    async attach(subject, artifact) {
        const empty = bytesSource(Buffer.from('{}'));
        const sources = artifact.blobs.map(({ bytes }) => bytesSource(bytes));
        await concurrently([empty, ...sources], 4, (source) => this.pushBlob(source));
        const { mediaType, digest, size } = subject;
        const { artifactType, annotations } = artifact;
        const config = { mediaType: EMPTY, digest: empty.digest, size: empty.size };
        const layers = artifact.blobs.map((blob, i) => ({
            mediaType: blob.mediaType,
            digest: sources[i]?.digest ?? '',
            size: blob.bytes.length,
            ...(blob.annotations ? { annotations: blob.annotations } : {}),
        }));
        const manifest = {
            schemaVersion: 2,
            mediaType: types/* MEDIA_TYPES */.Z.manifest,
            artifactType,
            config,
            layers: layers.length ? layers : [config],
            subject: { mediaType, digest, size },
            ...(annotations ? { annotations } : {}),
        };
        return await this.attachManifest(digest, Buffer.from(JSON.stringify(manifest)), {
            artifactType,
            ...(annotations ? { annotations } : {}),
        });
    }
    /** Pushes the manifest of an artifact whose blobs are there and whose `subject` is this digest. */
    async attachManifest(subject, bytes, about) {
        const source = bytesSource(bytes);
        const mediaType = manifestTypeOf(bytes) ?? types/* MEDIA_TYPES */.Z.manifest;
        const { digest, subjectKept } = await pushManifest(this.client, source.digest, bytes, mediaType);
        const referrer = { mediaType, digest, size: source.size, ...about };
        return { referrer, keptBy: await linkReferrer(this.client, subject, referrer, subjectKept) };
    }
    #learn(digest, bytes) {
        this.#kinds.set(digest, 'manifest');
        const { manifests, layers, config } = JSON.parse(bytes.toString('utf8'));
        // Not checked yet: whoever reads the document does that.
        const learn = (parts, kind) => {
            for (const part of Array.isArray(parts) ? parts : [])
                this.#kinds.set(String(part?.digest), kind);
        };
        learn(manifests, 'manifest');
        learn(layers, 'blob');
        learn([config], 'blob');
    }
}
const EMPTY = 'application/vnd.oci.empty.v1+json';
function manifestTypeOf(bytes) {
    if (bytes[0] !== 0x7b || bytes.length > 4 * 1024 * 1024)
        return undefined;
    try {
        const { mediaType, schemaVersion } = JSON.parse(bytes.toString('utf8'));
        return schemaVersion === 2 && typeof mediaType === 'string' && isManifestType(mediaType)
            ? mediaType
            : undefined;
    }
    catch {
        return undefined;
    }
}
function checkDigest(digest) {
    if ((0,image_reference/* isDigest */.B)(digest))
        return digest;
    throw new runtime/* UserError */.yo(`"${digest}" is not a sha256 digest`);
}
const store_absent = (location, digest) => new runtime/* UserError */.yo(`${location} has no ${digest}`, {
    mend: 'check the digest, or build and push the image again',
});

;// CONCATENATED MODULE: ./.build/packages/image/registry/open.js








const PATIENCE = { deadline: 60_000, firstPause: 250, maxPause: 15_000 };
/**
 * Opens a repository. Nothing is asked of the registry yet, except that one on this machine is asked
 * whether it speaks TLS. Throws UserError.
 */
async function openRegistry(options) {
    const { repository, ports, credentials, insecure = false, caFile, idle } = options;
    const place = parsePlace(repository);
    const retry = options.retry ?? PATIENCE;
    const transport = new Transport({
        ...(caFile === undefined ? {} : { ca: await readAuthorities(caFile) }),
        ...(idle === undefined ? {} : { idle }),
    });
    const plain = insecure || (place.loopback && (await isPlain(place, transport, ports, retry)));
    const registry = new URL(`${plain ? 'http' : 'https'}://${place.host}`);
    return new RegistryStore(new RegistryClient({ place, registry, transport, ports, retry, ...(credentials ? { credentials } : {}) }));
}
async function readAuthorities(path) {
    const mend = 'name a PEM file of certificate authorities';
    const text = await (0,promises_.readFile)(path, 'utf8').catch((cause) => {
        throw new runtime/* UserError */.yo(`the certificate authorities cannot be read: ${cause.message}`, {
            where: path,
            mend,
            cause,
        });
    });
    if (text.includes('-----BEGIN CERTIFICATE-----'))
        return text;
    throw new runtime/* UserError */.yo('the file of certificate authorities holds no certificate', { where: path, mend });
}
/** A wrong certificate is no reason to speak plain HTTP: only an answer that is no TLS at all is. */
async function isPlain(place, transport, ports, retry) {
    const url = new URL(`https://${place.host}/v2/`);
    const { signal } = ports;
    return await new Patience(ports.clock, retry, signal).try(async () => {
        try {
            const response = await transport.send({ method: 'GET', url, headers: {}, signal });
            response.body.resume();
            return false;
        }
        catch (error) {
            signal.throwIfAborted();
            if (speaksPlainHttp(error))
                return true;
            throw networkFailure(error, `reach the registry ${place.host}`, url);
        }
    });
}

// EXTERNAL MODULE: ./.build/packages/image/verify.js
var verify = __nccwpck_require__(14487);
;// CONCATENATED MODULE: ./.build/packages/image/inspect.js







/** The store that a reference points into. */
async function storeOf(reference, ports) {
    const parsed = (0,image_reference/* parseReference */.F)(reference);
    if (parsed.kind === 'layout')
        return await openLayout(parsed.folder);
    if (ports)
        return await openRegistry({ repository: parsed.repository, ports });
    throw new runtime/* UserError */.yo(`${reference} is in a registry, which cannot be reached from here`, {
        mend: 'use an image of an OCI layout on this machine (oci:<folder>@sha256:...)',
    });
}
/** Manifest and config of an image, digests verified; layers are not read. Throws UserError. */
async function inspectImage(reference, options = {}) {
    const { digest } = parseReference(reference);
    return await inspectIn(await storeOf(reference, options.ports), digest, options);
}
async function inspectIn(store, digest, { platform } = {}) {
    const where = store.reference(digest);
    const bytes = await (0,verify/* readBlob */.gm)(store, { digest });
    if (!(0,image_document/* looksLikeIndex */.s)(bytes, where)) {
        return { digest, platforms: [], ...(await readManifest(store, { digest }, bytes)) };
    }
    const index = (0,image_document/* readDocument */.u)('index', bytes, where);
    const chosen = choose(index.manifests, platform ?? { os: 'linux', architecture: thisArchitecture() }, where);
    const platforms = index.manifests.flatMap((entry) => entry.platform ?? []);
    return { digest, platforms, ...(await readManifest(store, chosen, await (0,verify/* readBlob */.gm)(store, chosen))) };
}
async function readManifest(store, { digest }, bytes) {
    const manifest = (0,image_document/* readDocument */.u)('manifest', bytes, store.reference(digest));
    const config = (0,image_document/* readDocument */.u)('config', await (0,verify/* readBlob */.gm)(store, manifest.config), store.reference(manifest.config.digest));
    if (config.rootfs.diff_ids.length !== manifest.layers.length) {
        throw new runtime/* UserError */.yo(`the image has ${manifest.layers.length} layers and ${config.rootfs.diff_ids.length} diff ids`, { where: store.reference(digest), mend: 'build the image again' });
    }
    const size = [manifest.config, ...manifest.layers].reduce((sum, blob) => sum + blob.size, 0);
    return { manifestDigest: digest, manifest, config, size };
}
function choose(entries, wanted, where) {
    const images = entries.filter((entry) => entry.platform?.os !== 'unknown');
    const [only, ...others] = images;
    if (only && others.length === 0)
        return only;
    const match = images.find(({ platform }) => platform?.os === wanted.os &&
        platform.architecture === wanted.architecture &&
        (wanted.variant === undefined || platform.variant === wanted.variant));
    if (match)
        return match;
    const have = images.map(({ platform }) => (platform ? `${platform.os}/${platform.architecture}` : '?'));
    throw new runtime/* UserError */.yo(`the image is not for ${wanted.os}/${wanted.architecture}`, {
        where,
        mend: `it has: ${have.join(', ') || 'no platform at all'}`,
    });
}
/** Node's names of architectures -> those of OCI (and Go). */
function thisArchitecture() {
    const names = { x64: 'amd64', ia32: '386', ppc64: 'ppc64le' };
    return names[external_node_process_namespaceObject.arch] ?? external_node_process_namespaceObject.arch;
}

;// CONCATENATED MODULE: ./.build/packages/image/platform.js
/** `linux/arm64/v8` -> its parts; the text was checked by the kind. */
function parsePlatform(text) {
    const [os = '', architecture = '', variant] = text.split('/');
    return { architecture, os, ...(variant ? { variant } : {}) };
}
/** `linux/arm64/v8`. */
function showPlatform({ os, architecture, variant }) {
    return [os, architecture, ...(variant ? [variant] : [])].join('/');
}
/** What an architecture means without a variant. */
const VARIANTS = { amd64: 'v1', arm: 'v7', arm64: 'v8' };
/** Whether both name the same platform; `linux/arm64` and `linux/arm64/v8` do. */
function samePlatform(a, b) {
    const variant = (platform) => platform.variant || VARIANTS[platform.architecture] || '';
    return a.os === b.os && a.architecture === b.architecture && variant(a) === variant(b);
}

;// CONCATENATED MODULE: ./.build/packages/image/registry/copy.js








/**
 * Copies an image or a whole index between two stores: layers, configs, manifests, index, tags, so that a
 * kill leaves no tag on an image that lacks a part. Digests stay as they are. Throws UserError and RemoteError.
 */
async function copyImage(from, to, digest, options = {}) {
    const copy = new Copy(from, to, options);
    const existing = to instanceof RegistryStore ? await to.resolve(digest) : undefined;
    const image = existing ?? (await copy.image(digest));
    const referrers = options.referrers ? await copy.referrers(digest) : 0;
    const replaced = {};
    for (const tag of options.tags ?? []) {
        const before = await to.tag(tag, image);
        if (before !== undefined && before !== digest)
            replaced[tag] = before;
    }
    const { blobs, sent } = copy;
    return {
        image,
        reference: to.reference(digest),
        existed: existing !== undefined,
        blobs,
        sent,
        replaced,
        referrers,
    };
}
class Copy {
    #from;
    #to;
    #options;
    blobs = { existed: 0, mounted: 0, sent: 0 };
    sent = 0;
    constructor(from, to, options) {
        this.#from = from;
        this.#to = to;
        this.#options = options;
    }
    async image(digest) {
        const tree = { documents: [], layers: new Map(), configs: new Map() };
        const top = await this.#collect({ digest }, tree);
        await this.#blobs(tree.layers);
        await this.#blobs(tree.configs);
        for (const { image, bytes } of tree.documents)
            await this.#document(image, bytes);
        return top;
    }
    /** Of the top and of each image of an index. */
    async referrers(digest) {
        if (!(this.#from instanceof RegistryStore && this.#to instanceof RegistryStore)) {
            throw new runtime/* UserError */.yo('attached artifacts are copied from registry to registry only');
        }
        const tree = { documents: [], layers: new Map(), configs: new Map() };
        await this.#collect({ digest }, tree);
        let count = 0;
        for (const { image } of tree.documents)
            count += await this.#attached(image.digest, this.#to);
        return count;
    }
    async #attached(subject, to) {
        const found = this.#from instanceof RegistryStore ? await this.#from.referrers(subject) : [];
        const there = new Set((await to.referrers(subject)).map(({ digest }) => digest));
        const missing = found.filter(({ digest }) => !there.has(digest));
        for (const referrer of missing) {
            await this.image(referrer.digest);
            const bytes = await (0,verify/* readBlob */.gm)(this.#from, referrer);
            await to.attachManifest(subject, bytes, referrer);
        }
        return missing.length;
    }
    async #collect(blob, tree) {
        const where = this.#from.reference(blob.digest);
        const bytes = await (0,verify/* readBlob */.gm)(this.#from, blob);
        const index = (0,image_document/* looksLikeIndex */.s)(bytes, where);
        const document = (0,image_document/* readDocument */.u)(index ? 'index' : 'manifest', bytes, where);
        const mediaType = document.mediaType || blob.mediaType || (index ? types/* MEDIA_TYPES */.Z.index : types/* MEDIA_TYPES */.Z.manifest);
        const image = { mediaType, digest: blob.digest, size: bytes.length };
        if ('manifests' in document) {
            for (const entry of document.manifests)
                await this.#collect(entry, tree);
        }
        else {
            tree.configs.set(document.config.digest, document.config);
            for (const layer of document.layers)
                if (!isElsewhere(layer))
                    tree.layers.set(layer.digest, layer);
        }
        if (!tree.documents.some((each) => each.image.digest === image.digest)) {
            tree.documents.push({ image, bytes });
        }
        return image;
    }
    async #blobs(blobs) {
        const { parallel = 4 } = this.#options;
        await concurrently([...blobs.values()], parallel, async (blob, signal) => {
            const how = await this.#blob(blob, signal);
            this.blobs[how]++;
            if (how === 'sent')
                this.sent += blob.size;
        });
    }
    async #blob(blob, signal) {
        if (!(this.#to instanceof RegistryStore))
            return await this.#write(blob);
        const { chunkSize } = this.#options;
        const mountFrom = this.#mountFrom(this.#to);
        try {
            return await this.#to.pushBlob(sourceOf(this.#from, blob), {
                signal,
                ...(chunkSize ? { chunkSize } : {}),
                ...(mountFrom ? { mountFrom } : {}),
            });
        }
        catch (error) {
            // Tells a damaged source from a damaged line.
            if (isDamaged(error))
                await (0,verify/* verifyBlob */.tB)(this.#from, blob);
            throw error;
        }
    }
    async #write(blob) {
        if (await this.#to.has(blob))
            return 'existed';
        const content = await this.#from.read(blob.digest);
        const written = await this.#to.write(content);
        if (written.digest !== blob.digest || written.size !== blob.size) {
            throw new runtime/* UserError */.yo(`blob ${blob.digest} of ${this.#from.location} does not match: found ${written.digest} (${written.size} bytes)`, { mend: 'the image is damaged: build or push it again' });
        }
        return written.existed ? 'existed' : 'sent';
    }
    #mountFrom(to) {
        if (!(this.#from instanceof RegistryStore))
            return undefined;
        const { registry, place } = this.#from.client;
        const other = place.name !== to.client.place.name && registry.origin === to.client.registry.origin;
        return other ? place.name : undefined;
    }
    async #document(image, bytes) {
        if (this.#to instanceof RegistryStore) {
            await this.#to.pushManifest(image.digest, bytes, image.mediaType);
        }
        else {
            await this.#to.write(once(bytes));
        }
    }
}
/** Layers that may not be distributed stay where their `urls` say. */
const isElsewhere = ({ mediaType }) => /nondistributable|\.foreign\./.test(mediaType);
/** Bytes before the offset are read and dropped: that happens only when an upload is resumed. */
function sourceOf(store, { digest, size }) {
    return {
        digest,
        size,
        async open(offset) {
            const content = await store.read(digest);
            return offset === 0 ? content : after(offset, content);
        },
    };
}
async function* after(offset, content) {
    let skip = offset;
    for await (const chunk of content) {
        const rest = chunk.subarray(Math.min(skip, chunk.length));
        skip -= chunk.length - rest.length;
        if (rest.length > 0)
            yield rest;
    }
}

;// CONCATENATED MODULE: ./.build/packages/image/registry/index.js








;// CONCATENATED MODULE: ./.build/packages/image/assemble/base.js









/**
 * Finds the base that `image.build.base` names; undefined for `scratch` and none. A tag is looked up now,
 * and the log says which digest it is. UserError when there is no such image.
 */
async function resolveBase(base, ports, options = {}) {
    if (base === undefined || base === 'scratch')
        return undefined;
    const { place, tag, digest } = parseBase(base);
    if (place.startsWith('oci:')) {
        const folder = place.slice('oci:'.length);
        const store = await openLayout((0,external_node_path_.isAbsolute)(folder) ? folder : (0,external_node_path_.resolve)(ports.context.workspace, folder));
        return { digest: digest ?? said(base, await digestInLayout(store, tag, base), store, ports), store };
    }
    const store = await openRegistry({ ...options, repository: place, ports });
    const name = `${store.client.place.repository}${tag ? `:${tag}` : ''}`;
    if (digest)
        return { name, digest, store };
    const found = await store.resolve(tag ?? '');
    if (!found)
        throw base_absent(base, store);
    return { name, digest: said(base, found.digest, store, ports), store };
}
/** `place[:tag][@digest]`, with one of both. */
function parseBase(base) {
    const [, place = '', tag, digest] = /^(.+?)(?::([A-Za-z0-9_][A-Za-z0-9._-]*))?(?:@(.+))?$/.exec(base) ?? [];
    if (place === 'oci' || place === '' || (tag === undefined && digest === undefined)) {
        throw new runtime/* UserError */.yo(`image.build.base: "${base}" names neither a tag nor a digest`, {
            mend: 'write such as node:24-slim, ghcr.io/acme/base@sha256:<64 hex digits>, oci:folder:tag or scratch',
        });
    }
    if (digest !== undefined && !(0,image_reference/* isDigest */.B)(digest)) {
        throw new runtime/* UserError */.yo(`image.build.base: "${digest}" is not a sha256 digest`, {
            where: base,
            mend: 'write sha256: and 64 hex digits',
        });
    }
    return { place, ...(tag ? { tag } : {}), ...(digest ? { digest } : {}) };
}
async function digestInLayout(store, tag, base) {
    const found = (await store.list()).find(({ annotations }) => annotations?.[REF_NAME] === tag);
    if (found)
        return found.digest;
    throw base_absent(base, store);
}
const base_absent = (base, store) => new runtime/* UserError */.yo(`the base image ${base} does not exist`, {
    where: store.location,
    mend: 'check image.build.base: its name and tag, and that these credentials may read it',
});
function said(base, digest, store, { log }) {
    log.info(`The base ${base} is ${store.reference(digest)} now. By tag it may be another one tomorrow.`);
    return digest;
}
/** Manifest and config of the base for a platform. UserError with the platforms it has when that is none. */
async function baseFor(base, platform) {
    const { store, digest, name } = base;
    const title = name ?? store.reference(digest);
    const bytes = await (0,verify/* readBlob */.gm)(store, { digest });
    if (!(0,image_document/* looksLikeIndex */.s)(bytes, title)) {
        const image = await inspectIn(store, digest);
        if (samePlatform(image.config, platform))
            return checked(image, title);
        throw lacking(title, platform, [image.config]);
    }
    const { manifests } = (0,image_document/* readDocument */.u)('index', bytes, title);
    // BuildKit lists attestations as images of the platform unknown/unknown.
    const images = manifests.filter((entry) => entry.platform && entry.platform.os !== 'unknown');
    const match = images.find((entry) => entry.platform && samePlatform(entry.platform, platform));
    if (!match)
        throw lacking(title, platform, images.flatMap((entry) => entry.platform ?? []));
    return checked(await inspectIn(store, match.digest), title);
}
function checked(image, title) {
    const steps = image.config.config.OnBuild?.length ?? 0;
    if (steps === 0)
        return image;
    throw new runtime/* UserError */.yo(`the base ${title} has ONBUILD steps, and assemble runs none`, {
        where: 'image.build.base',
        mend: 'choose a base without them, or build with a Dockerfile',
    });
}
function lacking(title, wanted, has) {
    return new runtime/* UserError */.yo(`the base ${title} has no image for ${showPlatform(wanted)}`, {
        where: 'image.build.platforms',
        mend: `it has: ${has.map(showPlatform).join(', ') || 'none'}. Take one of these, or another base`,
    });
}
/** The base that was asked for must be the one that is handed over. */
function refuseUnresolved(asked, base) {
    if ((asked !== undefined && asked !== 'scratch') === (base !== undefined))
        return;
    throw new runtime/* InternalError */.Gd(`image.build.base is "${asked ?? 'scratch'}", but it was not resolved`);
}

// EXTERNAL MODULE: ./.build/packages/image/unpack/layer-entries.js
var layer_entries = __nccwpck_require__(72303);
;// CONCATENATED MODULE: ./.build/packages/image/tree-path.js

/** As Linux has it. */
const MAX_LINKS = 40;
/**
 * The real place of a folder inside a tree, every link on the way followed as if the tree were the root of
 * the file system: absolute targets start at its root, and `..` does not lead above it. Paths have no
 * leading slash; the root is ''. What does not exist is taken as written. UserError for a loop of links.
 */
function realFolder(name, look) {
    const ahead = name.split('/').reverse();
    let real = [];
    for (let links = 0; ahead.length > 0;) {
        const part = ahead.pop();
        if (part === undefined || part === '' || part === '.')
            continue;
        if (part === '..') {
            real.pop();
            continue;
        }
        const found = look([...real, part].join('/'));
        if (found?.type !== 'link') {
            real.push(part);
            continue;
        }
        if (++links > MAX_LINKS) {
            throw new runtime/* UserError */.yo(`"${name}" goes through a loop of links`, { mend: 'build the image without it' });
        }
        if (found.target.startsWith('/'))
            real = [];
        ahead.push(...found.target.split('/').reverse());
    }
    return real.join('/');
}

;// CONCATENATED MODULE: ./.build/packages/image/assemble/base-tree.js



/** What a base has where: folders, links and the rest, without content. */
class BaseTree {
    #known = new Map();
    look = (name) => this.#known.get(name);
    folder(name) {
        const known = this.#known.get(name);
        return known?.type === 'folder' ? known.attributes : undefined;
    }
    /** Applies the entries of a layer: first what it hides of lower ones, then what it has. */
    apply(headers) {
        const entries = headers.map((header) => ({ header, name: this.#place(header.name) }));
        for (const { name } of entries) {
            const base = external_node_path_.posix.basename(name);
            const folder = parentOf(name);
            if (base === '.wh..wh..opq')
                this.#removeBelow(folder);
            else if (base.startsWith('.wh.'))
                this.#remove(external_node_path_.posix.join(folder, base.slice(4)));
        }
        for (const { name, header } of entries) {
            if (name === '' || external_node_path_.posix.basename(name).startsWith('.wh.'))
                continue;
            const known = knownOf(header);
            if (known.type !== 'folder' && this.#known.get(name)?.type === 'folder')
                this.#removeBelow(name);
            this.#known.set(name, known);
        }
    }
    #place(raw) {
        const name = external_node_path_.posix.normalize(`/${raw}`).replace(/^\/+|\/+$/g, '');
        return name === '' ? '' : external_node_path_.posix.join(realFolder(parentOf(name), this.look), external_node_path_.posix.basename(name));
    }
    #remove(name) {
        this.#known.delete(name);
        this.#removeBelow(name);
    }
    #removeBelow(folder) {
        const start = folder === '' ? '' : `${folder}/`;
        for (const name of this.#known.keys())
            if (name.startsWith(start))
                this.#known.delete(name);
    }
}
const parentOf = (name) => (name.includes('/') ? external_node_path_.posix.dirname(name) : '');
function knownOf({ type, linkname, mode, uid, gid, mtime }) {
    if (type === 'symlink')
        return { type: 'link', target: linkname ?? '' };
    if (type !== 'directory')
        return { type: 'other' };
    const seconds = Math.max(0, Math.floor((mtime?.getTime() ?? 0) / 1_000));
    return {
        type: 'folder',
        attributes: { mode: (mode ?? 0o755) & 0o7777, uid: uid ?? 0, gid: gid ?? 0, mtime: seconds },
    };
}
/** Reads the layers of a base for their entries; content is passed over. UserError for a damaged one. */
async function readBaseTree(store, { manifest, config }, signal) {
    const tree = new BaseTree();
    for (const [i, layer] of manifest.layers.entries()) {
        const headers = [];
        const diffId = config.rootfs.diff_ids[i] ?? '';
        await (0,layer_entries/* readLayer */.w)(store, layer, diffId, (header, content) => {
            headers.push(header);
            content.resume();
        }, signal);
        tree.apply(headers);
    }
    return tree;
}

;// CONCATENATED MODULE: ./.build/packages/image/assemble/config.js
/** What describes the base and not what is built on it. */
const DESCRIPTIVE = /^org\.opencontainers\.image\./;
/** The working folder of the process, where plain paths are placed too. */
function workdirOf(build, base) {
    const inherited = base?.config.config.WorkingDir ?? '';
    return build.workdir ?? (['', '/'].includes(inherited) ? '/app' : inherited);
}
/** The config blob: the base's settings, changed as the instructions of a Dockerfile would change them. */
function configOf(platform, layers, build, identity, base) {
    const created = isoTime(identity.created);
    return {
        created,
        ...platformOf(platform, base),
        config: processConfig(build, identity, base),
        rootfs: {
            type: 'layers',
            diff_ids: [...(base?.config.rootfs.diff_ids ?? []), ...layers.map(({ diffId }) => diffId)],
        },
        history: [
            ...historyOf(base),
            ...layers.map(({ from, to }) => ({ created, created_by: `fairway assemble ${from} -> ${to}` })),
        ],
    };
}
/** The base may say it more exactly: a variant, a version of the system. */
function platformOf(platform, base) {
    if (!base)
        return platform;
    const known = Object.entries(base.config).filter(([key]) => ['architecture', 'os', 'variant', 'os.version', 'os.features'].includes(key));
    return { ...platform, ...Object.fromEntries(known) };
}
function processConfig(build, identity, base) {
    const inherited = base?.config.config ?? {};
    const labels = Object.entries(inherited.Labels ?? {}).filter(([name]) => !DESCRIPTIVE.test(name));
    const ports = build.ports.map((port) => [typeof port === 'number' ? `${port}/tcp` : port, {}]);
    const exposed = { ...inherited.ExposedPorts, ...Object.fromEntries(ports) };
    // As in a Dockerfile: the base's arguments mean nothing to another entrypoint.
    const cmd = build.cmd ?? (build.entrypoint ? undefined : inherited.Cmd);
    const entrypoint = build.entrypoint ?? inherited.Entrypoint;
    const healthcheck = build.healthcheck ? healthcheckOf(build.healthcheck) : inherited.Healthcheck;
    const user = build.user ?? inherited.User;
    return {
        ...keptOf(inherited),
        ...(user ? { User: user } : {}),
        ...(Object.keys(exposed).length ? { ExposedPorts: sorted(exposed) } : {}),
        Env: mergeEnv(inherited.Env ?? [], build.env),
        ...(entrypoint?.length ? { Entrypoint: entrypoint } : {}),
        ...(cmd?.length ? { Cmd: cmd } : {}),
        WorkingDir: workdirOf(build, base),
        Labels: sorted({ ...Object.fromEntries(labels), ...build.labels, ...annotationsOf(identity) }),
        ...(healthcheck ? { Healthcheck: healthcheck } : {}),
    };
}
/** Settings of the base that fairway.yml has no key for. */
function keptOf({ Volumes, StopSignal, Shell }) {
    return {
        ...(Volumes ? { Volumes } : {}),
        ...(StopSignal ? { StopSignal } : {}),
        ...(Shell ? { Shell } : {}),
    };
}
/** A name keeps its place in the base's list; new ones follow, sorted. */
function mergeEnv(inherited, env) {
    const rest = new Map(Object.entries(sorted(env)));
    const merged = inherited.map((pair) => {
        const name = pair.split('=', 1)[0] ?? '';
        const value = rest.get(name);
        rest.delete(name);
        return value === undefined ? pair : `${name}=${value}`;
    });
    return [...merged, ...[...rest].map(([name, value]) => `${name}=${value}`)];
}
const NANOSECONDS = 1_000_000;
function healthcheckOf(check) {
    if (check === 'none')
        return { Test: ['NONE'] };
    const { command, interval, timeout, startPeriod, startInterval, retries } = check;
    return {
        Test: ['CMD', ...command],
        ...(interval === undefined ? {} : { Interval: interval * NANOSECONDS }),
        ...(timeout === undefined ? {} : { Timeout: timeout * NANOSECONDS }),
        ...(startPeriod === undefined ? {} : { StartPeriod: startPeriod * NANOSECONDS }),
        ...(startInterval === undefined ? {} : { StartInterval: startInterval * NANOSECONDS }),
        ...(retries === undefined ? {} : { Retries: retries }),
    };
}
function historyOf(base) {
    // Optional by the specification; ours must not be taken for the base's layers.
    return base?.config.history ?? base?.manifest.layers.map(() => ({ created_by: 'base' })) ?? [];
}
function annotationsOf({ title, version, revision, created, source, annotations }) {
    return sorted({
        ...annotations,
        'org.opencontainers.image.created': isoTime(created),
        'org.opencontainers.image.revision': revision,
        ...(source ? { 'org.opencontainers.image.source': source } : {}),
        'org.opencontainers.image.title': title,
        'org.opencontainers.image.version': version,
    });
}
/** The order of keys is part of the digest; that of a YAML file means nothing. */
function sorted(record) {
    return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
const isoTime = (seconds) => new Date(seconds * 1_000).toISOString().replace('.000Z', 'Z');

;// CONCATENATED MODULE: ./.build/packages/image/assemble/ignore.js

/**
 * Patterns as in .dockerignore: relative to the context, `*` and `?` within a name, `**` over folders, a
 * folder stands for all below it, `!` takes back, the last match wins. `.git` is always left out.
 */
function ignoreMatcher(patterns) {
    const rules = ['.git', '**/.git', ...patterns].map((pattern) => {
        const kept = pattern.startsWith('!');
        const body = (kept ? pattern.slice(1) : pattern).replace(/^\.?\/+/, '').replace(/\/+$/, '');
        if (body === '' || body.split('/').includes('..')) {
            throw new runtime/* UserError */.yo(`"${pattern}" is not a valid ignore pattern`, {
                mend: 'write a path relative to the context, such as **/*.test.ts',
            });
        }
        return { kept, test: new RegExp(`^${source(body)}(/|$)`, 's') };
    });
    return (path) => {
        let ignored = false;
        for (const { kept, test } of rules)
            if (test.test(path))
                ignored = !kept;
        return ignored;
    };
}
function source(pattern) {
    return pattern.replace(/\*\*\/|\/\*\*$|\*\*|\*|\?|[.+^${}()|[\]\\]/g, (part) => {
        switch (part) {
            case '**/':
                return '(?:.*/)?';
            case '/**':
                return '/.+';
            case '**':
                return '.*';
            case '*':
                return '[^/]*';
            case '?':
                return '[^/]';
            default:
                return `\\${part}`;
        }
    });
}

;// CONCATENATED MODULE: ./.build/packages/image/assemble/entries.js





/**
 * What goes into the image, as data: one layer a mapping. UserError for a path that is missing or outside
 * of the context, a link that leaves it, a special file, two sources of one path, or nothing at all. On a
 * base, entries go where its links of folders lead (`/bin` -> `/usr/bin`), and its folders stay as they are.
 */
async function planLayers(context, mappings, ignore, base) {
    const walker = new Walker(await (0,promises_.realpath)((0,external_node_path_.resolve)(context)), ignoreMatcher(ignore));
    const layers = [];
    for (const { from, to } of mappings) {
        const { entries, ...plan } = await walker.layer(from, to);
        layers.push({ ...plan, entries: withParents(base ? placed(entries, base) : entries, base) });
    }
    refuseDoubles(layers);
    return layers;
}
function placed(entries, base) {
    return entries.map((entry) => {
        const folder = realFolder(external_node_path_.posix.dirname(entry.name), base.look);
        const name = external_node_path_.posix.join(folder, external_node_path_.posix.basename(entry.name));
        if (base.folder(name))
            throw inTheWay(name, 'a folder');
        const parts = folder.split('/');
        for (const i of parts.keys()) {
            const parent = parts.slice(0, i + 1).join('/');
            if (base.look(parent)?.type === 'other')
                throw inTheWay(parent, 'a file');
        }
        return { ...entry, name };
    });
}
const inTheWay = (name, what) => new runtime/* UserError */.yo(`image.build.files: the base has ${what} at /${name}`, {
    mend: 'choose another place in the image',
});
class Walker {
    #context;
    #ignored;
    constructor(context, ignored) {
        this.#context = context;
        this.#ignored = ignored;
    }
    async layer(from, to) {
        const source = await this.#locate(from);
        const found = await (0,promises_.stat)(source);
        const into = !found.isDirectory() && to.endsWith('/') ? external_node_path_.posix.join(to, external_node_path_.posix.basename(from)) : to;
        const name = imagePath(into);
        const entries = found.isDirectory()
            ? await this.#folder(source, name)
            : [await this.#single(source, name, found)];
        if (entries.length === 0) {
            throw new runtime/* UserError */.yo(`image.build.files: "${from}" has no files`, {
                where: source,
                mend: 'build the app first, or check the path and the ignore patterns',
            });
        }
        return { from, to: `/${name}`, entries };
    }
    /** The real path of a mapping's source, inside of the context. */
    async #locate(from) {
        const path = (0,external_node_path_.resolve)(this.#context, from);
        const real = await (0,promises_.realpath)(path).catch((error) => {
            if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR')
                throw error;
            throw new runtime/* UserError */.yo(`image.build.files: "${from}" does not exist`, {
                where: path,
                mend: 'check the path (it is relative to the context), or build the app first',
            });
        });
        for (const candidate of [path, real]) {
            if (this.#inside(candidate))
                continue;
            throw new runtime/* UserError */.yo(`image.build.files: "${from}" is outside of the context ${this.#context}`, {
                where: candidate,
                mend: 'only files of the context can go into the image: move it there or choose another context',
            });
        }
        return real;
    }
    async #folder(folder, name) {
        const entries = [];
        for (const child of await (0,promises_.readdir)(folder, { withFileTypes: true })) {
            const path = (0,external_node_path_.join)(folder, child.name);
            const inner = external_node_path_.posix.join(name, child.name);
            // A folder is walked even when it is ignored: a later pattern may take back what is in it.
            if (child.isDirectory())
                entries.push(...(await this.#folder(path, inner)));
            else if (!this.#ignored(this.#fromContext(path)))
                entries.push(await this.#single(path, inner));
        }
        return entries;
    }
    async #single(path, name, known) {
        const found = known ?? (await (0,promises_.lstat)(path));
        if (found.isSymbolicLink())
            return { type: 'link', name, target: await this.#linkTarget(path, name) };
        if (found.isFile()) {
            return { type: 'file', name, source: path, size: found.size, executable: (found.mode & 0o100) !== 0 };
        }
        throw new runtime/* UserError */.yo(`${path} is neither a file, a folder nor a link`, {
            mend: 'leave it out with image.build.ignore',
        });
    }
    async #linkTarget(path, name) {
        const target = (await (0,promises_.readlink)(path)).split(external_node_path_.sep).join('/');
        const reached = external_node_path_.posix.join(external_node_path_.posix.dirname(name), target);
        const leaves = reached === '..' || reached.startsWith('../');
        if (!target.startsWith('/') && this.#inside((0,external_node_path_.resolve)(path, '..', target)) && !leaves)
            return target;
        throw new runtime/* UserError */.yo(`${path} is a link to ${target}, outside of ${leaves ? 'the image' : 'the context'}`, {
            mend: 'make it a relative link inside of the context, or leave it out with image.build.ignore',
        });
    }
    #inside(path) {
        return path === this.#context || path.startsWith(this.#context + external_node_path_.sep);
    }
    #fromContext(path) {
        return (0,external_node_path_.relative)(this.#context, path).split(external_node_path_.sep).join('/');
    }
}
function imagePath(path) {
    if (path.split('/').includes('..')) {
        throw new runtime/* UserError */.yo(`image.build.files: "${path}" contains ".."`, {
            mend: 'write the path in the image without ".."',
        });
    }
    return external_node_path_.posix.normalize(path).replace(/^\/+|\/+$/g, '');
}
/**
 * Folders come from the files in them alone: git knows no empty folders, and one left behind by a build
 * must not change the digest of the commit.
 */
function withParents(entries, base) {
    const folders = new Set();
    for (const { name } of entries) {
        for (let parent = external_node_path_.posix.dirname(name); parent !== '.'; parent = external_node_path_.posix.dirname(parent))
            folders.add(parent);
    }
    const parents = [...folders].map((name) => {
        const attributes = base?.folder(name);
        return { type: 'folder', name, ...(attributes ? { attributes } : {}) };
    });
    const all = [...parents, ...entries];
    return all.sort((a, b) => (a.name < b.name ? -1 : 1));
}
function refuseDoubles(layers) {
    const seen = new Map();
    for (const { from, entries } of layers) {
        for (const { name, type } of entries) {
            const before = seen.get(name);
            const folder = type === 'folder';
            if (before && !(before.folder && folder)) {
                throw new runtime/* UserError */.yo(`image.build.files: both "${before.from}" and "${from}" write /${name}`, {
                    mend: 'leave one of them out with image.build.ignore, or give it another place',
                });
            }
            seen.set(name, { from, folder });
        }
    }
}

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __nccwpck_require__(38522);
;// CONCATENATED MODULE: ./.build/packages/image/assemble/tar.js


/**
 * Our own writer of tar (ustar, with pax records where ustar is too small), because the bytes are the
 * digest: no library's update may change them.
 */
async function* tarOf(entries, mtime) {
    for (const entry of entries) {
        yield headerOf(entry, mtime);
        if (entry.type !== 'file')
            continue;
        let rest = entry.size;
        if (rest > 0) {
            for await (const chunk of (0,external_node_fs_.createReadStream)(entry.source)) {
                rest -= chunk.length;
                if (rest < 0)
                    break;
                yield chunk;
            }
        }
        if (rest !== 0) {
            throw new runtime/* UserError */.yo(`${entry.source} changed while it was read`, {
                mend: 'build when nothing else writes into the context',
            });
        }
        yield Buffer.alloc(padding(entry.size));
    }
    yield Buffer.alloc(1024);
}
const TYPES = { file: '0', link: '2', folder: '5' };
const NAME_LIMIT = 100;
const SIZE_LIMIT = 0o77777777777;
const OWNER_LIMIT = 0o7777777;
function headerOf(entry, time) {
    const name = entry.type === 'folder' ? `${entry.name}/` : entry.name;
    const target = entry.type === 'link' ? entry.target : '';
    const { size, ...fields } = fieldsOf(entry, time);
    const records = [
        fits(name) ? '' : record('path', name),
        fits(target) ? '' : record('linkpath', target),
        size > SIZE_LIMIT ? record('size', String(size)) : '',
        fields.uid > OWNER_LIMIT ? record('uid', String(fields.uid)) : '',
        fields.gid > OWNER_LIMIT ? record('gid', String(fields.gid)) : '',
    ].join('');
    const header = block(name, target, { ...fields, size: size > SIZE_LIMIT ? 0 : size });
    if (records === '')
        return header;
    const pax = Buffer.from(records);
    return Buffer.concat([
        // A constant name: others put a process id here, and the digest with it.
        block('PaxHeader', '', { type: 'x', mode: 0o644, size: pax.length, mtime: time, uid: 0, gid: 0 }),
        pax,
        Buffer.alloc(padding(pax.length)),
        header,
    ]);
}
/** Owner and group are 0, but for folders of the base. */
function fieldsOf(entry, time) {
    const ours = { type: TYPES[entry.type], size: 0, mtime: time, uid: 0, gid: 0 };
    if (entry.type === 'link')
        return { ...ours, mode: 0o777 };
    if (entry.type === 'folder')
        return { ...ours, mode: 0o755, ...entry.attributes };
    return { ...ours, mode: entry.executable ? 0o755 : 0o644, size: entry.size };
}
/** The 512 bytes of a ustar header, without names of owners. */
function block(name, target, { type, mode, size, mtime, uid, gid }) {
    const header = Buffer.alloc(512);
    const owner = (id) => octal(id > OWNER_LIMIT ? 0 : id, 7);
    header.write(name.slice(0, NAME_LIMIT), 0, NAME_LIMIT, 'latin1');
    header.write(octal(mode, 7), 100, 'latin1');
    header.write(owner(uid), 108, 'latin1');
    header.write(owner(gid), 116, 'latin1');
    header.write(octal(size, 11), 124, 'latin1');
    header.write(octal(mtime, 11), 136, 'latin1');
    header.write('        ', 148, 'latin1');
    header.write(type, 156, 'latin1');
    header.write(target.slice(0, NAME_LIMIT), 157, NAME_LIMIT, 'latin1');
    header.write('ustar\0', 257, 'latin1');
    header.write('00', 263, 'latin1');
    header.write(octal(0, 7), 329, 'latin1');
    header.write(octal(0, 7), 337, 'latin1');
    const sum = header.reduce((total, byte) => total + byte, 0);
    header.write(`${octal(sum, 6)}\0 `, 148, 'latin1');
    return header;
}
const octal = (value, digits) => value.toString(8).padStart(digits, '0');
const padding = (size) => (512 - (size % 512)) % 512;
// biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII is meant, all of it.
const fits = (text) => text.length <= NAME_LIMIT && /^[\x00-\x7f]*$/.test(text);
/** `<length> key=value\n`, where the length counts its own digits. */
function record(key, value) {
    const rest = Buffer.byteLength(` ${key}=${value}\n`);
    let length = rest + String(rest).length;
    if (String(length).length > String(rest).length)
        length = rest + String(length).length;
    return `${length} ${key}=${value}\n`;
}

;// CONCATENATED MODULE: ./.build/packages/image/assemble/layer.js






/** Packs, hashes, compresses and stores a layer as one stream. `mtime` in seconds since 1970. */
async function writeLayer(plan, mtime, store, signal) {
    const tap = new verify/* DigestTap */.Ey();
    const blob = await (0,external_node_stream_promises_.pipeline)(() => tarOf(plan.entries, mtime), tap, (0,external_node_zlib_.createGzip)({ level: LEVEL }), pinnedHeader(), (compressed) => store.write(compressed), signal ? { signal } : {});
    const { digest, size, existed } = blob;
    return {
        from: plan.from,
        to: plan.to,
        files: plan.entries.filter(({ type }) => type !== 'folder').length,
        digest,
        size,
        existed,
        diffId: tap.digest(),
        descriptor: { mediaType: types/* MEDIA_TYPES */.Z.layerGzip, digest, size },
    };
}
const LEVEL = 6;
const OS_BYTE = 9;
const OS_UNKNOWN = 255;
/** zlib writes the number of the operating system into byte 9: macOS and Linux would differ. */
function pinnedHeader() {
    let seen = 0;
    return new external_node_stream_.Transform({
        transform(chunk, _encoding, done) {
            if (seen <= OS_BYTE && seen + chunk.length > OS_BYTE)
                chunk[OS_BYTE - seen] = OS_UNKNOWN;
            seen += chunk.length;
            done(null, chunk);
        },
    });
}

;// CONCATENATED MODULE: ./.build/packages/image/assemble/platform-files.js


/** The mappings of one platform: its names put in, and plain paths placed below `workdir`. UserError. */
function mappingsFor(files, platform, workdir) {
    return files.map((file) => {
        if (typeof file !== 'string')
            return { from: fill(file.from, platform), to: fill(file.to, platform) };
        const from = fill(file, platform);
        return { from, to: `${workdir}/${from}` };
    });
}
/** Every path of the context that goes into one of the build's images. */
function sourcePaths(build) {
    const paths = build.platforms
        .map(parsePlatform)
        .flatMap((platform) => mappingsFor(build.files, platform, '').map(({ from }) => from));
    return [...new Set(paths)];
}
/** `${os}`, `${arch}` and `${variant}`: the words of an OCI platform. */
function fill(path, { os, architecture, variant = '' }) {
    const names = new Map([
        ['os', os],
        ['arch', architecture],
        ['variant', variant],
    ]);
    return path.replace(/\$\{([^}]*)\}/g, (_, name) => {
        const value = names.get(name);
        if (value !== undefined)
            return value;
        throw new runtime/* UserError */.yo(`image.build.files: "${path}" has the unknown name "${name}"`, {
            mend: `valid names: ${[...names.keys()].join(', ')}`,
        });
    });
}

;// CONCATENATED MODULE: ./.build/packages/image/assemble/index.js












/**
 * Puts files of a folder on a base and writes the image into a store: layers, then config, then manifest,
 * then the tag, so that a kill leaves no image that lacks a part. The base's layers are taken as they are.
 * The same files, identity and base give the same digest, whatever the folder, owner, umask, times and
 * machine. `base` is what `resolveBase` found for `build.base`. Throws UserError.
 */
async function assembleImage(context, build, identity, store, signal, base) {
    refuseUnresolved(build.base, base);
    const job = new Assembly(context, build, identity, store, signal, base);
    const images = [];
    const platforms = build.platforms.map(parsePlatform);
    // All of them before the first byte is written: a platform that the base lacks leaves nothing behind.
    const bases = await Promise.all(platforms.map((platform) => base && baseFor(base, platform)));
    for (const [i, platform] of platforms.entries())
        images.push(await job.image(platform, bases[i]));
    const [first] = images;
    const top = images.length === 1 && first ? first : await job.index(images);
    const before = await store.tag(identity.version, top.descriptor);
    return {
        reference: store.reference(top.descriptor.digest),
        digest: top.descriptor.digest,
        size: [...job.sizes.values()].reduce((sum, size) => sum + size, 0),
        layers: [...job.layers.values()].map(({ descriptor: _, ...summary }) => summary),
        platforms: images.map(({ descriptor }, i) => ({
            platform: showPlatform(platforms[i]),
            digest: descriptor.digest,
        })),
        existed: top.existed,
        replaced: before === top.descriptor.digest ? undefined : before,
    };
}
const BASE_NAME = 'org.opencontainers.image.base.name';
const BASE_DIGEST = 'org.opencontainers.image.base.digest';
class Assembly {
    #context;
    #build;
    #identity;
    #store;
    #signal;
    #base;
    /** By what is in them: platforms share what is the same. */
    layers = new Map();
    /** Digest of each layer -> bytes. */
    sizes = new Map();
    constructor(context, build, identity, store, signal, base) {
        this.#context = context;
        this.#build = build;
        this.#identity = identity;
        this.#store = store;
        this.#signal = signal;
        this.#base = base;
    }
    async image(platform, base) {
        const inherited = base ? await this.#take(base) : [];
        const tree = base && (await readBaseTree(this.#store, base, this.#signal));
        const mappings = mappingsFor(this.#build.files, platform, workdirOf(this.#build, base));
        const own = [];
        for (const plan of await planLayers(this.#context, mappings, this.#build.ignore, tree)) {
            own.push(await this.#layer(plan));
        }
        for (const { digest, size } of [...inherited, ...own])
            this.sizes.set(digest, size);
        const config = configOf(platform, own, this.#build, this.#identity, base);
        const { descriptor } = await this.#json(types/* MEDIA_TYPES */.Z.config, config);
        const written = await this.#json(types/* MEDIA_TYPES */.Z.manifest, {
            schemaVersion: 2,
            mediaType: types/* MEDIA_TYPES */.Z.manifest,
            config: descriptor,
            layers: [...inherited, ...own.map((layer) => layer.descriptor)],
            annotations: this.#annotations(base?.manifestDigest),
        });
        const { architecture, os, variant } = config;
        const exact = { architecture, os, ...(variant ? { variant } : {}) };
        return { descriptor: { ...written.descriptor, platform: exact }, existed: written.existed };
    }
    index(images) {
        return this.#json(types/* MEDIA_TYPES */.Z.index, {
            schemaVersion: 2,
            mediaType: types/* MEDIA_TYPES */.Z.index,
            manifests: images.map(({ descriptor }) => descriptor),
            annotations: this.#annotations(this.#base?.digest),
        });
    }
    /** The base's layers, byte by byte, where the store lacks them. */
    async #take({ manifest }) {
        await concurrently(manifest.layers, 4, async (layer, stop) => {
            if (!this.#base || (await this.#isWhole(layer)))
                return;
            const signal = this.#signal ? AbortSignal.any([this.#signal, stop]) : stop;
            await this.#store.write(until(signal, (0,verify/* verifiedBytes */.GQ)(this.#base.store, layer)));
        });
        // Docker's names mean the same bytes; a manifest speaks one language.
        return manifest.layers.map((layer) => ({ ...layer, mediaType: (0,layer_entries/* ociLayerType */.B)(layer.mediaType) }));
    }
    /** A damaged layer is taken once more: otherwise no build could ever mend the store. */
    async #isWhole(layer) {
        if (!(await this.#store.has(layer)))
            return false;
        try {
            await (0,verify/* verifyBlob */.tB)(this.#store, layer);
            return true;
        }
        catch (error) {
            if (error instanceof runtime/* UserError */.yo)
                return false;
            throw error;
        }
    }
    async #layer(plan) {
        const key = JSON.stringify([plan.from, plan.to, plan.entries]);
        const known = this.layers.get(key);
        if (known)
            return known;
        const layer = await writeLayer(plan, this.#identity.created, this.#store, this.#signal);
        this.layers.set(key, layer);
        return layer;
    }
    #annotations(baseDigest) {
        const name = this.#base?.name;
        return sorted({
            ...(name ? { [BASE_NAME]: name } : {}),
            ...(baseDigest ? { [BASE_DIGEST]: baseDigest } : {}),
            ...annotationsOf(this.#identity),
        });
    }
    async #json(mediaType, document) {
        const bytes = Buffer.from(JSON.stringify(document));
        const { digest, size, existed } = await this.#store.write(until(undefined, [bytes]));
        return { descriptor: { mediaType, digest, size }, existed };
    }
}
async function* until(signal, chunks) {
    for await (const chunk of chunks) {
        signal?.throwIfAborted();
        yield chunk;
    }
}

;// CONCATENATED MODULE: ./.build/packages/image/commit.js

/**
 * The commit that is checked out in a folder, which must be `revision`: an image is never labelled with a
 * commit that it was not built from. UserError without git, without a commit, and when they differ.
 */
async function checkedOutCommit(exec, folder, revision) {
    const head = await resolveCommit(exec, folder, 'HEAD').catch((error) => {
        throw new runtime/* UserError */.yo(`${folder} has no git commit checked out, so the revision of the image is unknown`, {
            ...(error instanceof runtime/* CommandError */.Qd ? { where: error.stderr.trim().split('\n')[0] ?? folder } : {}),
            mend: 'check the repository out first (actions/checkout), or choose a context inside of it',
            cause: error,
        });
    });
    const wanted = await resolveCommit(exec, folder, revision).catch((error) => {
        throw new runtime/* UserError */.yo(`the revision "${revision}" is not a commit of this repository`, {
            where: folder,
            mend: 'check the spelling; a shallow checkout has only its own commit (fetch-depth: 0 fetches all)',
            cause: error,
        });
    });
    if (head.id === wanted.id)
        return head;
    throw new runtime/* UserError */.yo(`the revision is ${wanted.id}, but ${head.id} is checked out`, {
        where: folder,
        mend: 'check that revision out (input "ref" of actions/checkout), or set the input "revision" to what is',
    });
}
async function resolveCommit(exec, cwd, revision) {
    const peeled = `${revision}^{commit}`;
    const { stdout: id } = await exec.run('git', ['rev-parse', '--verify', '--quiet', '--end-of-options', peeled], { cwd });
    const { stdout: time } = await exec.run('git', ['show', '-s', '--format=%ct', id.trim()], { cwd });
    return { id: id.trim(), time: Number(time) };
}

;// CONCATENATED MODULE: ./.build/packages/image/content-key.js



/** Annotation of manifest and index, and of the entry in a layout: from which inputs the image was built. */
const CONTENT_KEY = 'dev.fairway.content-key';
/**
 * A hash of all that decides the image's content, without reading its files: git's blobs stand for them.
 * They do so only when every file that goes in is committed and unchanged; otherwise `why` names the
 * reason. Commit, time and version are no part of it: a commit that changes nothing gives the same key.
 */
async function contentKey(exec, context, inputs) {
    const { ignore } = inputs;
    const paths = inputs.paths.map((path) => `:(literal)${path}`);
    const git = async (...args) => (await exec.run('git', args, { cwd: context })).stdout;
    const none = (why, modified = false) => ({ key: undefined, why, modified });
    try {
        const prefix = (await git('rev-parse', '--show-prefix')).trim();
        const changed = await firstUncommitted(git, prefix, paths, ignore);
        if (changed)
            return none(`${changed.path} is not as committed`, changed.modified);
        const files = await trackedFiles(git, paths, ignore);
        const strange = files.find(({ state, mode }) => state !== 'H' || mode === '160000');
        if (strange)
            return none(`${strange.path} is a submodule or not checked out as committed`);
        const filtered = await git('ls-files', '-z', '--', ...paths, ':(exclude,attr:!filter)');
        if (filtered)
            return none(`${filtered.split('\0')[0]} goes through a git filter`);
        const tree = files.map(({ mode, blob, path }) => [mode, blob, path]);
        const whole = JSON.stringify({ tree, builder: sortKeys(inputs.builder) });
        return { key: `sha256:${(0,external_node_crypto_.createHash)('sha256').update(whole).digest('hex')}` };
    }
    catch (error) {
        // A path behind a link or outside of the repository: git refuses it, the build decides.
        if (!(error instanceof runtime/* CommandError */.Qd))
            throw error;
        return none(error.stderr.trim().split('\n')[0] ?? 'git refused');
    }
}
/** The tag under which a registry has the image of a key: one request tells whether it was built. */
const keyTag = (key) => key.replace('sha256:', 'fairway-');
async function firstUncommitted(git, prefix, paths, ignore) {
    const flags = ['--porcelain=v1', '-z', '--untracked-files=all', '--ignored=matching', '--no-renames'];
    const ignored = ignoreMatcher(ignore);
    const changed = (await git('status', ...flags, '--ignore-submodules=none', '--', ...paths)).split('\0');
    return changed
        .filter((line) => line !== '')
        .map((line) => ({ path: line.slice(3), modified: !/^(!!|\?\?)/.test(line) }))
        .filter(({ path }) => {
        // A folder that is ignored as a whole may still hold files that a "!" pattern takes back.
        const takenBack = path.endsWith('/') && ignore.some((pattern) => pattern.startsWith('!'));
        return takenBack || !ignored(path.slice(prefix.length).replace(/\/$/, ''));
    })
        .sort((a, b) => Number(b.modified) - Number(a.modified))[0];
}
/** What git knows of the files that go in. A state other than `H` hides changes, or the file is not there. */
async function trackedFiles(git, paths, ignore) {
    const ignored = ignoreMatcher(ignore);
    const lines = (await git('ls-files', '-z', '-v', '--stage', '--', ...paths)).split('\0');
    return lines
        .map((line) => /^(\S) (\d+) ([0-9a-f]+) \d\t(.*)$/s.exec(line))
        .filter((match) => match !== null)
        .map(([, state, mode, blob, path = '']) => ({ state, mode, blob, path }))
        .filter(({ path }) => !ignored(path));
}
/** The order of keys in a YAML file means nothing. */
function sortKeys(value) {
    return JSON.parse(JSON.stringify(value, (_, inner) => typeof inner === 'object' && inner !== null && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
        : inner));
}

;// CONCATENATED MODULE: ./.build/packages/image/unpack/layer-writer.js





const WHITEOUT = '.wh.';
const OPAQUE = '.wh..wh..opq';
/**
 * Applies the entries of one layer to a tree and never writes outside of it: no absolute names, no `..`, no
 * devices; a link on the way to an entry means what it would mean in a chroot.
 */
class LayerWriter {
    #tree;
    /** What this layer wrote: whiteouts hide only what lower layers did. */
    #written = new Set();
    constructor(tree) {
        this.#tree = tree;
    }
    async add(header, content) {
        const given = safeName(header.name);
        if (given === '.' && header.type === 'directory')
            return void content.resume();
        const name = this.#tree.place(given);
        await this.#tree.makeParents(name);
        if ((0,external_node_path_.basename)(name) === OPAQUE)
            await this.#emptyFolder(folderOf(name));
        else if ((0,external_node_path_.basename)(name).startsWith(WHITEOUT))
            await this.#hide(name);
        else if (!isDeviceOfDev(header, name)) {
            if (this.#written.has(name) && header.type !== 'directory') {
                throw new runtime/* UserError */.yo(`the layer has "${name}" twice`, { mend: 'build the image again' });
            }
            await this.#create(header, name, content);
            this.#written.add(name);
        }
        content.resume();
    }
    async #create(header, name, content) {
        const mode = (header.mode ?? 0o644) & 0o777;
        const type = header.type ?? 'file';
        if (type === 'directory')
            return await this.#makeFolder(name, mode);
        await this.#tree.remove(name);
        const path = this.#tree.path(name);
        switch (type) {
            case 'file':
            case 'contiguous-file':
                await (0,external_node_stream_promises_.pipeline)(content, (0,external_node_fs_.createWriteStream)(path, { flags: 'wx', mode: 0o600 }));
                await (0,promises_.chmod)(path, mode);
                if (header.mtime)
                    await (0,promises_.utimes)(path, header.mtime, header.mtime);
                return;
            case 'symlink':
                return this.#tree.setLink(name, safeTarget(name, header.linkname ?? ''));
            case 'link':
                return await this.#hardLink(name, safeName(header.linkname ?? ''));
            default:
                throw layer_writer_refusal(name, `is a ${type}, which is not allowed`);
        }
    }
    async #makeFolder(name, mode) {
        const path = this.#tree.path(name);
        if (this.#tree.look(name)?.type !== 'folder') {
            await this.#tree.remove(name);
            await (0,promises_.mkdir)(path);
        }
        // The owner can always get in: the unpacked tree must stay readable and removable.
        await (0,promises_.chmod)(path, mode | 0o700);
    }
    async #hardLink(name, target) {
        const source = this.#tree.place(target);
        const found = this.#tree.look(source);
        if (found?.type === 'link')
            return this.#tree.setLink(name, safeTarget(name, found.target));
        if (found?.type !== 'other') {
            throw layer_writer_refusal(name, `is a link to "${target}", which is not a file of the image`);
        }
        await (0,promises_.link)(this.#tree.path(source), this.#tree.path(name));
    }
    async #hide(name) {
        const hidden = (0,external_node_path_.basename)(name).slice(WHITEOUT.length);
        if (['', '.', '..'].includes(hidden))
            throw layer_writer_refusal(name, 'hides nothing');
        await this.#remove(external_node_path_.posix.join(folderOf(name), hidden));
    }
    async #emptyFolder(folder) {
        for (const child of await this.#tree.children(folder))
            await this.#remove(child);
    }
    /** Removes what lower layers wrote at and below the name. */
    async #remove(name) {
        const own = this.#written.has(name) || [...this.#written].some((path) => path.startsWith(`${name}/`));
        if (!own)
            await this.#tree.remove(name);
        else if (this.#tree.look(name)?.type === 'folder')
            await this.#emptyFolder(name);
    }
}
/** Distributions bring the usual devices along. Nothing sees them: every engine puts its own `/dev` over it. */
const isDeviceOfDev = ({ type }, name) => name.startsWith('dev/') && (type === 'character-device' || type === 'block-device');
/** '' for what is at the root. */
const folderOf = (name) => (name.includes('/') ? external_node_path_.posix.dirname(name) : '');
/** A path below the root, normalised; UserError for any that could leave it. */
function safeName(name) {
    const parts = name.split('/');
    if (name === '' || name.startsWith('/'))
        throw layer_writer_refusal(name, 'is an absolute path');
    if (parts.includes('..'))
        throw layer_writer_refusal(name, 'contains ".."');
    if (name.includes('\0') || name.includes('\\'))
        throw layer_writer_refusal(name, 'has a character that is not allowed');
    return external_node_path_.posix.normalize(name).replace(/\/$/, '');
}
function safeTarget(name, target) {
    if (target === '' || target.includes('\0'))
        throw layer_writer_refusal(name, 'is a link to nothing');
    if (target.startsWith('/'))
        return target;
    const reached = external_node_path_.posix.join(external_node_path_.posix.dirname(name), target);
    if (reached === '..' || reached.startsWith('../')) {
        throw layer_writer_refusal(name, `is a link to "${target}", outside of the image`);
    }
    return target;
}
function layer_writer_refusal(name, why) {
    return new runtime/* UserError */.yo(`the image is refused: "${name}" ${why}`, {
        mend: 'build the image without this entry',
    });
}

;// CONCATENATED MODULE: ./.build/packages/image/unpack/linked-tree.js




/**
 * A tree that grows below a root folder. Its links are kept in memory until everything else is there, so
 * that no link of an image is on the disk while we write: whatever they say, nothing can go through them.
 * Names have no leading slash; the root is ''.
 */
class LinkedTree {
    #root;
    #links = new Map();
    constructor(root) {
        this.#root = root;
    }
    /** Where a name of the tree is on the disk. Its parents must be real: see `place`. */
    path(name) {
        return (0,external_node_path_.join)(this.#root, name);
    }
    look = (name) => {
        const target = this.#links.get(name);
        if (target !== undefined)
            return { type: 'link', target };
        try {
            const found = (0,external_node_fs_.lstatSync)(this.path(name), { throwIfNoEntry: false });
            return found && { type: found.isDirectory() ? 'folder' : 'other' };
        }
        catch (error) {
            // Below a file.
            if (error.code === 'ENOTDIR')
                return undefined;
            throw error;
        }
    };
    /** The name with the real place of its folder, as in a chroot. The last part is not followed. */
    place(name) {
        return external_node_path_.posix.join(realFolder(external_node_path_.posix.dirname(name), this.look), external_node_path_.posix.basename(name));
    }
    /** Makes the folders above a placed name; a file that is in the way goes. */
    async makeParents(name) {
        const parts = name.split('/').slice(0, -1);
        for (let i = 1; i <= parts.length; i++) {
            const folder = parts.slice(0, i).join('/');
            const found = this.look(folder);
            if (found?.type === 'folder')
                continue;
            if (found)
                await this.remove(folder);
            await (0,promises_.mkdir)(this.path(folder), { mode: 0o755 });
        }
    }
    setLink(name, target) {
        this.#links.set(name, target);
    }
    /** Names of what is in a folder, links too. */
    async children(folder) {
        const links = [...this.#links.keys()].filter((name) => external_node_path_.posix.dirname(name) === (folder || '.'));
        const found = this.look(folder)?.type === 'folder' ? await (0,promises_.readdir)(this.path(folder)) : [];
        return [...found.map((child) => external_node_path_.posix.join(folder, child)), ...links];
    }
    /** Removes what is at and below a placed name. */
    async remove(name) {
        this.#links.delete(name);
        const found = this.look(name);
        if (!found)
            return;
        if (found.type === 'folder') {
            for (const link of this.#links.keys())
                if (link.startsWith(`${name}/`))
                    this.#links.delete(link);
        }
        await (0,promises_.rm)(this.path(name), { recursive: true, force: true });
    }
    /**
     * Writes the links, last of all. One that leads through another link, or is absolute, is written as the
     * relative way to what it means inside of the tree: followed from outside it must not leave it.
     */
    async tieLinks() {
        for (const [name, target] of this.#links)
            await (0,promises_.symlink)(this.#tied(name, target), this.path(name));
    }
    #tied(name, target) {
        if (this.#staysInside(name, target))
            return target;
        const whole = target.startsWith('/') ? target : external_node_path_.posix.join(external_node_path_.posix.dirname(name), '.').concat('/', target);
        const last = whole.split('/').at(-1) ?? '';
        const real = ['', '.', '..'].includes(last)
            ? realFolder(whole, this.look)
            : external_node_path_.posix.join(realFolder(whole.slice(0, -last.length), this.look), last);
        return external_node_path_.posix.relative(external_node_path_.posix.join('/', external_node_path_.posix.dirname(name)), external_node_path_.posix.join('/', real)) || '.';
    }
    /** Relative, and on its way only real folders: then `..` means the same to the kernel as to us. */
    #staysInside(name, target) {
        if (target.startsWith('/'))
            return false;
        const real = name.split('/').slice(0, -1);
        const parts = target.split('/');
        for (const [i, part] of parts.entries()) {
            if (part === '' || part === '.')
                continue;
            if (part === '..') {
                if (real.pop() === undefined)
                    return false;
                continue;
            }
            real.push(part);
            if (i < parts.length - 1 && this.#links.has(real.join('/')))
                return false;
        }
        return true;
    }
}

;// CONCATENATED MODULE: ./.build/packages/image/unpack/index.js












/**
 * Unpacks an image into a folder that must not exist yet (or be empty), whole or not at all: every digest
 * and size is verified first, then the layers are applied beside the folder and renamed into place.
 * Returns the config of the image. Throws UserError; nothing is left behind then.
 */
async function unpackImage(reference, folder, options = {}) {
    const target = (0,external_node_path_.resolve)(folder);
    await refuseContent(target);
    const store = await storeOf(reference, options.ports);
    if (store instanceof RegistryStore)
        return await pullAndUnpack(store, reference, target, options);
    const { manifest, config } = await inspectIn(store, (0,image_reference/* parseReference */.F)(reference).digest, options);
    // All of them before the first file is written: a damaged image is told by its blob, not by a strange tar.
    for (const layer of manifest.layers)
        await (0,verify/* verifyBlob */.tB)(store, layer);
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(target), { recursive: true });
    const temporary = `${target}.${(0,external_node_crypto_.randomBytes)(6).toString('hex')}.tmp`;
    await (0,promises_.mkdir)(temporary, { mode: 0o755 });
    try {
        const tree = new LinkedTree(temporary);
        for (const [i, layer] of manifest.layers.entries()) {
            const writer = new LayerWriter(tree);
            const diffId = config.rootfs.diff_ids[i] ?? '';
            const add = (header, content) => writer.add(header, content);
            await (0,layer_entries/* readLayer */.w)(store, layer, diffId, add, options.signal);
        }
        await tree.tieLinks();
        await (0,promises_.rename)(temporary, target);
    }
    catch (error) {
        await (0,promises_.rm)(temporary, { recursive: true, force: true });
        throw error;
    }
    return config;
}
/** Pulled into a layout beside the target first, so that every byte comes over the line once. */
async function pullAndUnpack(registry, reference, target, options) {
    const { digest } = (0,image_reference/* parseReference */.F)(reference);
    const { manifestDigest } = await inspectIn(registry, digest, options);
    const layout = `${target}.${(0,external_node_crypto_.randomBytes)(6).toString('hex')}.pull`;
    try {
        const store = await createLayout(layout);
        await copyImage(registry, store, manifestDigest);
        return await unpackImage(store.reference(manifestDigest), target, options);
    }
    finally {
        await (0,promises_.rm)(layout, { recursive: true, force: true });
    }
}
async function refuseContent(folder) {
    const names = await (0,promises_.readdir)(folder).catch((error) => {
        if (error.code === 'ENOENT')
            return [];
        throw error;
    });
    if (names.length) {
        throw new runtime/* UserError */.yo(`${folder} is not empty`, {
            mend: 'unpack the image into a folder that is not there yet',
        });
    }
}

;// CONCATENATED MODULE: ./.build/packages/image/index.js










;// CONCATENATED MODULE: ./.build/packages/image/publish/images.js




/** The images under a digest, one a platform; labels are read of the first one only. Throws UserError. */
async function imagesOf(store, digest) {
    const bytes = await (0,verify/* readBlob */.gm)(store, { digest });
    const where = store.reference(digest);
    const entries = (0,image_document/* looksLikeIndex */.s)(bytes, where) ? (0,image_document/* readDocument */.u)('index', bytes, where).manifests : [];
    const known = entries.filter(({ platform }) => platform !== undefined && platform.os !== 'unknown');
    const { config, manifestDigest } = await inspectIn(store, known[0]?.digest ?? digest);
    const first = { labels: config.config.Labels ?? {}, created: config.created };
    if (known.length === 0)
        return [{ platform: showPlatform(config), digest: manifestDigest, ...first }];
    return known.map(({ platform, digest: own }, i) => ({
        platform: platform ? showPlatform(platform) : '',
        digest: own,
        ...(i === 0 ? first : { labels: {}, created: undefined }),
    }));
}

;// CONCATENATED MODULE: ./.build/packages/image/publish/merge.js






/**
 * Makes one index of images that lie in a store by digest, and writes it there without a tag. The images
 * stay as they are, so what is attached to them stays attached. The same images give the same index in
 * whatever order they come. Throws UserError for doubles, and for platforms that are not as said.
 */
async function mergeImages(store, parts) {
    const found = [];
    let leftOut = 0;
    for (const part of parts) {
        for (const digest of await manifestsOf(store, part.digest)) {
            const read = await readPart(store, digest);
            if (!read)
                leftOut++;
            else {
                checkPlatform(store, part, read.entry);
                refuseDouble(store, found, read.entry);
                found.push(read);
            }
        }
    }
    if (found.length === 0) {
        throw new runtime/* UserError */.yo('there is no image to merge', {
            mend: 'name digests that mode: build has given out',
        });
    }
    const name = ({ entry }) => showPlatform(entry.platform);
    found.sort((a, b) => (name(a) < name(b) ? -1 : 1));
    const annotations = inCommon(found.map((part) => part.annotations));
    const index = {
        schemaVersion: 2,
        mediaType: types/* MEDIA_TYPES */.Z.index,
        manifests: found.map(({ entry }) => entry),
        ...(Object.keys(annotations).length ? { annotations } : {}),
    };
    const bytes = Buffer.from(JSON.stringify(index));
    const { digest, size, existed } = await store.write((async function* () {
        yield bytes;
    })());
    const image = { mediaType: types/* MEDIA_TYPES */.Z.index, digest, size };
    return { image, images: found.map(({ entry }) => entry), leftOut, existed, annotations };
}
/** The digest itself, or those that it lists as an index. */
async function manifestsOf(store, digest) {
    const bytes = await (0,verify/* readBlob */.gm)(store, { digest });
    if (!(0,image_document/* looksLikeIndex */.s)(bytes, store.reference(digest)))
        return [digest];
    return (0,image_document/* readDocument */.u)('index', bytes, store.reference(digest)).manifests.map((entry) => entry.digest);
}
/** undefined: it is no image that could run. */
async function readPart(store, digest) {
    const where = store.reference(digest);
    const bytes = await (0,verify/* readBlob */.gm)(store, { digest });
    const manifest = (0,image_document/* readDocument */.u)('manifest', bytes, where);
    if (manifest.config.mediaType !== types/* MEDIA_TYPES */.Z.config &&
        !/docker\.container/.test(manifest.config.mediaType)) {
        return undefined;
    }
    const config = (0,image_document/* readDocument */.u)('config', await (0,verify/* readBlob */.gm)(store, manifest.config), store.reference(manifest.config.digest));
    const { os, architecture, variant } = config;
    if (os === 'unknown' || architecture === 'unknown')
        return undefined;
    const platform = { architecture, os, ...(variant ? { variant } : {}) };
    const mediaType = manifest.mediaType || types/* MEDIA_TYPES */.Z.manifest;
    return {
        entry: { mediaType, digest, size: bytes.length, platform },
        annotations: { ...ociLabels(config.config.Labels), ...ownOf(manifest) },
    };
}
/** The content key is that of one platform's image. */
const ownOf = ({ annotations = {} }) => Object.fromEntries(Object.entries(annotations).filter(([key]) => key !== CONTENT_KEY));
const ociLabels = (labels = {}) => Object.fromEntries(Object.entries(labels).filter(([key]) => key.startsWith('org.opencontainers.image.')));
/** What all images say alike; so an index of unchanged images is unchanged too. */
function inCommon(all) {
    const [first = {}, ...others] = all;
    const same = Object.entries(first).filter(([key, value]) => others.every((other) => other[key] === value));
    return Object.fromEntries(same.sort(([a], [b]) => (a < b ? -1 : 1)));
}
function checkPlatform(store, part, { digest, platform }) {
    const is = showPlatform(platform);
    if (part.platform === undefined || samePlatform(parsePlatform(part.platform), platform))
        return;
    throw new runtime/* UserError */.yo(`the image said to be for ${part.platform} is for ${is}`, {
        where: store.reference(digest),
        mend: 'check which job gave out which digest',
    });
}
function refuseDouble(store, found, { digest, platform }) {
    const is = showPlatform(platform);
    const double = found.find(({ entry }) => entry.digest === digest || samePlatform(entry.platform, platform))?.entry;
    if (!double)
        return;
    const what = double.digest === digest ? `${digest} is named twice` : `two images are for ${is}`;
    throw new runtime/* UserError */.yo(what, {
        where: `${store.reference(double.digest)} and ${store.reference(digest)}`,
        mend: 'give one digest for each platform',
    });
}

;// CONCATENATED MODULE: ./.build/packages/image/publish/set-tags.js

/**
 * Sets tags by manifest only, in the given order, and reads each one back.
 * Each tag is on the whole image or where it was before. Returns what the moved ones were on.
 */
async function setTags(registry, image, tags, log) {
    const replaced = {};
    const done = [];
    for (const tag of tags) {
        try {
            const before = await setTag(registry, image, tag);
            if (before !== undefined && before !== image.digest)
                replaced[tag] = before;
            done.push(tag);
        }
        catch (error) {
            if (done.length)
                log.info(`Tagged before the failure: ${done.join(', ')}. Each is on the whole image.`);
            throw error;
        }
    }
    return replaced;
}
async function setTag(registry, image, tag) {
    const before = await registry.resolve(tag);
    if (before?.digest === image.digest)
        return before.digest;
    await registry.pushManifest(tag, image.bytes, image.mediaType);
    const now = await registry.resolve(tag);
    if (now?.digest === image.digest)
        return before?.digest;
    throw new runtime/* RemoteError */.Hi(`the tag ${tag} is on ${now?.digest ?? 'nothing'} after it was set to ${image.digest}`, {
        where: registry.location,
        mend: 'another run may have moved it at the same time: look which one is right, and run that one again',
    });
}

;// CONCATENATED MODULE: ./.build/packages/image/publish/publish.js



/**
 * Pushes an image or index: blobs, configs, manifests and index by digest; reads it back; then the tags, by
 * manifest only. Whoever is killed on the way leaves tags that are where they were or on the whole image.
 * Throws UserError and RemoteError.
 */
async function publishImage(from, digest, registry, { tags, beforeTags, log }) {
    const { existed, sent } = await copyImage(from, registry, digest);
    // Verified by its digest: what the registry gives out now is what was built and tested.
    const stored = await registry.pullManifest(digest);
    if (!stored) {
        throw new runtime/* RemoteError */.Hi(`the registry took ${digest} and does not have it`, {
            where: registry.location,
            mend: 'push again; when it stays so, see the log of the registry',
        });
    }
    const image = { mediaType: stored.mediaType, digest, size: stored.size };
    await beforeTags?.(image);
    const replaced = await setTags(registry, stored, tags, log);
    return { image, existed, sent, replaced };
}

;// CONCATENATED MODULE: ./.build/packages/image/publish/index.js





// EXTERNAL MODULE: ./.build/packages/schema/index.js + 8 modules
var schema = __nccwpck_require__(10530);
// EXTERNAL MODULE: ./node_modules/tar-stream/index.js
var tar_stream = __nccwpck_require__(56118);
;// CONCATENATED MODULE: ./.build/packages/image/smoke/archive.js




const LAYER_OPTIONS = { mode: 0o644, mtime: new Date(0) };
/**
 * Writes one image as the archive that every engine loads (`docker load`): its config and layers as they
 * are, and a list of them. Digests are verified on the way; memory does not depend on the size.
 */
async function writeDockerArchive(store, { manifest }, names, path) {
    const tar = (0,tar_stream.pack)();
    const hex = (digest) => digest.slice('sha256:'.length);
    const fill = async () => {
        const config = await (0,verify/* readBlob */.gm)(store, manifest.config);
        tar.entry({ ...LAYER_OPTIONS, name: `${hex(manifest.config.digest)}.json` }, config);
        const layers = new Map(manifest.layers.map((layer) => [layer.digest, layer]));
        for (const layer of layers.values()) {
            const name = `${hex(layer.digest)}.tar`;
            const entry = tar.entry({ ...LAYER_OPTIONS, name, size: layer.size });
            await (0,external_node_stream_promises_.pipeline)((0,verify/* verifiedBytes */.GQ)(store, layer), entry);
        }
        const list = [
            {
                Config: `${hex(manifest.config.digest)}.json`,
                RepoTags: names,
                Layers: manifest.layers.map(({ digest }) => `${hex(digest)}.tar`),
            },
        ];
        tar.entry({ ...LAYER_OPTIONS, name: 'manifest.json' }, JSON.stringify(list));
        tar.finalize();
    };
    const filled = fill().catch((error) => tar.destroy(error));
    await (0,external_node_stream_promises_.pipeline)(tar, (0,external_node_fs_.createWriteStream)(path, { flags: 'wx' }));
    await filled;
}

;// CONCATENATED MODULE: ./.build/packages/image/smoke/engine.js






/** Version of the engine that `docker` speaks to. Throws UserError when there is none. */
async function engineVersion({ exec, signal }) {
    try {
        const args = ['version', '--format', '{{.Server.Version}}'];
        const { stdout } = await exec.run('docker', args, { signal });
        if (stdout.trim())
            return stdout.trim();
    }
    catch (error) {
        if (!(error instanceof runtime/* CommandError */.Qd || error instanceof runtime/* UserError */.yo))
            throw error;
        signal.throwIfAborted();
        const said = error instanceof runtime/* CommandError */.Qd ? error.stderr.trim().split('\n')[0] : error.message;
        throw new runtime/* UserError */.yo(`there is no Docker Engine here: ${said}`, {
            mend: 'start one, or leave out `load` and `smoke`',
            cause: error,
        });
    }
    throw new runtime/* UserError */.yo('docker did not tell the version of its engine', { mend: 'update docker' });
}
/**
 * Loads an image into the Docker Engine under these names, and makes sure that it is the one: its layers
 * are compared by the digests of their content. Of an index the image for this machine is taken.
 */
async function loadImage(store, digest, names, { context, exec, signal }) {
    await engineVersion({ exec, signal });
    const image = await inspectIn(store, digest);
    const path = (0,external_node_path_.join)(context.temp, `fairway-${(0,external_node_crypto_.randomBytes)(6).toString('hex')}.tar`);
    try {
        await writeDockerArchive(store, image, names, path);
        await exec.run('docker', ['load', '--quiet', '--input', path], { signal });
    }
    finally {
        await (0,promises_.rm)(path, { force: true });
    }
    const [name = ''] = names;
    const args = ['image', 'inspect', '--format', '{{json .RootFS.Layers}}', name];
    const { stdout } = await exec.run('docker', args, { signal });
    // An image without layers has null.
    const loaded = JSON.stringify(JSON.parse(stdout) ?? []);
    if (loaded === JSON.stringify(image.config.rootfs.diff_ids))
        return;
    throw new runtime/* UserError */.yo(`the engine has other layers under ${name} than ${digest}`, {
        where: name,
        mend: 'another process may use this name: run again',
    });
}
/** Runs the command in a container of the image, without a network, and removes both afterwards. Throws CommandError. */
async function smokeInEngine(store, digest, { argv, signal }, ports) {
    const name = `fairway-smoke:${(0,external_node_crypto_.randomBytes)(6).toString('hex')}`;
    const container = name.replace(':', '-');
    const quietly = (...args) => ports.exec.run('docker', args).catch(() => undefined);
    try {
        await loadImage(store, digest, [name], ports);
        const [program = '', ...rest] = argv;
        const run = [
            'run',
            '--rm',
            '--name',
            container,
            '--pull',
            'never',
            '--network',
            'none',
            '--entrypoint',
            program,
            name,
        ];
        await ports.exec.run('docker', [...run, ...rest], { signal });
    }
    finally {
        // When the client is ended the container is not.
        if (signal.aborted)
            await quietly('rm', '--force', container);
        await quietly('image', 'rm', '--force', name);
    }
}

;// CONCATENATED MODULE: ./.build/packages/image/smoke/process.js




/**
 * Runs the command as the process target would: the image unpacked into a folder, paths of the image mapped
 * into it, `node` being this machine's. It gets the image's environment, and nothing of the job's but PATH.
 */
async function smokeAsProcess(store, digest, { argv, signal }, { context, exec, searchPath }) {
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)(context.temp, 'fairway-smoke-'));
    try {
        const root = (0,external_node_path_.join)(folder, 'root');
        const home = (0,external_node_path_.join)(folder, 'home');
        await (0,promises_.mkdir)(home);
        const { config } = await unpackImage(store.reference(digest), root, { signal });
        const [program = '', ...args] = argv.map((word) => inside(root, word));
        const command = program === argv[0] && (0,external_node_path_.basename)(program) === 'node' ? process.execPath : program;
        const pairs = (config.Env ?? []).map((pair) => [
            pair.split('=', 1)[0] ?? '',
            pair.slice(pair.indexOf('=') + 1),
        ]);
        // An image's own PATH speaks of folders of the image.
        const env = { LANG: 'C.UTF-8', ...Object.fromEntries(pairs), HOME: home, PATH: searchPath };
        const cwd = (0,external_node_path_.join)(root, config.WorkingDir ?? '/');
        await exec.run(command, args, { cwd, env, signal });
    }
    finally {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
}
const inside = (root, word) => (0,external_node_path_.isAbsolute)(word) && (0,external_node_fs_.existsSync)((0,external_node_path_.join)(root, word)) ? (0,external_node_path_.join)(root, word) : word;

;// CONCATENATED MODULE: ./.build/packages/image/smoke/index.js






/**
 * Runs a command in an image of a layout before it goes anywhere. Returns in words how it ran. Throws
 * GateError when it fails or takes too long, UserError when it cannot be run here.
 */
async function smokeTest(store, digest, { argv, within, by }, ports) {
    const how = by === 'engine' ? `in Docker Engine ${await engineVersion(ports)}` : 'as a process';
    const late = AbortSignal.timeout(within);
    const smoke = { argv, signal: AbortSignal.any([ports.signal, late]) };
    const start = ports.clock.now();
    try {
        if (by === 'engine')
            await smokeInEngine(store, digest, smoke, ports);
        else
            await smokeAsProcess(store, digest, smoke, {
                ...ports,
                searchPath: `${(0,external_node_path_.dirname)(process.execPath)}:/usr/local/bin:/usr/bin:/bin`,
            });
    }
    catch (error) {
        ports.signal.throwIfAborted();
        throw gate(error, late.aborted, { argv, within, how, where: store.reference(digest) });
    }
    return `${how}, ${(0,schema/* formatDuration */.a3)(ports.clock.now() - start)}`;
}
function gate(error, late, { argv, within, how, where }) {
    const mend = 'nothing was pushed: mend the app or the smoke command';
    if (late) {
        const message = `the smoke command ${argv[0]} (${how}) did not end within ${(0,schema/* formatDuration */.a3)(within)}`;
        return new runtime/* GateError */.ue(message, { where, mend });
    }
    // Loading failed, not what was loaded.
    const ran = error instanceof runtime/* CommandError */.Qd && !['load', 'image'].includes(error.argv[1] ?? '');
    if (ran)
        return new runtime/* GateError */.ue(`the smoke command failed (${how}): ${error.message}`, {
            where,
            mend,
            cause: error,
        });
    if (error instanceof runtime/* UserError */.yo && /could not be started/.test(error.message)) {
        return new runtime/* GateError */.ue(`the smoke command cannot be started (${how}): ${error.message}`, { where, mend });
    }
    return error;
}

;// CONCATENATED MODULE: ./.build/actions/build-image/src/attest.js
/**
 * Attaches SBOMs and provenance to an image that lies in the registry by digest. An image that an earlier
 * run has built gets no provenance: this run cannot say how it was made.
 */
async function attestBuilt({ image, making, revision }, { store, registry, identity, inputs }, ports) {
    const sbom = formats(inputs);
    if (!making && inputs.provenance !== 'none') {
        ports.log.info('No provenance is attached: this run did not build the image.');
    }
    const provenance = making ? inputs.provenance : 'none';
    if (sbom.length === 0 && provenance === 'none')
        return [];
    const build = making ?? { builder: 'unknown', revision: revision ?? identity.revision };
    const options = { ...common(registry, identity, inputs), sbom, provenance, build, to: registry };
    return await attest(store, image.digest, options, ports);
}
/** Attaches a provenance to an index; those who built its images have attested them. */
async function attestIndex({ image, revision }, registry, identity, inputs, ports) {
    if (inputs.provenance === 'none')
        return [];
    const build = { builder: 'merge', revision: revision ?? identity.revision };
    const options = {
        ...{ ...common(registry, identity, inputs), sbom: [], provenance: inputs.provenance, build },
        topOnly: true,
    };
    return await attest(registry, image.digest, options, ports);
}
/** Loaded only when there is something to attach: it would make each start slower. */
const attest = async (...args) => {
    const { attestImage } = await Promise.all(/* import() */[__nccwpck_require__.e(91), __nccwpck_require__.e(122)]).then(__nccwpck_require__.bind(__nccwpck_require__, 34122));
    return await attestImage(...args);
};
const formats = ({ sbom }) => sbom.filter((format) => format !== 'none').filter((format, i, all) => all.indexOf(format) === i);
function common(registry, identity, { token }) {
    const { repository } = registry.client.place;
    return { name: repository, repository, token, created: identity.created };
}

;// CONCATENATED MODULE: ./.build/packages/image/builders/command.js

/** How long a builder may tidy up when the job is cancelled, in ms: the runner kills all after ten seconds. */
const GRACE = 7_000;
/** Runs the tools of one builder for one request: quiet questions and builds whose log is shown as it comes. */
class BuilderCommands {
    #ports;
    #redactor = new runtime/* Redactor */.pO();
    constructor(ports, { secrets = {} } = {}) {
        this.#ports = ports;
        for (const value of Object.values(secrets))
            this.#redactor.add(value);
    }
    /** Throws CommandError, its text redacted: it may end up where nobody else does that. */
    async run(command, args, options = {}) {
        const { exec, signal } = this.#ports;
        signal.throwIfAborted();
        try {
            return await exec.run(command, args, { signal, grace: GRACE, ...options });
        }
        catch (error) {
            if (!(error instanceof runtime/* CommandError */.Qd))
                throw error;
            throw this.#redacted(error);
        }
    }
    /** As `run`, and each whole line of the log is shown. */
    async build(command, args, options = {}) {
        const { log } = this.#ports;
        const open = { stdout: '', stderr: '' };
        const show = (line) => log.info(this.#redactor.redact(line));
        const onOutput = (chunk, stream) => {
            // By whole lines: half a secret is not recognised.
            const lines = (open[stream] + chunk).split(/\r?\n/);
            open[stream] = lines.pop() ?? '';
            for (const line of lines)
                show(line);
        };
        try {
            return await this.run(command, args, { ...options, onOutput });
        }
        finally {
            for (const rest of Object.values(open))
                if (rest)
                    show(rest);
        }
    }
    #redacted({ argv, exitCode, stderr, mend, where }) {
        const hide = (text) => this.#redactor.redact(text);
        return new runtime/* CommandError */.Qd(argv.map(hide), exitCode, hide(stderr), {
            ...(mend ? { mend } : {}),
            ...(where ? { where } : {}),
        });
    }
}

;// CONCATENATED MODULE: ./.build/packages/image/builders/dockerfile.js




/** Finds the Dockerfile and the target in it, before anything is started. Throws UserError. */
async function readDockerfile({ context, build }) {
    const path = (0,external_node_path_.resolve)(context, build.dockerfile ?? 'Dockerfile');
    const text = await (0,promises_.readFile)(path, 'utf8').catch((error) => {
        throw new runtime/* UserError */.yo(error.code === 'ENOENT' ? 'there is no Dockerfile' : `the Dockerfile cannot be read: ${error.message}`, {
            where: path,
            mend: 'set image.build.dockerfile, relative to the context, or list image.build.files to build without one',
            cause: error,
        });
    });
    const stages = stagesOf(text, build.args ?? {});
    const target = build.target === undefined ? stages.length - 1 : indexOfStage(stages, build.target);
    if (target < 0)
        throw unknownTarget(path, build.target, stages);
    const known = hasFrontend(text) ? undefined : chainOf(stages, target, build.contexts ?? {});
    return {
        path,
        fromScratch: known !== undefined && known.base === 'scratch',
        instructions: known?.instructions,
    };
}
function unknownTarget(path, target, stages) {
    if (target === undefined) {
        return new runtime/* UserError */.yo('the Dockerfile has no FROM', { where: path, mend: 'start it with FROM <image>' });
    }
    const names = stages.flatMap(({ name }) => name ?? []);
    return new runtime/* UserError */.yo(`the Dockerfile has no stage "${target}".${(0,schema/* didYouMean */.au)(target, names)}`, {
        where: path,
        mend: names.length ? `use one of: ${names.join(', ')}` : 'name the stage: FROM <image> AS <name>',
    });
}
/** By name, without case, or by number from 0. */
function indexOfStage(stages, wanted, before = stages.length) {
    const known = stages.slice(0, before);
    const named = known.findLastIndex(({ name }) => name === wanted.toLowerCase());
    return named < 0 && /^\d+$/.test(wanted) && Number(wanted) < known.length ? Number(wanted) : named;
}
/** From the base to the target. undefined when a named context takes the place of one of the stages. */
function chainOf(stages, target, contexts) {
    const stage = stages[target];
    const replaced = (name) => name !== undefined && Object.hasOwn(contexts, name);
    if (!stage || replaced(stage.name))
        return undefined;
    const { from, instructions } = stage;
    if (replaced(from))
        return { base: undefined, instructions };
    const earlier = from === undefined ? -1 : indexOfStage(stages, from, target);
    if (earlier < 0)
        return { base: from, instructions };
    const below = chainOf(stages, earlier, contexts);
    return below && { base: below.base, instructions: [...below.instructions, ...instructions] };
}
/** Another frontend than Docker's own may give the instructions another meaning. */
function hasFrontend(text) {
    const syntax = /^\s*#\s*syntax\s*=\s*(\S+)/im.exec(text)?.[1];
    return syntax !== undefined && !/^(docker\.io\/)?docker\/dockerfile(:|@|$)/.test(syntax);
}
function stagesOf(text, args) {
    const known = new Map();
    const stages = [];
    for (const [instruction, rest] of instructionsOf(text)) {
        if (instruction === 'ARG' && stages.length === 0) {
            const [, name = '', , value] = /^(\w+)(=(.*))?$/.exec(rest) ?? [];
            const given = Object.hasOwn(args, name) ? args[name] : value?.replace(/^(["'])(.*)\1$/, '$2');
            if (given !== undefined)
                known.set(name, given);
        }
        if (instruction !== 'FROM') {
            stages.at(-1)?.instructions.push(instruction);
            continue;
        }
        const words = rest.split(/\s+/).filter((word) => !word.startsWith('--'));
        const name = words[1]?.toUpperCase() === 'AS' ? words[2]?.toLowerCase() : undefined;
        stages.push({ name, from: fillIn(words[0] ?? '', known), instructions: [] });
    }
    return stages;
}
/** `${NAME}`, `$NAME` and `${NAME:-default}`; undefined for what is not known or written otherwise. */
function fillIn(word, known) {
    let unknown = false;
    const filled = word.replace(/\$(?:\{(\w+)(?::-([^}]*))?\}|(\w+))/g, (_, braced, fallback, bare) => {
        const value = known.get(braced ?? bare ?? '') || fallback;
        if (value === undefined)
            unknown = true;
        return value ?? '';
    });
    return unknown || filled.includes('$') || filled === '' ? undefined : filled;
}
/** Instructions in upper case with what follows, lines joined, comments and here-documents left out. */
function* instructionsOf(text) {
    const escapeCharacter = /^\s*#\s*escape\s*=\s*`/im.test(text) ? '`' : '\\';
    let joined = '';
    let until;
    for (const line of text.split(/\r?\n/)) {
        if (until !== undefined) {
            if (line.trim() === until)
                until = undefined;
            continue;
        }
        if (/^\s*(#|$)/.test(line))
            continue;
        const open = line.trimEnd().endsWith(escapeCharacter);
        joined += open ? `${line.trimEnd().slice(0, -1)} ` : line;
        if (open)
            continue;
        const [, instruction = '', rest = ''] = /^\s*(\w+)\s+(.*)$/.exec(joined) ?? [];
        joined = '';
        if (/^(RUN|COPY|ADD)$/i.test(instruction))
            until = /<<-?\s*(["']?)(\w+)\1/.exec(rest)?.[2];
        yield [instruction.toUpperCase(), rest.trim()];
    }
}
/** The named contexts as arguments; folders are relative to the context. */
function contextArguments({ context, build }) {
    const absolute = (source) => {
        const layout = /^oci-layout:\/\/(.*)$/.exec(source)?.[1];
        if (layout !== undefined)
            return `oci-layout://${(0,external_node_path_.resolve)(context, layout)}`;
        return /^[a-z][a-z0-9+.-]*:\/\/|^git@/.test(source) ? source : (0,external_node_path_.resolve)(context, source);
    };
    return Object.entries(build.contexts ?? {}).flatMap(([name, source]) => [
        '--build-context',
        `${name}=${absolute(source)}`,
    ]);
}

;// CONCATENATED MODULE: ./.build/packages/image/builders/leaks.js


/** A shorter value is in many files by chance. */
const LEAST = 8;
/** The secrets of a request that can be looked for. Says in the log which cannot. */
function needlesOf({ build, secrets = {} }, log) {
    const needles = [];
    for (const id of new Set(build.secrets ?? [])) {
        const bytes = Buffer.from((secrets[id] ?? '').trim());
        if (bytes.length >= LEAST)
            needles.push({ id, bytes });
        else
            log.info(`The secret "${id}" is too short to be looked for in the image.`);
    }
    return needles;
}
/**
 * Looks for the values in the config (with its history and environment) and in every file of every layer.
 * UserError that names the secret and the place: an image with a secret in it is not kept.
 */
async function refuseLeaks(from, { layers }, config, needles, signal) {
    if (needles.length === 0)
        return;
    const inConfig = needles.find(({ bytes }) => config.bytes.includes(jsonText(bytes)));
    if (inConfig)
        throw leaked(inConfig, 'its environment, labels or history');
    for (const [i, layer] of layers.entries()) {
        const diffId = config.document.rootfs.diff_ids[i] ?? '';
        const look = async ({ name, type }, content) => {
            const found = await search(content, needles);
            if (found)
                throw leaked(found, `the ${type === 'file' ? 'file' : 'entry'} /${name}`);
        };
        await (0,layer_entries/* readLayer */.w)(from, layer, diffId, look, signal);
    }
}
/** A value as it stands in a JSON document. */
const jsonText = (bytes) => JSON.stringify(bytes.toString()).slice(1, -1);
/** Reads to the end, also when something was found: the entries of an archive come one after the other. */
async function search(content, needles) {
    const keep = Math.max(...needles.map(({ bytes }) => bytes.length)) - 1;
    let rest = Buffer.alloc(0);
    let found;
    for await (const chunk of content) {
        if (found)
            continue;
        const window = Buffer.concat([rest, chunk]);
        found = needles.find(({ bytes }) => window.includes(bytes));
        rest = window.subarray(Math.max(0, window.length - keep));
    }
    return found;
}
function leaked({ id }, place) {
    return new runtime/* UserError */.yo(`the build secret "${id}" is in the image, in ${place}`, {
        where: 'image.build.secrets',
        mend: 'mount it (RUN --mount=type=secret) and keep no copy of it, nor of a file that holds it; the builder has it in its cache, so replace the secret when that cache is shared',
    });
}

;// CONCATENATED MODULE: ./.build/packages/image/builders/clamp.js

const BLOCK = 512;
/** Larger than any extended header that only names and times need. */
const PAX_LIMIT = 1024 * 1024;
/** The archive has something that is not understood well enough to change it. */
class UnknownArchive extends Error {
}
/**
 * Passes a tar on and sets times after `latest` (seconds since 1970) to it, in place: every other byte, names,
 * owners and extended attributes among them, stays as it is. Ends with UnknownArchive on what it does not know.
 */
class TarClamp extends external_node_stream_.Transform {
    #latest;
    #block = Buffer.alloc(0);
    /** Bytes of content that pass unread. */
    #pass = 0;
    /** Size of the extended header whose content is collected. */
    #pax = 0;
    #nextSize;
    /** How many times were changed. */
    changed = 0;
    constructor(latest) {
        super();
        this.#latest = latest;
    }
    _transform(chunk, _, done) {
        try {
            let rest = chunk;
            while (rest.length > 0)
                rest = this.#take(rest);
            done();
        }
        catch (error) {
            done(error);
        }
    }
    _flush(done) {
        done(this.#pass || this.#block.length ? new UnknownArchive('the archive ends too early') : undefined);
    }
    /** Returns what is left of the chunk. */
    #take(chunk) {
        if (this.#pass > 0) {
            const passed = chunk.subarray(0, this.#pass);
            this.#pass -= passed.length;
            this.push(passed);
            return chunk.subarray(passed.length);
        }
        const wanted = padded(this.#pax) || BLOCK;
        const taken = chunk.subarray(0, wanted - this.#block.length);
        this.#block = Buffer.concat([this.#block, taken]);
        if (this.#block.length === wanted) {
            const block = this.#block;
            this.#block = Buffer.alloc(0);
            if (this.#pax)
                this.#extended(block);
            else
                this.#header(block);
            this.push(block);
        }
        return chunk.subarray(taken.length);
    }
    #header(block) {
        if (block.every((byte) => byte === 0))
            return;
        if (checksumOf(block) !== readNumber(block, 148, 8))
            throw new UnknownArchive('a header is damaged');
        const type = String.fromCharCode(block[156] || 0x30);
        if (!'01234567xgLK'.includes(type))
            throw new UnknownArchive(`entries of type ${type}`);
        const size = this.#nextSize ?? readNumber(block, 124, 12);
        if (type === 'x') {
            if (size === 0 || size > PAX_LIMIT)
                throw new UnknownArchive(`an extended header of ${size} bytes`);
            this.#pax = size;
            return;
        }
        // Links, devices and folders have no content, whatever their size says.
        this.#pass = '07gLK'.includes(type) ? padded(size) : 0;
        if ('gLK'.includes(type))
            return;
        this.#nextSize = undefined;
        if (readNumber(block, 136, 12) <= this.#latest)
            return;
        this.changed++;
        writeOctal(block, this.#latest, 136, 11);
        writeOctal(block, checksumOf(block), 148, 6);
    }
    /** Records are `<length> <key>=<value>\n`; the length counts itself, so a new value is as long as the old. */
    #extended(content) {
        for (let at = 0; at < this.#pax;) {
            const text = content.toString('latin1', at, this.#pax);
            const [head = '', digits = '', key = ''] = /^(\d+) ([^=]+)=/.exec(text) ?? [];
            const length = Number(digits);
            if (length <= head.length || at + length > this.#pax)
                throw new UnknownArchive('a damaged record');
            const value = text.slice(head.length, length - 1);
            if (key === 'size')
                this.#nextSize = Number(value);
            if (/^[mac]time$/.test(key) && Number(value) > this.#latest) {
                const whole = String(this.#latest);
                const clamped = whole.length === value.length ? whole : `${whole}.`.padEnd(value.length, '0');
                if (clamped.length !== value.length)
                    throw new UnknownArchive(`the time ${value}`);
                content.write(clamped, at + head.length, 'latin1');
                this.changed++;
            }
            at += length;
        }
        this.#pax = 0;
    }
}
const padded = (size) => Math.ceil(size / BLOCK) * BLOCK;
/** The sum of a header's bytes, its own field taken as spaces. */
function checksumOf(block) {
    return block.reduce((sum, byte, i) => sum + (i >= 148 && i < 156 ? 0x20 : byte), 0);
}
/** Octal text, or a binary number with the highest bit set. */
function readNumber(block, from, length) {
    const first = block[from] ?? 0;
    if (first === 0x80)
        return Number(block.readBigUInt64BE(from + length - 8));
    const text = block
        .toString('latin1', from, from + length)
        .replace(/[\0 ]+$/, '')
        .trim();
    if (!/^[0-7]*$/.test(text))
        throw new UnknownArchive(`the number "${text}"`);
    return text === '' ? 0 : Number.parseInt(text, 8);
}
function writeOctal(block, value, at, digits) {
    block.write(`${value.toString(8).padStart(digits, '0')}\0`, at, 'latin1');
}

;// CONCATENATED MODULE: ./.build/packages/image/builders/own-times.js






/**
 * The indexes of the layers that these instructions of a Dockerfile have made, told by the history: its last
 * entries are those of the instructions, one by one. undefined when they are not: then nothing is known.
 */
function ownLayers({ config }, instructions) {
    const { history = [], rootfs } = config.document;
    const from = history.length - instructions.length;
    const made = history.flatMap((step, i) => (step.empty_layer ? [] : [i]));
    const matches = instructions.every((word, i) => String(history[from + i]?.created_by ?? '').startsWith(`${word} `));
    if (from < 0 || !matches || made.length !== rootfs.diff_ids.length)
        return undefined;
    return made.flatMap((step, layer) => (step >= from ? [layer] : []));
}
/**
 * The image with no file time after `latest` in its own layers; the layers of its base stay as they are. A
 * layer in which nothing is later stays too, and one that is not understood.
 */
async function withOwnTimes(store, image, own, latest, signal) {
    const layers = [...image.manifest.layers];
    const diffIds = [...image.config.document.rootfs.diff_ids];
    for (const i of own) {
        const layer = layers[i];
        const clamped = layer && (await clampLayer(store, layer, latest, signal));
        if (!clamped)
            continue;
        layers[i] = clamped.layer;
        diffIds[i] = clamped.diffId;
    }
    const document = { ...image.config.document, rootfs: { type: 'layers', diff_ids: diffIds } };
    const bytes = Buffer.from(JSON.stringify(document));
    const { digest, size } = await store.write(own_times_once(bytes));
    const config = { mediaType: types/* MEDIA_TYPES */.Z.config, digest, size };
    return { manifest: { ...image.manifest, config, layers }, config: { bytes, document } };
}
async function clampLayer(store, { digest, mediaType }, latest, signal) {
    const type = (0,layer_entries/* ociLayerType */.B)(mediaType);
    if (type !== types/* MEDIA_TYPES */.Z.layerGzip && type !== types/* MEDIA_TYPES */.Z.layer)
        return undefined;
    const clamp = new TarClamp(latest);
    const tap = new verify/* DigestTap */.Ey();
    const zipped = (0,external_node_zlib_.createGzip)({ level: 6 });
    const unzip = type === types/* MEDIA_TYPES */.Z.layerGzip ? [(0,external_node_zlib_.createGunzip)()] : [];
    const flow = (0,external_node_stream_promises_.pipeline)([await store.read(digest), ...unzip, clamp, tap, zipped], { signal });
    const [written, flown] = await Promise.allSettled([store.write(zipped), flow]);
    if (signal.aborted)
        throw signal.reason;
    if (flown.status === 'rejected') {
        if (flown.reason instanceof UnknownArchive)
            return undefined;
        throw flown.reason;
    }
    if (written.status === 'rejected')
        throw written.reason;
    if (clamp.changed === 0)
        return undefined;
    const layer = { mediaType: types/* MEDIA_TYPES */.Z.layerGzip, digest: written.value.digest, size: written.value.size };
    return { layer, diffId: tap.digest() };
}
async function* own_times_once(bytes) {
    yield bytes;
}

;// CONCATENATED MODULE: ./.build/packages/image/builders/import-image.js











/**
 * Takes what a builder left in an OCI layout of its own into the store of the request: layers, configs,
 * manifests, index, tag. Layers and configs keep their bytes; the manifests are written anew with the
 * annotations of the image, so that every builder's image says the same about itself. Entries that are no
 * image (a builder's own attestations) stay behind. UserError when a platform is missing, or when a
 * secret of the build is in the image.
 *
 * With the `instructions` of the Dockerfile, the files of the layers they made get no time after the commit's.
 */
async function importImage(folder, request, { log, signal }, instructions) {
    const from = await createLayout(folder);
    const [top, ...others] = await from.list();
    if (!top || others.length)
        throw new runtime/* InternalError */.Gd(`the builder left ${others.length} images too many`);
    const manifests = await import_image_imagesOf(from, top);
    const own = async (image) => {
        const layers = instructions && ownLayers(image, instructions);
        if (instructions && !layers)
            log.info("Which layers are the base's is not known: file times stay as they are.");
        return layers ? await withOwnTimes(from, image, layers, request.identity.created, signal) : image;
    };
    const found = [];
    for (const manifest of manifests)
        found.push(await own(await readImage(from, manifest)));
    const needles = needlesOf(request, log);
    // All of them before the first is kept.
    for (const { manifest, config } of found)
        await refuseLeaks(from, manifest, config, needles, signal);
    const images = [];
    for (const image of found)
        images.push(await importManifest(from, image, request));
    const ordered = inOrder(images, request.build.platforms.map(parsePlatform));
    const [first] = ordered;
    const whole = ordered.length === 1 && first ? first : await writeIndex(ordered, request);
    return await finish(whole, ordered, request);
}
async function finish({ descriptor, existed }, images, { identity, store }) {
    const before = await store.tag(identity.version, descriptor);
    const layers = new Map(images.flatMap((image) => image.layers).map((layer) => [layer.digest, layer]));
    return {
        reference: store.reference(descriptor.digest),
        digest: descriptor.digest,
        size: [...layers.values()].reduce((sum, { size }) => sum + size, 0),
        layers: [...layers.values()],
        platforms: images.map(({ descriptor }) => ({
            platform: showPlatform(descriptor.platform),
            digest: descriptor.digest,
        })),
        existed,
        replaced: before === descriptor.digest ? undefined : before,
    };
}
async function import_image_imagesOf(from, entry) {
    const bytes = await (0,verify/* readBlob */.gm)(from, entry);
    const where = from.reference(entry.digest);
    if (!(0,image_document/* looksLikeIndex */.s)(bytes, where))
        return [entry];
    const { manifests } = (0,image_document/* readDocument */.u)('index', bytes, where);
    return manifests.filter(({ platform }) => platform?.os !== 'unknown');
}
async function readImage(from, entry) {
    const where = from.reference(entry.digest);
    const manifest = (0,image_document/* readDocument */.u)('manifest', await (0,verify/* readBlob */.gm)(from, entry), where);
    const bytes = await (0,verify/* readBlob */.gm)(from, manifest.config);
    return { manifest, config: { bytes, document: (0,image_document/* readDocument */.u)('config', bytes, where) } };
}
async function importManifest(from, { manifest, config }, { store, identity }) {
    const made = (config.document.history ?? []).filter((step) => !step.empty_layer);
    const layers = [];
    for (const [i, layer] of manifest.layers.entries()) {
        const { existed } = await copy(from, store, layer);
        const what = String(made[i]?.created_by ?? 'layer').replace(/\s+/g, ' ');
        layers.push({ what: what.slice(0, 100), digest: layer.digest, size: layer.size, existed });
    }
    await write(store, config.bytes);
    const written = await write(store, json(ownManifest(manifest, annotationsOf(identity))));
    const { os, architecture, variant } = config.document;
    const platform = { architecture, os, ...(variant ? { variant } : {}) };
    const descriptor = {
        mediaType: types/* MEDIA_TYPES */.Z.manifest,
        digest: written.digest,
        size: written.size,
        platform,
    };
    return { descriptor, existed: written.existed, layers };
}
function ownManifest({ config, layers }, annotations) {
    return {
        schemaVersion: 2,
        mediaType: types/* MEDIA_TYPES */.Z.manifest,
        config: { mediaType: types/* MEDIA_TYPES */.Z.config, digest: config.digest, size: config.size },
        layers: layers.map(({ mediaType, digest, size }) => ({
            mediaType: (0,layer_entries/* ociLayerType */.B)(mediaType),
            digest,
            size,
        })),
        annotations,
    };
}
/** The platforms of the request that a builder's layout lacks. */
async function missingPlatforms(folder, { build }) {
    const from = await openLayout(folder);
    const made = [];
    for (const entry of await from.list()) {
        for (const image of await import_image_imagesOf(from, entry))
            made.push((await inspectIn(from, image.digest)).config);
    }
    return build.platforms.filter((text) => !made.some((platform) => samePlatform(platform, parsePlatform(text))));
}
function inOrder(images, wanted) {
    return wanted.map((platform) => {
        const found = images.find(({ descriptor }) => samePlatform(descriptor.platform, platform));
        if (found)
            return found;
        throw new runtime/* UserError */.yo(`the builder made no image for ${showPlatform(platform)}`, {
            where: 'image.build.platforms',
            mend: `it made: ${images.map(({ descriptor }) => showPlatform(descriptor.platform)).join(', ') || 'none'}`,
        });
    });
}
async function writeIndex(images, { store, identity }) {
    const index = {
        schemaVersion: 2,
        mediaType: types/* MEDIA_TYPES */.Z.index,
        manifests: images.map(({ descriptor }) => descriptor),
        annotations: annotationsOf(identity),
    };
    const { digest, size, existed } = await write(store, json(index));
    return { descriptor: { mediaType: types/* MEDIA_TYPES */.Z.index, digest, size }, existed };
}
async function copy(from, to, blob) {
    // Written even when a blob of this name and size is there: the store mends a damaged one.
    const written = await to.write(await from.read(blob.digest));
    if (written.digest === blob.digest)
        return written;
    throw new runtime/* InternalError */.Gd(`the builder's blob ${blob.digest} has the digest ${written.digest}`);
}
const json = (document) => Buffer.from(JSON.stringify(document));
const write = (store, bytes) => store.write((async function* () {
    yield bytes;
})());

;// CONCATENATED MODULE: ./.build/packages/image/builders/labels.js

/** `--label` of each label: those of the section and those of the identity, which win. */
function labelArguments({ build, identity }) {
    const labels = sorted({ ...build.labels, ...annotationsOf(identity) });
    return Object.entries(labels).flatMap(([key, value]) => ['--label', `${key}=${value}`]);
}

;// CONCATENATED MODULE: ./.build/packages/image/builders/scratch-folder.js



/** A folder only this user can read, gone when the body ends in whatever way. */
async function withScratchFolder({ context }, body) {
    // mkdtemp makes it with mode 0700.
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)(context.temp, 'fairway-build-'));
    try {
        return await body(folder);
    }
    finally {
        // A build that was ended may still close its last file.
        await (0,promises_.rm)(folder, { recursive: true, force: true, maxRetries: 5 });
    }
}
/**
 * Writes each secret that the build section names into a file of its own and masks its value. Returns the
 * arguments that name the files: a value is never in the arguments or the environment of a child.
 */
async function secretArguments({ build, secrets = {} }, folder, { mask }) {
    const args = [];
    for (const [i, id] of [...new Set(build.secrets ?? [])].entries()) {
        const value = Object.hasOwn(secrets, id) ? secrets[id] : undefined;
        if (!value) {
            throw new runtime/* UserError */.yo(`the build secret "${id}" has no value`, {
                where: 'image.build.secrets',
                mend: `give it to the action: with: { secrets: "${id}=\${{ secrets.NAME }}" }`,
            });
        }
        mask(value);
        const file = (0,external_node_path_.join)(folder, `secret-${i}`);
        await (0,promises_.writeFile)(file, value, { mode: 0o600, flag: 'wx' });
        args.push('--secret', `id=${id},src=${file}`);
    }
    return args;
}

;// CONCATENATED MODULE: ./.build/packages/image/buildah/index.js









/** Buildah: a Dockerfile without a daemon. Its layers stay in the user's storage as the cache of later builds. */
const buildah = {
    name: 'buildah',
    async missing(ports) {
        try {
            await new BuilderCommands(ports).run('buildah', ['--version']);
            return undefined;
        }
        catch (error) {
            if (error instanceof runtime/* UserError */.yo && !ports.signal.aborted) {
                return { why: 'there is no buildah command', mend: 'install buildah' };
            }
            if (!(error instanceof runtime/* CommandError */.Qd))
                throw error;
            const [why = 'buildah --version failed'] = error.stderr.trim().split('\n').slice(-1);
            return { why, mend: 'repair the installation of buildah' };
        }
    },
    async build(request, ports) {
        const { path } = await readDockerfile(request);
        const options = [...requestArguments(request), '--file', path];
        return await withScratchFolder(ports, async (folder) => {
            const commands = new BuilderCommands(ports, request);
            const args = [...options, ...(await secretArguments(request, folder, ports))];
            const build = { commands, folder, request, exec: ports.exec };
            const layout = await buildLayout(args, build, 'cached');
            const missing = await missingPlatforms(layout, request);
            if (missing.length === 0)
                return await importImage(layout, request, ports);
            // Its cache does not tell platforms apart where the base is scratch.
            ports.log.info(`Buildah's cache holds layers of another platform: built again for ${missing.join(', ')}`);
            return await importImage(await buildLayout(['--no-cache', ...args], build, 'anew'), request, ports);
        });
    },
};
function requestArguments(request) {
    const { build, identity } = request;
    const each = (flag, values = []) => values.flatMap((value) => [flag, value]);
    const layouts = Object.entries(build.contexts ?? {}).filter(([, source]) => source.startsWith('oci-layout://'));
    if (layouts.length) {
        throw new runtime/* UserError */.yo(`buildah takes no OCI layout as a named context: "${layouts[0]?.[0]}"`, {
            where: 'image.build.contexts',
            mend: 'use docker-image://<image>, or build with buildx',
        });
    }
    return [
        ...['--isolation', 'chroot', '--layers', '--force-rm', '--format', 'oci', '--identity-label=false'],
        // Of config, history and the files of own layers; those of the base stay as they are.
        ...['--timestamp', String(identity.created)],
        ...['--platform', build.platforms.join(',')],
        ...(build.target ? ['--target', build.target] : []),
        ...each('--build-arg', Object.entries(build.args ?? {}).map(([name, value]) => `${name}=${value}`)),
        ...contextArguments(request),
        ...each('--ssh', build.ssh),
        ...each('--cache-from', (build.cacheFrom ?? []).map(cacheRepository)),
        ...each('--cache-to', (build.cacheTo ?? []).map(cacheRepository)),
        ...labelArguments(request),
    ];
}
/** Buildah caches in registries alone: `type=registry,ref=<repository>` or the repository. */
function cacheRepository(cache) {
    const ref = /^type=registry,(?:.*,)?ref=([^,]+)/.exec(cache)?.[1] ?? cache;
    if (!ref.startsWith('type='))
        return ref;
    throw new runtime/* UserError */.yo(`buildah has no cache of this kind: "${cache}"`, {
        where: 'image.build.cache-from, image.build.cache-to',
        mend: 'use type=registry,ref=<repository>, or build with buildx',
    });
}
/** Returns the folder of the layout: one image, or one index. */
async function buildLayout(args, build, name) {
    const layout = (0,external_node_path_.join)(build.folder, name);
    if (build.request.build.platforms.length > 1)
        await buildList(args, build, layout);
    else
        await buildOne(args, build, layout);
    return layout;
}
async function buildOne(args, { commands, folder, request: { context } }, layout) {
    // By id, without a name: a name would have to be removed, and the cached layers with it.
    const idFile = (0,external_node_path_.join)(folder, 'id');
    await commands.build('buildah', ['build', ...args, '--iidfile', idFile, context], { cwd: context });
    const id = (await (0,promises_.readFile)(idFile, 'utf8')).trim().replace(/^sha256:/, '');
    await commands.run('buildah', ['push', '--quiet', '--format', 'oci', id, `oci:${layout}:built`]);
}
async function buildList(args, { commands, exec, request: { context } }, layout) {
    const name = `localhost/fairway-build-${(0,external_node_crypto_.randomBytes)(8).toString('hex')}`;
    try {
        await commands.build('buildah', ['build', ...args, '--manifest', name, context], { cwd: context });
        const push = ['manifest', 'push', '--quiet', '--all', '--format', 'oci', name, `oci:${layout}:built`];
        await commands.run('buildah', push);
    }
    finally {
        // The list alone, also after a cancellation; a build that failed early has made none.
        await exec.run('buildah', ['manifest', 'rm', name], { okCodes: [0, 1, 125] });
    }
}

;// CONCATENATED MODULE: ./.build/packages/image/buildx/engine.js


/** What `docker buildx` would build with, or why it cannot. */
async function findEngine(ports) {
    const commands = new BuilderCommands(ports);
    try {
        const { stdout } = await commands.run('docker', ['buildx', 'inspect']);
        const failure = /^Error:\s*(.+)$/m.exec(stdout)?.[1];
        if (failure)
            return { why: failure.trim(), mend: 'start the Docker engine, or set DOCKER_HOST to one that runs' };
        const driver = /^Driver:\s*(\S+)/m.exec(stdout)?.[1] ?? '';
        return { driver, exportsLayouts: driver !== 'docker' || (await hasContainerdStore(commands)) };
    }
    catch (error) {
        if (error instanceof runtime/* UserError */.yo && !ports.signal.aborted) {
            return { why: 'there is no docker command', mend: 'install the Docker CLI with its buildx plugin' };
        }
        if (!(error instanceof runtime/* CommandError */.Qd))
            throw error;
        if (/not a docker command|unknown (command|flag)|unknown shorthand/.test(error.stderr)) {
            return {
                why: 'the docker command has no buildx plugin',
                mend: 'install the plugin (package docker-buildx or docker-buildx-plugin)',
            };
        }
        const [why = 'docker buildx inspect failed'] = error.stderr.trim().split('\n').slice(-1);
        return { why, mend: 'choose a builder that exists: docker buildx use <name>' };
    }
}
async function hasContainerdStore(commands) {
    const { stdout } = await commands.run('docker', ['info', '--format', '{{json .DriverStatus}}']);
    return stdout.includes('io.containerd.snapshotter');
}

;// CONCATENATED MODULE: ./.build/packages/image/buildx/saved.js









/**
 * Makes an OCI layout with one image of what `docker image save` wrote. The layers are compressed here, with
 * a fixed level; the config, and with it the image's id, stays as the engine made it.
 */
async function layoutOfSaved(archive, work, layout) {
    const links = await unpack(archive, work);
    const open = (name) => (0,external_node_fs_.createReadStream)((0,external_node_path_.join)(work, links.get(name) ?? name));
    const [image, ...others] = JSON.parse(await (0,promises_.readFile)((0,external_node_path_.join)(work, 'manifest.json'), 'utf8'));
    if (!image || others.length)
        throw new runtime/* InternalError */.Gd('the engine saved not exactly one image');
    const store = await createLayout(layout);
    const config = await put(store, types/* MEDIA_TYPES */.Z.config, open(image.Config));
    const layers = [];
    for (const name of image.Layers) {
        layers.push(await put(store, types/* MEDIA_TYPES */.Z.layerGzip, open(name).pipe((0,external_node_zlib_.createGzip)({ level: 6 }))));
    }
    const manifest = { schemaVersion: 2, mediaType: types/* MEDIA_TYPES */.Z.manifest, config, layers };
    const bytes = Buffer.from(JSON.stringify(manifest));
    await store.tag('saved', await put(store, types/* MEDIA_TYPES */.Z.manifest, [bytes]));
}
async function put(store, mediaType, content) {
    const { digest, size } = await store.write((async function* () {
        yield* content;
    })());
    return { mediaType, digest, size };
}
/** Older engines write a layer once and link to it: returns where the links lead. */
async function unpack(archive, folder) {
    const links = new Map();
    const entries = (0,tar_stream.extract)();
    const reading = (0,external_node_stream_promises_.pipeline)((0,external_node_fs_.createReadStream)(archive), entries);
    for await (const entry of entries) {
        const name = external_node_path_.posix.normalize(entry.header.name);
        if (name.startsWith('/') || name.startsWith('..'))
            throw new runtime/* InternalError */.Gd(`${name} leaves the archive`);
        if (entry.header.type === 'symlink') {
            links.set(name, external_node_path_.posix.join(external_node_path_.posix.dirname(name), entry.header.linkname ?? ''));
        }
        if (entry.header.type === 'file') {
            await (0,promises_.mkdir)((0,external_node_path_.dirname)((0,external_node_path_.join)(folder, name)), { recursive: true });
            await (0,external_node_stream_promises_.pipeline)(entry, (0,external_node_fs_.createWriteStream)((0,external_node_path_.join)(folder, name), { mode: 0o600 }));
        }
        else
            entry.resume();
    }
    await reading;
    return links;
}

;// CONCATENATED MODULE: ./.build/packages/image/buildx/index.js












/** Docker's BuildKit, through the client's plugin: with the engine's own, or with one that buildx was given. */
const buildx = {
    name: 'buildx',
    async missing(ports) {
        const engine = await findEngine(ports);
        return 'why' in engine ? engine : undefined;
    },
    async build(request, ports) {
        const { path, fromScratch, instructions } = await readDockerfile(request);
        const engine = await findEngine(ports);
        if ('why' in engine) {
            throw new runtime/* UserError */.yo(`buildx cannot be used here: ${engine.why}`, { mend: engine.mend });
        }
        return await withScratchFolder(ports, async (folder) => {
            const commands = new BuilderCommands(ports, request);
            const args = [
                ...['buildx', 'build', '--progress', 'plain', '--file', path],
                // Attestations are made elsewhere: BuildKit's own would be entries of an unknown platform.
                ...['--provenance=false', '--sbom=false'],
                ...buildx_requestArguments(request),
                ...(await secretArguments(request, folder, ports)),
            ];
            const build = { commands, args, folder, request };
            if (!engine.exportsLayouts) {
                await buildAndSave(build, ports);
                return await importImage((0,external_node_path_.join)(folder, 'layout'), request, ports, instructions);
            }
            await buildx_buildLayout(build, fromScratch);
            // BuildKit rewrites the layers of a base too, or did so for long: it may only where all layers are own.
            return await importImage((0,external_node_path_.join)(folder, 'layout'), request, ports, fromScratch ? undefined : instructions);
        });
    },
};
function buildx_requestArguments(request) {
    const { build } = request;
    const each = (flag, values = []) => values.flatMap((value) => [flag, value]);
    return [
        ...['--platform', build.platforms.join(',')],
        ...(build.target ? ['--target', build.target] : []),
        ...each('--build-arg', Object.entries(build.args ?? {}).map(([name, value]) => `${name}=${value}`)),
        ...contextArguments(request),
        ...each('--ssh', build.ssh),
        ...each('--cache-from', build.cacheFrom),
        ...each('--cache-to', build.cacheTo),
        ...labelArguments(request),
    ];
}
async function buildx_buildLayout({ commands, args, folder, request }, fromScratch) {
    const layout = (0,external_node_path_.join)(folder, 'layout');
    const metadata = (0,external_node_path_.join)(folder, 'metadata.json');
    const rewrite = fromScratch ? ',rewrite-timestamp=true' : '';
    const output = ['--output', `type=oci,dest=${layout},tar=false${rewrite}`, '--metadata-file', metadata];
    await runBuild(commands, [...args, ...output], request);
    const { 'containerimage.digest': built } = JSON.parse(await (0,promises_.readFile)(metadata, 'utf8'));
    const listed = (await (await openLayout(layout)).list()).map(({ digest }) => digest);
    if (!listed.includes(built))
        throw new runtime/* InternalError */.Gd(`buildx says ${built}, its layout has ${listed}`);
}
/** The engine's older image store exports nothing: the image is kept there for a moment and saved. */
async function buildAndSave({ commands, args, folder, request }, ports) {
    if (request.build.platforms.length > 1) {
        throw new runtime/* UserError */.yo('this Docker engine builds one platform at a time', {
            where: 'image.build.platforms',
            mend: 'turn its containerd image store on, create a builder (docker buildx create --use, docker/setup-buildx-action), or build each platform in a job of its own',
        });
    }
    ports.log.info('The engine has no containerd image store: the image is saved from it.');
    const name = `localhost/fairway-build:${(0,external_node_crypto_.randomBytes)(8).toString('hex')}`;
    const archive = (0,external_node_path_.join)(folder, 'saved.tar');
    try {
        await runBuild(commands, [...args, '--load', '--tag', name], request);
        await commands.run('docker', ['image', 'save', '--output', archive, name]);
    }
    finally {
        // Also after a cancellation, so without the signal; when the build failed there is nothing to remove.
        await ports.exec.run('docker', ['image', 'rm', name], { okCodes: [0, 1] });
    }
    const work = (0,external_node_path_.join)(folder, 'saved');
    await (0,promises_.mkdir)(work);
    await layoutOfSaved(archive, work, (0,external_node_path_.join)(folder, 'layout'));
}
async function runBuild(commands, args, { context, identity }) {
    const addEnv = {
        // The time of config and history, and of files where they are rewritten.
        SOURCE_DATE_EPOCH: String(identity.created),
        BUILDX_METADATA_PROVENANCE: 'disabled',
    };
    try {
        await commands.build('docker', [...args, context], { cwd: context, addEnv });
    }
    catch (error) {
        throw explained(error);
    }
}
const EXPLANATIONS = [
    [
        /no match for platform/,
        'the base image lacks a platform of image.build.platforms: remove it or use another base',
    ],
    [
        /exec format error/,
        'this machine cannot run that platform: set QEMU up (docker/setup-qemu-action) or build it on a runner of its own',
    ],
    [/Cannot connect to the Docker daemon/, 'start the Docker engine, or set DOCKER_HOST to one that runs'],
    [
        /[Cc]ache export is not supported|exporting cache.*not supported/,
        'create a builder (docker buildx create --use, docker/setup-buildx-action), or remove image.build.cache-to',
    ],
];
function explained(error) {
    if (!(error instanceof runtime/* CommandError */.Qd))
        return error;
    const mend = EXPLANATIONS.find(([pattern]) => pattern.test(error.stderr))?.[1];
    return mend ? new runtime/* CommandError */.Qd(error.argv, error.exitCode, error.stderr, { mend }) : error;
}

;// CONCATENATED MODULE: ./.build/packages/image/builders/assemble.js

const assemble = {
    name: 'assemble',
    missing: async () => undefined,
    async build({ context, build, identity, store, base }, { signal }) {
        const assembled = assembleImage(context, build, identity, store, signal, base);
        const { layers, ...image } = await assembled.catch((error) => {
            // A stream that is ended says only that it was; the signal says why.
            throw signal.aborted ? signal.reason : error;
        });
        return {
            ...image,
            layers: layers.map(({ from, to, ...layer }) => ({ what: `${from} -> ${to}`, ...layer })),
        };
    },
};

// EXTERNAL MODULE: ./.build/packages/image/builders/section.js
var section = __nccwpck_require__(74170);
// EXTERNAL MODULE: ./.build/packages/image/builders/fields.js
var fields = __nccwpck_require__(36104);
;// CONCATENATED MODULE: ./.build/packages/image/builders/index.js







const BUILDERS = { assemble: assemble, buildx: buildx, buildah: buildah };
/** What `auto` tries for a Dockerfile, in this order. */
const FOR_DOCKERFILES = [buildx, buildah];
/** Takes the builder the section names, or with `auto` the first this machine has. UserError when there is none. */
async function chooseBuilder(build, ports) {
    if (build.builder !== 'auto') {
        const builder = BUILDERS[build.builder];
        const missing = await builder.missing(ports);
        if (!missing)
            return { builder, why: 'named by image.build.builder' };
        throw new runtime/* UserError */.yo(`the builder ${builder.name} cannot be used here: ${missing.why}`, {
            where: 'image.build.builder',
            mend: missing.mend,
        });
    }
    if (!(0,section/* usesDockerfile */.f)(build))
        return { builder: assemble, why: 'image.build.files lists what goes in' };
    const passed = [];
    for (const builder of FOR_DOCKERFILES) {
        const missing = await builder.missing(ports);
        const before = passed.map(({ name, why }) => `; not ${name}: ${why}`).join('');
        if (!missing)
            return { builder, why: `the image comes from a Dockerfile${before}` };
        passed.push({ name: builder.name, ...missing });
    }
    throw new runtime/* UserError */.yo(`nothing on this machine builds a Dockerfile: ${passed.map(({ name, why }) => `${name}: ${why}`).join('; ')}`, { where: 'image.build.builder', mend: passed.map(({ mend }) => mend).join(', or ') });
}
/** Builds the image by the builder of its section, and says which and why. */
async function buildImage(request, ports) {
    const { builder, why } = await chooseBuilder(request.build, ports);
    ports.log.info(`Builder: ${builder.name} (${why})`);
    return { builder: builder.name, ...(await builder.build(request, ports)) };
}

;// CONCATENATED MODULE: ./.build/packages/image/reuse/find.js





const REVISION = 'org.opencontainers.image.revision';
/**
 * The image that a layout lists for this key, when all its blobs are there; undefined when it is damaged:
 * then a build mends it.
 */
async function findInLayout(store, key) {
    try {
        const listed = (await store.list()).find(({ annotations }) => annotations?.[CONTENT_KEY] === key);
        if (!listed || !(await store.has(listed)))
            return undefined;
        const image = { mediaType: listed.mediaType, digest: listed.digest, size: listed.size };
        const top = parse(await (0,verify/* readBlob */.gm)(store, image), store.reference(image.digest));
        const images = 'manifests' in top ? top.manifests : [];
        const manifests = 'manifests' in top ? [] : [top];
        for (const entry of images) {
            manifests.push((0,image_document/* readDocument */.u)('manifest', await (0,verify/* readBlob */.gm)(store, entry), store.reference(entry.digest)));
        }
        const layers = manifests.flatMap((manifest) => manifest.layers);
        const blobs = [...layers, ...manifests.map(({ config }) => config)];
        const there = await Promise.all(blobs.map((blob) => store.has(blob)));
        if (!there.every(Boolean))
            return undefined;
        return {
            image,
            size: sizeOf(layers),
            layers: manifests[0]?.layers ?? [],
            images,
            revision: top.annotations?.[REVISION],
        };
    }
    catch (error) {
        if (error instanceof runtime/* UserError */.yo)
            return undefined;
        throw error;
    }
}
/**
 * The image that a registry has for this key: one request. A repository that may not be read (or is not
 * there yet) has none; whether it may be written to, the push tells.
 */
async function findInRegistry(registry, key, log) {
    const stored = await lookUp(registry, key, log);
    if (!stored)
        return undefined;
    const { bytes, mediaType, digest, size } = stored;
    const top = parse(bytes, registry.reference(digest));
    const said = top.annotations?.[CONTENT_KEY];
    if (said !== undefined && said !== key) {
        log.warning(`${registry.location}: the tag ${keyTag(key)} is on an image of other inputs. It is built.`);
        return undefined;
    }
    const index = 'manifests' in top;
    return {
        image: { mediaType, digest, size },
        bytes,
        size: index ? undefined : sizeOf(top.layers),
        layers: index ? [] : top.layers,
        images: index ? top.manifests : [],
        revision: top.annotations?.[REVISION],
    };
}
async function lookUp(registry, key, log) {
    try {
        return await registry.pullManifest(keyTag(key));
    }
    catch (error) {
        const { cause } = error;
        if (!(error instanceof runtime/* UserError */.yo && cause instanceof RegistryError && cause.status === 403))
            throw error;
        log.info(`Not looked for an earlier build: ${error.message}`);
        return undefined;
    }
}
const parse = (bytes, where) => (0,image_document/* readDocument */.u)((0,image_document/* looksLikeIndex */.s)(bytes, where) ? 'index' : 'manifest', bytes, where);
/** A layer that several platforms share is there once. */
const sizeOf = (layers) => [...new Map(layers.map((layer) => [layer.digest, layer.size])).values()].reduce((sum, n) => sum + n, 0);

;// CONCATENATED MODULE: ./.build/packages/image/reuse/bases.js



/**
 * What the tags of base images point to now: one small request each. A base that is not found, or lies
 * elsewhere than in a registry, is a reason not to reuse: whether it changed cannot be told.
 */
async function baseDigests(names, ports) {
    const digests = {};
    for (const name of new Set(names)) {
        const digest = await bases_digestOf(name, ports);
        if (digest === undefined)
            return { why: `whether the base ${name} has changed cannot be told` };
        digests[name] = digest;
    }
    return { digests };
}
async function bases_digestOf(name, ports) {
    const pinned = /@(sha256:[0-9a-f]{64})$/.exec(name)?.[1];
    if (pinned)
        return pinned;
    const [, repository, tag = 'latest'] = /^(.+?)(?::([\w][\w.-]{0,127}))?$/.exec(name) ?? [];
    if (!repository || /^(oci|oci-archive|docker-daemon|containers-storage):/.test(name))
        return undefined;
    try {
        const registry = await openRegistry({ repository, ports });
        return (await registry.resolve(tag))?.digest;
    }
    catch (error) {
        // The build says what is wrong with its base; here it only cannot be compared.
        if (error instanceof runtime/* UserError */.yo || error instanceof runtime/* RemoteError */.Hi)
            return undefined;
        throw error;
    }
}
/** The images that a Dockerfile starts from; undefined when an argument decides that is not known. */
function basesOf(dockerfile, args) {
    const stages = stagesOf(dockerfile, args);
    const names = [];
    for (const [i, { from }] of stages.entries()) {
        if (from === undefined)
            return undefined;
        const earlier = stages.slice(0, i).some(({ name }) => name === from.toLowerCase());
        if (!earlier && from !== 'scratch')
            names.push(from);
    }
    // COPY --from=image and RUN --mount=from=image take from images too.
    for (const [, from = ''] of dockerfile.matchAll(/(?:--from=|[,=]from=)([^\s,]+)/g)) {
        const stage = stages.some(({ name }) => name === from.toLowerCase()) || /^\d+$/.test(from);
        if (from.includes('$'))
            return undefined;
        if (!stage && from !== 'scratch')
            names.push(from);
    }
    return names;
}

;// CONCATENATED MODULE: ./.build/packages/image/reuse/inputs.js





/** Raised when a builder writes other bytes for the same inputs. */
const FORMAT = 2;
/**
 * The content key of an image that is to be built. Title, source and labels are in it, as are the digests
 * of the base images; version, commit and time are not, nor are secrets and caches.
 */
async function imageKey(keyed, ports) {
    const { context, build, identity, base, also } = keyed;
    const { title, source, annotations } = identity;
    const { cacheFrom: _, cacheTo: _to, ...settings } = build;
    const own = (0,section/* usesDockerfile */.f)(build) ? await ofDockerfile(keyed, ports) : ofFiles(keyed);
    if ('why' in own)
        return { key: undefined, why: own.why, modified: false };
    const bases = await baseDigests(own.bases, ports);
    if ('why' in bases)
        return { key: undefined, why: bases.why, modified: false };
    const builder = {
        ...{ format: FORMAT, build: settings, title, source, annotations },
        ...{ base: base?.digest, bases: bases.digests, text: own.text, also },
    };
    return await contentKey(ports.exec, context, { paths: own.paths, ignore: own.ignore, builder });
}
const ofFiles = ({ build }) => ({
    paths: sourcePaths(build),
    ignore: build.ignore,
    bases: [],
});
async function ofDockerfile({ context, build }, { files }) {
    const [local] = Object.entries(build.contexts ?? {}).filter(([, from]) => !/@sha256:[0-9a-f]{64}$/.test(from));
    if (local)
        return { why: `whether the named context ${local[0]} has changed cannot be told` };
    const path = (0,external_node_path_.resolve)(context, build.dockerfile ?? 'Dockerfile');
    const text = await files.read(path);
    if (text === undefined)
        return { why: 'there is no Dockerfile' };
    const bases = basesOf(text, build.args ?? {});
    if (!bases)
        return { why: 'an argument that is not known decides about the base' };
    const ignore = (await files.read(`${path}.dockerignore`)) ?? (await files.read((0,external_node_path_.join)(context, '.dockerignore'))) ?? '';
    const patterns = ignore
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '' && line !== '.' && !line.startsWith('#'));
    return { paths: ['.'], ignore: patterns, bases, text: `${text}\0${ignore}` };
}

;// CONCATENATED MODULE: ./.build/packages/image/reuse/index.js



;// CONCATENATED MODULE: ./.build/actions/build-image/src/built.js
function fromBuilder({ builder, size, existed, replaced, layers }, image, key, making) {
    const files = layers.reduce((sum, layer) => sum + (layer.files ?? 0), 0);
    const what = builder === 'assemble' ? counted(files) : `${layers.length} layers by ${builder}`;
    return {
        ...{ image, size, reused: existed, replaced, key, making, revision: making.revision, pushed: undefined },
        story: existed ? `Built ${what}: the same digest was there already.` : `Built an image of ${what}.`,
        layers: layers.map((layer) => {
            const state = layer.existed ? 'unchanged' : 'written';
            const note = layer.files === undefined ? state : `${counted(layer.files)}, ${state}`;
            return { what: layer.what, digest: layer.digest, size: layer.size, note };
        }),
    };
}
function fromLayout(found, key, replaced) {
    const story = 'Not built: the layout has the image that was built from the same inputs.';
    return { ...reused(found, key), story, replaced, pushed: undefined };
}
function fromRegistry(found, key) {
    const story = 'Not built: the registry has the image that was built from the same inputs.';
    return { ...reused(found, key), story, replaced: undefined, pushed: found.bytes };
}
function reused({ image, size, layers, revision }, key) {
    const rows = layers.map((layer, i) => ({
        ...{ what: `layer ${i + 1}`, digest: layer.digest, size: layer.size, note: 'reused' },
    }));
    return { image, size, reused: true, layers: rows, revision, key, making: undefined };
}
const counted = (files) => `${files} file${files === 1 ? '' : 's'}`;

;// CONCATENATED MODULE: ./.build/actions/build-image/src/build.js






/** Finds the image that was built from the same inputs, in the registry or in the layout, or builds it. */
async function buildOrReuse(making, ports) {
    const { build, identity, settings, store, registry, reuse, base } = making;
    const { log } = ports;
    // An image counts as built when it passed the test that is asked for now.
    const also = { smoke: settings.smoke?.argv };
    const keyed = await imageKey({ context: settings.context, build, identity, also, ...(base ? { base } : {}) }, ports);
    if (keyed.key === undefined) {
        log.info(`Not looked for an earlier build: ${keyed.why}`);
        if (keyed.modified) {
            log.warning(`The image is not what commit ${identity.revision} holds: ${keyed.why}.`);
        }
        return await make(making, undefined, keyed.modified, ports);
    }
    const { key } = keyed;
    if (!reuse) {
        log.info('Not looked for an earlier build: reuse is off');
        return await make(making, key, false, ports);
    }
    const pushed = registry && (await findInRegistry(registry, key, log));
    if (pushed)
        return fromRegistry(pushed, key);
    const found = await findInLayout(store, key);
    if (!found)
        return await make(making, key, false, ports);
    return fromLayout(found, key, await list(store, identity.version, found, key));
}
/** Builds and tests. Only an image that passed the test is listed under its key. */
async function make(making, key, modified, ports) {
    const startedOn = seconds(ports);
    const { build, identity, settings, store, secrets, base } = making;
    const annotations = { ...identity.annotations, ...(key ? { [CONTENT_KEY]: key } : {}) };
    const request = { context: settings.context, build, store, secrets, ...(base ? { base } : {}) };
    const made = await buildImage({ ...request, identity: { ...identity, annotations } }, ports);
    const facts = {
        ...{ builder: made.builder, revision: identity.revision, startedOn, finishedOn: seconds(ports) },
        ...(identity.source ? { source: identity.source } : {}),
        ...(base
            ? { bases: [{ name: base.name ?? base.store.reference(base.digest), digest: base.digest }] }
            : {}),
        parameters: { ...build, ...(modified ? { uncommittedChanges: true } : {}) },
    };
    const built = fromBuilder(made, await listed(store, made), key, facts);
    const { smoke } = settings;
    if (smoke) {
        const scratch = made.builder === 'assemble' && base === undefined;
        const by = smoke.by === 'auto' ? (scratch ? 'process' : 'engine') : smoke.by;
        const how = await smokeTest(store, made.digest, { ...smoke, by }, ports);
        ports.log.info(`The smoke command ${smoke.argv[0]} succeeded (${how}).`);
    }
    if (key)
        await list(store, identity.version, built, key);
    return built;
}
async function listed(store, { digest }) {
    const found = (await store.list()).find((entry) => entry.digest === digest);
    if (!found)
        throw new runtime/* InternalError */.Gd(`${store.location} does not list ${digest}, which was just built`);
    return { mediaType: found.mediaType, digest, size: found.size };
}
/** Returns the digest that the version had before, when it was another one. */
async function list(store, version, { image }, key) {
    const before = await store.tag(version, { ...image, annotations: { [CONTENT_KEY]: key } });
    return before === image.digest ? undefined : before;
}
const seconds = ({ clock }) => Math.floor(clock.now() / 1_000);

;// CONCATENATED MODULE: ./.build/packages/image/metadata/facts.js
/** Reads ref and event. A pull request is never taken for the branch that its ref may name. */
function tagFacts({ ref = '', event }, given) {
    const payload = (event?.payload ?? {});
    const name = event?.name ?? '';
    const number = /^refs\/pull\/(\d+)\//.exec(ref)?.[1] ?? (isPull(name) ? payload.pull_request?.number : '');
    const pullRequest = number ? Number(number) : undefined;
    // pull_request_target runs with the ref of the branch it goes to.
    const pull = pullRequest !== undefined || isPull(name);
    const branch = pull ? undefined : facts_after(ref, 'refs/heads/');
    const tag = facts_after(ref, 'refs/tags/');
    const baseRef = payload.pull_request?.base?.ref ?? facts_after(payload.base_ref ?? '', 'refs/heads/');
    const defaultBranch = payload.repository?.default_branch;
    return {
        ...given,
        event: name,
        ...(branch === undefined ? {} : { branch }),
        ...(tag === undefined ? {} : { tag }),
        ...(pullRequest === undefined ? {} : { pullRequest }),
        ...(baseRef === undefined ? {} : { baseRef }),
        ...(defaultBranch === undefined ? {} : { defaultBranch }),
    };
}
const isPull = (event) => event.startsWith('pull_request');
const facts_after = (text, prefix) => text.startsWith(prefix) && text.length > prefix.length ? text.slice(prefix.length) : undefined;

// EXTERNAL MODULE: ./.build/packages/image/metadata/kinds.js
var kinds = __nccwpck_require__(24931);
;// CONCATENATED MODULE: ./.build/packages/image/metadata/labels.js
const OCI = 'org.opencontainers.image.';
/**
 * Sorts the labels of the config: OCI's become annotations of the manifest and labels of the config alike
 * (title and source take the place of our own), the rest only labels.
 */
function describeImage(identity, labels, licenses) {
    const given = Object.entries(labels);
    const oci = Object.fromEntries(given.filter(([key]) => key.startsWith(OCI)));
    const { [`${OCI}title`]: title, [`${OCI}source`]: source, ...others } = oci;
    return {
        identity: {
            ...identity,
            ...(title === undefined ? {} : { title }),
            ...(source === undefined ? {} : { source }),
            annotations: {
                ...identity.annotations,
                ...(licenses ? { [`${OCI}licenses`]: licenses } : {}),
                ...others,
            },
        },
        labels: Object.fromEntries(given.filter(([key]) => !key.startsWith(OCI))),
    };
}
/** The SPDX expression of a package.json; undefined without one. */
function licenseOf(packageJson) {
    if (packageJson === undefined)
        return undefined;
    try {
        const { license } = JSON.parse(packageJson);
        return typeof license === 'string' && license !== 'UNLICENSED' && !/^SEE /i.test(license)
            ? license
            : undefined;
    }
    catch {
        // The app's own tools tell what is wrong with it.
        return undefined;
    }
}

// EXTERNAL MODULE: ./.build/packages/image/metadata/rule.js
var rule = __nccwpck_require__(2940);
;// CONCATENATED MODULE: ./.build/packages/image/metadata/tag-name.js


const tag_name_LIMIT = 128;
const tag_name_TAG = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/;
/** Tags with a meaning of their own: what points to an image, and what an image was built from. */
const RESERVED = /^(sha256|fairway)-[0-9a-f]{64}$/;
/**
 * Makes a valid tag of any text: `feature/Über uns` -> `feature-ber-uns`. One that is too long ends in a
 * part of its hash, so that two long branches do not share a tag.
 */
function sanitizeTag(text) {
    const clean = text.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[.-]+/, '');
    if (clean.length <= tag_name_LIMIT)
        return checkTag(clean, text);
    const hash = (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex').slice(0, 8);
    return checkTag(`${clean.slice(0, tag_name_LIMIT - 9)}-${hash}`, text);
}
/** Throws UserError unless it is a tag by the distribution specification, and not one of ours. */
function checkTag(tag, from = tag) {
    const mend = 'a tag has up to 128 letters, digits, "_", "." and "-", and starts with none of the last two';
    if (!tag_name_TAG.test(tag))
        throw new runtime/* UserError */.yo(`"${from}" gives no valid tag`, { mend });
    if (RESERVED.test(tag)) {
        throw new runtime/* UserError */.yo(`the tag ${tag} has a meaning of its own in the registry`, {
            mend: 'choose another: sha256-<hash> and fairway-<hash> are taken',
        });
    }
    return tag;
}

// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __nccwpck_require__(62088);
;// CONCATENATED MODULE: ./.build/packages/image/metadata/date.js

/** What a pattern may hold, as in moment: the longest first. */
const TOKENS = [
    ['YYYY', (p) => p.year ?? ''],
    ['YY', (p) => (p.year ?? '').slice(-2)],
    ['MMMM', (p) => p.monthName ?? ''],
    ['MMM', (p) => (p.monthName ?? '').slice(0, 3)],
    ['MM', (p) => two(p.month)],
    ['M', (p) => p.month ?? ''],
    ['Do', (p) => ordinal(Number(p.day))],
    ['DD', (p) => two(p.day)],
    ['D', (p) => p.day ?? ''],
    ['dddd', (p) => p.weekday ?? ''],
    ['ddd', (p) => (p.weekday ?? '').slice(0, 3)],
    ['HH', (p) => two(p.hour)],
    ['H', (p) => p.hour ?? ''],
    ['hh', (p) => two(twelve(p.hour))],
    ['h', (p) => twelve(p.hour)],
    ['mm', (p) => two(p.minute)],
    ['m', (p) => p.minute ?? ''],
    ['ss', (p) => two(p.second)],
    ['s', (p) => p.second ?? ''],
    ['SSS', (p) => p.ms ?? ''],
    ['A', (p) => (Number(p.hour) < 12 ? 'AM' : 'PM')],
    ['a', (p) => (Number(p.hour) < 12 ? 'am' : 'pm')],
    ['ZZ', (p) => (p.offset ?? '').replace(':', '')],
    ['Z', (p) => p.offset ?? ''],
    ['X', (p) => p.seconds ?? ''],
];
const PATTERN = new RegExp(`\\[([^\\]]*)\\]|(${TOKENS.map(([token]) => token).join('|')})|([A-Za-z]+?)`, 'g');
/** Letters that mean something in moment, but nothing here: refused, so that no tag has them by mistake. */
const FOREIGN = /[MDdeEwWYyNgGQAaHhkmsSZzXxLl]/;
/** `YYYYMMDD-HHmmss` -> `20200110-093000`. `time` in ms since 1970; `zone` as `Asia/Tokyo`. Throws UserError. */
function formatDate(time, pattern, zone = 'UTC') {
    const parts = partsOf(time, zone);
    return pattern.replace(PATTERN, (text, literal, token, letter) => {
        if (literal !== undefined)
            return literal;
        const known = TOKENS.find(([name]) => name === token);
        if (known)
            return known[1](parts);
        if (letter && FOREIGN.test(letter)) {
            throw new runtime/* UserError */.yo(`the date pattern "${pattern}" has "${letter}", which is not known`, {
                mend: `use ${TOKENS.map(([name]) => name).join(' ')}; other words in [brackets]`,
            });
        }
        return text;
    });
}
function partsOf(time, timeZone) {
    const date = new Date(time);
    const format = zoned(timeZone);
    const parts = Object.fromEntries(format.formatToParts(date).map(({ type, value }) => [type, value]));
    const plain = Object.entries(parts).map(([key, text]) => [
        key,
        /^\d+$/.test(text) ? String(Number(text)) : text,
    ]);
    const month = Number(parts.month);
    return {
        ...Object.fromEntries(plain),
        year: (parts.year ?? '').padStart(4, '0'),
        monthName: new Intl.DateTimeFormat('en-US', { month: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2000, month - 1, 1))),
        ms: String(date.getUTCMilliseconds()).padStart(3, '0'),
        seconds: String(Math.floor(time / 1_000)),
        offset: (parts.timeZoneName ?? 'GMT').replace('GMT', '') || '+00:00',
    };
}
function zoned(timeZone) {
    try {
        return new Intl.DateTimeFormat('en-US', {
            timeZone,
            hourCycle: 'h23',
            ...{ year: 'numeric', month: 'numeric', day: 'numeric', weekday: 'long' },
            ...{ hour: 'numeric', minute: 'numeric', second: 'numeric', timeZoneName: 'longOffset' },
        });
    }
    catch (cause) {
        throw new runtime/* UserError */.yo(`"${timeZone}" is not a time zone`, {
            mend: 'write its IANA name, such as Europe/Berlin',
            cause,
        });
    }
}
const two = (text = '') => text.padStart(2, '0');
const twelve = (hour = '0') => String(Number(hour) % 12 || 12);
function ordinal(n) {
    const teen = n % 100 >= 11 && n % 100 <= 13;
    return `${n}${teen ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')}`;
}

;// CONCATENATED MODULE: ./.build/packages/image/metadata/template.js



/** The expressions of all rules, beside those that a type adds. */
function globalWords(facts) {
    return {
        branch: facts.branch ?? '',
        tag: facts.tag ?? '',
        sha: facts.commit.slice(0, 7),
        base_ref: facts.baseRef ?? '',
        is_default_branch: String(facts.branch !== undefined && facts.branch === facts.defaultBranch),
    };
}
/**
 * Replaces `{{word}}`, `{{date 'YYYYMMDD' tz='Asia/Tokyo'}}` and `{{commit_date '...'}}`. An unknown
 * expression is an error that lists the known ones.
 */
function render(text, facts, words) {
    return text.replace(/\{\{(.*?)\}\}/g, (whole, inner) => {
        const body = inner.trim();
        const date = /^(date|commit_date)\s+(['"])(.*?)\2(?:\s+tz=(['"])(.*?)\4)?$/.exec(body);
        if (date) {
            const time = date[1] === 'date' ? facts.now : facts.commitTime * 1_000;
            return formatDate(time, date[3] ?? '', date[5]);
        }
        if (Object.hasOwn(words, body))
            return words[body] ?? '';
        const known = [...Object.keys(words), 'date', 'commit_date'];
        throw new runtime/* UserError */.yo(`unknown expression ${whole} in the tag rule "${text}".${(0,schema/* didYouMean */.au)(body, known)}`, {
            mend: "dates are written {{date 'YYYYMMDD' tz='Europe/Berlin'}}",
        });
    });
}

;// CONCATENATED MODULE: ./.build/packages/image/metadata/tags.js





/** The rules without any in the config. */
function defaultRules(facts) {
    const versioned = semver.valid(versionOf(facts)) !== null;
    return (0,rule/* parseRules */.N)([
        'type=schedule',
        versioned ? 'type=semver,pattern={{version}}' : 'type=ref,event=tag',
        'type=ref,event=branch',
        'type=ref,event=pr',
    ]);
}
/** The tags of a build, each valid by the distribution specification. Throws UserError. */
function imageTags(rules, flavor, facts) {
    const found = [];
    const notes = [];
    let latest = false;
    for (const rule of rules) {
        const given = isEnabled(rule, facts) ? apply(rule, facts) : { why: 'it is not enabled' };
        if ('why' in given)
            notes.push(`type=${rule.type} gives no tag: ${given.why}`);
        else {
            found.push({ tag: dress(given.tag, rule, flavor, facts), priority: rule.priority });
            latest ||= given.latest ?? false;
        }
    }
    // Sorting is stable: rules of one priority stay in the order they are written in.
    const tags = found.sort((a, b) => b.priority - a.priority).map(({ tag }) => tag);
    const behind = latest && facts.newerRelease !== undefined;
    if (flavor.latest === 'auto' && behind) {
        notes.push(`latest stays where it is: ${facts.newerRelease} is a newer release`);
    }
    if (flavor.latest === 'true' || (flavor.latest === 'auto' && latest && !behind)) {
        const prefix = flavor.prefixLatest ? (flavor.prefix ?? '') : '';
        tags.push(checkTag(`${prefix}latest${flavor.suffixLatest ? (flavor.suffix ?? '') : ''}`));
    }
    return { tags: [...new Set(tags)], notes };
}
function isEnabled(rule, facts) {
    const text = render(rule.enable, facts, globalWords(facts));
    if (text === 'true' || text === 'false')
        return text === 'true';
    throw new runtime/* UserError */.yo(`enable=${rule.enable} of a tag rule is neither true nor false but "${text}"`, {
        mend: 'an expression must become true or false: enable={{is_default_branch}}',
    });
}
/** A prefix or suffix of the rule takes the place of the flavor's. */
function dress(tag, rule, flavor, facts) {
    const words = globalWords(facts);
    const prefix = rule.prefix ?? DEFAULT_PREFIX(rule) ?? flavor.prefix ?? '';
    const suffix = rule.suffix ?? flavor.suffix ?? '';
    return sanitizeTag(`${render(prefix, facts, words)}${tag}${render(suffix, facts, words)}`);
}
const DEFAULT_PREFIX = ({ type, event }) => type === 'sha' ? 'sha-' : event === 'pr' ? 'pr-' : undefined;
function apply(rule, facts) {
    const words = globalWords(facts);
    switch (rule.type) {
        case 'schedule':
            if (facts.event !== 'schedule')
                return { why: 'the event is not a schedule' };
            return { tag: render(rule.pattern ?? 'nightly', facts, words) };
        case 'semver':
            return bySemver(rule, facts);
        case 'match':
            return byMatch(rule, facts);
        case 'edge': {
            const branch = rule.branch || facts.defaultBranch;
            if (!branch)
                return { why: 'the default branch is not known; write branch=' };
            return facts.branch === branch ? { tag: 'edge' } : { why: `the branch is not ${branch}` };
        }
        case 'ref':
            return byRef(rule, facts);
        case 'raw':
            return { tag: render(rule.value ?? '', facts, words) };
        case 'sha':
            return { tag: rule.format === 'long' ? facts.commit : facts.commit.slice(0, 7) };
    }
}
function byRef({ event }, facts) {
    const { branch, tag, pullRequest } = facts;
    if (event === 'branch')
        return branch === undefined ? { why: 'no branch is built' } : { tag: branch };
    if (event === 'tag') {
        return tag === undefined ? { why: 'no git tag is built' } : { tag, latest: !isPrerelease(facts) };
    }
    return pullRequest === undefined ? { why: 'no pull request is built' } : { tag: String(pullRequest) };
}
function bySemver(rule, facts) {
    const own = rule.value ? render(rule.value, facts, globalWords(facts)) : undefined;
    const text = own ?? versionOf(facts);
    if (text === undefined)
        return { why: 'neither a git tag nor a version is given' };
    const version = semver.parse(text);
    if (!version)
        return { why: `"${text}" is not a semantic version` };
    const { major, minor, patch, prerelease } = version;
    const raw = own ?? facts.tag ?? text;
    const numbers = { major: String(major), minor: String(minor), patch: String(patch) };
    const words = { ...globalWords(facts), raw, version: version.version, ...numbers };
    const pattern = rule.pattern ?? '';
    if (prerelease.length > 0) {
        // Only in full: 1.2 and 1 are for those who wait for the release.
        const full = /^\{\{\s*(raw|version)\s*\}\}$/.test(pattern) ? pattern : '{{version}}';
        return { tag: render(full, facts, words) };
    }
    if (major === 0 && /\{\{\s*major\s*\}\}/.test(pattern) && !/\{\{\s*(minor|version|raw)/.test(pattern)) {
        return { why: 'versions 0.y.z promise nothing to each other, so there is no tag for all of them' };
    }
    // A version that is only planned is not the latest release yet: that is what the git tag says.
    return { tag: render(pattern, facts, words), latest: own !== undefined || facts.tag !== undefined };
}
function byMatch({ pattern = '', group = 0, value }, facts) {
    const text = value ? render(value, facts, globalWords(facts)) : facts.tag;
    if (text === undefined)
        return { why: 'no git tag is built' };
    const found = expression(pattern).exec(text);
    if (!found)
        return { why: `"${text}" does not match ${pattern}` };
    const part = found[group];
    if (!part)
        return { why: `group ${group} of ${pattern} is empty or not there` };
    return { tag: part, latest: !isPrerelease(facts) };
}
function expression(pattern) {
    try {
        return new RegExp(pattern);
    }
    catch (cause) {
        throw new runtime/* UserError */.yo(`pattern=${pattern} of a tag rule is not a regular expression`, {
            mend: 'escape (, [, * and the like with a backslash',
            cause,
        });
    }
}
/** The version in words of semver: given, or what follows the prefix in the git tag. */
function versionOf({ version, tag, tagPrefix }) {
    if (version !== undefined || tag === undefined)
        return version;
    return tagPrefix && tag.startsWith(tagPrefix) ? tag.slice(tagPrefix.length) : tag;
}
/** The highest release among git tags that is above the version; undefined without one. Prereleases do not count. */
function newerRelease(gitTags, facts) {
    const own = semver.parse(versionOf(facts));
    if (!own)
        return undefined;
    const versions = gitTags.flatMap((tag) => {
        const text = facts.tagPrefix && tag.startsWith(facts.tagPrefix) ? tag.slice(facts.tagPrefix.length) : tag;
        const version = semver.parse(text);
        return version && version.prerelease.length === 0 && semver.gt(version, own) ? [version] : [];
    });
    const [highest] = semver.rsort(versions);
    return highest?.version;
}
const isPrerelease = (facts) => (semver.parse(versionOf(facts))?.prerelease.length ?? 0) > 0;

;// CONCATENATED MODULE: ./.build/packages/image/metadata/index.js







;// CONCATENATED MODULE: ./.build/actions/build-image/src/identity.js




/** What the commit and the event make of the image: version, labels, tags. Throws UserError. */
async function nameImage(inputs, settings, ports) {
    const { exec, context, clock, files, log } = ports;
    const commit = await checkedOutCommit(exec, settings.context, inputs.revision);
    const facts = tagFacts(context, {
        ...{ commit: commit.id, commitTime: commit.time, now: clock.now(), tagPrefix: settings.tagPrefix },
        ...(inputs.version !== undefined && semver.valid(inputs.version) ? { version: inputs.version } : {}),
    });
    const { repository, serverUrl } = context;
    const { identity, labels } = describeImage({
        title: settings.app,
        version: inputs.version ?? semver.valid(versionOf(facts)) ?? `sha-${commit.id.slice(0, 12)}`,
        revision: commit.id,
        created: commit.time,
        ...(repository && serverUrl ? { source: `${serverUrl}/${repository.owner}/${repository.repo}` } : {}),
    }, settings.labels, licenseOf(await files.read((0,external_node_path_.join)(settings.context, 'package.json'))));
    if (!settings.repository || !settings.tagged)
        return { identity, labels, tags: [] };
    const newer = newerRelease(await releaseTags(settings, ports), facts);
    const known = newer === undefined ? facts : { ...facts, newerRelease: newer };
    const { tags, notes } = imageTags(settings.rules ?? defaultRules(facts), settings.flavor, known);
    // Rules of ours that do not apply are no news.
    for (const note of notes)
        if (settings.rules || note.startsWith('latest '))
            log.info(note);
    if (tags.length)
        return { identity, labels, tags };
    const fallback = `sha-${commit.id.slice(0, 12)}`;
    log.warning(`No tag rule applies to this event and commit: the image is tagged ${fallback}.`);
    return { identity, labels, tags: [fallback] };
}
/** Git tags this checkout knows; a shallow one knows its own at most. */
async function releaseTags({ context, tagPrefix }, { exec }) {
    const { stdout } = await exec.run('git', ['tag', '--list', `${tagPrefix}*`], { cwd: context });
    return stdout.split('\n').filter((tag) => tag !== '');
}

;// CONCATENATED MODULE: ./.build/actions/build-image/src/outputs.js


/** All outputs, read from the image itself. Also declares the artifact to the runner. */
async function outputs_finish(finished, ports) {
    const { built, identity, store, layout, repository, tags, attestations } = finished;
    const { digest, mediaType } = built.image;
    const images = await imagesOf(store, digest);
    const platforms = Object.fromEntries(images.map((image) => [image.platform, image.digest]));
    const [first] = images;
    const image = store.reference(digest);
    const revision = built.revision ?? first?.labels['org.opencontainers.image.revision'] ?? identity.revision;
    const metadata = {
        ...{ image, digest, mediaType, tags, platforms },
        ...{ labels: first?.labels ?? {}, version: identity.version, revision },
        ...{ created: first?.created, reused: built.reused, key: built.key },
    };
    const artifact = repository === undefined ? undefined : `oci://${image}`;
    const { artifactsFile } = ports.context;
    if (artifact && artifactsFile)
        await (0,promises_.appendFile)(artifactsFile, `${artifact}\n`);
    return {
        ...{ image, digest, layout, artifact, revision },
        version: identity.version,
        digests: JSON.stringify(platforms),
        tags: tags.join('\n'),
        attestations: JSON.stringify(attestations),
        metadata: JSON.stringify(metadata),
        size: built.size === undefined ? undefined : String(built.size),
        reused: String(built.reused),
        pushed: String(repository !== undefined),
    };
}

;// CONCATENATED MODULE: ./.build/actions/build-image/src/registry.js




/** Opens the repository with the credentials of the inputs. Throws UserError for half of them. */
async function openRepository(repository, inputs, ports) {
    return await openRegistry({ repository, ports, ...accessOf(inputs) });
}
/**
 * The base that assemble builds on, by digest. The credentials of the inputs are for the registry of the
 * image, so a base in another one is read with those of the Docker config.
 */
async function openBase(build, repository, inputs, ports) {
    if ((0,section/* usesDockerfile */.f)(build))
        return undefined;
    const host = repository?.split('/')[0];
    const ours = host !== undefined && build.base?.startsWith(`${host}/`);
    return await resolveBase(build.base, ports, ours ? accessOf(inputs) : {});
}
function accessOf({ registryUsername: username, registryPassword: password, registryCa, registryInsecure, }) {
    if ((username === undefined) !== (password === undefined)) {
        const [there, missing] = username === undefined ? ['password', 'username'] : ['username', 'password'];
        throw new runtime/* UserError */.yo(`registry-${there} is given, registry-${missing} is not`, {
            mend: `give both, or none to use the Docker config. An empty secret counts as not given: check its name, and whether this event (a fork's pull request) may read it`,
        });
    }
    const from = 'the inputs registry-username and registry-password';
    return {
        insecure: registryInsecure,
        ...(registryCa === undefined ? {} : { caFile: registryCa }),
        ...(username === undefined || password === undefined
            ? {}
            : { credentials: { username, password, from } }),
    };
}

;// CONCATENATED MODULE: ./.build/actions/build-image/src/report.js

/** Log, warnings and summary. */
function reportBuild(built, told, { log, summary }) {
    const { title, version, commit, tags, moved, reference } = told;
    const { digest } = built.image;
    const size = built.size === undefined ? '' : `, ${(0,schema/* formatSize */.Xq)(built.size)}`;
    log.info(`${built.story} ${title} ${version}: ${digest}${size}`);
    if (built.replaced)
        log.warning(`Version ${version} was ${built.replaced} before and is ${digest} now.`);
    const older = built.revision !== undefined && built.revision !== commit ? built.revision : undefined;
    const labels = older ? ` Its labels name ${older.slice(0, 12)}, the commit that built it.` : '';
    if (older)
        log.info(`Commit ${commit.slice(0, 12)} changes nothing in the image.${labels}`);
    for (const tag of tags) {
        const before = moved[tag.slice(tag.lastIndexOf(':') + 1)];
        log.info(`Tagged ${tag}${before ? `, which was ${before} before` : ''}`);
    }
    const tagged = tags.length ? `, tagged ${tags.map((tag) => `\`${tag}\``).join(', ')}` : '';
    summary
        .heading(`Image of ${title} ${version}`)
        .paragraph(`${built.story} Commit \`${commit.slice(0, 12)}\`, digest \`${digest}\`.${labels}`)
        .paragraph(`\`${reference}\`${tagged}`);
    if (built.layers.length === 0)
        return;
    const rows = built.layers.map(({ what, size: bytes, digest: layer, note }) => [
        `\`${what}\``,
        (0,schema/* formatSize */.Xq)(bytes),
        `\`${layer.slice(0, 19)}\``,
        note,
    ]);
    const sum = built.size === undefined ? [] : [['**all**', (0,schema/* formatSize */.Xq)(built.size), '', '']];
    summary.table(['Layer', 'Size', 'Digest', ''], [...rows, ...sum]);
}

;// CONCATENATED MODULE: ./.build/actions/build-image/src/merge.js









/** Makes one index of images that jobs have pushed by digest (or written into one layout), and tags it. */
async function mergeRun(inputs, settings, ports) {
    const { repository, layout } = settings;
    const parts = readDigests(inputs.digests ?? [], repository);
    const { identity, tags } = await nameImage(inputs, settings, ports);
    const store = repository
        ? await openRepository(repository, inputs, ports)
        : await createLayout(layout);
    const merged = await mergeImages(store, parts);
    if (merged.leftOut) {
        ports.log.info(`${merged.leftOut} entries that are no images are not taken over: attestations stay attached to the images.`);
    }
    const { image, images, existed, annotations } = merged;
    const built = {
        ...{ image, size: undefined, reused: existed, layers: [], key: undefined, pushed: undefined },
        ...{ replaced: undefined, making: undefined },
        revision: annotations['org.opencontainers.image.revision'],
        story: existed
            ? `Merged ${images.length} images: the same index was there already.`
            : `Merged ${images.length} images into one index.`,
    };
    const attestations = [];
    const attest = async () => {
        if (store instanceof RegistryStore)
            attestations.push(...(await attestIndex(built, store, identity, inputs, ports)));
    };
    const moved = await place(store, built, identity.version, tags, attest, ports);
    const full = tags.map((tag) => `${repository}:${tag}`);
    const finished = { built, identity, store, repository, tags: full, attestations };
    const outputs = await outputs_finish({ ...finished, layout: repository ? undefined : layout }, ports);
    const told = { title: identity.title, version: identity.version, commit: identity.revision };
    reportBuild(built, { ...told, tags: full, moved, reference: outputs.image }, ports);
    return outputs;
}
async function place(store, { image }, version, tags, beforeTags, { log }) {
    if (store instanceof RegistryStore) {
        return (await publishImage(store, image.digest, store, { tags, beforeTags, log })).replaced;
    }
    await store.tag(version, image);
    return {};
}
/** Reads the input `digests`. Throws UserError for what is no digest, or of another repository. */
function readDigests(lines, repository) {
    const parts = lines.flatMap((line) => line.startsWith('{') ? fromJson(line) : [fromLine(line, repository)]);
    if (parts.length > 0)
        return parts;
    throw new runtime/* UserError */.yo('mode: merge needs the input digests', {
        mend: 'give the output "digests" of each job that ran with push: digest, one a line; an empty output means that its job did not push',
    });
}
function fromJson(line) {
    try {
        const entries = Object.entries(JSON.parse(line));
        return entries.map(([platform, digest]) => merge_checked({ platform, digest: String(digest) }, line));
    }
    catch (error) {
        if (error instanceof runtime/* UserError */.yo)
            throw error;
        throw new runtime/* UserError */.yo(`"${line}" of the input digests is not valid JSON`, {
            mend: 'give the output "digests" of a job as it is, on one line',
            cause: error,
        });
    }
}
function fromLine(line, repository) {
    const [, platform, place, digest = ''] = /^(?:([a-z0-9/]+)=)?(?:(.+)@)?(.*)$/.exec(line) ?? [];
    const part = merge_checked({ digest, ...(platform ? { platform } : {}) }, line);
    if (place === undefined || place === repository)
        return part;
    throw new runtime/* UserError */.yo(`${place}@${digest} is not in ${repository ?? 'the layout'}`, {
        where: 'input digests',
        mend: 'images of one index lie in one repository: push all of them to it',
    });
}
function merge_checked(part, line) {
    if ((0,image_reference/* isDigest */.B)(part.digest) &&
        (part.platform === undefined || /^[a-z0-9]+(\/[a-z0-9]+)+$/.test(part.platform))) {
        return part;
    }
    throw new runtime/* UserError */.yo(`"${line}" of the input digests is not a digest`, {
        mend: 'write linux/amd64=sha256:<64 hex digits>, or give the output "digests" of a job as it is',
    });
}

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
const kinds_fields = {
    ...shared,
    sqlite: (0,schema/* field */.ZZ)(sqliteKind, { description: 'A SQLite database file, copied while it is in use.' }),
};
const body = (0,schema/* object */.Ik)(kinds_fields);
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

// EXTERNAL MODULE: ./.build/packages/image/kinds.js
var image_kinds = __nccwpck_require__(21227);
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
var errors = __nccwpck_require__(69910);
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
function template_render(template, asked, language) {
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
const kinds_expression = (0,schema/* object */.Ik)({
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
    query: variants({ expression: kinds_expression, events: counts, namespace: plain }),
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
    const total = `sum(${expand_counted(select(system.requests))})`;
    const quantile = QUANTILES[ask];
    if (quantile !== undefined) {
        const histogram = `sum by (le) (${expand_counted(select(system.buckets))})`;
        return { form: histogramForm(quantile, system.unit), query: { histogram, quantile: quantile * 100 } };
    }
    if (ask === 'requests')
        return { form: { ...valueForm, unit: 'number', ofTraffic: true }, query: total };
    const { status } = system;
    // No failure has no series: 0, but only where requests have that label at all.
    const none = `0 * sum(${expand_counted(select(system.requests, `${status}!=""`))})`;
    const events = `sum(${expand_counted(select(system.requests, `${status}${system.failed}`))}) or ${none}`;
    return { form: countsForm, query: { events, total } };
}
/**
 * What each counter rose by in the window, exactly: nothing is extrapolated, windows that follow one another
 * leave nothing out, and a counter that appears in the window counts from 0, where `increase` would miss the
 * first errors of a new release. One that was set back counts from 0 too.
 */
function expand_counted(selector) {
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
const kinds_NAME = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/;
const metricName = () => (0,schema/* text */.Qq)({ pattern: kinds_NAME, hint: 'the name of a metric or label' });
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
    const known = new Map(PRESETS.map((preset) => [preset, (0,schema/* object */.Ik)(kinds_fieldsOf(preset))]));
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
function kinds_fieldsOf(preset) {
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
const slack = kinds_checked((0,schema/* object */.Ik)({
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
const webhook = kinds_checked((0,schema/* object */.Ik)({
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
const kinds_common = {
    on: (0,schema/* field */.ZZ)((0,schema/* list */.p_)((0,schema/* choice */.Yq)(MOMENTS), { min: 1 }), {
        description: 'At which moments it is told. Default: all.',
        default: [...MOMENTS],
    }),
    environments: (0,schema/* field */.ZZ)((0,schema/* list */.p_)((0,schema/* text */.Qq)(), { min: 1 }), { description: 'Only of these environments. Default: all.' }),
};
const entry = (0,schema/* object */.Ik)({
    ...kinds_common,
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
function kinds_checked(kind, variants, problemOf) {
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
const names = Object.keys(metricKinds);
const metric_kind_providers = Object.fromEntries(names.map((name) => [name, (0,schema/* field */.ZZ)(metricKinds[name], { description: `Query for ${name}.` })]));
const metric_kind_fields = (0,schema/* object */.Ik)({ ...metric_kind_common, ...metric_kind_providers });
const metric = {
    name: 'metric',
    json: {
        ...metric_kind_fields.json,
        oneOf: names.map((name) => ({ required: [name] })),
        anyOf: ['max', 'min', 'compare'].map((key) => ({ required: [key] })),
        dependentRequired: { tolerate: ['compare'], 'ignore-below': ['compare'] },
    },
    read(value, path, report) {
        const read = metric_kind_fields.read(value, path, report);
        if (!read)
            return undefined;
        const given = names.filter((name) => Object.hasOwn(value, name));
        const [type] = given;
        if (!type || given.length > 1) {
            const found = given.length ? given.join(' and ') : 'none';
            const message = `metric "${read.name}" needs exactly one provider, found ${found}. Valid: ${names.join(', ')}.`;
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
    image: (0,schema/* field */.ZZ)(image_kinds/* imageKind */.iQ, { description: 'Where images are kept and how they are built.' }),
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
function order_levels(order) {
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
                const lacks = Object.hasOwn(known, type) ? undefined : providers_lacking(kinds[type]);
                const path = ['environments', name, 'strategy', strategy.type, 'metrics', i, type];
                const message = `${type} cannot be asked without \`providers: { ${type}: ... }\`: ${lacks}`;
                return lacks ? [{ path, message, on: 'key' }] : [];
            });
        });
    });
}
/** What an empty connection lacks. */
function providers_lacking(kind) {
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
    const order = new Map(environments.map(([name, raw]) => [name, semantics_after(raw_mapping(raw)?.after)]));
    const lists = new Set(environments.filter(([, raw]) => Array.isArray(raw_mapping(raw)?.after)).map(([n]) => n));
    return [
        ...orderProblems(order, (name) => lists.has(name)),
        ...portProblems(environments),
        ...fitProblems(environments),
        ...providerProblems(document),
        ...notifyProblems(document),
    ];
}
function semantics_after(raw) {
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
var js_yaml = __nccwpck_require__(33243);
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
        : await load_search(files, context.workspace);
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
async function load_search(files, workspace) {
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





;// CONCATENATED MODULE: ./.build/actions/build-image/src/settings.js



async function readSettings(inputs, ports) {
    const { config, file } = await loadConfig(ports, inputs.config);
    const { image } = config;
    const layout = inputs.layout ?? image?.layout;
    const { workspace, home } = ports.context;
    const repository = inputs.repository ?? image?.repository;
    if (inputs.push === 'digest' && inputs.mode === 'build' && repository === undefined) {
        throw new runtime/* UserError */.yo('push: digest has nowhere to push to', {
            where: file,
            mend: 'set image.repository in fairway.yml, or the input repository',
        });
    }
    return {
        app: config.app,
        file,
        context: (0,external_node_path_.resolve)(workspace, inputs.context),
        build: withPlatforms(image?.build, inputs.platforms),
        layout: layout === undefined ? (0,external_node_path_.join)(home, config.app, 'images') : (0,external_node_path_.resolve)(workspace, layout),
        keepLayout: layout !== undefined || inputs.load,
        repository: inputs.push === 'no' ? undefined : repository,
        tagged: inputs.push === 'tags',
        rules: inputs.tags ?? image?.tags,
        flavor: inputs.flavor ?? image?.flavor ?? DEFAULT_FLAVOR,
        labels: { ...image?.labels, ...inputs.labels },
        smoke: smokeOf(inputs, config),
        tagPrefix: config.release.tagPrefix,
    };
}
const DEFAULT_FLAVOR = { latest: 'auto', prefixLatest: false, suffixLatest: false };
const withPlatforms = (build, platforms) => build && platforms ? { ...build, platforms } : build;
function smokeOf({ smoke: argv, smokeWithin }, { image }) {
    const smoke = image?.smoke;
    const command = argv ?? smoke?.command;
    if (!command)
        return undefined;
    return { argv: command, within: smokeWithin ?? smoke?.within ?? 60_000, by: smoke?.by ?? 'auto' };
}
/** Throws UserError when the config does not say how to build. */
function requireBuild({ build, file }) {
    if (build)
        return build;
    throw new runtime/* UserError */.yo('fairway.yml does not say how the image is built', {
        where: file,
        mend: 'add:\nimage:\n  build: { files: [src], entrypoint: [node, src/main.js] }',
    });
}

;// CONCATENATED MODULE: ./.build/actions/build-image/src/run.js













/** Builds the image of the checked-out commit or finds it, tests it, pushes it, and tags it last. */
async function run(inputs, ports) {
    const settings = await readSettings(inputs, ports);
    if (inputs.mode === 'merge')
        return await mergeRun(inputs, settings, ports);
    const section = requireBuild(settings);
    const { identity, labels, tags } = await nameImage(inputs, settings, ports);
    const build = { ...section, labels: { ...section.labels, ...labels } };
    const { repository } = settings;
    const registry = repository ? await openRepository(repository, inputs, ports) : undefined;
    const store = await createLayout(settings.layout);
    const { reuse, secrets = {} } = inputs;
    const base = await openBase(build, repository, inputs, ports);
    const making = { build, identity, settings, store, registry, reuse, secrets, base };
    const built = await buildOrReuse(making, ports);
    const inLayout = built.pushed === undefined || settings.keepLayout;
    if (registry && built.pushed && inLayout) {
        await copyImage(registry, store, built.image.digest, { tags: [identity.version] });
    }
    if (inputs.load) {
        const place = repository ?? settings.app;
        const names = (tags.length ? tags : [identity.version.replaceAll('+', '-')]).map((tag) => `${place}:${tag}`);
        await loadImage(store, built.image.digest, names, ports);
        ports.log.info(`Loaded into the Docker Engine: ${names.join(', ')}`);
    }
    const attestations = [];
    const attest = async () => {
        if (!registry)
            return;
        attestations.push(...(await attestBuilt(built, { store, registry, identity, inputs }, ports)));
    };
    const moved = registry ? await push({ built, tags, store, registry, attest }, ports) : {};
    const finished = {
        ...{ built, identity, repository, store: registry ?? store, attestations },
        layout: inLayout ? settings.layout : undefined,
        tags: tags.map((tag) => `${repository}:${tag}`),
    };
    const outputs = await outputs_finish(finished, ports);
    const told = { title: identity.title, version: identity.version, commit: identity.revision };
    reportBuild(built, { ...told, tags: finished.tags, moved, reference: outputs.image }, ports);
    return outputs;
}
/** Returns what moved tags were on before. The key is the last tag: it says that all the rest is there. */
async function push({ built, tags, store, registry, attest }, { log }) {
    const { image, key, pushed } = built;
    if (pushed)
        return await setTags(registry, { ...image, bytes: pushed }, tags, log);
    const options = { tags: [...tags, ...(key ? [keyTag(key)] : [])], beforeTags: attest, log };
    const { existed, sent, replaced } = await publishImage(store, image.digest, registry, options);
    log.info(existed
        ? `The registry had ${registry.reference(image.digest)} already.`
        : `Pushed ${registry.reference(image.digest)}: ${(0,schema/* formatSize */.Xq)(sent)} sent.`);
    return replaced;
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
var schema = __nccwpck_require__(10530);
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
var js_yaml = __nccwpck_require__(33243);
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

/***/ 36104:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   CV: () => (/* binding */ dockerfileFields),
/* harmony export */   aE: () => (/* binding */ builderField)
/* harmony export */ });
/* unused harmony export BUILDER_NAMES */
/* harmony import */ var _fairway_schema__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(10530);

const BUILDER_NAMES = ['assemble', 'buildx', 'buildah'];
const id = { pattern: /^[A-Za-z0-9_][A-Za-z0-9_.-]*$/, hint: 'letters, digits, "_", "." and "-"' };
const names = { keys: /^[A-Za-z_][A-Za-z0-9_]*$/, keyHint: 'letters, digits and "_"' };
const REGISTRY_REF = String.raw `[a-z0-9][a-z0-9.-]*(:[0-9]+)?(\/[a-z0-9]+([._-]+[a-z0-9]+)*)+(:[\w.-]+)?`;
const cache = (types) => (0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
    pattern: new RegExp(`^(type=(${types})(,[a-z-]+=[^,]+)*|${REGISTRY_REF})$`),
    hint: `expected an image, or type=${types.replaceAll('|', ', type=')} with options such as type=gha,scope=app`,
});
const builderField = (0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)((0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)(['auto', ...BUILDER_NAMES]), {
    description: 'What builds the image: `assemble` (files on a base, without a container engine), `buildx` or `buildah` (a Dockerfile). `auto` takes `assemble` where `files` are given, else the first of the others that this machine has.',
    default: 'auto',
});
/** The keys of the build section that only the builders of a Dockerfile read. All may be absent. */
const dockerfileFields = {
    dockerfile: (0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)((0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(), {
        description: 'Path of the Dockerfile, relative to the context. Default: `Dockerfile`.',
    }),
    target: (0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)((0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(id), { description: 'Stage of the Dockerfile to build. Default: the last one.' }),
    args: (0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)((0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .map */ .Tj)((0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(), names), {
        description: 'Build arguments (`ARG`). They stay readable in the image: secrets go into `secrets`.',
    }),
    secrets: (0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)((0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)((0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(id)), {
        description: 'Ids of secrets that the Dockerfile mounts (`RUN --mount=type=secret,id=...`). Their values come from the input `secrets` of the action.',
    }),
    ssh: (0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)((0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)((0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({ pattern: /^[A-Za-z0-9_.-]+(=\S+)?$/, hint: 'expected `default` or `<id>=<path>`' })), {
        description: 'SSH agents or keys that the Dockerfile mounts: `default` or `<id>=<socket or key>`.',
    }),
    contexts: (0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)((0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .map */ .Tj)((0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)()), {
        description: 'Named contexts: a folder, `docker-image://...`, `oci-layout://<folder>@<digest>` or a URL of a git repository.',
    }),
    'cache-from': (0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)((0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(cache('gha|registry|local')), {
        description: 'Where cached layers come from, as BuildKit writes it: `type=gha`, `type=registry,ref=...`.',
    }),
    'cache-to': (0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)((0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(cache('gha|registry|local|inline')), {
        description: 'Where layers are cached: `type=gha,mode=max`, `type=registry,ref=...`, `type=inline`.',
    }),
};


/***/ }),

/***/ 74170:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ forItsBuilder),
/* harmony export */   f: () => (/* binding */ usesDockerfile)
/* harmony export */ });
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(36104);

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
        ...without(Object.keys(_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .dockerfileFields */ .CV)),
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
            const foreign = dockerfile ? ASSEMBLE_KEYS : Object.keys(_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .dockerfileFields */ .CV);
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


/***/ }),

/***/ 59847:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ looksLikeIndex),
/* harmony export */   u: () => (/* binding */ readDocument)
/* harmony export */ });
/* harmony import */ var _fairway_runtime__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(85910);
/* harmony import */ var _reference_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(30665);


/** Parses one of the JSON documents of an image and checks what the rest of the code relies on. */
function readDocument(kind, bytes, where) {
    const value = parse(bytes, where);
    const problem = CHECKS[kind](value);
    if (problem)
        throw new _fairway_runtime__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`not a valid image ${kind}: ${problem}`, { where, mend: 'build the image again' });
    return value;
}
/** An index and a manifest are told apart by what they list: the media type is optional in both. */
function looksLikeIndex(bytes, where) {
    return Array.isArray(parse(bytes, where).manifests);
}
function parse(bytes, where) {
    try {
        const value = JSON.parse(Buffer.from(bytes).toString('utf8'));
        if (isObject(value))
            return value;
    }
    catch (cause) {
        throw new _fairway_runtime__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`not valid JSON: ${cause.message}`, {
            where,
            mend: 'build the image again',
            cause,
        });
    }
    throw new _fairway_runtime__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('not a JSON object', { where, mend: 'build the image again' });
}
const CHECKS = {
    index: (value) => version(value) ?? descriptors(value.manifests, 'manifests'),
    manifest: (value) => version(value) ?? descriptors([value.config], 'config') ?? descriptors(value.layers, 'layers'),
    config(value) {
        if (typeof value.os !== 'string' || typeof value.architecture !== 'string')
            return 'os or architecture is missing';
        const diffIds = isObject(value.rootfs) ? value.rootfs.diff_ids : undefined;
        const good = Array.isArray(diffIds) && diffIds.every((id) => typeof id === 'string' && (0,_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .B)(id));
        // Optional by the specification; a process always finds it.
        value.config ??= {};
        return good ? undefined : 'rootfs.diff_ids is not a list of sha256 digests';
    },
};
const version = (value) => value.schemaVersion === 2 ? undefined : `schemaVersion is ${JSON.stringify(value.schemaVersion)}, not 2`;
function descriptors(value, name) {
    if (!Array.isArray(value))
        return `${name} is not a list`;
    const bad = value.findIndex((entry) => !isDescriptor(entry));
    return bad < 0 ? undefined : `${name}[${bad}] lacks a media type, a sha256 digest or a size`;
}
function isDescriptor(entry) {
    return (isObject(entry) &&
        typeof entry.mediaType === 'string' &&
        typeof entry.digest === 'string' &&
        (0,_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .B)(entry.digest) &&
        Number.isSafeInteger(entry.size) &&
        Number(entry.size) >= 0);
}
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);


/***/ }),

/***/ 21227:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Y7: () => (/* reexport safe */ _metadata_kinds_js__WEBPACK_IMPORTED_MODULE_3__.Y7),
/* harmony export */   cB: () => (/* reexport safe */ _metadata_kinds_js__WEBPACK_IMPORTED_MODULE_3__.cB),
/* harmony export */   iQ: () => (/* binding */ imageKind),
/* harmony export */   jQ: () => (/* reexport safe */ _metadata_kinds_js__WEBPACK_IMPORTED_MODULE_3__.jQ)
/* harmony export */ });
/* unused harmony export imageBuildKind */
/* harmony import */ var _fairway_schema__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(10530);
/* harmony import */ var _builders_fields_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(36104);
/* harmony import */ var _builders_section_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(74170);
/* harmony import */ var _metadata_kinds_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(24931);





const fileMapping = (0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .either */ .gP)((0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(), (0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({
    from: (0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)((0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(), {
        description: 'File or folder of the context. The content of a folder is taken.',
        required: true,
    }),
    to: (0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)((0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({ pattern: /^\//, hint: 'a path in the image starts with "/"' }), {
        description: 'Absolute path in the image. A file goes into it when it ends with "/".',
        required: true,
    }),
}));
const platform = (0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
    pattern: /^[a-z0-9]+\/[a-z0-9]+(\/[a-z0-9]+)?$/,
    hint: 'expected os/architecture such as linux/amd64',
});
const tcpPort = (0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Wh)({ min: 1, max: 65_535 });
const portOfProtocol = (0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
    pattern: /^[1-9][0-9]{0,4}\/(tcp|udp|sctp)$/,
    hint: 'expected such as 53/udp',
});
const exposedPort = {
    name: 'port',
    json: { anyOf: [tcpPort.json, portOfProtocol.json] },
    read: (value, path, report) => typeof value === 'string' ? portOfProtocol.read(value, path, report) : tcpPort.read(value, path, report),
};
const healthcheckKind = (0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({
    command: (0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)((0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)((0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(), { min: 1 }), {
        description: 'Program and arguments; exit code 0 means healthy. Run inside of the container, without a shell.',
        required: true,
    }),
    interval: (0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)((0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)({ min: 1 }), { description: 'Time between two checks. Engines take 30s.' }),
    timeout: (0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)((0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)({ min: 1 }), { description: 'Longest time of one check. Engines take 30s.' }),
    'start-period': (0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)((0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)(), { description: 'Time to start in which failures do not count.' }),
    'start-interval': (0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)((0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)({ min: 1 }), { description: 'Time between two checks while it starts.' }),
    retries: (0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)((0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Wh)({ min: 1 }), { description: 'Failures in a row that mean unhealthy. Engines take 3.' }),
});
const buildFields = (0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({
    builder: _builders_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .builderField */ .aE,
    base: (0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)((0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(), {
        description: 'Image to build on, by digest or tag (`node:24-slim`, `ghcr.io/acme/base@sha256:...`, `oci:folder:tag`), or `scratch`. Its layers stay as they are, its settings are inherited. Default: `scratch`.',
    }),
    files: (0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)((0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(fileMapping), {
        description: 'What goes in, one layer each: a path (placed below workdir) or a mapping of from and to. `from` may name the platform: `dist/${os}-${arch}/app`.',
        default: [],
    }),
    ignore: (0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)((0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)((0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)()), {
        description: 'Patterns of paths to leave out, as in .dockerignore: `**/*.test.ts`, `!keep.test.ts`.',
        default: [],
    }),
    workdir: (0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)((0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({ pattern: /^\//, hint: 'a path in the image starts with "/"' }), {
        description: "Working folder of the process. Default: the base's, or `/app` where that is none or `/`.",
    }),
    entrypoint: (0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)((0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)((0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)()), {
        description: "Program and first arguments. Default: the base's; when it is set, the base's cmd is not taken.",
    }),
    cmd: (0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)((0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)((0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)()), {
        description: "Default arguments after the entrypoint. Default: the base's, without an entrypoint here.",
    }),
    env: (0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)((0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .map */ .Tj)((0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(), { keys: /^[A-Za-z_][A-Za-z0-9_]*$/, keyHint: 'letters, digits and "_"' }), {
        description: 'Environment variables of the process.',
        default: {},
    }),
    user: (0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)((0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(), { description: 'User (and group) of the process: `1000:1000`.' }),
    ports: (0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)((0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(exposedPort), {
        description: 'Ports the process listens on: `8080` (TCP) or `53/udp`.',
        default: [],
    }),
    healthcheck: (0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)((0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .either */ .gP)((0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)(['none']), healthcheckKind), {
        description: "How an engine sees that the process is healthy; `none` switches the base's off.",
    }),
    labels: (0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)((0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .map */ .Tj)((0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)()), { description: 'Further labels of the image.', default: {} }),
    platforms: (0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)((0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(platform, { min: 1 }), {
        description: 'Platforms the image is for; several make an index.',
        default: ['linux/amd64'],
    }),
    ..._builders_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .dockerfileFields */ .CV,
});
const imageBuildKind = (0,_builders_section_js__WEBPACK_IMPORTED_MODULE_2__/* .forItsBuilder */ .H)(buildFields);
const smokeKind = (0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({
    command: (0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)((0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)((0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(), { min: 1 }), {
        description: 'Program and arguments, run in the built image, without a shell. Exit code 0 is success.',
        required: true,
    }),
    within: (0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)((0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)({ min: 1 }), { description: 'Longest time it may take.', default: '1m' }),
    by: (0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)((0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)(['auto', 'engine', 'process']), {
        description: 'What runs it: `engine` (a container of the Docker Engine) or `process` (unpacked, with the Node of this machine, as the process target does). `auto`: `process` for images assembled on scratch, `engine` for all others.',
        default: 'auto',
    }),
});
/** The `image:` section of fairway.yml. */
const imageKind = (0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({
    repository: (0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)((0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
        pattern: /^[a-z0-9.-]+(:[0-9]+)?(\/[a-z0-9]+([._-]+[a-z0-9]+)*)+$/,
        hint: 'expected registry/path in lower case, without a tag',
    }), { description: 'Where the image lives in a registry. Without it images stay on this machine.' }),
    layout: (0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)((0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(), {
        description: 'Folder of the OCI image layout on this machine. Default: `<home>/<app>/images`.',
    }),
    build: (0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(imageBuildKind, { description: 'How the image is built.' }),
    tags: (0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(_metadata_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .tagRulesKind */ .Y7, {
        description: 'Tags in the registry: texts, or rules such as `type=semver,pattern={{version}}`. Default: the version, the branch, the pull request, and `nightly` on a schedule.',
    }),
    flavor: (0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(_metadata_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .flavorKind */ .jQ, { description: 'How all tags look.', default: {} }),
    labels: (0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(_metadata_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .labelsKind */ .cB, {
        description: 'Labels of the image; those of OCI (`org.opencontainers.image.*`) become annotations too. Created, revision, version, title, source and licenses are set already.',
        default: {},
    }),
    smoke: (0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(smokeKind, { description: 'A command that must succeed in the image before it is pushed.' }),
});


/***/ }),

/***/ 63:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  v: () => (/* binding */ readIndex),
  U: () => (/* binding */ updateIndex)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(76760);
;// CONCATENATED MODULE: external "node:sqlite"
const external_node_sqlite_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:sqlite");
// EXTERNAL MODULE: ./.build/packages/runtime/index.js + 20 modules
var runtime = __nccwpck_require__(85910);
// EXTERNAL MODULE: ./.build/packages/image/document.js
var image_document = __nccwpck_require__(59847);
// EXTERNAL MODULE: ./.build/packages/image/types.js
var types = __nccwpck_require__(41257);
;// CONCATENATED MODULE: ./.build/packages/image/layout-index.js







/** How long another writer may hold the index, in ms. */
const PATIENCE = 15_000;
/** The list of images of a layout. UserError when it is not valid. */
function readIndex(folder) {
    const path = (0,external_node_path_.join)(folder, 'index.json');
    return (0,image_document/* readDocument */.u)('index', (0,external_node_fs_.readFileSync)(path), path);
}
/**
 * Reads, changes and replaces `index.json` while no other process does. All synchronous: the lock is held
 * for the time of a small file, and never over an `await` that another writer of this process waits for.
 */
function updateIndex(folder, change) {
    const path = (0,external_node_path_.join)(folder, 'index.json');
    whileLocked((0,external_node_path_.join)(folder, '.index.lock'), () => {
        const index = (0,external_node_fs_.existsSync)(path) ? readIndex(folder) : EMPTY;
        const next = { ...index, manifests: change(index.manifests) };
        const beside = `${path}.${(0,external_node_crypto_.randomBytes)(6).toString('hex')}.tmp`;
        try {
            const file = (0,external_node_fs_.openSync)(beside, 'wx', 0o644);
            try {
                (0,external_node_fs_.writeFileSync)(file, `${JSON.stringify(next, undefined, 2)}\n`);
                (0,external_node_fs_.fsyncSync)(file);
            }
            finally {
                (0,external_node_fs_.closeSync)(file);
            }
            (0,external_node_fs_.renameSync)(beside, path);
        }
        finally {
            (0,external_node_fs_.rmSync)(beside, { force: true });
        }
    });
}
const EMPTY = { schemaVersion: 2, mediaType: types/* MEDIA_TYPES */.Z.index, manifests: [] };
/**
 * The lock is SQLite's on an empty database: the operating system lifts it when its holder is killed, so
 * there is no stale lock to break.
 */
function whileLocked(path, body) {
    let lock;
    try {
        lock = new external_node_sqlite_namespaceObject.DatabaseSync(path, { timeout: PATIENCE });
        lock.exec('BEGIN EXCLUSIVE');
    }
    catch (error) {
        throw new runtime/* UserError */.yo(`the image layout cannot be locked: ${error.message}`, {
            where: path,
            mend: 'check that the folder can be written and that no other build hangs',
            cause: error,
        });
    }
    try {
        body();
    }
    finally {
        lock.close();
    }
}


/***/ }),

/***/ 24931:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Y7: () => (/* binding */ tagRulesKind),
/* harmony export */   cB: () => (/* binding */ labelsKind),
/* harmony export */   jQ: () => (/* binding */ flavorKind)
/* harmony export */ });
/* harmony import */ var _fairway_schema__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(10530);
/* harmony import */ var _rule_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2940);


/** `true` and `false` of YAML, and their texts, beside `auto`. */
function autoOrBool() {
    const words = (0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)(['auto', 'true', 'false']);
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
const affix = () => (0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({ pattern: /^([A-Za-z0-9._-]|\{\{.*\}\})+$/, hint: 'letters, digits, "_", "." and "-"' });
/** How all tags of an image look. An input's text is one `key=value` a line. */
const flavorObject = (0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({
    latest: (0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(autoOrBool(), {
        description: 'Whether the image is tagged `latest` too. `auto`: when a git tag of a release is built.',
        default: 'auto',
    }),
    prefix: (0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(affix(), { description: 'Before each tag whose rule has no prefix of its own.' }),
    suffix: (0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(affix(), { description: 'After each tag whose rule has no suffix of its own.' }),
    'prefix-latest': (0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(flag(), { description: 'The prefix also before `latest`.', default: false }),
    'suffix-latest': (0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(flag(), { description: 'The suffix also after `latest`.', default: false }),
});
const flavorKind = {
    ...flavorObject,
    fromText: (input) => (0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .map */ .Tj)((0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)()).fromText?.(input) ?? input,
};
/** One rule a line: rules hold commas. */
const tagRulesKind = {
    ...(0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)((0,_rule_js__WEBPACK_IMPORTED_MODULE_1__/* .tagRuleKind */ .Z)()),
    fromText: (input) => input
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '' && !line.startsWith('#')),
};
/** These say which commit an image was built from: they are not a matter of taste. */
const FACTS = ['created', 'revision', 'version'].map((name) => `org.opencontainers.image.${name}`);
const LABEL = /^[A-Za-z0-9][A-Za-z0-9._/-]*$/;
const texts = (0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .map */ .Tj)((0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(), {
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


/***/ }),

/***/ 2940:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ parseRules),
/* harmony export */   Z: () => (/* binding */ tagRuleKind)
/* harmony export */ });
/* harmony import */ var _fairway_schema__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(10530);

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
        refuse(`unknown type "${type}".${(0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .didYouMean */ .au)(type, Object.keys(TYPES))}`);
        return undefined;
    }
    const known = ['type', ...COMMON, ...TYPES[type].keys];
    for (const key of given.keys()) {
        if (!known.includes(key))
            refuse(`type=${type} has no "${key}".${(0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .didYouMean */ .au)(key, known)}`);
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
        refuse(`unknown ${key} "${given}".${(0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .didYouMean */ .au)(given, valid)}`);
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


/***/ }),

/***/ 30665:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ isDigest),
/* harmony export */   F: () => (/* binding */ parseReference)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(76760);
/* harmony import */ var _fairway_runtime__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(85910);


const DIGEST = /^sha256:[0-9a-f]{64}$/;
function isDigest(text) {
    return DIGEST.test(text);
}
/** Reads `oci:<absolute folder>@sha256:...` or `<repository>@sha256:...`. Throws UserError. */
function parseReference(reference) {
    const at = reference.lastIndexOf('@');
    const place = reference.slice(0, Math.max(at, 0));
    const digest = reference.slice(at + 1);
    if (at < 1 || !isDigest(digest)) {
        throw new _fairway_runtime__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`"${reference}" is not an image by digest`, {
            mend: 'write <repository>@sha256:<64 hex digits> or oci:<absolute folder>@sha256:<64 hex digits>',
        });
    }
    if (!place.startsWith('oci:'))
        return { kind: 'registry', repository: place, digest };
    const folder = place.slice('oci:'.length);
    if (!(0,node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute)(folder)) {
        throw new _fairway_runtime__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`"${reference}" names a relative folder`, {
            mend: 'write the absolute path of the image layout after "oci:"',
        });
    }
    return { kind: 'layout', folder, digest };
}


/***/ }),

/***/ 41257:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ MEDIA_TYPES)
/* harmony export */ });
const MEDIA_TYPES = {
    index: 'application/vnd.oci.image.index.v1+json',
    manifest: 'application/vnd.oci.image.manifest.v1+json',
    config: 'application/vnd.oci.image.config.v1+json',
    layer: 'application/vnd.oci.image.layer.v1.tar',
    layerGzip: 'application/vnd.oci.image.layer.v1.tar+gzip',
    layerZstd: 'application/vnd.oci.image.layer.v1.tar+zstd',
};


/***/ }),

/***/ 72303:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ ociLayerType),
/* harmony export */   w: () => (/* binding */ readLayer)
/* harmony export */ });
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(46466);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(38522);
/* harmony import */ var _fairway_runtime__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(85910);
/* harmony import */ var tar_stream__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(56118);
/* harmony import */ var _types_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(41257);
/* harmony import */ var _verify_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(14487);






/**
 * Hands the entries of a layer out one by one. UserError when the archive is not valid, or when its
 * uncompressed bytes do not have this digest; that is known at the end only.
 */
async function readLayer(store, layer, diffId, entry, signal) {
    const tap = new _verify_js__WEBPACK_IMPORTED_MODULE_5__/* .DigestTap */ .Ey();
    const tar = (0,tar_stream__WEBPACK_IMPORTED_MODULE_3__.extract)();
    const source = await store.read(layer.digest);
    const reading = (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_0__.pipeline)([source, ...decompressor(layer), tap, tar], signal ? { signal } : {});
    const writing = (async () => {
        // Typed as an iterable of anything; what comes are buffers.
        for await (const each of tar)
            await entry(each.header, each);
    })();
    // What the writer refuses also ends the pipeline, whose own error then says less.
    const [written, read] = await Promise.allSettled([writing, reading]);
    if (signal?.aborted)
        throw signal.reason;
    if (written.status === 'rejected')
        throw asUserError(written.reason, layer);
    if (read.status === 'rejected')
        throw asUserError(read.reason, layer);
    const actual = tap.digest();
    if (actual !== diffId) {
        throw new _fairway_runtime__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`layer ${layer.digest} does not match its diff id: expected ${diffId}, found ${actual}`, { mend: 'the image was built wrongly: build it again' });
    }
}
function decompressor({ mediaType, digest }) {
    switch (ociLayerType(mediaType)) {
        case _types_js__WEBPACK_IMPORTED_MODULE_4__/* .MEDIA_TYPES */ .Z.layer:
            return [];
        case _types_js__WEBPACK_IMPORTED_MODULE_4__/* .MEDIA_TYPES */ .Z.layerGzip:
            return [(0,node_zlib__WEBPACK_IMPORTED_MODULE_1__.createGunzip)()];
        case _types_js__WEBPACK_IMPORTED_MODULE_4__/* .MEDIA_TYPES */ .Z.layerZstd:
            return [(0,node_zlib__WEBPACK_IMPORTED_MODULE_1__.createZstdDecompress)()];
        default:
            throw new _fairway_runtime__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`layer ${digest} has the unknown media type "${mediaType}"`, {
                mend: 'build the image with layers as tar, tar+gzip or tar+zstd',
            });
    }
}
/** Docker's names of the same bytes, in OCI's words; others as they are. */
function ociLayerType(mediaType) {
    const docker = 'application/vnd.docker.image.rootfs.diff.tar';
    if (mediaType === docker)
        return _types_js__WEBPACK_IMPORTED_MODULE_4__/* .MEDIA_TYPES */ .Z.layer;
    if (mediaType === `${docker}.gzip`)
        return _types_js__WEBPACK_IMPORTED_MODULE_4__/* .MEDIA_TYPES */ .Z.layerGzip;
    return mediaType === `${docker}.zstd` ? _types_js__WEBPACK_IMPORTED_MODULE_4__/* .MEDIA_TYPES */ .Z.layerZstd : mediaType;
}
/** Faults of the tar or its compression are the image's; those of the system keep their code. */
function asUserError(error, { digest }) {
    const { code, message } = error;
    if (error instanceof _fairway_runtime__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo || (code !== undefined && !/^(Z_|ZSTD_|ERR_)/.test(code)))
        return error;
    return new _fairway_runtime__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`layer ${digest} is not a valid archive: ${message}`, {
        mend: 'build the image again',
        cause: error,
    });
}


/***/ }),

/***/ 14487:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ey: () => (/* binding */ DigestTap),
/* harmony export */   GQ: () => (/* binding */ verifiedBytes),
/* harmony export */   gm: () => (/* binding */ readBlob),
/* harmony export */   tB: () => (/* binding */ verifyBlob)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(77598);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(57075);
/* harmony import */ var _fairway_runtime__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(85910);



/** JSON documents of an image are small; a larger one is not read into memory. */
const DOCUMENT_LIMIT = 8 * 1024 * 1024;
/** Counts and hashes what flows through. */
class DigestTap extends node_stream__WEBPACK_IMPORTED_MODULE_1__.Transform {
    #hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    size = 0;
    _transform(chunk, _encoding, done) {
        this.#hash.update(chunk);
        this.size += chunk.length;
        done(null, chunk);
    }
    /** Call once, after the end. */
    digest() {
        return `sha256:${this.#hash.digest('hex')}`;
    }
}
/** The bytes of a blob; fails at their end with both digests when digest or size differ. UserError. */
async function* verifiedBytes(store, blob) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    let size = 0;
    for await (const chunk of await store.read(blob.digest)) {
        hash.update(chunk);
        size += chunk.length;
        yield chunk;
    }
    const actual = `sha256:${hash.digest('hex')}`;
    if (actual === blob.digest && (blob.size === undefined || blob.size === size))
        return;
    const expected = blob.size === undefined ? blob.digest : `${blob.digest} (${blob.size} bytes)`;
    throw new _fairway_runtime__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`blob ${blob.digest} of ${store.location} does not match: expected ${expected}, found ${actual} (${size} bytes)`, { mend: 'the image is damaged or was changed: delete this blob and build or pull the image again' });
}
/** Reads a blob to its end and compares digest and size. UserError with both when they differ. */
async function verifyBlob(store, blob, keep = () => undefined) {
    for await (const chunk of verifiedBytes(store, blob))
        keep(chunk);
}
/** The verified bytes of a small blob: manifest, index or config. */
async function readBlob(store, blob) {
    const chunks = [];
    let size = 0;
    await verifyBlob(store, blob, (chunk) => {
        size += chunk.length;
        if (size > DOCUMENT_LIMIT) {
            throw new _fairway_runtime__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`blob ${blob.digest} of ${store.location} is too large for an image document`);
        }
        chunks.push(chunk);
    });
    return Buffer.concat(chunks);
}


/***/ }),

/***/ 69910:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Gd: () => (/* binding */ InternalError),
/* harmony export */   Hi: () => (/* binding */ RemoteError),
/* harmony export */   Qd: () => (/* binding */ CommandError),
/* harmony export */   Uc: () => (/* binding */ describeError),
/* harmony export */   ue: () => (/* binding */ GateError),
/* harmony export */   yo: () => (/* binding */ UserError)
/* harmony export */ });
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
class GateError extends FairwayError {
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

/***/ 85910:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Qd: () => (/* reexport */ errors/* CommandError */.Qd),
  ue: () => (/* reexport */ errors/* GateError */.ue),
  Gd: () => (/* reexport */ errors/* InternalError */.Gd),
  pO: () => (/* reexport */ Redactor),
  Hi: () => (/* reexport */ errors/* RemoteError */.Hi),
  yo: () => (/* reexport */ errors/* UserError */.yo),
  Cs: () => (/* reexport */ runAction)
});

// UNUSED EXPORTS: Coprocess, ENVIRONMENT, Secrets, Summary, atomicWrite, connectGitHub, context, describeError, memoryLog, printed, retry, systemClock, systemExec, systemFiles, systemHttp, systemPorts, workflowLog

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
var external_node_crypto_ = __nccwpck_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(73024);
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
var errors = __nccwpck_require__(69910);
;// CONCATENATED MODULE: ./.build/packages/runtime/commands.js




/*
 * The runner's command files. Not @actions/core: its index loads undici for OIDC, which more than doubles
 * the cold start of every action (docs/decisions.md); what needs OIDC imports it lazily.
 */
/** Sets an output. Without GITHUB_OUTPUT (outside of a runner) the value is printed. */
function setOutput(name, value) {
    const path = variable('GITHUB_OUTPUT');
    if (path)
        (0,external_node_fs_.appendFileSync)(path, keyValue(name, value));
    else
        process.stdout.write(`output ${name}=${value}\n`);
}
/** Keeps a value for the post step of the same action. */
function saveState(name, value) {
    const path = variable('GITHUB_STATE');
    if (path)
        (0,external_node_fs_.appendFileSync)(path, keyValue(name, value));
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
var external_node_path_ = __nccwpck_require__(76760);
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
        return { name, payload: JSON.parse((0,external_node_fs_.readFileSync)(path, 'utf8')) };
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
            env: { ...(options.env ?? exec_ownEnvironment()), ...options.addEnv },
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
function exec_ownEnvironment() {
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
        const child = spawn(command, args, {
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
        child.on('close', (code) => this.#died(child, new CommandError(this.#argv, code, this.#stderr)));
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

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(51455);
;// CONCATENATED MODULE: ./.build/packages/runtime/files.js



const systemFiles = {
    async read(path) {
        try {
            return await (0,promises_.readFile)(path, 'utf8');
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
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
    const beside = `${path}.${(0,external_node_crypto_.randomBytes)(6).toString('hex')}.tmp`;
    try {
        const file = await (0,promises_.open)(beside, 'wx', 0o600);
        try {
            await file.writeFile(content);
            await file.sync();
        }
        finally {
            await file.close();
        }
        await (0,promises_.rename)(beside, path);
    }
    catch (error) {
        await (0,promises_.rm)(beside, { force: true });
        throw error;
    }
}

;// CONCATENATED MODULE: ./.build/packages/runtime/github.js

/** Loaded only when a request is made: Octokit would double an action's cold start. */
async function connectGitHub({ apiUrl, token, http, repository }) {
    const { getOctokit } = await __nccwpck_require__.e(/* import() */ 758).then(__nccwpck_require__.bind(__nccwpck_require__, 11758));
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

// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __nccwpck_require__(44708);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __nccwpck_require__(57075);
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
        const sent = (0,external_node_https_.request)(url, {
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
            (0,external_node_fs_.appendFileSync)(path, redact(this.text()));
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

/***/ 10530:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  lc: () => (/* reexport */ bool),
  xQ: () => (/* reexport */ camelCase),
  Yq: () => (/* reexport */ choice),
  au: () => (/* reexport */ didYouMean),
  p0: () => (/* reexport */ duration),
  gP: () => (/* reexport */ either),
  ZZ: () => (/* reexport */ field),
  a3: () => (/* reexport */ formatDuration),
  l9: () => (/* reexport */ formatPercent),
  Xq: () => (/* reexport */ formatSize),
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

// UNUSED EXPORTS: closest, json, parseSize

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

/***/ 33243:
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
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
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
/******/ var __webpack_exports__ = __nccwpck_require__(29771);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
