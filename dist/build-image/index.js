import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 3057:
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

/***/ 9580:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

module.exports = __nccwpck_require__(4434)


/***/ }),

/***/ 3587:
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

/***/ 3867:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

const FixedFIFO = __nccwpck_require__(3587)

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

/***/ 6204:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

const { EventEmitter } = __nccwpck_require__(9580)
const FIFO = __nccwpck_require__(3867)
const TextDecoder = __nccwpck_require__(7934)

const StreamError = __nccwpck_require__(5657)

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

/***/ 5657:
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

/***/ 775:
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
  module.exports = (__nccwpck_require__(9896).constants) || constants
} catch {
  module.exports = constants
}


/***/ }),

/***/ 5763:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

const { Writable, Readable, getStreamError } = __nccwpck_require__(6204)
const FIFO = __nccwpck_require__(3867)
const b4a = __nccwpck_require__(3057)
const headers = __nccwpck_require__(8428)

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

/***/ 8428:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

const b4a = __nccwpck_require__(3057)

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

/***/ 6118:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

/* unused reexport */ __nccwpck_require__(5763)
/* unused reexport */ __nccwpck_require__(861)


/***/ }),

/***/ 861:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

const { Readable, Writable, getStreamError } = __nccwpck_require__(6204)
const b4a = __nccwpck_require__(3057)

const constants = __nccwpck_require__(775)
const headers = __nccwpck_require__(8428)

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

/***/ 7934:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

const PassThroughDecoder = __nccwpck_require__(7256)
const UTF8Decoder = __nccwpck_require__(6414)

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

/***/ 7256:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

const b4a = __nccwpck_require__(3057)

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

/***/ 6414:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

const b4a = __nccwpck_require__(3057)

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

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

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

/***/ 3193:
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

/***/ 9907:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ definition)
/* harmony export */ });
/* harmony import */ var _fairway_action__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8317);
/* harmony import */ var _fairway_schema__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7494);


const definition = (0,_fairway_action__WEBPACK_IMPORTED_MODULE_0__/* .defineAction */ .QP)({
    name: 'build-image',
    title: 'Fairway build image',
    description: 'Builds a reproducible OCI image of the app, without a container engine.',
    details: `
Puts the files that \`image.build\` of fairway.yml names on an empty base and writes the image, by digest, into
an OCI image layout. The same commit gives the same digest on every machine; a commit that is built already is
not built again.

\`\`\`yaml
- uses: actions/checkout@v5
- id: build
  uses: fairway-ci/fairway/actions/build-image@v1
  with:
    version: 1.4.0
\`\`\`

The output \`image\` (\`oci:<folder>@sha256:...\`) is what the other actions deploy. Pushing to
\`image.repository\` comes with the registry client; until then it is named in a warning and not done.
`,
    icon: 'package',
    color: 'blue',
    inputs: {
        context: (0,_fairway_action__WEBPACK_IMPORTED_MODULE_0__/* .input */ .hF)((0,_fairway_schema__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(), { description: 'Folder that image.build.files is relative to.', default: '.' }),
        config: (0,_fairway_action__WEBPACK_IMPORTED_MODULE_0__/* .input */ .hF)((0,_fairway_schema__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(), {
            description: 'Path of fairway.yml. Default: .github/fairway.yml, then fairway.yml.',
        }),
        layout: (0,_fairway_action__WEBPACK_IMPORTED_MODULE_0__/* .input */ .hF)((0,_fairway_schema__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(), {
            description: 'Folder of the OCI image layout. Overrides image.layout of fairway.yml.',
        }),
        version: (0,_fairway_action__WEBPACK_IMPORTED_MODULE_0__/* .input */ .hF)((0,_fairway_schema__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({
            pattern: /^[A-Za-z0-9][A-Za-z0-9._+-]{0,127}$/,
            hint: 'letters, digits, ".", "_", "+" and "-", at most 128',
        }), {
            description: 'Version of the release; the tag in the layout. Default: `sha-` and 12 digits of the commit.',
        }),
        revision: (0,_fairway_action__WEBPACK_IMPORTED_MODULE_0__/* .input */ .hF)((0,_fairway_schema__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(), {
            description: 'Commit that is built; it must be checked out.',
            default: '${{ github.sha }}',
        }),
    },
    outputs: {
        image: 'The image by digest: `oci:<folder>@sha256:...`.',
        digest: 'Digest of the image: `sha256:...`.',
        layout: 'Absolute folder of the OCI image layout.',
        version: 'Version the image is tagged with.',
        revision: 'Full id of the commit it was built from.',
        size: 'Bytes of all layers, compressed.',
        reused: '`true` when an image of the same digest was there already.',
    },
});


/***/ }),

/***/ 9771:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _fairway_runtime__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(117);
/* harmony import */ var _definition_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9907);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6177);



await (0,_fairway_runtime__WEBPACK_IMPORTED_MODULE_0__/* .runAction */ .Cs)(_definition_js__WEBPACK_IMPORTED_MODULE_1__/* .definition */ .m, { run: _run_js__WEBPACK_IMPORTED_MODULE_2__/* .run */ .e });

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 6177:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  e: () => (/* binding */ run)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./.build/packages/schema/index.js + 6 modules
var schema = __nccwpck_require__(7494);
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
const imageBuildKind = (0,schema/* object */.Ik)({
    builder: (0,schema/* field */.ZZ)((0,schema/* choice */.Yq)(['assemble']), {
        description: 'What builds the image. `assemble` puts files on an empty base, without a container engine.',
        default: 'assemble',
    }),
    files: (0,schema/* field */.ZZ)((0,schema/* list */.p_)(fileMapping, { min: 1 }), {
        description: 'What goes in, one layer each: a path (placed below workdir) or a mapping of from and to.',
        required: true,
    }),
    ignore: (0,schema/* field */.ZZ)((0,schema/* list */.p_)((0,schema/* text */.Qq)()), {
        description: 'Patterns of paths to leave out, as in .dockerignore: `**/*.test.ts`, `!keep.test.ts`.',
        default: [],
    }),
    workdir: (0,schema/* field */.ZZ)((0,schema/* text */.Qq)({ pattern: /^\//, hint: 'a path in the image starts with "/"' }), {
        description: 'Working folder of the process.',
        default: '/app',
    }),
    entrypoint: (0,schema/* field */.ZZ)((0,schema/* list */.p_)((0,schema/* text */.Qq)()), { description: 'Program and first arguments.', default: [] }),
    cmd: (0,schema/* field */.ZZ)((0,schema/* list */.p_)((0,schema/* text */.Qq)()), { description: 'Default arguments after the entrypoint.', default: [] }),
    env: (0,schema/* field */.ZZ)((0,schema/* map */.Tj)((0,schema/* text */.Qq)(), { keys: /^[A-Za-z_][A-Za-z0-9_]*$/, keyHint: 'letters, digits and "_"' }), {
        description: 'Environment variables of the process.',
        default: {},
    }),
    user: (0,schema/* field */.ZZ)((0,schema/* text */.Qq)(), { description: 'User (and group) of the process: `1000:1000`.' }),
    ports: (0,schema/* field */.ZZ)((0,schema/* list */.p_)((0,schema/* int */.Wh)({ min: 1, max: 65_535 })), {
        description: 'TCP ports the process listens on.',
        default: [],
    }),
    labels: (0,schema/* field */.ZZ)((0,schema/* map */.Tj)((0,schema/* text */.Qq)()), { description: 'Further labels of the image.', default: {} }),
    platforms: (0,schema/* field */.ZZ)((0,schema/* list */.p_)(platform, { min: 1 }), {
        description: 'Platforms the image is for; several make an index. The files are the same in each.',
        default: ['linux/amd64'],
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
});

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

;// CONCATENATED MODULE: ./.build/packages/metrics/kinds.js

/** Queries of the `process` provider: percent of failed requests, number of requests, milliseconds. */
const PROCESS_QUERIES = ['error-rate', 'requests', 'p50', 'p95', 'p99'];
/** The key that names the provider in one metric and its query: `{ name: errors, process: error-rate }`. */
const metricKinds = { process: (0,schema/* choice */.Yq)(PROCESS_QUERIES) };

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
        return formatPercent(value);
    if (unit === 'ms' && value >= 0)
        return formatDuration(value);
    return String(Number(value.toPrecision(6)));
}

;// CONCATENATED MODULE: ./.build/packages/rollout/metric-kind.js



const common = {
    name: (0,schema/* field */.ZZ)((0,schema/* text */.Qq)(), { description: 'Name in logs and verdicts.', required: true }),
    max: (0,schema/* field */.ZZ)(limit(), { description: 'Fails above this: `1%`, `300ms` or a number.' }),
    min: (0,schema/* field */.ZZ)(limit(), { description: 'Fails below this.' }),
    'no-data': (0,schema/* field */.ZZ)((0,schema/* choice */.Yq)(['wait', 'fail', 'pass', 'inconclusive']), {
        description: 'What no data means. `pass` lets the other metrics decide; alone it never advances.',
        default: 'wait',
    }),
    'failure-limit': (0,schema/* field */.ZZ)((0,schema/* int */.Wh)({ min: 0 }), { description: 'Failed measurements to tolerate.', default: 0 }),
    'error-limit': (0,schema/* field */.ZZ)((0,schema/* int */.Wh)({ min: 0 }), {
        description: 'Errors of the provider in a row to tolerate.',
        default: 4,
    }),
    'inconclusive-limit': (0,schema/* field */.ZZ)((0,schema/* int */.Wh)({ min: 0 }), {
        description: 'Inconclusive measurements to tolerate.',
        default: 0,
    }),
};
const names = Object.keys(metricKinds);
function metric() {
    const providers = Object.fromEntries(names.map((name) => [name, (0,schema/* field */.ZZ)(metricKinds[name], { description: `Query for ${name}.` })]));
    const fields = (0,schema/* object */.Ik)({ ...common, ...providers });
    return {
        name: 'metric',
        json: { ...fields.json, oneOf: names.map((name) => ({ required: [name] })) },
        read(value, path, report) {
            const read = fields.read(value, path, report);
            if (!read)
                return undefined;
            // Keys of the document, before camelCase; `fields.read` has seen that it is a mapping.
            const given = names.filter((name) => Object.hasOwn(value, name));
            const [type] = given;
            const problem = problemOf(read, given);
            if (problem || !type) {
                report({ path, message: problem ?? '', on: 'value' });
                return undefined;
            }
            const entries = Object.entries(read).filter(([key]) => !names.includes(key));
            const source = { type, config: read[camel(type)] };
            return { ...Object.fromEntries(entries), source };
        },
    };
}
const camel = (name) => name.replace(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase());
function problemOf({ name, max, min }, given) {
    if (given.length !== 1) {
        return `metric "${name}" needs exactly one provider, found ${given.length ? given.join(' and ') : 'none'}. Valid: ${names.join(', ')}.`;
    }
    if (!max && !min)
        return `metric "${name}" needs a limit: max or min`;
    if (max && min && (max.unit !== min.unit || min.value > max.value)) {
        return `metric "${name}": min must not be above max, in the same unit`;
    }
    return undefined;
}
/** At least one metric, each under its own name: a canary without evidence is a delayed deployment. */
function metricList() {
    const metrics = (0,schema/* list */.p_)(metric(), { min: 1 });
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

;// CONCATENATED MODULE: ./.build/packages/rollout/step-kind.js

const count = () => (0,schema/* int */.Wh)({ min: 0 });
/** Steps that rise strictly from above 0% up to 100%: weights never go down except to abort. */
function stepList() {
    const long = (0,schema/* object */.Ik)({
        weight: (0,schema/* field */.ZZ)((0,schema/* percent */.KN)(), { description: 'Share of the traffic.', required: true }),
        bake: (0,schema/* field */.ZZ)((0,schema/* duration */.p0)({ min: 100 }), { description: 'How long this step keeps its share.' }),
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

;// CONCATENATED MODULE: ./.build/packages/rollout/kinds.js



const canary = (0,schema/* object */.Ik)({
    steps: (0,schema/* field */.ZZ)(stepList(), {
        description: 'Shares of the traffic for the new release, rising: `5%`, or `{ weight: 5%, bake: 10m }` to bake longer.',
        required: true,
    }),
    bake: (0,schema/* field */.ZZ)((0,schema/* duration */.p0)({ min: 100 }), {
        description: 'How long each step keeps its share before it may go on.',
        default: '1m',
    }),
    interval: (0,schema/* field */.ZZ)((0,schema/* duration */.p0)({ min: 100 }), {
        description: 'Measure this often during a bake. Default: once, when the bake ends.',
    }),
    metrics: (0,schema/* field */.ZZ)(metricList(), {
        description: 'What is measured, and what is good enough. All of them must pass to go on.',
        required: true,
    }),
    'max-duration': (0,schema/* field */.ZZ)((0,schema/* duration */.p0)({ min: 100 }), {
        description: 'Abort when the canary takes longer. Default: the bakes together and ten minutes.',
    }),
    'min-samples': (0,schema/* field */.ZZ)(count(), {
        description: 'Fewer observations than this behind a value count as no data.',
        default: 1,
    }),
});
/** How a release is taken live. Rolling updates come with the targets that know them. */
const strategyKind = (0,schema/* named */.KT)('strategy', {
    recreate: (0,schema/* object */.Ik)({}),
    'blue-green': (0,schema/* object */.Ik)({}),
    canary,
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

;// CONCATENATED MODULE: ./.build/packages/targets/kinds.js

/** What may stand in `target:` of an environment, by type. */
const targetKinds = { process: processTarget };

;// CONCATENATED MODULE: ./.build/packages/config/names.js

/** App and environment names become git refs, folders and job names. */
const NAME = /^[a-z0-9][a-z0-9-]{0,62}$/;
const NAME_HINT = 'lower-case letters, digits and "-", starting with a letter or digit, at most 63';
const names_name = () => (0,schema/* text */.Qq)({ pattern: NAME, hint: NAME_HINT });
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
const checkKind = (0,schema/* object */.Ik)({
    http: (0,schema/* field */.ZZ)((0,schema/* url */.OZ)(), { description: 'Address to request after the deployment.', required: true }),
    expect: (0,schema/* field */.ZZ)((0,schema/* int */.Wh)({ min: 100, max: 599 }), { description: 'Status that counts as good.', default: 200 }),
    within: (0,schema/* field */.ZZ)((0,schema/* duration */.p0)({ min: 1 }), { description: 'How long to try.', default: '30s' }),
});
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
    environments: (0,schema/* field */.ZZ)(nonEmpty((0,schema/* map */.Tj)(environmentKind, { keys: NAME, keyHint: NAME_HINT })), {
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

// EXTERNAL MODULE: ./.build/packages/runtime/index.js + 19 modules
var runtime = __nccwpck_require__(117);
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

;// CONCATENATED MODULE: ./.build/packages/config/semantics.js

/**
 * What single values cannot show: the promotion order and ports used twice.
 * Works on the raw document, so that these are reported together with the problems of single values;
 * whatever has the wrong shape is passed over here.
 */
function semanticProblems(document) {
    const environments = Object.entries(mapping(mapping(document)?.environments) ?? {});
    const order = new Map(environments.map(([name, raw]) => [name, after(mapping(raw)?.after)]));
    const lists = new Set(environments.filter(([, raw]) => Array.isArray(mapping(raw)?.after)).map(([n]) => n));
    return [...orderProblems(order, (name) => lists.has(name)), ...portProblems(environments)];
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
        const port = mapping(mapping(mapping(raw)?.target)?.process)?.port;
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
function mapping(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value)
        ? value
        : undefined;
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
        return { root: undefined, faults: [{ offset: error.mark?.position ?? 0, message: hint(error.reason) }] };
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
function hint(reason) {
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





;// CONCATENATED MODULE: ./.build/packages/image/platform.js
/** `linux/arm64/v8` -> its parts; the text was checked by the kind. */
function parsePlatform(text) {
    const [os = '', architecture = '', variant] = text.split('/');
    return { architecture, os, ...(variant ? { variant } : {}) };
}

;// CONCATENATED MODULE: ./.build/packages/image/types.js
const types_MEDIA_TYPES = {
    index: 'application/vnd.oci.image.index.v1+json',
    manifest: 'application/vnd.oci.image.manifest.v1+json',
    config: 'application/vnd.oci.image.config.v1+json',
    layer: 'application/vnd.oci.image.layer.v1.tar',
    layerGzip: 'application/vnd.oci.image.layer.v1.tar+gzip',
    layerZstd: 'application/vnd.oci.image.layer.v1.tar+zstd',
};

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(1455);
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
 * of the context, a link that leaves it, a special file, two sources of one path, or nothing at all.
 */
async function planLayers(context, build) {
    const walker = new Walker(await (0,promises_.realpath)((0,external_node_path_.resolve)(context)), ignoreMatcher(build.ignore));
    const layers = [];
    for (const mapping of build.files) {
        const { from, to } = typeof mapping === 'string' ? { from: mapping, to: external_node_path_.posix.join(build.workdir, mapping) } : mapping;
        layers.push(await walker.layer(from, to));
    }
    refuseDoubles(layers);
    return layers;
}
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
        return { from, to: `/${name}`, entries: withParents(entries) };
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
function withParents(entries) {
    const folders = new Set();
    for (const { name } of entries) {
        for (let parent = external_node_path_.posix.dirname(name); parent !== '.'; parent = external_node_path_.posix.dirname(parent))
            folders.add(parent);
    }
    const all = [...[...folders].map((name) => ({ type: 'folder', name })), ...entries];
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

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __nccwpck_require__(7075);
;// CONCATENATED MODULE: external "node:stream/promises"
const external_node_stream_promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/promises");
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __nccwpck_require__(8522);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
;// CONCATENATED MODULE: ./.build/packages/image/verify.js



/** JSON documents of an image are small; a larger one is not read into memory. */
const DOCUMENT_LIMIT = 8 * 1024 * 1024;
/** Counts and hashes what flows through. */
class verify_DigestTap extends external_node_stream_.Transform {
    #hash = (0,external_node_crypto_.createHash)('sha256');
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
/** Reads a blob to its end and compares digest and size. UserError with both when they differ. */
async function verify_verifyBlob(store, blob, keep = () => undefined) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    let size = 0;
    for await (const chunk of await store.read(blob.digest)) {
        hash.update(chunk);
        size += chunk.length;
        keep(chunk);
    }
    const actual = `sha256:${hash.digest('hex')}`;
    if (actual === blob.digest && (blob.size === undefined || blob.size === size))
        return;
    const expected = blob.size === undefined ? blob.digest : `${blob.digest} (${blob.size} bytes)`;
    throw new runtime/* UserError */.yo(`blob ${blob.digest} of ${store.location} does not match: expected ${expected}, found ${actual} (${size} bytes)`, { mend: 'the image is damaged or was changed: delete this blob and build or pull the image again' });
}
/** The verified bytes of a small blob: manifest, index or config. */
async function readBlob(store, blob) {
    const chunks = [];
    let size = 0;
    await verify_verifyBlob(store, blob, (chunk) => {
        size += chunk.length;
        if (size > DOCUMENT_LIMIT) {
            throw new runtime/* UserError */.yo(`blob ${blob.digest} of ${store.location} is too large for an image document`);
        }
        chunks.push(chunk);
    });
    return Buffer.concat(chunks);
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
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
function headerOf(entry, mtime) {
    const name = entry.type === 'folder' ? `${entry.name}/` : entry.name;
    const target = entry.type === 'link' ? entry.target : '';
    const size = entry.type === 'file' ? entry.size : 0;
    const mode = entry.type === 'file' && !entry.executable ? 0o644 : entry.type === 'link' ? 0o777 : 0o755;
    const records = [
        fits(name) ? '' : record('path', name),
        fits(target) ? '' : record('linkpath', target),
        size > SIZE_LIMIT ? record('size', String(size)) : '',
    ].join('');
    const header = block(name, target, TYPES[entry.type], mode, size > SIZE_LIMIT ? 0 : size, mtime);
    if (records === '')
        return header;
    const pax = Buffer.from(records);
    return Buffer.concat([
        // A constant name: others put a process id here, and the digest with it.
        block('PaxHeader', '', 'x', 0o644, pax.length, mtime),
        pax,
        Buffer.alloc(padding(pax.length)),
        header,
    ]);
}
/** The 512 bytes of a ustar header. Owner and group are 0, without names. */
function block(name, target, type, mode, size, mtime) {
    const header = Buffer.alloc(512);
    header.write(name.slice(0, NAME_LIMIT), 0, NAME_LIMIT, 'latin1');
    header.write(octal(mode, 7), 100, 'latin1');
    header.write(octal(0, 7), 108, 'latin1');
    header.write(octal(0, 7), 116, 'latin1');
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
    const tap = new verify_DigestTap();
    const blob = await (0,external_node_stream_promises_namespaceObject.pipeline)(() => tarOf(plan.entries, mtime), tap, (0,external_node_zlib_.createGzip)({ level: LEVEL }), pinnedHeader(), (compressed) => store.write(compressed), signal ? { signal } : {});
    const { digest, size, existed } = blob;
    return {
        from: plan.from,
        to: plan.to,
        files: plan.entries.filter(({ type }) => type !== 'folder').length,
        digest,
        size,
        existed,
        diffId: tap.digest(),
        descriptor: { mediaType: types_MEDIA_TYPES.layerGzip, digest, size },
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

;// CONCATENATED MODULE: ./.build/packages/image/assemble/index.js




/**
 * Puts files of a folder on an empty base and writes the image into a store: layers, then config, then
 * manifest, then the tag, so that a kill leaves no image that lacks a part. The same files and identity
 * give the same digest, whatever the folder, owner, umask, times and machine. Throws UserError.
 */
async function assembleImage(context, build, identity, store, signal) {
    const plans = await planLayers(context, build);
    const layers = [];
    for (const plan of plans)
        layers.push(await writeLayer(plan, identity.created, store, signal));
    const images = [];
    for (const platform of build.platforms.map(parsePlatform)) {
        images.push(await writeManifest(platform, layers, build, identity, store));
    }
    const [first] = images;
    const top = images.length === 1 && first ? first : await writeIndex(images, identity, store);
    const before = await store.tag(identity.version, top.descriptor);
    return {
        reference: store.reference(top.descriptor.digest),
        digest: top.descriptor.digest,
        size: layers.reduce((sum, { size }) => sum + size, 0),
        layers: layers.map(({ descriptor: _, ...summary }) => summary),
        existed: top.existed,
        replaced: before === top.descriptor.digest ? undefined : before,
    };
}
async function writeManifest(platform, layers, build, identity, store) {
    const config = await writeJson(types_MEDIA_TYPES.config, configOf(platform, layers, build, identity), store);
    const manifest = {
        schemaVersion: 2,
        mediaType: types_MEDIA_TYPES.manifest,
        config: config.descriptor,
        layers: layers.map(({ descriptor }) => descriptor),
        annotations: annotationsOf(identity),
    };
    const { descriptor, existed } = await writeJson(types_MEDIA_TYPES.manifest, manifest, store);
    return { descriptor: { ...descriptor, platform }, existed };
}
function writeIndex(images, identity, store) {
    const manifests = images.map(({ descriptor }) => descriptor);
    const annotations = annotationsOf(identity);
    return writeJson(types_MEDIA_TYPES.index, { schemaVersion: 2, mediaType: types_MEDIA_TYPES.index, manifests, annotations }, store);
}
async function writeJson(mediaType, document, store) {
    const bytes = Buffer.from(JSON.stringify(document));
    const { digest, size, existed } = await store.write((async function* () {
        yield bytes;
    })());
    return { descriptor: { mediaType, digest, size }, existed };
}
function configOf(platform, layers, build, identity) {
    const created = isoTime(identity.created);
    const ports = build.ports.map((port) => [`${port}/tcp`, {}]);
    return {
        created,
        ...platform,
        config: {
            ...(build.user ? { User: build.user } : {}),
            ...(ports.length ? { ExposedPorts: sorted(Object.fromEntries(ports)) } : {}),
            Env: Object.entries(sorted(build.env)).map(([name, value]) => `${name}=${value}`),
            ...(build.entrypoint.length ? { Entrypoint: build.entrypoint } : {}),
            ...(build.cmd.length ? { Cmd: build.cmd } : {}),
            WorkingDir: build.workdir,
            Labels: sorted({ ...build.labels, ...annotationsOf(identity) }),
        },
        rootfs: { type: 'layers', diff_ids: layers.map(({ diffId }) => diffId) },
        history: layers.map(({ from, to }) => ({
            created,
            created_by: `fairway assemble ${from} -> ${to}`,
        })),
    };
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

;// CONCATENATED MODULE: external "node:process"
const external_node_process_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");
;// CONCATENATED MODULE: ./.build/packages/image/reference.js


const DIGEST = /^sha256:[0-9a-f]{64}$/;
function isDigest(text) {
    return DIGEST.test(text);
}
/** Reads `oci:<absolute folder>@sha256:...` or `<repository>@sha256:...`. Throws UserError. */
function reference_parseReference(reference) {
    const at = reference.lastIndexOf('@');
    const place = reference.slice(0, Math.max(at, 0));
    const digest = reference.slice(at + 1);
    if (at < 1 || !isDigest(digest)) {
        throw new UserError(`"${reference}" is not an image by digest`, {
            mend: 'write <repository>@sha256:<64 hex digits> or oci:<absolute folder>@sha256:<64 hex digits>',
        });
    }
    if (!place.startsWith('oci:'))
        return { kind: 'registry', repository: place, digest };
    const folder = place.slice('oci:'.length);
    if (!isAbsolute(folder)) {
        throw new UserError(`"${reference}" names a relative folder`, {
            mend: 'write the absolute path of the image layout after "oci:"',
        });
    }
    return { kind: 'layout', folder, digest };
}

;// CONCATENATED MODULE: ./.build/packages/image/document.js


/** Parses one of the JSON documents of an image and checks what the rest of the code relies on. */
function readDocument(kind, bytes, where) {
    const value = parse(bytes, where);
    const problem = CHECKS[kind](value);
    if (problem)
        throw new runtime/* UserError */.yo(`not a valid image ${kind}: ${problem}`, { where, mend: 'build the image again' });
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
        throw new runtime/* UserError */.yo(`not valid JSON: ${cause.message}`, {
            where,
            mend: 'build the image again',
            cause,
        });
    }
    throw new runtime/* UserError */.yo('not a JSON object', { where, mend: 'build the image again' });
}
const CHECKS = {
    index: (value) => version(value) ?? descriptors(value.manifests, 'manifests'),
    manifest: (value) => version(value) ?? descriptors([value.config], 'config') ?? descriptors(value.layers, 'layers'),
    config(value) {
        if (typeof value.os !== 'string' || typeof value.architecture !== 'string')
            return 'os or architecture is missing';
        const diffIds = isObject(value.rootfs) ? value.rootfs.diff_ids : undefined;
        const good = Array.isArray(diffIds) && diffIds.every((id) => typeof id === 'string' && isDigest(id));
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
        isDigest(entry.digest) &&
        Number.isSafeInteger(entry.size) &&
        Number(entry.size) >= 0);
}
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

;// CONCATENATED MODULE: external "node:sqlite"
const external_node_sqlite_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:sqlite");
;// CONCATENATED MODULE: ./.build/packages/image/layout-index.js







/** How long another writer may hold the index, in ms. */
const PATIENCE = 15_000;
/** The list of images of a layout. UserError when it is not valid. */
function readIndex(folder) {
    const path = (0,external_node_path_.join)(folder, 'index.json');
    return readDocument('index', (0,external_node_fs_.readFileSync)(path), path);
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
const EMPTY = { schemaVersion: 2, mediaType: types_MEDIA_TYPES.index, manifests: [] };
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

;// CONCATENATED MODULE: ./.build/packages/image/layout.js







const MARKER = '{"imageLayoutVersion":"1.0.0"}';
const DAY = 86_400_000;
/** Opens an OCI image layout for reading. UserError when the folder is none. */
async function layout_openLayout(folder) {
    await checkMarker(folder);
    return new OciLayout(folder);
}
/** Opens an OCI image layout for writing; makes it when the folder is missing or empty. */
async function createLayout(folder) {
    await (0,promises_.mkdir)((0,external_node_path_.join)(folder, 'blobs', 'sha256'), { recursive: true });
    await (0,promises_.mkdir)(incoming(folder), { recursive: true });
    if (!(0,external_node_fs_.existsSync)((0,external_node_path_.join)(folder, 'index.json')))
        updateIndex(folder, (manifests) => manifests);
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
        return readIndex(this.#folder).manifests;
    }
    async tag(name, image) {
        let before;
        updateIndex(this.#folder, (manifests) => {
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
        if (!isDigest(digest))
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

;// CONCATENATED MODULE: ./.build/packages/image/inspect.js






/** The store that a reference points into. */
async function inspect_storeOf(reference) {
    const parsed = parseReference(reference);
    if (parsed.kind === 'layout')
        return await openLayout(parsed.folder);
    throw new UserError(`${reference} is in a registry, which this version cannot read yet`, {
        mend: 'use an image of an OCI layout on this machine (oci:<folder>@sha256:...)',
    });
}
/** Manifest and config of an image, digests verified; layers are not read. Throws UserError. */
async function inspectImage(reference, options = {}) {
    const { digest } = parseReference(reference);
    return await inspect_inspectIn(await inspect_storeOf(reference), digest, options);
}
async function inspect_inspectIn(store, digest, { platform } = {}) {
    const where = store.reference(digest);
    const bytes = await readBlob(store, { digest });
    if (!looksLikeIndex(bytes, where)) {
        return { digest, platforms: [], ...(await readManifest(store, { digest }, bytes)) };
    }
    const index = readDocument('index', bytes, where);
    const chosen = choose(index.manifests, platform ?? { os: 'linux', architecture: thisArchitecture() }, where);
    const platforms = index.manifests.flatMap((entry) => entry.platform ?? []);
    return { digest, platforms, ...(await readManifest(store, chosen, await readBlob(store, chosen))) };
}
async function readManifest(store, { digest }, bytes) {
    const manifest = readDocument('manifest', bytes, store.reference(digest));
    const config = readDocument('config', await readBlob(store, manifest.config), store.reference(manifest.config.digest));
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

;// CONCATENATED MODULE: ./.build/packages/image/content-key.js






/** Annotation of the manifest: from which inputs the image was built. */
const CONTENT_KEY = 'dev.fairway.content-key';
/** Raised when the builder writes other bytes for the same inputs. */
const BUILDER = 'assemble/1';
/**
 * A hash of all that decides the image's bytes, without reading its files: the commit stands for them. It
 * does so only when every file that goes in is committed and unchanged; otherwise `why` names the reason.
 */
async function contentKey(exec, context, build, identity) {
    const paths = build.files.map((file) => `:(literal)${typeof file === 'string' ? file : file.from}`);
    const git = async (...args) => (await exec.run('git', args, { cwd: context })).stdout;
    try {
        const prefix = (await git('rev-parse', '--show-prefix')).trim();
        const changed = await firstUncommitted(git, prefix, paths, build.ignore);
        if (changed) {
            return { key: undefined, why: `${changed.path} is not as committed`, modified: changed.modified };
        }
        const special = await firstFiltered(git, paths);
        if (special)
            return {
                key: undefined,
                why: `${special} is a submodule or goes through a git filter`,
                modified: false,
            };
        const inputs = JSON.stringify({ BUILDER, prefix, build: sortKeys(build), identity: sortKeys(identity) });
        return { key: `sha256:${(0,external_node_crypto_.createHash)('sha256').update(inputs).digest('hex')}` };
    }
    catch (error) {
        // A path behind a link or outside of the repository: git refuses it, the build decides.
        if (!(error instanceof runtime/* CommandError */.Qd))
            throw error;
        return { key: undefined, why: error.stderr.trim().split('\n')[0] ?? 'git refused', modified: false };
    }
}
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
/** What git changes on checkout (LFS, filters) or keeps elsewhere (submodules) has other bytes than its blob. */
async function firstFiltered(git, paths) {
    const filtered = await git('ls-files', '-z', '--', ...paths, ':(exclude,attr:!filter)');
    if (filtered)
        return filtered.split('\0')[0];
    const staged = await git('ls-files', '-z', '--stage', '--', ...paths);
    const submodule = staged.split('\0').find((line) => line.startsWith('160000 '));
    return submodule?.split('\t')[1];
}
/**
 * The image under this version that was built from the same inputs, when all its blobs are there; undefined
 * when it is damaged: then a build mends it.
 */
async function findBuilt(store, version, key, platform) {
    try {
        const tagged = (await store.list()).find(({ annotations }) => annotations?.[REF_NAME] === version);
        if (!tagged || !(await store.has(tagged)))
            return undefined;
        const { manifest } = await inspect_inspectIn(store, tagged.digest, platform ? { platform: parsePlatform(platform) } : {});
        if (manifest.annotations?.[CONTENT_KEY] !== key)
            return undefined;
        const there = await Promise.all(manifest.layers.map((layer) => store.has(layer)));
        if (!there.every(Boolean))
            return undefined;
        const size = manifest.layers.reduce((sum, layer) => sum + layer.size, 0);
        return { digest: tagged.digest, size, layers: manifest.layers };
    }
    catch (error) {
        if (error instanceof runtime/* UserError */.yo)
            return undefined;
        throw error;
    }
}
function sortKeys(value) {
    return JSON.parse(JSON.stringify(value, (_, inner) => typeof inner === 'object' && inner !== null && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
        : inner));
}

// EXTERNAL MODULE: ./node_modules/tar-stream/index.js
var tar_stream = __nccwpck_require__(6118);
;// CONCATENATED MODULE: ./.build/packages/image/unpack/layer-writer.js





const WHITEOUT = '.wh.';
const OPAQUE = '.wh..wh..opq';
/**
 * Applies the entries of one layer below a root folder and never writes outside of it: no absolute paths,
 * no `..`, nothing through a link, no link that leaves, no devices.
 */
class layer_writer_LayerWriter {
    #root;
    /** What this layer wrote: whiteouts hide only what lower layers did. */
    #written = new Set();
    constructor(root) {
        this.#root = root;
    }
    async add(header, content) {
        const name = safeName(header.name);
        if (name === '.' && header.type === 'directory')
            return void content.resume();
        const path = join(this.#root, name);
        await this.#makeParents(name);
        if (basename(name) === OPAQUE)
            await this.#emptyFolder(posix.dirname(name));
        else if (basename(name).startsWith(WHITEOUT))
            await this.#hide(name);
        else {
            if (this.#written.has(name) && header.type !== 'directory') {
                throw new UserError(`the layer has "${name}" twice`, { mend: 'build the image again' });
            }
            await this.#create(header, name, path, content);
            this.#written.add(name);
        }
        content.resume();
    }
    async #create(header, name, path, content) {
        const mode = (header.mode ?? 0o644) & 0o777;
        const type = header.type ?? 'file';
        if (type === 'directory')
            return await makeFolder(path, mode);
        await rm(path, { recursive: true, force: true });
        switch (type) {
            case 'file':
            case 'contiguous-file':
                await pipeline(content, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
                await chmod(path, mode);
                if (header.mtime)
                    await utimes(path, header.mtime, header.mtime);
                return;
            case 'symlink':
                return await symlink(safeTarget(name, header.linkname ?? ''), path);
            case 'link':
                return await this.#hardLink(name, safeName(header.linkname ?? ''), path);
            default:
                throw refusal(name, `is a ${type}, which is not allowed`);
        }
    }
    async #hardLink(name, target, path) {
        await this.#makeParents(target);
        const source = join(this.#root, target);
        if (!(await lstat(source).catch(layer_writer_absent))?.isFile()) {
            throw refusal(name, `is a link to "${target}", which is not a file of the image`);
        }
        await link(source, path);
    }
    /** A parent that is a link could lead out of the folder, whatever it points to now. */
    async #makeParents(name) {
        const parts = posix.dirname(name).split('/');
        let path = this.#root;
        for (const part of parts[0] === '.' ? [] : parts) {
            path = join(path, part);
            const found = await lstat(path).catch(layer_writer_absent);
            if (found?.isDirectory())
                continue;
            if (found?.isSymbolicLink())
                throw refusal(name, `lies behind the link "${part}"`);
            if (found)
                await rm(path);
            await mkdir(path, { mode: 0o755 });
        }
    }
    async #hide(name) {
        const hidden = posix.join(posix.dirname(name), basename(name).slice(WHITEOUT.length));
        if (['', '.', '..'].includes(basename(name).slice(WHITEOUT.length)))
            throw refusal(name, 'hides nothing');
        await this.#remove(hidden);
    }
    async #emptyFolder(folder) {
        for (const child of await readdir(join(this.#root, folder)))
            await this.#remove(posix.join(folder, child));
    }
    /** Removes what lower layers wrote at and below the name. */
    async #remove(name) {
        const own = this.#written.has(name) || [...this.#written].some((path) => path.startsWith(`${name}/`));
        const path = join(this.#root, name);
        if (!own)
            return await rm(path, { recursive: true, force: true });
        if ((await lstat(path).catch(layer_writer_absent))?.isDirectory())
            await this.#emptyFolder(name);
    }
}
async function makeFolder(path, mode) {
    const found = await lstat(path).catch(layer_writer_absent);
    if (found && !found.isDirectory())
        await rm(path);
    if (!found?.isDirectory())
        await mkdir(path);
    // The owner can always get in: the unpacked tree must stay readable and removable.
    await chmod(path, mode | 0o700);
}
/** A path below the root, normalised; UserError for any that could leave it. */
function safeName(name) {
    const parts = name.split('/');
    if (name === '' || name.startsWith('/'))
        throw refusal(name, 'is an absolute path');
    if (parts.includes('..'))
        throw refusal(name, 'contains ".."');
    if (name.includes('\0') || name.includes('\\'))
        throw refusal(name, 'has a character that is not allowed');
    return posix.normalize(name).replace(/\/$/, '');
}
function safeTarget(name, target) {
    if (target === '' || target.startsWith('/') || target.includes('\0')) {
        throw refusal(name, `is a link to "${target}", outside of the image`);
    }
    const reached = posix.join(posix.dirname(name), target);
    if (reached === '..' || reached.startsWith('../')) {
        throw refusal(name, `is a link to "${target}", outside of the image`);
    }
    return target;
}
function refusal(name, why) {
    return new UserError(`the image is refused: "${name}" ${why}`, {
        mend: 'build the image without this entry',
    });
}
function layer_writer_absent(error) {
    if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR')
        throw error;
}

;// CONCATENATED MODULE: ./.build/packages/image/unpack/index.js












/**
 * Unpacks an image into a folder that must not exist yet (or be empty), whole or not at all: every digest
 * and size is verified first, then the layers are applied beside the folder and renamed into place.
 * Returns the config of the image. Throws UserError; nothing is left behind then.
 */
async function unpackImage(reference, folder, options = {}) {
    const target = resolve(folder);
    await refuseContent(target);
    const store = await storeOf(reference);
    const { manifest, config } = await inspectIn(store, parseReference(reference).digest, options);
    // All of them before the first file is written: a damaged image is told by its blob, not by a strange tar.
    for (const layer of manifest.layers)
        await verifyBlob(store, layer);
    await mkdir(dirname(target), { recursive: true });
    const temporary = `${target}.${randomBytes(6).toString('hex')}.tmp`;
    await mkdir(temporary, { mode: 0o755 });
    try {
        for (const [i, layer] of manifest.layers.entries()) {
            await applyLayer(store, layer, config.rootfs.diff_ids[i] ?? '', temporary, options.signal);
        }
        await rename(temporary, target);
    }
    catch (error) {
        await rm(temporary, { recursive: true, force: true });
        throw error;
    }
    return config;
}
async function refuseContent(folder) {
    const names = await readdir(folder).catch((error) => {
        if (error.code === 'ENOENT')
            return [];
        throw error;
    });
    if (names.length) {
        throw new UserError(`${folder} is not empty`, {
            mend: 'unpack the image into a folder that is not there yet',
        });
    }
}
async function applyLayer(store, layer, diffId, root, signal) {
    const tap = new DigestTap();
    const tar = extract();
    const stages = [await store.read(layer.digest), ...decompressor(layer), tap, tar];
    const reading = pipeline(stages, signal ? { signal } : {});
    const writer = new LayerWriter(root);
    const writing = (async () => {
        for await (const entry of tar)
            await writer.add(entry.header, entry);
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
        throw new UserError(`layer ${layer.digest} does not match its diff id: expected ${diffId}, found ${actual}`, { mend: 'the image was built wrongly: build it again' });
    }
}
function decompressor({ mediaType, digest }) {
    switch (mediaType) {
        case MEDIA_TYPES.layer:
            return [];
        case MEDIA_TYPES.layerGzip:
        case 'application/vnd.docker.image.rootfs.diff.tar.gzip':
            return [createGunzip()];
        case MEDIA_TYPES.layerZstd:
            return [createZstdDecompress()];
        default:
            throw new UserError(`layer ${digest} has the unknown media type "${mediaType}"`, {
                mend: 'build the image with layers as tar, tar+gzip or tar+zstd',
            });
    }
}
/** Faults of the tar or its compression are the image's; those of the system keep their code. */
function asUserError(error, { digest }) {
    const { code, message } = error;
    if (error instanceof UserError || (code !== undefined && !/^(Z_|ZSTD_|ERR_)/.test(code)))
        return error;
    return new UserError(`layer ${digest} is not a valid archive: ${message}`, {
        mend: 'build the image again',
        cause: error,
    });
}

;// CONCATENATED MODULE: ./.build/packages/image/index.js








;// CONCATENATED MODULE: ./.build/actions/build-image/src/report.js

function fromScratch({ digest, size, existed, replaced, layers }) {
    const files = layers.reduce((sum, layer) => sum + layer.files, 0);
    return {
        digest,
        size,
        reused: existed,
        replaced,
        story: existed
            ? `Built ${counted(files)}: the same digest was there already.`
            : `Built an image of ${counted(files)}.`,
        layers: layers.map((layer) => ({
            what: `${layer.from} -> ${layer.to}`,
            digest: layer.digest,
            size: layer.size,
            note: `${counted(layer.files)}, ${layer.existed ? 'unchanged' : 'written'}`,
        })),
    };
}
function fromLayout({ digest, size, layers }, { files }) {
    return {
        digest,
        size,
        reused: true,
        replaced: undefined,
        story: 'Not built: the layout has the image of this commit, built from the same inputs.',
        layers: layers.map((layer, i) => {
            const file = files[i];
            const what = typeof file === 'object' ? `${file.from} -> ${file.to}` : (file ?? '');
            return { what, digest: layer.digest, size: layer.size, note: 'reused' };
        }),
    };
}
/** Log, warnings and summary. `repository` is where the config wants the image to be. */
function reportBuild(built, { title, version, revision }, repository, { log, summary }) {
    log.info(`${built.story} ${title} ${version}: ${built.digest}, ${(0,schema/* formatSize */.Xq)(built.size)}`);
    if (built.replaced) {
        log.warning(`Version ${version} was ${built.replaced} before and is ${built.digest} now.`);
    }
    if (repository) {
        log.warning(`The image was not pushed to ${repository}: this version writes it into the layout on this machine only. Pushing comes with the registry client.`);
    }
    summary
        .heading(`Image of ${title} ${version}`)
        .paragraph(`${built.story} Commit \`${revision.slice(0, 12)}\`, digest \`${built.digest}\`.`)
        .table(['Layer', 'Size', 'Digest', ''], [
        ...built.layers.map(({ what, size, digest, note }) => [
            `\`${what}\``,
            (0,schema/* formatSize */.Xq)(size),
            `\`${digest.slice(0, 19)}\``,
            note,
        ]),
        ['**all**', (0,schema/* formatSize */.Xq)(built.size), '', ''],
    ]);
}
const counted = (files) => `${files} file${files === 1 ? '' : 's'}`;

;// CONCATENATED MODULE: ./.build/actions/build-image/src/run.js





/** Builds the image of the checked-out commit, or finds the one that was built from it before. */
async function run(inputs, ports) {
    const { config, file } = await loadConfig(ports, inputs.config);
    const build = buildSection(config, file);
    const context = (0,external_node_path_.resolve)(ports.context.workspace, inputs.context);
    const layout = layoutFolder(inputs, config, ports);
    const identity = await identify(inputs, config.app, context, ports);
    const store = await createLayout(layout);
    const built = await buildOrReuse(context, build, identity, store, ports);
    reportBuild(built, identity, config.image?.repository, ports);
    return {
        image: store.reference(built.digest),
        digest: built.digest,
        layout,
        version: identity.version,
        revision: identity.revision,
        size: String(built.size),
        reused: String(built.reused),
    };
}
function buildSection({ image }, file) {
    if (image?.build)
        return image.build;
    throw new runtime/* UserError */.yo('fairway.yml does not say how the image is built', {
        where: file,
        mend: 'add:\nimage:\n  build: { files: [src], entrypoint: [node, src/main.js] }',
    });
}
function layoutFolder(inputs, { image, app }, { context }) {
    const given = inputs.layout ?? image?.layout;
    return given === undefined ? (0,external_node_path_.join)(context.home, app, 'images') : (0,external_node_path_.resolve)(context.workspace, given);
}
async function identify(inputs, app, folder, ports) {
    const { exec, context } = ports;
    const commit = await checkedOutCommit(exec, folder, inputs.revision);
    const { repository, serverUrl } = context;
    return {
        title: app,
        version: inputs.version ?? `sha-${commit.id.slice(0, 12)}`,
        revision: commit.id,
        created: commit.time,
        ...(repository && serverUrl ? { source: `${serverUrl}/${repository.owner}/${repository.repo}` } : {}),
    };
}
async function buildOrReuse(context, build, identity, store, { exec, log, signal }) {
    const key = await contentKey(exec, context, build, identity);
    if (key.key === undefined) {
        log.info(`Not looked for an earlier build: ${key.why}`);
        if (key.modified)
            log.warning(`The image is not what commit ${identity.revision} holds: ${key.why}.`);
        return fromScratch(await assembleImage(context, build, identity, store, signal));
    }
    const found = await findBuilt(store, identity.version, key.key, build.platforms[0]);
    if (found)
        return fromLayout(found, build);
    const annotated = { ...identity, annotations: { [CONTENT_KEY]: key.key } };
    return fromScratch(await assembleImage(context, build, annotated, store, signal));
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

// EXTERNAL MODULE: ./.build/packages/schema/index.js + 6 modules
var schema = __nccwpck_require__(7494);
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
    const main = `${distFromHere}/${definition.name}/index.js`;
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
        runs: { using: 'node24', main, ...(definition.post ? { post: main } : {}) },
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

/***/ 117:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Qd: () => (/* reexport */ errors_CommandError),
  yo: () => (/* reexport */ UserError),
  Cs: () => (/* reexport */ runAction)
});

// UNUSED EXPORTS: Coprocess, ENVIRONMENT, GateError, InternalError, Redactor, RemoteError, Summary, atomicWrite, connectGitHub, context, describeError, memoryLog, retry, systemClock, systemExec, systemFiles, systemHttp, systemPorts, workflowLog

;// CONCATENATED MODULE: external "node:timers/promises"
const promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");
;// CONCATENATED MODULE: ./.build/packages/runtime/clock.js

const systemClock = {
    now: Date.now,
    async sleep(ms, signal) {
        try {
            await (0,promises_namespaceObject.setTimeout)(ms, undefined, signal ? { signal } : {});
        }
        catch (error) {
            throw signal?.aborted ? signal.reason : error;
        }
    },
};

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
;// CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
;// CONCATENATED MODULE: ./.build/packages/runtime/environment.js
/**
 * Every environment variable Fairway reads, in one place. Only this package touches `process.env`;
 * `docs/environment.md` is generated from this list.
 */
const ENVIRONMENT = {
    DOCKER_CONFIG: 'Folder of the Docker config that holds registry credentials. Default: `~/.docker`.',
    FAIRWAY_HOME: 'Where targets of this machine keep their state, images and logs. Default: `~/.local/state/fairway`.',
    GITHUB_ACTION_PATH: 'Folder of the action that runs.',
    GITHUB_ACTOR: 'Who started the run; recorded in the ledger.',
    GITHUB_API_URL: 'Base URL of the REST API. Without it the ledger and releases use plain git.',
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

;// CONCATENATED MODULE: ./.build/packages/runtime/context.js




function context(env = process.env) {
    const get = (name) => variable(name, env);
    const [owner, repo] = (get('GITHUB_REPOSITORY') ?? '').split('/');
    const serverUrl = get('GITHUB_SERVER_URL');
    const runId = get('GITHUB_RUN_ID');
    const home = get('HOME') ?? (0,external_node_os_namespaceObject.homedir)();
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
    };
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
class errors_CommandError extends FairwayError {
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
            env: { ...process.env, ...this.#addEnv },
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

;// CONCATENATED MODULE: ./.build/packages/runtime/exec.js


const systemExec = {
    run: (command, args, options = {}) => new Promise((resolve, reject) => {
        const child = (0,external_node_child_process_namespaceObject.spawn)(command, args, {
            stdio: ['pipe', 'pipe', 'pipe'],
            windowsHide: true,
            ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
            ...(options.env || options.addEnv
                ? { env: { ...(options.env ?? process.env), ...options.addEnv } }
                : {}),
            ...(options.signal ? { signal: options.signal } : {}),
        });
        const collected = { stdout: '', stderr: '' };
        for (const stream of ['stdout', 'stderr']) {
            child[stream].setEncoding('utf8').on('data', (chunk) => {
                collected[stream] += chunk;
                options.onOutput?.(chunk, stream);
            });
        }
        child.on('error', (error) => reject(startError(command, options, error)));
        child.on('close', (code) => {
            if (code !== null && (options.okCodes ?? [0]).includes(code))
                resolve({ ...collected, exitCode: code });
            else
                reject(new errors_CommandError([command, ...args], code, collected.stderr));
        });
        // A child that does not read its input closes the pipe early; its exit code tells the story.
        child.stdin.on('error', () => undefined);
        child.stdin.end(options.input ?? '');
    }),
};
function startError(command, { signal, cwd }, error) {
    if (signal?.aborted)
        return signal.reason;
    if (error.code !== 'ENOENT')
        return error;
    return new UserError(`${command} could not be started`, {
        mend: `install ${command} and put it on the PATH${cwd ? `, and check that ${cwd} exists` : ''}`,
        cause: error,
    });
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(1455);
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
function asOptions({ signal, ...init }) {
    return signal ? { ...init, signal } : init;
}
function explain(error) {
    if (!(error instanceof Error) || !('status' in error))
        return error;
    const status = Number(error.status);
    const where = error.request;
    const place = where ? `${where.method} ${where.url}` : 'GitHub API';
    if (status === 401) {
        return new UserError('GitHub refused the token', {
            where: place,
            mend: 'pass a valid token',
            cause: error,
        });
    }
    const mend = status === 403 || status === 404
        ? 'check that the repository exists and that the job has the permission this needs'
        : "try again; if it stays, look at GitHub's status page";
    return new RemoteError(`GitHub answered ${status}: ${error.message}`, {
        status,
        where: place,
        mend,
        retryable: status >= 500 || status === 429,
        cause: error,
    });
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
    const { retry: policy, timeout = 30_000, signal, ...init } = options;
    const method = (init.method ?? 'GET').toUpperCase();
    const again = policy !== false && (policy !== undefined || IDEMPOTENT.has(method));
    try {
        return await retry(async () => {
            const limit = AbortSignal.timeout(timeout);
            const response = await fetch(url, {
                ...init,
                signal: signal ? AbortSignal.any([signal, limit]) : limit,
            });
            if (again && PASSING.has(response.status))
                throw new PassingStatus(response);
            return response;
        }, (error) => {
            if (!again || signal?.aborted)
                return undefined;
            return error instanceof PassingStatus ? retryAfter(error.response, clock.now()) : {};
        }, { clock, ...(signal ? { signal } : {}), policy: policy || DEFAULT_RETRY });
    }
    catch (error) {
        if (error instanceof PassingStatus)
            return error.response;
        if (signal?.aborted)
            throw signal.reason;
        const place = `${url.origin}${url.pathname}`;
        throw new RemoteError(`${method} ${place}: no answer (${reasonOf(error)})`, {
            where: place,
            mend: 'check that the service is up and can be reached from this machine',
            retryable: true,
            cause: error,
        });
    }
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
    if (response.status === 429 && reset !== null && response.headers.get('x-ratelimit-remaining') === '0') {
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
/** A heredoc whose delimiter is random, so that no value can close it. */
function keyValue(name, value) {
    const delimiter = `ghadelimiter_${(0,external_node_crypto_.randomUUID)()}`;
    if (value.includes(delimiter))
        throw new InternalError(`the value of ${name} contains its delimiter`);
    return `${name}<<${delimiter}\n${value}\n${delimiter}\n`;
}

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
 * Hides secrets in every form they travel in: raw, each line of it, base64 at any alignment (as inside
 * `user:password` pairs), URL-encoded, JSON-escaped, and whatever stands as userinfo in a URL.
 */
class Redactor {
    #forms = new Set();
    /** Returns the forms that were new, so that the runner can be told to mask them too. */
    add(secret) {
        if (secret.trim() === '')
            return [];
        const added = formsOf(secret).filter((form) => !this.#forms.has(form));
        for (const form of added)
            this.#forms.add(form);
        return added;
    }
    redact(text) {
        // Forms first: a secret that is a URL with userinfo is hidden whole.
        return this.#hideForms(text).replace(/(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/?#]+@/gi, '$1***@');
    }
    /** Finds every form, also where two overlap: hiding one must not leave the rest of another. */
    #hideForms(text) {
        const found = [];
        for (const form of this.#forms) {
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
            (0,external_node_fs_.appendFileSync)(path, redact(this.text()));
    }
}
const cell = (text) => text.replaceAll('|', '\\|').replace(/\r?\n/g, '<br>');

;// CONCATENATED MODULE: ./.build/packages/runtime/system-ports.js









/** The real outside world. Installs handlers for SIGINT and SIGTERM: call it once a process. */
function systemPorts({ log, mask, context: here = context() }) {
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
        process.on(name, () => controller.abort(new UserError(`cancelled by ${name}`)));
    }
    return controller.signal;
}

;// CONCATENATED MODULE: ./.build/packages/runtime/run-action.js







const PHASE = 'fairway-phase';
/** Runs main or post, maps every error to annotation, summary and exit code, and ends the process. */
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
    const ports = systemPorts({ log, mask });
    try {
        const inputs = readInputs(definition, raw, ports);
        if (getState(PHASE) === 'main') {
            await body.post?.(inputs, ports);
        }
        else {
            saveState(PHASE, 'main');
            const { failure, ...outputs } = await body.run(inputs, ports);
            setOutputs(outputs, definition, redactor);
            if (failure)
                throw failure;
        }
    }
    catch (error) {
        fail(error, definition.title, ports, redactor);
    }
    finally {
        ports.summary.write(variable('GITHUB_STEP_SUMMARY'), (text) => redactor.redact(text));
    }
    // Keep-alive sockets would hold the process for seconds.
    process.exit();
}
function readInputs(definition, raw, { log }) {
    const parsed = (0,action/* parseInputs */.TL)(definition, raw);
    for (const { input, message } of parsed.warnings)
        log.warning(`Input "${input}" ${message}`);
    if (parsed.ok)
        return parsed.inputs;
    const lines = parsed.problems.map(({ input, message }) => `- ${input}: ${message}`);
    throw new UserError(`${lines.length} problem${lines.length > 1 ? 's' : ''} with the inputs:\n${lines.join('\n')}`, {
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
    const report = describeError(signal.aborted ? signal.reason : error);
    log.error(report.text, { title: `${title}: ${report.title}` });
    if (report.unforeseen && error instanceof Error && error.stack)
        log.info(error.stack);
    summary.heading(`${title}: ${report.title}`, 3).code(redactor.redact(report.text));
    process.exitCode = 1;
}

;// CONCATENATED MODULE: ./.build/packages/runtime/index.js

















/***/ }),

/***/ 7494:
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
  P8: () => (/* reexport */ showPath),
  Ej: () => (/* reexport */ size),
  Qq: () => (/* reexport */ scalars_text),
  OZ: () => (/* reexport */ url)
});

// UNUSED EXPORTS: closest, formatDuration, json, parseSize, secret

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
            const entries = entriesOf(value, path, report);
            if (!entries)
                return undefined;
            let good = true;
            const result = [];
            for (const [key, entry] of entries) {
                if (options.keys && !options.keys.test(key)) {
                    report({
                        path: [...path, key],
                        message: `"${key}" is not a valid name: ${options.keyHint ?? options.keys.source}`,
                        on: 'key',
                    });
                    good = false;
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
    const result = [];
    for (const line of input
        .split('\n')
        .map((l) => l.trim())
        .filter(Boolean)) {
        const at = line.indexOf('=');
        // A line without "=" stays text, so that read() reports it as not a mapping.
        if (at < 1)
            return line;
        const value = line.slice(at + 1).trim();
        result.push([line.slice(0, at).trim(), item.fromText ? item.fromText(value) : value]);
    }
    return Object.fromEntries(result);
}
function entriesOf(value, path, report) {
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
        return Object.entries(value);
    report({ path, message: `expected a mapping, found ${found(value)}`, on: 'value' });
    return undefined;
}
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
const DURATION_PATTERN = '^([0-9]+(\\.[0-9]+)?(ms|s|m|h|d))+$';
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
/******/ var __webpack_exports__ = __nccwpck_require__(9771);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
