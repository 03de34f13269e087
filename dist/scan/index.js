import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 8682:
/***/ ((__unused_webpack_module, exports) => {


/*
  Copyright (C) 2014 Yusuke Suzuki <utatane.tea@gmail.com>

  Redistribution and use in source and binary forms, with or without
  modification, are permitted provided that the following conditions are met:

    * Redistributions of source code must retain the above copyright
      notice, this list of conditions and the following disclaimer.
    * Redistributions in binary form must reproduce the above copyright
      notice, this list of conditions and the following disclaimer in the
      documentation and/or other materials provided with the distribution.

  THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
  AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
  IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
  ARE DISCLAIMED. IN NO EVENT SHALL <COPYRIGHT HOLDER> BE LIABLE FOR ANY
  DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL DAMAGES
  (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR SERVICES;
  LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER CAUSED AND
  ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY, OR TORT
  (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE OF
  THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
*/
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.binarySearch = exports.upperBound = exports.lowerBound = exports.compare = void 0;
function compare(v1, v2) {
    return v1 < v2;
}
exports.compare = compare;
function upperBound(array, value, comp = compare) {
    let len = array.length;
    let i = 0;
    while (len) {
        let diff = len >>> 1;
        let cursor = i + diff;
        if (comp(value, array[cursor])) {
            len = diff;
        }
        else {
            i = cursor + 1;
            len -= diff + 1;
        }
    }
    return i;
}
exports.upperBound = upperBound;
function lowerBound(array, value, comp = compare) {
    let len = array.length;
    let i = 0;
    while (len) {
        let diff = len >>> 1;
        let cursor = i + diff;
        if (comp(array[cursor], value)) {
            i = cursor + 1;
            len -= diff + 1;
        }
        else {
            len = diff;
        }
    }
    return i;
}
exports.lowerBound = lowerBound;
function binarySearch(array, value, comp = compare) {
    let cursor = lowerBound(array, value, comp);
    return cursor !== array.length && !comp(value, array[cursor]);
}
exports.binarySearch = binarySearch;
/* vim: set sw=4 ts=4 et tw=80 : */
//# sourceMappingURL=index.js.map

/***/ }),

/***/ 6110:
/***/ ((module, exports, __nccwpck_require__) => {

/* eslint-env browser */

/**
 * This is the web browser implementation of `debug()`.
 */

exports.formatArgs = formatArgs;
exports.save = save;
exports.load = load;
exports.useColors = useColors;
exports.storage = localstorage();
exports.destroy = (() => {
	let warned = false;

	return () => {
		if (!warned) {
			warned = true;
			console.warn('Instance method `debug.destroy()` is deprecated and no longer does anything. It will be removed in the next major version of `debug`.');
		}
	};
})();

/**
 * Colors.
 */

exports.colors = [
	'#0000CC',
	'#0000FF',
	'#0033CC',
	'#0033FF',
	'#0066CC',
	'#0066FF',
	'#0099CC',
	'#0099FF',
	'#00CC00',
	'#00CC33',
	'#00CC66',
	'#00CC99',
	'#00CCCC',
	'#00CCFF',
	'#3300CC',
	'#3300FF',
	'#3333CC',
	'#3333FF',
	'#3366CC',
	'#3366FF',
	'#3399CC',
	'#3399FF',
	'#33CC00',
	'#33CC33',
	'#33CC66',
	'#33CC99',
	'#33CCCC',
	'#33CCFF',
	'#6600CC',
	'#6600FF',
	'#6633CC',
	'#6633FF',
	'#66CC00',
	'#66CC33',
	'#9900CC',
	'#9900FF',
	'#9933CC',
	'#9933FF',
	'#99CC00',
	'#99CC33',
	'#CC0000',
	'#CC0033',
	'#CC0066',
	'#CC0099',
	'#CC00CC',
	'#CC00FF',
	'#CC3300',
	'#CC3333',
	'#CC3366',
	'#CC3399',
	'#CC33CC',
	'#CC33FF',
	'#CC6600',
	'#CC6633',
	'#CC9900',
	'#CC9933',
	'#CCCC00',
	'#CCCC33',
	'#FF0000',
	'#FF0033',
	'#FF0066',
	'#FF0099',
	'#FF00CC',
	'#FF00FF',
	'#FF3300',
	'#FF3333',
	'#FF3366',
	'#FF3399',
	'#FF33CC',
	'#FF33FF',
	'#FF6600',
	'#FF6633',
	'#FF9900',
	'#FF9933',
	'#FFCC00',
	'#FFCC33'
];

/**
 * Currently only WebKit-based Web Inspectors, Firefox >= v31,
 * and the Firebug extension (any Firefox version) are known
 * to support "%c" CSS customizations.
 *
 * TODO: add a `localStorage` variable to explicitly enable/disable colors
 */

// eslint-disable-next-line complexity
function useColors() {
	// NB: In an Electron preload script, document will be defined but not fully
	// initialized. Since we know we're in Chrome, we'll just detect this case
	// explicitly
	if (typeof window !== 'undefined' && window.process && (window.process.type === 'renderer' || window.process.__nwjs)) {
		return true;
	}

	// Internet Explorer and Edge do not support colors.
	if (typeof navigator !== 'undefined' && navigator.userAgent && navigator.userAgent.toLowerCase().match(/(edge|trident)\/(\d+)/)) {
		return false;
	}

	let m;

	// Is webkit? http://stackoverflow.com/a/16459606/376773
	// document is undefined in react-native: https://github.com/facebook/react-native/pull/1632
	// eslint-disable-next-line no-return-assign
	return (typeof document !== 'undefined' && document.documentElement && document.documentElement.style && document.documentElement.style.WebkitAppearance) ||
		// Is firebug? http://stackoverflow.com/a/398120/376773
		(typeof window !== 'undefined' && window.console && (window.console.firebug || (window.console.exception && window.console.table))) ||
		// Is firefox >= v31?
		// https://developer.mozilla.org/en-US/docs/Tools/Web_Console#Styling_messages
		(typeof navigator !== 'undefined' && navigator.userAgent && (m = navigator.userAgent.toLowerCase().match(/firefox\/(\d+)/)) && parseInt(m[1], 10) >= 31) ||
		// Double check webkit in userAgent just in case we are in a worker
		(typeof navigator !== 'undefined' && navigator.userAgent && navigator.userAgent.toLowerCase().match(/applewebkit\/(\d+)/));
}

/**
 * Colorize log arguments if enabled.
 *
 * @api public
 */

function formatArgs(args) {
	args[0] = (this.useColors ? '%c' : '') +
		this.namespace +
		(this.useColors ? ' %c' : ' ') +
		args[0] +
		(this.useColors ? '%c ' : ' ') +
		'+' + module.exports.humanize(this.diff);

	if (!this.useColors) {
		return;
	}

	const c = 'color: ' + this.color;
	args.splice(1, 0, c, 'color: inherit');

	// The final "%c" is somewhat tricky, because there could be other
	// arguments passed either before or after the %c, so we need to
	// figure out the correct index to insert the CSS into
	let index = 0;
	let lastC = 0;
	args[0].replace(/%[a-zA-Z%]/g, match => {
		if (match === '%%') {
			return;
		}
		index++;
		if (match === '%c') {
			// We only are interested in the *last* %c
			// (the user may have provided their own)
			lastC = index;
		}
	});

	args.splice(lastC, 0, c);
}

/**
 * Invokes `console.debug()` when available.
 * No-op when `console.debug` is not a "function".
 * If `console.debug` is not available, falls back
 * to `console.log`.
 *
 * @api public
 */
exports.log = console.debug || console.log || (() => {});

/**
 * Save `namespaces`.
 *
 * @param {String} namespaces
 * @api private
 */
function save(namespaces) {
	try {
		if (namespaces) {
			exports.storage.setItem('debug', namespaces);
		} else {
			exports.storage.removeItem('debug');
		}
	} catch (error) {
		// Swallow
		// XXX (@Qix-) should we be logging these?
	}
}

/**
 * Load `namespaces`.
 *
 * @return {String} returns the previously persisted debug modes
 * @api private
 */
function load() {
	let r;
	try {
		r = exports.storage.getItem('debug') || exports.storage.getItem('DEBUG') ;
	} catch (error) {
		// Swallow
		// XXX (@Qix-) should we be logging these?
	}

	// If debug isn't set in LS, and we're in Electron, try to load $DEBUG
	if (!r && typeof process !== 'undefined' && 'env' in process) {
		r = process.env.DEBUG;
	}

	return r;
}

/**
 * Localstorage attempts to return the localstorage.
 *
 * This is necessary because safari throws
 * when a user disables cookies/localstorage
 * and you attempt to access it.
 *
 * @return {LocalStorage}
 * @api private
 */

function localstorage() {
	try {
		// TVMLKit (Apple TV JS Runtime) does not have a window object, just localStorage in the global context
		// The Browser also has localStorage in the global context.
		return localStorage;
	} catch (error) {
		// Swallow
		// XXX (@Qix-) should we be logging these?
	}
}

module.exports = __nccwpck_require__(897)(exports);

const {formatters} = module.exports;

/**
 * Map %j to `JSON.stringify()`, since no Web Inspectors do that by default.
 */

formatters.j = function (v) {
	try {
		return JSON.stringify(v);
	} catch (error) {
		return '[UnexpectedJSONParseError]: ' + error.message;
	}
};


/***/ }),

/***/ 897:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {


/**
 * This is the common logic for both the Node.js and web browser
 * implementations of `debug()`.
 */

function setup(env) {
	createDebug.debug = createDebug;
	createDebug.default = createDebug;
	createDebug.coerce = coerce;
	createDebug.disable = disable;
	createDebug.enable = enable;
	createDebug.enabled = enabled;
	createDebug.humanize = __nccwpck_require__(744);
	createDebug.destroy = destroy;

	Object.keys(env).forEach(key => {
		createDebug[key] = env[key];
	});

	/**
	* The currently active debug mode names, and names to skip.
	*/

	createDebug.names = [];
	createDebug.skips = [];

	/**
	* Map of special "%n" handling functions, for the debug "format" argument.
	*
	* Valid key names are a single, lower or upper-case letter, i.e. "n" and "N".
	*/
	createDebug.formatters = {};

	/**
	* Selects a color for a debug namespace
	* @param {String} namespace The namespace string for the debug instance to be colored
	* @return {Number|String} An ANSI color code for the given namespace
	* @api private
	*/
	function selectColor(namespace) {
		let hash = 0;

		for (let i = 0; i < namespace.length; i++) {
			hash = ((hash << 5) - hash) + namespace.charCodeAt(i);
			hash |= 0; // Convert to 32bit integer
		}

		return createDebug.colors[Math.abs(hash) % createDebug.colors.length];
	}
	createDebug.selectColor = selectColor;

	/**
	* Create a debugger with the given `namespace`.
	*
	* @param {String} namespace
	* @return {Function}
	* @api public
	*/
	function createDebug(namespace) {
		let prevTime;
		let enableOverride = null;
		let namespacesCache;
		let enabledCache;

		function debug(...args) {
			// Disabled?
			if (!debug.enabled) {
				return;
			}

			const self = debug;

			// Set `diff` timestamp
			const curr = Number(new Date());
			const ms = curr - (prevTime || curr);
			self.diff = ms;
			self.prev = prevTime;
			self.curr = curr;
			prevTime = curr;

			args[0] = createDebug.coerce(args[0]);

			if (typeof args[0] !== 'string') {
				// Anything else let's inspect with %O
				args.unshift('%O');
			}

			// Apply any `formatters` transformations
			let index = 0;
			args[0] = args[0].replace(/%([a-zA-Z%])/g, (match, format) => {
				// If we encounter an escaped % then don't increase the array index
				if (match === '%%') {
					return '%';
				}
				index++;
				const formatter = createDebug.formatters[format];
				if (typeof formatter === 'function') {
					const val = args[index];
					match = formatter.call(self, val);

					// Now we need to remove `args[index]` since it's inlined in the `format`
					args.splice(index, 1);
					index--;
				}
				return match;
			});

			// Apply env-specific formatting (colors, etc.)
			createDebug.formatArgs.call(self, args);

			const logFn = self.log || createDebug.log;
			logFn.apply(self, args);
		}

		debug.namespace = namespace;
		debug.useColors = createDebug.useColors();
		debug.color = createDebug.selectColor(namespace);
		debug.extend = extend;
		debug.destroy = createDebug.destroy; // XXX Temporary. Will be removed in the next major release.

		Object.defineProperty(debug, 'enabled', {
			enumerable: true,
			configurable: false,
			get: () => {
				if (enableOverride !== null) {
					return enableOverride;
				}
				if (namespacesCache !== createDebug.namespaces) {
					namespacesCache = createDebug.namespaces;
					enabledCache = createDebug.enabled(namespace);
				}

				return enabledCache;
			},
			set: v => {
				enableOverride = v;
			}
		});

		// Env-specific initialization logic for debug instances
		if (typeof createDebug.init === 'function') {
			createDebug.init(debug);
		}

		return debug;
	}

	function extend(namespace, delimiter) {
		const newDebug = createDebug(this.namespace + (typeof delimiter === 'undefined' ? ':' : delimiter) + namespace);
		newDebug.log = this.log;
		return newDebug;
	}

	/**
	* Enables a debug mode by namespaces. This can include modes
	* separated by a colon and wildcards.
	*
	* @param {String} namespaces
	* @api public
	*/
	function enable(namespaces) {
		createDebug.save(namespaces);
		createDebug.namespaces = namespaces;

		createDebug.names = [];
		createDebug.skips = [];

		const split = (typeof namespaces === 'string' ? namespaces : '')
			.trim()
			.replace(/\s+/g, ',')
			.split(',')
			.filter(Boolean);

		for (const ns of split) {
			if (ns[0] === '-') {
				createDebug.skips.push(ns.slice(1));
			} else {
				createDebug.names.push(ns);
			}
		}
	}

	/**
	 * Checks if the given string matches a namespace template, honoring
	 * asterisks as wildcards.
	 *
	 * @param {String} search
	 * @param {String} template
	 * @return {Boolean}
	 */
	function matchesTemplate(search, template) {
		let searchIndex = 0;
		let templateIndex = 0;
		let starIndex = -1;
		let matchIndex = 0;

		while (searchIndex < search.length) {
			if (templateIndex < template.length && (template[templateIndex] === search[searchIndex] || template[templateIndex] === '*')) {
				// Match character or proceed with wildcard
				if (template[templateIndex] === '*') {
					starIndex = templateIndex;
					matchIndex = searchIndex;
					templateIndex++; // Skip the '*'
				} else {
					searchIndex++;
					templateIndex++;
				}
			} else if (starIndex !== -1) { // eslint-disable-line no-negated-condition
				// Backtrack to the last '*' and try to match more characters
				templateIndex = starIndex + 1;
				matchIndex++;
				searchIndex = matchIndex;
			} else {
				return false; // No match
			}
		}

		// Handle trailing '*' in template
		while (templateIndex < template.length && template[templateIndex] === '*') {
			templateIndex++;
		}

		return templateIndex === template.length;
	}

	/**
	* Disable debug output.
	*
	* @return {String} namespaces
	* @api public
	*/
	function disable() {
		const namespaces = [
			...createDebug.names,
			...createDebug.skips.map(namespace => '-' + namespace)
		].join(',');
		createDebug.enable('');
		return namespaces;
	}

	/**
	* Returns true if the given mode name is enabled, false otherwise.
	*
	* @param {String} name
	* @return {Boolean}
	* @api public
	*/
	function enabled(name) {
		for (const skip of createDebug.skips) {
			if (matchesTemplate(name, skip)) {
				return false;
			}
		}

		for (const ns of createDebug.names) {
			if (matchesTemplate(name, ns)) {
				return true;
			}
		}

		return false;
	}

	/**
	* Coerce `val`.
	*
	* @param {Mixed} val
	* @return {Mixed}
	* @api private
	*/
	function coerce(val) {
		if (val instanceof Error) {
			return val.stack || val.message;
		}
		return val;
	}

	/**
	* XXX DO NOT USE. This is a temporary stub function.
	* XXX It WILL be removed in the next major release.
	*/
	function destroy() {
		console.warn('Instance method `debug.destroy()` is deprecated and no longer does anything. It will be removed in the next major version of `debug`.');
	}

	createDebug.enable(createDebug.load());

	return createDebug;
}

module.exports = setup;


/***/ }),

/***/ 2830:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

/**
 * Detect Electron renderer / nwjs process, which is node, but we should
 * treat as a browser.
 */

if (typeof process === 'undefined' || process.type === 'renderer' || process.browser === true || process.__nwjs) {
	module.exports = __nccwpck_require__(6110);
} else {
	module.exports = __nccwpck_require__(5108);
}


/***/ }),

/***/ 5108:
/***/ ((module, exports, __nccwpck_require__) => {

/**
 * Module dependencies.
 */

const tty = __nccwpck_require__(2018);
const util = __nccwpck_require__(9023);

/**
 * This is the Node.js implementation of `debug()`.
 */

exports.init = init;
exports.log = log;
exports.formatArgs = formatArgs;
exports.save = save;
exports.load = load;
exports.useColors = useColors;
exports.destroy = util.deprecate(
	() => {},
	'Instance method `debug.destroy()` is deprecated and no longer does anything. It will be removed in the next major version of `debug`.'
);

/**
 * Colors.
 */

exports.colors = [6, 2, 3, 4, 5, 1];

try {
	// Optional dependency (as in, doesn't need to be installed, NOT like optionalDependencies in package.json)
	// eslint-disable-next-line import/no-extraneous-dependencies
	const supportsColor = __nccwpck_require__(75);

	if (supportsColor && (supportsColor.stderr || supportsColor).level >= 2) {
		exports.colors = [
			20,
			21,
			26,
			27,
			32,
			33,
			38,
			39,
			40,
			41,
			42,
			43,
			44,
			45,
			56,
			57,
			62,
			63,
			68,
			69,
			74,
			75,
			76,
			77,
			78,
			79,
			80,
			81,
			92,
			93,
			98,
			99,
			112,
			113,
			128,
			129,
			134,
			135,
			148,
			149,
			160,
			161,
			162,
			163,
			164,
			165,
			166,
			167,
			168,
			169,
			170,
			171,
			172,
			173,
			178,
			179,
			184,
			185,
			196,
			197,
			198,
			199,
			200,
			201,
			202,
			203,
			204,
			205,
			206,
			207,
			208,
			209,
			214,
			215,
			220,
			221
		];
	}
} catch (error) {
	// Swallow - we only care if `supports-color` is available; it doesn't have to be.
}

/**
 * Build up the default `inspectOpts` object from the environment variables.
 *
 *   $ DEBUG_COLORS=no DEBUG_DEPTH=10 DEBUG_SHOW_HIDDEN=enabled node script.js
 */

exports.inspectOpts = Object.keys(process.env).filter(key => {
	return /^debug_/i.test(key);
}).reduce((obj, key) => {
	// Camel-case
	const prop = key
		.substring(6)
		.toLowerCase()
		.replace(/_([a-z])/g, (_, k) => {
			return k.toUpperCase();
		});

	// Coerce string value into JS value
	let val = process.env[key];
	if (/^(yes|on|true|enabled)$/i.test(val)) {
		val = true;
	} else if (/^(no|off|false|disabled)$/i.test(val)) {
		val = false;
	} else if (val === 'null') {
		val = null;
	} else {
		val = Number(val);
	}

	obj[prop] = val;
	return obj;
}, {});

/**
 * Is stdout a TTY? Colored output is enabled when `true`.
 */

function useColors() {
	return 'colors' in exports.inspectOpts ?
		Boolean(exports.inspectOpts.colors) :
		tty.isatty(process.stderr.fd);
}

/**
 * Adds ANSI color escape codes if enabled.
 *
 * @api public
 */

function formatArgs(args) {
	const {namespace: name, useColors} = this;

	if (useColors) {
		const c = this.color;
		const colorCode = '\u001B[3' + (c < 8 ? c : '8;5;' + c);
		const prefix = `  ${colorCode};1m${name} \u001B[0m`;

		args[0] = prefix + args[0].split('\n').join('\n' + prefix);
		args.push(colorCode + 'm+' + module.exports.humanize(this.diff) + '\u001B[0m');
	} else {
		args[0] = getDate() + name + ' ' + args[0];
	}
}

function getDate() {
	if (exports.inspectOpts.hideDate) {
		return '';
	}
	return new Date().toISOString() + ' ';
}

/**
 * Invokes `util.formatWithOptions()` with the specified arguments and writes to stderr.
 */

function log(...args) {
	return process.stderr.write(util.formatWithOptions(exports.inspectOpts, ...args) + '\n');
}

/**
 * Save `namespaces`.
 *
 * @param {String} namespaces
 * @api private
 */
function save(namespaces) {
	if (namespaces) {
		process.env.DEBUG = namespaces;
	} else {
		// If you set a process.env field to null or undefined, it gets cast to the
		// string 'null' or 'undefined'. Just delete instead.
		delete process.env.DEBUG;
	}
}

/**
 * Load `namespaces`.
 *
 * @return {String} returns the previously persisted debug modes
 * @api private
 */

function load() {
	return process.env.DEBUG;
}

/**
 * Init logic for `debug` instances.
 *
 * Create a new `inspectOpts` object in case `useColors` is set
 * differently for a particular `debug` instance.
 */

function init(debug) {
	debug.inspectOpts = {};

	const keys = Object.keys(exports.inspectOpts);
	for (let i = 0; i < keys.length; i++) {
		debug.inspectOpts[keys[i]] = exports.inspectOpts[keys[i]];
	}
}

module.exports = __nccwpck_require__(897)(exports);

const {formatters} = module.exports;

/**
 * Map %o to `util.inspect()`, all on a single line.
 */

formatters.o = function (v) {
	this.inspectOpts.colors = this.useColors;
	return util.inspect(v, this.inspectOpts)
		.split('\n')
		.map(str => str.trim())
		.join(' ');
};

/**
 * Map %O to `util.inspect()`, allowing multiple lines if needed.
 */

formatters.O = function (v) {
	this.inspectOpts.colors = this.useColors;
	return util.inspect(v, this.inspectOpts);
};


/***/ }),

/***/ 744:
/***/ ((module) => {

/**
 * Helpers.
 */

var s = 1000;
var m = s * 60;
var h = m * 60;
var d = h * 24;
var w = d * 7;
var y = d * 365.25;

/**
 * Parse or format the given `val`.
 *
 * Options:
 *
 *  - `long` verbose formatting [false]
 *
 * @param {String|Number} val
 * @param {Object} [options]
 * @throws {Error} throw an error if val is not a non-empty string or a number
 * @return {String|Number}
 * @api public
 */

module.exports = function (val, options) {
  options = options || {};
  var type = typeof val;
  if (type === 'string' && val.length > 0) {
    return parse(val);
  } else if (type === 'number' && isFinite(val)) {
    return options.long ? fmtLong(val) : fmtShort(val);
  }
  throw new Error(
    'val is not a non-empty string or a valid number. val=' +
      JSON.stringify(val)
  );
};

/**
 * Parse the given `str` and return milliseconds.
 *
 * @param {String} str
 * @return {Number}
 * @api private
 */

function parse(str) {
  str = String(str);
  if (str.length > 100) {
    return;
  }
  var match = /^(-?(?:\d+)?\.?\d+) *(milliseconds?|msecs?|ms|seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|w|years?|yrs?|y)?$/i.exec(
    str
  );
  if (!match) {
    return;
  }
  var n = parseFloat(match[1]);
  var type = (match[2] || 'ms').toLowerCase();
  switch (type) {
    case 'years':
    case 'year':
    case 'yrs':
    case 'yr':
    case 'y':
      return n * y;
    case 'weeks':
    case 'week':
    case 'w':
      return n * w;
    case 'days':
    case 'day':
    case 'd':
      return n * d;
    case 'hours':
    case 'hour':
    case 'hrs':
    case 'hr':
    case 'h':
      return n * h;
    case 'minutes':
    case 'minute':
    case 'mins':
    case 'min':
    case 'm':
      return n * m;
    case 'seconds':
    case 'second':
    case 'secs':
    case 'sec':
    case 's':
      return n * s;
    case 'milliseconds':
    case 'millisecond':
    case 'msecs':
    case 'msec':
    case 'ms':
      return n;
    default:
      return undefined;
  }
}

/**
 * Short format for `ms`.
 *
 * @param {Number} ms
 * @return {String}
 * @api private
 */

function fmtShort(ms) {
  var msAbs = Math.abs(ms);
  if (msAbs >= d) {
    return Math.round(ms / d) + 'd';
  }
  if (msAbs >= h) {
    return Math.round(ms / h) + 'h';
  }
  if (msAbs >= m) {
    return Math.round(ms / m) + 'm';
  }
  if (msAbs >= s) {
    return Math.round(ms / s) + 's';
  }
  return ms + 'ms';
}

/**
 * Long format for `ms`.
 *
 * @param {Number} ms
 * @return {String}
 * @api private
 */

function fmtLong(ms) {
  var msAbs = Math.abs(ms);
  if (msAbs >= d) {
    return plural(ms, msAbs, d, 'day');
  }
  if (msAbs >= h) {
    return plural(ms, msAbs, h, 'hour');
  }
  if (msAbs >= m) {
    return plural(ms, msAbs, m, 'minute');
  }
  if (msAbs >= s) {
    return plural(ms, msAbs, s, 'second');
  }
  return ms + ' ms';
}

/**
 * Pluralization helper.
 */

function plural(ms, msAbs, n, name) {
  var isPlural = msAbs >= n * 1.5;
  return Math.round(ms / n) + ' ' + name + (isPlural ? 's' : '');
}


/***/ }),

/***/ 2472:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

var __webpack_unused_export__;

/*
  Copyright (C) 2014 Yusuke Suzuki <utatane.tea@gmail.com>

  Redistribution and use in source and binary forms, with or without
  modification, are permitted provided that the following conditions are met:

    * Redistributions of source code must retain the above copyright
      notice, this list of conditions and the following disclaimer.
    * Redistributions in binary form must reproduce the above copyright
      notice, this list of conditions and the following disclaimer in the
      documentation and/or other materials provided with the distribution.

  THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
  AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
  IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
  ARE DISCLAIMED. IN NO EVENT SHALL <COPYRIGHT HOLDER> BE LIABLE FOR ANY
  DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL DAMAGES
  (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR SERVICES;
  LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER CAUSED AND
  ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY, OR TORT
  (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE OF
  THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
*/
__webpack_unused_export__ = ({ value: true });
exports.z = void 0;
const boundary_1 = __nccwpck_require__(8682);
/**
 * StructuredSource
 */
class StructuredSource {
    /**
     * @constructs StructuredSource
     * @param {string} source - source code text.
     */
    constructor(source) {
        this.indice = [0];
        let regexp = /[\r\n\u2028\u2029]/g;
        const length = source.length;
        regexp.lastIndex = 0;
        while (true) {
            let result = regexp.exec(source);
            if (!result) {
                break;
            }
            let index = result.index;
            if (source.charCodeAt(index) === 0x0D /* '\r' */ &&
                source.charCodeAt(index + 1) === 0x0A /* '\n' */) {
                index += 1;
            }
            let nextIndex = index + 1;
            // If there's a last line terminator, we push it to the indice.
            // So use < instead of <=.
            if (length < nextIndex) {
                break;
            }
            this.indice.push(nextIndex);
            regexp.lastIndex = nextIndex;
        }
    }
    get line() {
        return this.indice.length;
    }
    /**
     * @param {SourceLocation} loc - location indicator.
     * @return {[ number, number ]} range.
     */
    locationToRange(loc) {
        return [this.positionToIndex(loc.start), this.positionToIndex(loc.end)];
    }
    /**
     * @param {[ number, number ]} range - pair of indice.
     * @return {SourceLocation} location.
     */
    rangeToLocation(range) {
        return {
            start: this.indexToPosition(range[0]),
            end: this.indexToPosition(range[1])
        };
    }
    /**
     * @param {SourcePosition} pos - position indicator.
     * @return {number} index.
     */
    positionToIndex(pos) {
        // Line number starts with 1.
        // Column number starts with 0.
        let start = this.indice[pos.line - 1];
        return start + pos.column;
    }
    /**
     * @param {number} index - index to the source code.
     * @return {SourcePosition} position.
     */
    indexToPosition(index) {
        const startLine = (0, boundary_1.upperBound)(this.indice, index);
        return {
            line: startLine,
            column: index - this.indice[startLine - 1]
        };
    }
}
exports.z = StructuredSource;
/* vim: set sw=4 ts=4 et tw=80 : */
//# sourceMappingURL=structured-source.js.map

/***/ }),

/***/ 75:
/***/ ((module) => {

module.exports = eval("require")("supports-color");


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

/***/ 2018:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tty");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 4146:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ definition)
/* harmony export */ });
/* harmony import */ var _fairway_action__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8317);
/* harmony import */ var _fairway_scan_kinds__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8233);
/* harmony import */ var _fairway_schema__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(530);



const definition = (0,_fairway_action__WEBPACK_IMPORTED_MODULE_0__/* .defineAction */ .QP)({
    name: 'scan',
    title: 'Fairway scan',
    description: 'Searches the tracked files for secrets, reports all of them, and stops on severe ones.',
    details: `
Every file that git tracks is searched with the rules of secretlint. All findings go into the summary and a
SARIF file; those of at least \`fail-on\` fail the step. A secret's value is never printed or written anywhere.

\`\`\`yaml
- uses: actions/checkout@v5
- id: scan
  uses: fairway-ci/fairway/actions/scan@v1
- if: \${{ !cancelled() && steps.scan.outputs.sarif }}
  uses: github/codeql-action/upload-sarif@v4
  with:
    sarif_file: \${{ steps.scan.outputs.sarif }}
\`\`\`

Accepted findings stand in the file that \`scan.exceptions\` of fairway.yml names. Comments in the source do not
silence a finding.

\`\`\`yaml
exceptions:
  - rule: secretlint/github
    path: test/fixtures/**        # or fingerprint: <as reported>
    reason: made up for the tests
    expires: 2027-06-30           # from the next day on the finding fails the step again
\`\`\`
`,
    icon: 'shield',
    color: 'purple',
    inputs: {
        path: (0,_fairway_action__WEBPACK_IMPORTED_MODULE_0__/* .input */ .hF)((0,_fairway_schema__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(), {
            description: 'Folder to search; its tracked files, and those below it.',
            default: '.',
        }),
        config: (0,_fairway_action__WEBPACK_IMPORTED_MODULE_0__/* .input */ .hF)((0,_fairway_schema__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(), {
            description: 'Path of fairway.yml. Default: .github/fairway.yml, then fairway.yml.',
        }),
        'fail-on': (0,_fairway_action__WEBPACK_IMPORTED_MODULE_0__/* .input */ .hF)((0,_fairway_schema__WEBPACK_IMPORTED_MODULE_2__/* .choice */ .Yq)(_fairway_scan_kinds__WEBPACK_IMPORTED_MODULE_1__/* .FAIL_ON */ .d), {
            description: 'Lowest severity that fails the step. Overrides scan.fail-on of fairway.yml.',
        }),
        exceptions: (0,_fairway_action__WEBPACK_IMPORTED_MODULE_0__/* .input */ .hF)((0,_fairway_schema__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(), {
            description: 'File with accepted findings. Overrides scan.exceptions of fairway.yml.',
        }),
        revision: (0,_fairway_action__WEBPACK_IMPORTED_MODULE_0__/* .input */ .hF)((0,_fairway_schema__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(), {
            description: 'Commit that is searched; it must be checked out.',
            default: '${{ github.sha }}',
        }),
        sarif: (0,_fairway_action__WEBPACK_IMPORTED_MODULE_0__/* .input */ .hF)((0,_fairway_schema__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(), {
            description: 'Where the SARIF file is written. Default: fairway-scan.sarif in the temporary folder of the job.',
        }),
    },
    outputs: {
        findings: 'Number of all findings, accepted ones included.',
        critical: 'Number of findings that are critical.',
        high: 'Number of findings that are high.',
        medium: 'Number of findings that are medium.',
        low: 'Number of findings that are low.',
        accepted: 'Number of findings that an exception accepts.',
        blocking: 'Number of findings that stop the release.',
        files: 'Number of files that were searched.',
        sarif: 'Absolute path of the SARIF 2.1.0 file.',
        passed: '`true` when nothing stops the release and every file could be searched.',
    },
});


/***/ }),

/***/ 7582:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _fairway_runtime__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(845);
/* harmony import */ var _definition_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4146);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3029);



await (0,_fairway_runtime__WEBPACK_IMPORTED_MODULE_0__/* .runAction */ .Cs)(_definition_js__WEBPACK_IMPORTED_MODULE_1__/* .definition */ .m, { run: _run_js__WEBPACK_IMPORTED_MODULE_2__/* .run */ .e });

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 3029:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  e: () => (/* binding */ run)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
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

// EXTERNAL MODULE: ./.build/packages/scan/kinds.js
var kinds = __nccwpck_require__(8233);
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
    scan: (0,schema/* field */.ZZ)(kinds/* scanKind */.k, { description: 'What stops a release before it is deployed.', default: {} }),
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

// EXTERNAL MODULE: ./.build/packages/runtime/index.js + 21 modules
var runtime = __nccwpck_require__(845);
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





;// CONCATENATED MODULE: ./.build/packages/scan/exceptions.js



const exceptionKind = (0,schema/* object */.Ik)({
    rule: (0,schema/* field */.ZZ)((0,schema/* text */.Qq)(), { description: 'rule of the finding, such as secretlint/github', required: true }),
    path: (0,schema/* field */.ZZ)((0,schema/* text */.Qq)(), { description: 'file of the finding, or a pattern such as test/fixtures/**' }),
    fingerprint: (0,schema/* field */.ZZ)((0,schema/* text */.Qq)({ pattern: /^[0-9a-f]{32}$/, hint: '32 hex digits, as reported' }), {
        description: 'fingerprint of the finding',
    }),
    reason: (0,schema/* field */.ZZ)((0,schema/* text */.Qq)(), { description: 'why the finding is accepted', required: true }),
    expires: (0,schema/* field */.ZZ)((0,schema/* text */.Qq)({ pattern: /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/, hint: 'write a day as YYYY-MM-DD' }), {
        description: 'last day (UTC) on which it is accepted, as YYYY-MM-DD',
        required: true,
    }),
});
const fileKind = (0,schema/* object */.Ik)({
    exceptions: (0,schema/* field */.ZZ)((0,schema/* list */.p_)(exceptionKind), { description: 'accepted findings', required: true }),
});
const exceptions_EXAMPLE = `exceptions:
  - rule: secretlint/github
    path: test/fixtures/token.txt
    reason: made up for the test
    expires: 2027-06-30`;
/** Reads the file of accepted findings. UserError with all problems together. */
function parseExceptions(source, file) {
    let value;
    try {
        value = (0,js_yaml/* load */.Hh)(source);
    }
    catch (cause) {
        throw new runtime/* UserError */.yo(`${file} is not valid YAML: ${cause.message}`, {
            where: file,
            mend: `write it like this:\n${exceptions_EXAMPLE}`,
            cause,
        });
    }
    const problems = [];
    const read = fileKind.read(value, [], (problem) => problems.push(problem));
    for (const [i, entry] of (read?.exceptions ?? []).entries()) {
        const refuse = (message) => problems.push({ path: ['exceptions', i], message, on: 'value' });
        if (!entry.path && !entry.fingerprint)
            refuse('names neither a path nor a fingerprint');
        if (Number.isNaN(endOf(entry)))
            refuse(`"${entry.expires}" is not a day of the calendar`);
    }
    if (read && problems.length === 0)
        return read.exceptions;
    const lines = problems.map(({ path, message }) => `- ${(0,schema/* showPath */.P8)(path) || 'file'}: ${message}`);
    throw new runtime/* UserError */.yo(`${file} has ${lines.length} problem${lines.length > 1 ? 's' : ''}:\n${lines.join('\n')}`, {
        where: file,
        mend: `each exception needs a rule, a path or a fingerprint, a reason and the day it expires:\n${exceptions_EXAMPLE}`,
    });
}
/** The moment (ms since 1970) from which the exception no longer holds; NaN for a day that does not exist. */
function endOf({ expires }) {
    const start = Date.parse(`${expires}T00:00:00Z`);
    // Date.parse takes the 31st of April as the 1st of May.
    const exists = !Number.isNaN(start) && new Date(start).toISOString().startsWith(expires);
    return exists ? start + 86_400_000 : Number.NaN;
}

;// CONCATENATED MODULE: ./.build/packages/scan/types.js
/** Worst first. */
const SEVERITIES = ['critical', 'high', 'medium', 'low'];

;// CONCATENATED MODULE: ./.build/packages/scan/gate.js



/** Decides which findings stop a release; all are reported. Pure. `now` in ms since 1970. */
function judge(findings, exceptions, failOn, now) {
    const used = new Set();
    const expired = new Set();
    const blocking = [];
    const tolerated = [];
    const accepted = [];
    for (const finding of findings) {
        const fitting = exceptions.filter((exception) => covers(exception, finding));
        for (const exception of fitting)
            used.add(exception);
        const valid = fitting.find((exception) => now < endOf(exception));
        if (valid) {
            accepted.push({ finding, exception: valid });
            continue;
        }
        for (const exception of fitting)
            expired.add(exception);
        const stops = failOn !== 'none' && (fitting.length > 0 || isSevere(finding, failOn));
        (stops ? blocking : tolerated).push(finding);
    }
    const unused = exceptions.filter((exception) => !used.has(exception));
    return { blocking, tolerated, accepted, expired: [...expired], unused };
}
function isSevere({ severity }, failOn) {
    return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(failOn);
}
function covers({ rule, path, fingerprint }, finding) {
    if (rule !== finding.rule)
        return false;
    if (fingerprint !== undefined && fingerprint !== finding.fingerprint)
        return false;
    return path === undefined || path === finding.file || (0,external_node_path_.matchesGlob)(finding.file, path);
}

;// CONCATENATED MODULE: ./.build/packages/scan/sarif.js
/** Code scanning takes 25,000 results a run. */
const RESULT_LIMIT = 25_000;
const REMEDY = 'Revoke the secret where it was issued and replace it. Removing it from the file is not enough: it stays in the history of the repository.';
/** What code scanning shows: a number from 0.1 to 10.0, as text, and a level. */
const WEIGHTS = {
    critical: { score: '9.5', level: 'error' },
    high: { score: '8.0', level: 'error' },
    medium: { score: '5.5', level: 'warning' },
    low: { score: '2.0', level: 'note' },
};
/** SARIF 2.1.0 of all findings; accepted ones are marked as suppressed with their reason. */
function toSarif({ blocking, tolerated, accepted }, { rules, revision }) {
    const reasons = new Map(accepted.map(({ finding, exception }) => [finding, exception.reason]));
    const all = [...blocking, ...tolerated, ...reasons.keys()].slice(0, RESULT_LIMIT);
    const used = rules.filter(({ id }) => all.some(({ rule }) => rule === id));
    const occurrences = new Map();
    const results = all.map((finding) => {
        // One secret twice in a file: the platform tells the two by the number after the colon.
        const count = (occurrences.get(finding.fingerprint) ?? 0) + 1;
        occurrences.set(finding.fingerprint, count);
        return resultOf(finding, used.findIndex(({ id }) => id === finding.rule), count, reasons.get(finding));
    });
    const document = {
        $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
        version: '2.1.0',
        runs: [
            {
                tool: { driver: { name: 'Fairway scan', rules: used.map(ruleOf) } },
                automationDetails: { id: 'fairway-scan/' },
                properties: { revision },
                columnKind: 'utf16CodeUnits',
                results,
            },
        ],
    };
    return `${JSON.stringify(document, undefined, 2)}\n`;
}
function ruleOf({ id, title, severity, url }) {
    const { score, level } = WEIGHTS[severity];
    return {
        id,
        name: title,
        shortDescription: { text: title },
        fullDescription: { text: `${title} in a file of the repository.` },
        help: { text: REMEDY },
        ...(url ? { helpUri: url } : {}),
        defaultConfiguration: { level },
        properties: { tags: ['security', 'secret'], 'security-severity': score },
    };
}
function resultOf(finding, ruleIndex, count, reason) {
    const { line, column, endLine, endColumn } = finding;
    return {
        ruleId: finding.rule,
        ruleIndex,
        level: WEIGHTS[finding.severity].level,
        message: { text: `${finding.message}. ${REMEDY}` },
        locations: [
            {
                physicalLocation: {
                    artifactLocation: { uri: encodePath(finding.file), uriBaseId: '%SRCROOT%' },
                    region: { startLine: line, startColumn: column, endLine, endColumn },
                },
            },
        ],
        partialFingerprints: { primaryLocationLineHash: `${finding.fingerprint}:${count}` },
        ...(reason === undefined
            ? {}
            : { suppressions: [{ kind: 'external', status: 'accepted', justification: reason }] }),
    };
}
const encodePath = (file) => file.split('/').map(encodeURIComponent).join('/');

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(1455);
;// CONCATENATED MODULE: ./.build/packages/scan/files.js



/** The files that git tracks in and below a folder. UserError when the folder is not in a repository. */
async function trackedFiles(exec, folder) {
    const git = async (...args) => (await exec.run('git', args, { cwd: folder })).stdout;
    const root = await git('rev-parse', '--show-toplevel').catch((error) => {
        if (!(error instanceof runtime/* CommandError */.Qd))
            throw error;
        throw new runtime/* UserError */.yo(`${folder} is not in a git repository: ${error.stderr.trim().split('\n')[0]}`, {
            mend: 'check the repository out first (actions/checkout), or choose a path inside of it',
            cause: error,
        });
    });
    const listed = await git('ls-files', '-z', '--stage', '--full-name', '--', '.');
    const modes = new Map(listed
        .split('\0')
        .filter((line) => line !== '')
        .map((line) => [line.slice(line.indexOf('\t') + 1), line.slice(0, 6)]));
    const names = [...modes.keys()].sort();
    const isText = (file) => modes.get(file)?.startsWith('100') === true;
    return {
        root: await (0,promises_.realpath)(root.replace(/\n$/, '')),
        files: names.filter(isText),
        skipped: names.filter((file) => !isText(file)).map((file) => ({ file, why: 'link or submodule' })),
    };
}
/** git's own rule: a NUL byte near the start. */
const BINARY_PROBE = 8_000;
/** The text of a file, or why it is not scanned. Throws the system's error when it cannot be read. */
async function textOf(root, file, maxBytes) {
    const path = (0,external_node_path_.join)(root, file);
    const found = await (0,promises_.lstat)(path).catch((error) => {
        if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR')
            throw error;
    });
    if (!found)
        return { file, why: 'not in the working tree' };
    // What git knows as a file may have been replaced by a link since: it is not followed.
    if (!found.isFile())
        return { file, why: 'link or submodule' };
    if (found.size > maxBytes)
        return { file, why: 'too large' };
    const bytes = await (0,promises_.readFile)(path);
    if (bytes[0] === 0xff && bytes[1] === 0xfe)
        return bytes.toString('utf16le');
    if (bytes[0] === 0xfe && bytes[1] === 0xff) {
        return bytes
            .subarray(0, bytes.length & ~1)
            .swap16()
            .toString('utf16le');
    }
    return bytes.subarray(0, BINARY_PROBE).includes(0) ? { file, why: 'binary' } : bytes.toString('utf8');
}

// EXTERNAL MODULE: ./node_modules/structured-source/lib/structured-source.js
var structured_source = __nccwpck_require__(2472);
;// CONCATENATED MODULE: ./node_modules/@secretlint/core/module/helper/invariant.js
/**
 * Test if condition is truthy.
 * @param {any} expression to be evaluated
 * @param {string} error message to be shown
 * @returns {void}
 * @throws
 */
function invariant(condition, message) {
    if (!condition)
        throw new Error(message);
}
//# sourceMappingURL=invariant.js.map
;// CONCATENATED MODULE: ./node_modules/@secretlint/core/module/SecretLintSourceCodeImpl.js


/**
 * This class represent of source code.
 */
class SecretLintSourceCodeImpl {
    hasBOM;
    content;
    filePath;
    physicalFilePath;
    contentType;
    ext;
    structuredSource;
    constructor({ content = "", ext, filePath, physicalFilePath, contentType, }) {
        invariant(ext || filePath, "should be set either of fileExt or filePath.");
        this.hasBOM = content.charCodeAt(0) === 0xfeff;
        this.content = this.hasBOM ? content.slice(1) : content;
        this.structuredSource = new structured_source/* StructuredSource */.z(this.content);
        this.filePath = filePath;
        this.physicalFilePath = physicalFilePath;
        this.contentType = contentType;
        this.ext = ext;
    }
    /**
     * get file path
     * This return `undefined` if the source code is created without file path.
     * For example, use core API to create a source code directly.
     *
     * You can use this path to detect file type.
     * However, if you want to read the file content, use `getPhysicalFilePath` instead.
     * @returns {string|undefined}
     */
    getFilePath() {
        return this.filePath;
    }
    /**
     * get physical file path
     * This return `undefined` if the source code is not related to file.
     * For example, the source code is given from the stdin.
     *
     * You can use this path to read the file content.
     */
    getPhysicalFilePath() {
        return this.physicalFilePath;
    }
    /**
     * @param {SecretLintSourceNodeLocation} loc - location indicator.
     * @return {[ number, number ]} range.
     */
    locationToRange(loc) {
        return this.structuredSource.locationToRange(loc);
    }
    /**
     * @param {[ number, number ]} range - pair of indice.
     * @return {SecretLintSourceNodeLocation} location.
     */
    rangeToLocation(range) {
        const location = this.structuredSource.rangeToLocation(range);
        // Note: unwrap class instance to get plain object
        return {
            start: {
                line: location.start.line,
                column: location.start.column,
            },
            end: {
                line: location.end.line,
                column: location.end.column,
            },
        };
    }
    /**
     * @param {Position} pos - position indicator.
     * @return {number} index.
     */
    positionToIndex(pos) {
        return this.structuredSource.positionToIndex(pos);
    }
    /**
     * @param {number} index - index to the source code.
     * @return {Position} position.
     */
    indexToPosition(index) {
        const position = this.structuredSource.indexToPosition(index);
        // Note: unwrap class instance to get plain object
        return {
            line: position.line,
            column: position.column,
        };
    }
}
//# sourceMappingURL=SecretLintSourceCodeImpl.js.map
;// CONCATENATED MODULE: ./node_modules/@secretlint/core/module/helper/promise-event-emitter.js
// MIT © 2017 azu
// MIT © 2017 59naga
// https://github.com/59naga/carrack
class EventEmitter {
    #listeners = new Map();
    on(type, listener) {
        const prevSet = this.#listeners.get(type);
        const listenerSet = prevSet ?? new Set();
        listenerSet?.add(listener);
        this.#listeners.set(type, listenerSet);
    }
    emit(type, ...args) {
        const listenerSet = this.#listeners.get(type);
        if (!listenerSet) {
            return;
        }
        for (const listenerSetElement of listenerSet) {
            listenerSetElement(...args);
        }
    }
    off(type, listener) {
        const listenerSet = this.#listeners.get(type);
        if (!listenerSet) {
            return;
        }
        for (const listenerSetElement of listenerSet) {
            if (listenerSetElement === listener) {
                listenerSet.delete(listener);
            }
        }
    }
    removeAllListeners() {
        this.#listeners.clear();
    }
    listenerCount(type) {
        return this.#listeners.get(type)?.size ?? 0;
    }
    listeners(type) {
        return Array.from(this.#listeners.get(type) ?? []);
    }
}
class PromiseEventEmitter {
    events;
    constructor() {
        this.events = new EventEmitter();
    }
    listenerCount(type) {
        return this.events.listenerCount(type);
    }
    on(event, listener) {
        return this.events.on(event, listener);
    }
    emit(event, ...args) {
        const promises = [];
        this.events.listeners(event).forEach((listener) => {
            promises.push(listener(...args));
        });
        return Promise.all(promises);
    }
}
//# sourceMappingURL=promise-event-emitter.js.map
;// CONCATENATED MODULE: ./node_modules/@secretlint/core/module/helper/SecretLintRuleMessageTranslator.js
/**
 * Default locale that is also fallback locale.
 */
const DEFAULT_LOCAL = "en";
const formatMessage = (messageHandler, props) => {
    if (typeof props !== "object" || props === null) {
        return messageHandler();
    }
    return messageHandler(props);
};
const getMatchedLocaleMessage = (locale, locales) => {
    const localKeys = Object.keys(locales);
    const matchLocale = localKeys.find((key) => {
        return key === locale;
    });
    if (matchLocale) {
        return matchLocale;
    }
    const [lang] = locale.split("-");
    if (!lang) {
        return DEFAULT_LOCAL;
    }
    // en-US => en
    const fallbackMatchLocal = localKeys.find((key) => {
        return key === lang;
    });
    if (fallbackMatchLocal) {
        return fallbackMatchLocal;
    }
    return DEFAULT_LOCAL;
};
const createTranslator = (messages, options) => {
    return (messageId, props) => {
        const messageHandler = messages[messageId];
        if (!messageHandler) {
            throw new Error(`messages:${String(messageId)} is missing in messages.`);
        }
        // if messages is string, use it.
        if (typeof messageHandler === "function") {
            if (typeof messageId !== "string") {
                throw new Error(`message's key:${String(messageId)} should be string`);
            }
            return {
                message: formatMessage(messageHandler, props),
                messageId: messageId,
                data: props,
            };
        }
        // if messages is object, pick message that is matched locale from messages.
        const defaultLocal = options && options.defaultLocale ? options.defaultLocale : DEFAULT_LOCAL;
        const locale = getMatchedLocaleMessage(defaultLocal, messageHandler);
        const localizedMessage = messageHandler[locale];
        if (!localizedMessage) {
            if (messageHandler[DEFAULT_LOCAL]) {
                throw new Error(`messages${String(messageId)}.${locale} is missing in messages.`);
            }
            throw new Error(`message's key:${String(messageId)}.${DEFAULT_LOCAL} should be defined in messages.`);
        }
        if (typeof messageId !== "string") {
            throw new Error(`message's key:${String(messageId)}.${DEFAULT_LOCAL} should be string`);
        }
        return {
            message: formatMessage(localizedMessage, props),
            messageId: messageId,
            data: props,
        };
    };
};
//# sourceMappingURL=SecretLintRuleMessageTranslator.js.map
;// CONCATENATED MODULE: ./node_modules/@secretlint/core/module/RuleContext.js


const createContextEvents = () => {
    const contextEvents = new EventEmitter();
    const REPORT_SYMBOL = Symbol("report");
    const IGNORE_SYMBOL = Symbol("ignore");
    return {
        report(descriptor) {
            contextEvents.emit(REPORT_SYMBOL, descriptor);
        },
        onReport(handler) {
            const listener = (descriptor) => {
                handler(descriptor);
            };
            contextEvents.on(REPORT_SYMBOL, listener);
            return () => {
                contextEvents.off(REPORT_SYMBOL, listener);
            };
        },
        ignore(descriptor) {
            contextEvents.emit(IGNORE_SYMBOL, descriptor);
        },
        onIgnore(handler) {
            const listener = (descriptor) => {
                handler(descriptor);
            };
            contextEvents.on(IGNORE_SYMBOL, listener);
            return () => {
                contextEvents.off(IGNORE_SYMBOL, listener);
            };
        },
    };
};
const createRuleContext = ({ ruleId, ruleParentId, meta, severity, sourceCode, contextEvents, sharedOptions, locale, }) => {
    return {
        sharedOptions: sharedOptions,
        createTranslator: (messages) => {
            return createTranslator(messages, {
                defaultLocale: locale,
            });
        },
        ignore(descriptor) {
            const { message } = descriptor.message;
            contextEvents.ignore({
                type: "ignore",
                ruleId: ruleId,
                ruleParentId,
                range: descriptor.range,
                targetRuleId: descriptor.targetRuleId,
                loc: sourceCode.rangeToLocation(descriptor.range),
                message: message,
            });
        },
        report(descriptor) {
            const { message, messageId, data } = descriptor.message;
            // Default severity level is "error"
            const severityLevel = severity ?? "error";
            if (ruleParentId) {
                contextEvents.report({
                    ...descriptor,
                    type: "message",
                    ruleId: ruleId,
                    ruleParentId,
                    loc: sourceCode.rangeToLocation(descriptor.range),
                    severity: severityLevel,
                    message,
                    messageId,
                    docsUrl: meta.docs?.url ? `${meta.docs.url}#${messageId}` : undefined,
                    data,
                });
            }
            else {
                contextEvents.report({
                    ...descriptor,
                    type: "message",
                    ruleId: ruleId,
                    loc: sourceCode.rangeToLocation(descriptor.range),
                    severity: severityLevel,
                    message,
                    messageId,
                    docsUrl: meta.docs?.url ? `${meta.docs.url}#${messageId}` : undefined,
                    data,
                });
            }
        },
    };
};
//# sourceMappingURL=RuleContext.js.map
;// CONCATENATED MODULE: ./node_modules/@secretlint/core/module/SecretLintRuleImpl.js
class SecretLintRule {
    ruleReportHandle;
    ruleCreator;
    descriptorRule;
    constructor({ descriptorRule, context }) {
        this.descriptorRule = descriptorRule;
        this.ruleCreator = descriptorRule.rule;
        // normalize rule options
        const ruleCreatorOptions = descriptorRule.options || {};
        this.ruleReportHandle = this.ruleCreator.create(context, ruleCreatorOptions);
    }
    allowMessageIds() {
        if (!this.descriptorRule.allowMessageIds) {
            return [];
        }
        const ruleId = this.ruleCreator.meta.id;
        return this.descriptorRule.allowMessageIds.map((allowMessageId) => {
            return {
                messageId: allowMessageId,
                ruleId,
            };
        });
    }
    supportSourceCode(sourceCode) {
        const contentType = sourceCode.contentType;
        if (contentType === "unknown") {
            return true;
        }
        if (this.ruleCreator.meta.supportedContentTypes.includes("all")) {
            return true;
        }
        return this.ruleCreator.meta.supportedContentTypes.includes(contentType);
    }
    async file(source) {
        const file = this.ruleReportHandle.file;
        if (!file) {
            return;
        }
        return file(source);
    }
}
//# sourceMappingURL=SecretLintRuleImpl.js.map
;// CONCATENATED MODULE: ./node_modules/@secretlint/profiler/module/index.js
class SecretLintProfiler {
    perf;
    PerformanceObserver;
    observer;
    /**
     * Profiling costs performance.
     * `performance.mark()` and `PerformanceObserver` callback are called for each rule and each file.
     * So, the profiler should be disabled if the user does not need the profiling result.
     * https://github.com/secretlint/secretlint/issues/1633
     */
    enabled;
    entries = [];
    measures = [];
    /**
     * Set of mark names that have already been marked as `{mark}::start`
     */
    startMarkNames = new Set();
    executionPromises = [];
    constructor(options) {
        this.perf = options.perf;
        this.PerformanceObserver = options.PerformanceObserver;
        this.enabled = options.enabled ?? true;
    }
    get isEnabled() {
        return this.enabled;
    }
    /**
     * Enable or Disable the profiler.
     * If the profiler is disabled, `mark()` does nothing and collected entries are cleared.
     * @param enabled
     */
    setEnabled(enabled) {
        if (this.enabled === enabled) {
            return;
        }
        this.enabled = enabled;
        if (!enabled) {
            this.stopObserving();
        }
    }
    startObserving() {
        const pattern = /(.*?)::end(\|\|.*)?/;
        const observer = new this.PerformanceObserver((items) => {
            if (!this.enabled) {
                return;
            }
            const entries = items.getEntries();
            entries.forEach((entry) => {
                if (entry.entryType === "mark") {
                    const match = entry.name.match(pattern);
                    const endIdentifier = match ? match[1] : undefined;
                    const suffix = match && match[2] ? match[2] : "";
                    // if mark already {mark}::start, measure start to end
                    if (endIdentifier) {
                        const startMarkName = `${endIdentifier}::start${suffix}`;
                        // create measure only when the paired `{mark}::start` is already marked
                        if (this.startMarkNames.has(startMarkName)) {
                            // FIXME: avoid ERR_INVALID_PERFORMANCE_MARK error
                            this.executionPromises.push(Promise.resolve().then(() => {
                                this.perf.measure(endIdentifier + suffix, startMarkName, entry.name);
                            }));
                        }
                    }
                    else {
                        this.startMarkNames.add(entry.name);
                    }
                    this.entries.push(entry);
                }
                else if (entry.entryType === "measure") {
                    this.measures.push(entry);
                }
            });
        });
        observer.observe({ entryTypes: ["mark", "measure"] });
        this.observer = observer;
    }
    stopObserving() {
        this.observer?.disconnect();
        this.observer = undefined;
        this.entries.length = 0;
        this.measures.length = 0;
        this.executionPromises.length = 0;
        this.startMarkNames.clear();
    }
    mark(marker) {
        if (!this.enabled) {
            return;
        }
        // Start observing lazily
        // It avoids to start PerformanceObserver when the profiler is disabled before the first mark
        if (!this.observer) {
            this.startObserving();
        }
        if ("id" in marker) {
            this.perf.mark(`${marker.type}||${marker.id}`);
        }
        else {
            this.perf.mark(marker.type);
        }
    }
    waifForExecutionPromises = () => {
        return Promise.all(this.executionPromises).finally(() => {
            this.executionPromises.length = 0;
        });
    };
    async getEntries() {
        await this.waifForExecutionPromises();
        return this.entries;
    }
    async getMeasures() {
        await this.waifForExecutionPromises();
        return this.measures;
    }
}
//# sourceMappingURL=index.js.map
// EXTERNAL MODULE: external "node:perf_hooks"
var external_node_perf_hooks_ = __nccwpck_require__(643);
;// CONCATENATED MODULE: ./node_modules/@secretlint/profiler/module/node.js



class NullPerformanceObserver {
    disconnect() { }
    observe(_options) { }
}
const secretLintProfiler = new SecretLintProfiler({
    perf: external_node_perf_hooks_.performance,
    PerformanceObserver: external_node_perf_hooks_.PerformanceObserver ? external_node_perf_hooks_.PerformanceObserver : NullPerformanceObserver,
});
//# sourceMappingURL=node.js.map
;// CONCATENATED MODULE: ./node_modules/@secretlint/core/module/RunningEvents.js



const createRunningEvents = () => {
    const contextEvents = new PromiseEventEmitter();
    const registerSet = new Set();
    const LINT_HANDLE = Symbol("lint:start");
    const rules = [];
    return {
        collectAllowMessageIds() {
            const allowMessageIds = [];
            rules.forEach((rule) => {
                allowMessageIds.push(...rule.allowMessageIds());
            });
            return allowMessageIds;
        },
        /**
         * Start to run linting
         * @param options
         */
        runLint(options) {
            return contextEvents.emit(LINT_HANDLE, options);
        },
        registerRule({ descriptorRule, context, }) {
            if (registerSet.has(descriptorRule.id)) {
                // TODO: more trivial implementation
                throw new Error(`rule.id:${descriptorRule.id} is already registered.
                
Duplicated rule.id is something wrong in .secretlintrc.                
`);
            }
            registerSet.add(descriptorRule.id);
            const rule = new SecretLintRule({
                descriptorRule: descriptorRule,
                context,
            });
            rules.push(rule);
            contextEvents.on(LINT_HANDLE, async ({ sourceCode }) => {
                // TODO: add more handler
                // Call O￿￿rder?
                // - file
                secretLintProfiler.mark({
                    type: "@core>rule-handler::start",
                    id: descriptorRule.rule.meta.id,
                });
                // if this rule support the content type
                if (rule.supportSourceCode(sourceCode)) {
                    await rule.file(sourceCode);
                }
                secretLintProfiler.mark({
                    type: "@core>rule-handler::end",
                    id: descriptorRule.rule.meta.id,
                });
            });
        },
        registerRulePreset({ descriptorRulePreset, context, }) {
            // Normalized Rule Preset Options
            const rulePresetCreatorOptions = descriptorRulePreset.options || [];
            // Internally, RulePreset#register call `registerRule`
            descriptorRulePreset.rule.create(context, rulePresetCreatorOptions);
        },
        isRegistered(ruleId) {
            return registerSet.has(ruleId);
        },
    };
};
//# sourceMappingURL=RunningEvents.js.map
;// CONCATENATED MODULE: ./node_modules/@secretlint/core/module/RulePresetContext.js

/**
 * Create a context for Rule Preset
 */
const createRulePresetContext = ({ configRulePreset, sourceCode, runningEvents, contextEvents, sharedOptions, locale, }) => {
    const presetRules = configRulePreset.rules || [];
    if (!Array.isArray(presetRules)) {
        console.error(`${configRulePreset.id}:PresetRules is invalid format`, presetRules);
        throw new Error("preset's rules should be an array of rule definitions");
    }
    return {
        sharedOptions,
        registerRule(rule, defaultValue) {
            const descriptorRule = presetRules.find((descriptorRule) => {
                return descriptorRule.id === rule.meta.id;
            });
            // Use undefined instead of {}
            // Default value will be handled by RunningEvents#registerRule
            const descriptorRuleOptions = descriptorRule ? descriptorRule.options : undefined;
            const descriptorRuleDisabled = descriptorRule ? descriptorRule.disabled : undefined;
            const descriptorRuleSeverity = descriptorRule ? descriptorRule.severity : undefined;
            const descriptorAllowMessageIds = descriptorRule ? descriptorRule.allowMessageIds : undefined;
            const context = createRuleContext({
                // rule id is a single rule in a preset
                ruleId: rule.meta.id,
                // parent rule id is rule preset id
                ruleParentId: configRulePreset.id,
                meta: rule.meta,
                severity: descriptorRuleSeverity,
                sourceCode,
                contextEvents: contextEvents,
                sharedOptions: sharedOptions,
                locale,
            });
            const defaultValueOfPreset = defaultValue ? defaultValue : {};
            runningEvents.registerRule({
                descriptorRule: {
                    // options and disabled ...
                    ...defaultValueOfPreset,
                    // Prefer to use user setting
                    // User can override preset setting
                    ...descriptorRule,
                    id: rule.meta.id,
                    options: descriptorRuleOptions,
                    rule,
                    disabled: descriptorRuleDisabled,
                    allowMessageIds: descriptorAllowMessageIds,
                    severity: descriptorRuleSeverity,
                },
                context,
            });
        },
    };
};
//# sourceMappingURL=RulePresetContext.js.map
;// CONCATENATED MODULE: ./node_modules/@secretlint/core/module/messages/filter-ignored-process.js
/**
 * the `index` is in the `range` and return true.
 * @param {Number} index
 * @param {Number[]} range
 * @returns {boolean}
 */
const isContainedRange = (index, range) => {
    const [start, end] = range;
    return start <= index && index <= end;
};
/**
 * filter messages by ignore messages
 */
function filterIgnoredMessages(options) {
    const reportedMessages = options.reportedMessages;
    const ignoreMessages = options.ignoredMessages;
    // if match, reject the message
    return reportedMessages.filter((message) => {
        return !ignoreMessages.some((ignoreMessage) => {
            const isInIgnoringRange = isContainedRange(message.range[0], ignoreMessage.range) &&
                isContainedRange(message.range[1], ignoreMessage.range);
            if (isInIgnoringRange && ignoreMessage.targetRuleId) {
                // "*" is wildcard that match any rule
                if (ignoreMessage.targetRuleId === "*") {
                    return true;
                }
                // compare normalized key path
                return message.ruleId === ignoreMessage.targetRuleId;
            }
            return isInIgnoringRange;
        });
    });
}
//# sourceMappingURL=filter-ignored-process.js.map
;// CONCATENATED MODULE: ./node_modules/@secretlint/core/module/messages/MessageProcessManager.js
const createMessageProcessor = (processors) => {
    return {
        /**
         * process `messages` with registered processes
         */
        process(messages) {
            const originalMessages = messages;
            if (processors.length === 0) {
                throw new Error("processors should be > 0");
            }
            return processors.reduce((messages, filter) => {
                return filter(messages);
            }, originalMessages);
        },
    };
};
//# sourceMappingURL=MessageProcessManager.js.map
;// CONCATENATED MODULE: ./node_modules/@secretlint/core/module/messages/filter-duplicated-process.js
/**
 * equal message
 */
const isEqualMessage = (aMessage, bMessage) => {
    return (aMessage.range[0] === bMessage.range[0] &&
        aMessage.range[1] === bMessage.range[1] &&
        "severity" in aMessage &&
        "severity" in bMessage &&
        aMessage.severity === bMessage.severity &&
        aMessage.message === bMessage.message);
};
/**
 * filter duplicated messages
 */
function filterDuplicatedMessages(messages = []) {
    return messages.filter((message, index) => {
        const restMessages = messages.slice(index + 1);
        return !restMessages.some((restMessage) => {
            return isEqualMessage(message, restMessage);
        });
    });
}
//# sourceMappingURL=filter-duplicated-process.js.map
;// CONCATENATED MODULE: ./node_modules/@secretlint/core/module/messages/sort-messages-process.js
/**
 * sort messages by line and column
 */
function sortMessagesByLocation(messages) {
    // sort by line and column
    return messages.sort(function (a, b) {
        const startIndexDiff = a.range[0] - b.range[0];
        if (startIndexDiff === 0) {
            return a.range[1] - b.range[1];
        }
        else {
            return startIndexDiff;
        }
    });
}
//# sourceMappingURL=sort-messages-process.js.map
;// CONCATENATED MODULE: ./node_modules/@secretlint/core/module/messages/filter-message-id.js
const filterByAllowMessageIds = (messages, allowMessageIds) => {
    const disabledSet = new Set(allowMessageIds.map((allowMessage) => {
        return `${allowMessage.ruleId}--${allowMessage.messageId}`;
    }));
    return messages.filter((message) => {
        return !disabledSet.has(`${message.ruleId}--${message.messageId}`);
    });
};
//# sourceMappingURL=filter-message-id.js.map
;// CONCATENATED MODULE: ./node_modules/@secretlint/core/module/messages/filter-mask-secrets.js
// mask all properties with *** deeply
// These properties are object, array, or others
const deepMask = (object, handler) => {
    for (const key of Object.keys(object)) {
        if (typeof object[key] === "object") {
            object[key] = deepMask(object[key], handler);
        }
        else if (Array.isArray(object[key])) {
            object[key] = object[key].map((item) => deepMask(item, handler));
        }
        else if (typeof object[key] === "string") {
            object[key] = handler(object[key]);
        }
    }
    return object;
};
const createMaskValue = (value) => {
    return "*".repeat(value.length);
};
/**
 * = Masking logics
 * secretlint mask simple string replacement.
 * If a secretlint rule report `"TOKEN_STRING"` as message data, replace all `TOKEN_STRING` with `**********` in messages.
 * ```
 * context.report({
 *   message: t("MESSAGE", {
 *       TOKEN: "TOKEN_STRING", // => replace all "TOKEN_STRING" with  `**********`.
 *   }),
 *   range,
 * });
 * ```
 * This logics may includes false-positve.
 * This is similar to CI logs like Travis CI or GitHub Actions.
 * @param str
 * @param maskedValues
 */
const maskWithValues = (str, maskedValues) => {
    let result = str;
    for (const maskValue of maskedValues) {
        result = result.replaceAll(maskValue, "*".repeat(maskValue.length));
    }
    return result;
};
// mask all data values for hide secret value
// https://github.com/secretlint/secretlint/issues/176
const filterMaskSecretsData = (messages = []) => {
    return messages.map((message) => {
        if (message.type !== "message") {
            return message;
        }
        const maskedValues = [];
        const maskedData = message.data
            ? deepMask(message.data, (value) => {
                maskedValues.push(value);
                return createMaskValue(value);
            })
            : undefined;
        // no mask data
        if (!maskedData) {
            return message;
        }
        const maskedMessage = maskWithValues(message.message, maskedValues);
        return {
            ...message,
            message: maskedMessage,
            data: maskedData,
        };
    });
};
//# sourceMappingURL=filter-mask-secrets.js.map
;// CONCATENATED MODULE: ./node_modules/@secretlint/core/module/messages/index.js






/**
 * Post cleanup messages
 * - filter ignored range
 * - filter disabled message
 * - [masSecrets] mask secrets message
 * - filter duplicated messages
 * - sort messages by range
 * @param options
 */
const cleanupMessages = (options) => {
    const reportedMessages = filterIgnoredMessages(options);
    const reportedMessagesWithoutAllowMessageIds = filterByAllowMessageIds(reportedMessages, options.allowMessageIds);
    const filters = options.maskSecrets
        ? [filterDuplicatedMessages, filterMaskSecretsData]
        : [filterDuplicatedMessages];
    const filterProcess = createMessageProcessor(filters);
    return sortMessagesByLocation(filterProcess.process(reportedMessagesWithoutAllowMessageIds));
};
//# sourceMappingURL=index.js.map
// EXTERNAL MODULE: ./node_modules/debug/src/index.js
var src = __nccwpck_require__(2830);
;// CONCATENATED MODULE: ./node_modules/@secretlint/core/module/index.js







const debug = src("@secretlint/core");
const lintSource = ({ source, options }) => {
    secretLintProfiler.mark({
        type: "@core>lint::start",
        id: source.filePath,
    });
    debug(`source filePath: %O`, source.filePath);
    debug(`options: %O`, options);
    const rules = options.config.rules;
    const locale = options.locale ?? "en";
    const maskSecrets = options.maskSecrets ?? false;
    const contextEvents = createContextEvents();
    const runningEvents = createRunningEvents();
    const reportedMessages = [];
    const ignoredMessages = [];
    // setup
    contextEvents.onReport((message) => {
        reportedMessages.push(message);
    });
    contextEvents.onIgnore((message) => {
        ignoredMessages.push(message);
    });
    // Create a SourceCode for linting
    const sourceCode = new SecretLintSourceCodeImpl({
        content: source.content,
        filePath: source.filePath,
        physicalFilePath: options.noPhysicFilePath ? undefined : source.filePath,
        ext: source.ext || "",
        contentType: source.contentType,
    });
    secretLintProfiler.mark({
        type: "@core>setup-rules::start",
    });
    rules.forEach((rule) => {
        secretLintProfiler.mark({
            type: "@core>setup-rule::start",
            id: rule.rule.meta.id,
        });
        registerRule({
            sourceCode,
            config: options.config,
            descriptorRule: rule,
            contextEvents,
            runningEvents,
            locale,
        });
        secretLintProfiler.mark({
            type: "@core>setup-rule::end",
            id: rule.rule.meta.id,
        });
    });
    secretLintProfiler.mark({
        type: "@core>setup-rules::end",
    });
    // start to run
    return runningEvents
        .runLint({
        sourceCode,
    })
        .then(() => {
        return {
            filePath: source.filePath,
            // binary content should be skipped
            sourceContent: source.contentType === "text" ? source.content : undefined,
            sourceContentType: source.contentType,
            messages: cleanupMessages({
                reportedMessages,
                ignoredMessages,
                allowMessageIds: runningEvents.collectAllowMessageIds(),
                maskSecrets,
            }),
        };
    })
        .finally(() => {
        secretLintProfiler.mark({
            type: "@core>lint::end",
            id: source.filePath,
        });
    });
};
const isRulePreset = (ruleDescriptor) => {
    return ruleDescriptor.rule.meta.type === "preset";
};
const isRule = (ruleDescriptor) => {
    return ruleDescriptor.rule.meta.type === "scanner";
};
/**
 * Rule Processing
 */
const registerRule = ({ sourceCode, config, descriptorRule, contextEvents, runningEvents, locale, }) => {
    const ruleId = descriptorRule.id;
    // Do not register disabled rule
    if (descriptorRule.disabled) {
        debug("Skip registerRule %s, because it is disabled", ruleId);
        return;
    }
    debug("registerRule %s", ruleId);
    // sharedOptions is {} by default
    // sharedOptions is shared between presets and rules
    const sharedOptionsWithDefault = config.sharedOptions ?? {};
    // If option is not defined Options is {} by default
    if (isRulePreset(descriptorRule)) {
        const context = createRulePresetContext({
            configRulePreset: descriptorRule,
            sourceCode,
            contextEvents: contextEvents,
            runningEvents: runningEvents,
            sharedOptions: sharedOptionsWithDefault,
            locale: locale,
        });
        runningEvents.registerRulePreset({
            descriptorRulePreset: descriptorRule,
            context,
        });
        return;
    }
    else if (isRule(descriptorRule)) {
        const context = createRuleContext({
            ruleId: ruleId,
            severity: descriptorRule.severity,
            meta: descriptorRule.rule.meta,
            sourceCode,
            contextEvents: contextEvents,
            sharedOptions: sharedOptionsWithDefault,
            locale: locale,
        });
        runningEvents.registerRule({
            descriptorRule: descriptorRule,
            context,
        });
        return;
    }
    throw new Error(`Unknown descriptor type: ${descriptorRule}`);
};
//# sourceMappingURL=index.js.map
;// CONCATENATED MODULE: ./node_modules/@secretlint/secretlint-rule-preset-recommend/module/index.js


var commonjsGlobal = typeof globalThis !== 'undefined' ? globalThis : typeof window !== 'undefined' ? window : typeof global !== 'undefined' ? global : typeof self !== 'undefined' ? self : {};

var regexpStringMatcher = {};

/**
 * lodash (Custom Build) <https://lodash.com/>
 * Build: `lodash modularize exports="npm" -o ./`
 * Copyright jQuery Foundation and other contributors <https://jquery.org/>
 * Released under MIT license <https://lodash.com/license>
 * Based on Underscore.js 1.8.3 <http://underscorejs.org/LICENSE>
 * Copyright Jeremy Ashkenas, DocumentCloud and Investigative Reporters & Editors
 */

var lodash_uniq;
var hasRequiredLodash_uniq;

function requireLodash_uniq () {
	if (hasRequiredLodash_uniq) return lodash_uniq;
	hasRequiredLodash_uniq = 1;
	/** Used as the size to enable large array optimizations. */
	var LARGE_ARRAY_SIZE = 200;

	/** Used to stand-in for `undefined` hash values. */
	var HASH_UNDEFINED = '__lodash_hash_undefined__';

	/** Used as references for various `Number` constants. */
	var INFINITY = 1 / 0;

	/** `Object#toString` result references. */
	var funcTag = '[object Function]',
	    genTag = '[object GeneratorFunction]';

	/**
	 * Used to match `RegExp`
	 * [syntax characters](http://ecma-international.org/ecma-262/7.0/#sec-patterns).
	 */
	var reRegExpChar = /[\\^$.*+?()[\]{}|]/g;

	/** Used to detect host constructors (Safari). */
	var reIsHostCtor = /^\[object .+?Constructor\]$/;

	/** Detect free variable `global` from Node.js. */
	var freeGlobal = typeof commonjsGlobal == 'object' && commonjsGlobal && commonjsGlobal.Object === Object && commonjsGlobal;

	/** Detect free variable `self`. */
	var freeSelf = typeof self == 'object' && self && self.Object === Object && self;

	/** Used as a reference to the global object. */
	var root = freeGlobal || freeSelf || Function('return this')();

	/**
	 * A specialized version of `_.includes` for arrays without support for
	 * specifying an index to search from.
	 *
	 * @private
	 * @param {Array} [array] The array to inspect.
	 * @param {*} target The value to search for.
	 * @returns {boolean} Returns `true` if `target` is found, else `false`.
	 */
	function arrayIncludes(array, value) {
	  var length = array ? array.length : 0;
	  return !!length && baseIndexOf(array, value, 0) > -1;
	}

	/**
	 * The base implementation of `_.findIndex` and `_.findLastIndex` without
	 * support for iteratee shorthands.
	 *
	 * @private
	 * @param {Array} array The array to inspect.
	 * @param {Function} predicate The function invoked per iteration.
	 * @param {number} fromIndex The index to search from.
	 * @param {boolean} [fromRight] Specify iterating from right to left.
	 * @returns {number} Returns the index of the matched value, else `-1`.
	 */
	function baseFindIndex(array, predicate, fromIndex, fromRight) {
	  var length = array.length,
	      index = fromIndex + (-1);

	  while ((++index < length)) {
	    if (predicate(array[index], index, array)) {
	      return index;
	    }
	  }
	  return -1;
	}

	/**
	 * The base implementation of `_.indexOf` without `fromIndex` bounds checks.
	 *
	 * @private
	 * @param {Array} array The array to inspect.
	 * @param {*} value The value to search for.
	 * @param {number} fromIndex The index to search from.
	 * @returns {number} Returns the index of the matched value, else `-1`.
	 */
	function baseIndexOf(array, value, fromIndex) {
	  if (value !== value) {
	    return baseFindIndex(array, baseIsNaN, fromIndex);
	  }
	  var index = fromIndex - 1,
	      length = array.length;

	  while (++index < length) {
	    if (array[index] === value) {
	      return index;
	    }
	  }
	  return -1;
	}

	/**
	 * The base implementation of `_.isNaN` without support for number objects.
	 *
	 * @private
	 * @param {*} value The value to check.
	 * @returns {boolean} Returns `true` if `value` is `NaN`, else `false`.
	 */
	function baseIsNaN(value) {
	  return value !== value;
	}

	/**
	 * Checks if a cache value for `key` exists.
	 *
	 * @private
	 * @param {Object} cache The cache to query.
	 * @param {string} key The key of the entry to check.
	 * @returns {boolean} Returns `true` if an entry for `key` exists, else `false`.
	 */
	function cacheHas(cache, key) {
	  return cache.has(key);
	}

	/**
	 * Gets the value at `key` of `object`.
	 *
	 * @private
	 * @param {Object} [object] The object to query.
	 * @param {string} key The key of the property to get.
	 * @returns {*} Returns the property value.
	 */
	function getValue(object, key) {
	  return object == null ? undefined : object[key];
	}

	/**
	 * Checks if `value` is a host object in IE < 9.
	 *
	 * @private
	 * @param {*} value The value to check.
	 * @returns {boolean} Returns `true` if `value` is a host object, else `false`.
	 */
	function isHostObject(value) {
	  // Many host objects are `Object` objects that can coerce to strings
	  // despite having improperly defined `toString` methods.
	  var result = false;
	  if (value != null && typeof value.toString != 'function') {
	    try {
	      result = !!(value + '');
	    } catch (e) {}
	  }
	  return result;
	}

	/**
	 * Converts `set` to an array of its values.
	 *
	 * @private
	 * @param {Object} set The set to convert.
	 * @returns {Array} Returns the values.
	 */
	function setToArray(set) {
	  var index = -1,
	      result = Array(set.size);

	  set.forEach(function(value) {
	    result[++index] = value;
	  });
	  return result;
	}

	/** Used for built-in method references. */
	var arrayProto = Array.prototype,
	    funcProto = Function.prototype,
	    objectProto = Object.prototype;

	/** Used to detect overreaching core-js shims. */
	var coreJsData = root['__core-js_shared__'];

	/** Used to detect methods masquerading as native. */
	var maskSrcKey = (function() {
	  var uid = /[^.]+$/.exec(coreJsData && coreJsData.keys && coreJsData.keys.IE_PROTO || '');
	  return uid ? ('Symbol(src)_1.' + uid) : '';
	}());

	/** Used to resolve the decompiled source of functions. */
	var funcToString = funcProto.toString;

	/** Used to check objects for own properties. */
	var hasOwnProperty = objectProto.hasOwnProperty;

	/**
	 * Used to resolve the
	 * [`toStringTag`](http://ecma-international.org/ecma-262/7.0/#sec-object.prototype.tostring)
	 * of values.
	 */
	var objectToString = objectProto.toString;

	/** Used to detect if a method is native. */
	var reIsNative = RegExp('^' +
	  funcToString.call(hasOwnProperty).replace(reRegExpChar, '\\$&')
	  .replace(/hasOwnProperty|(function).*?(?=\\\()| for .+?(?=\\\])/g, '$1.*?') + '$'
	);

	/** Built-in value references. */
	var splice = arrayProto.splice;

	/* Built-in method references that are verified to be native. */
	var Map = getNative(root, 'Map'),
	    Set = getNative(root, 'Set'),
	    nativeCreate = getNative(Object, 'create');

	/**
	 * Creates a hash object.
	 *
	 * @private
	 * @constructor
	 * @param {Array} [entries] The key-value pairs to cache.
	 */
	function Hash(entries) {
	  var index = -1,
	      length = entries ? entries.length : 0;

	  this.clear();
	  while (++index < length) {
	    var entry = entries[index];
	    this.set(entry[0], entry[1]);
	  }
	}

	/**
	 * Removes all key-value entries from the hash.
	 *
	 * @private
	 * @name clear
	 * @memberOf Hash
	 */
	function hashClear() {
	  this.__data__ = nativeCreate ? nativeCreate(null) : {};
	}

	/**
	 * Removes `key` and its value from the hash.
	 *
	 * @private
	 * @name delete
	 * @memberOf Hash
	 * @param {Object} hash The hash to modify.
	 * @param {string} key The key of the value to remove.
	 * @returns {boolean} Returns `true` if the entry was removed, else `false`.
	 */
	function hashDelete(key) {
	  return this.has(key) && delete this.__data__[key];
	}

	/**
	 * Gets the hash value for `key`.
	 *
	 * @private
	 * @name get
	 * @memberOf Hash
	 * @param {string} key The key of the value to get.
	 * @returns {*} Returns the entry value.
	 */
	function hashGet(key) {
	  var data = this.__data__;
	  if (nativeCreate) {
	    var result = data[key];
	    return result === HASH_UNDEFINED ? undefined : result;
	  }
	  return hasOwnProperty.call(data, key) ? data[key] : undefined;
	}

	/**
	 * Checks if a hash value for `key` exists.
	 *
	 * @private
	 * @name has
	 * @memberOf Hash
	 * @param {string} key The key of the entry to check.
	 * @returns {boolean} Returns `true` if an entry for `key` exists, else `false`.
	 */
	function hashHas(key) {
	  var data = this.__data__;
	  return nativeCreate ? data[key] !== undefined : hasOwnProperty.call(data, key);
	}

	/**
	 * Sets the hash `key` to `value`.
	 *
	 * @private
	 * @name set
	 * @memberOf Hash
	 * @param {string} key The key of the value to set.
	 * @param {*} value The value to set.
	 * @returns {Object} Returns the hash instance.
	 */
	function hashSet(key, value) {
	  var data = this.__data__;
	  data[key] = (nativeCreate && value === undefined) ? HASH_UNDEFINED : value;
	  return this;
	}

	// Add methods to `Hash`.
	Hash.prototype.clear = hashClear;
	Hash.prototype['delete'] = hashDelete;
	Hash.prototype.get = hashGet;
	Hash.prototype.has = hashHas;
	Hash.prototype.set = hashSet;

	/**
	 * Creates an list cache object.
	 *
	 * @private
	 * @constructor
	 * @param {Array} [entries] The key-value pairs to cache.
	 */
	function ListCache(entries) {
	  var index = -1,
	      length = entries ? entries.length : 0;

	  this.clear();
	  while (++index < length) {
	    var entry = entries[index];
	    this.set(entry[0], entry[1]);
	  }
	}

	/**
	 * Removes all key-value entries from the list cache.
	 *
	 * @private
	 * @name clear
	 * @memberOf ListCache
	 */
	function listCacheClear() {
	  this.__data__ = [];
	}

	/**
	 * Removes `key` and its value from the list cache.
	 *
	 * @private
	 * @name delete
	 * @memberOf ListCache
	 * @param {string} key The key of the value to remove.
	 * @returns {boolean} Returns `true` if the entry was removed, else `false`.
	 */
	function listCacheDelete(key) {
	  var data = this.__data__,
	      index = assocIndexOf(data, key);

	  if (index < 0) {
	    return false;
	  }
	  var lastIndex = data.length - 1;
	  if (index == lastIndex) {
	    data.pop();
	  } else {
	    splice.call(data, index, 1);
	  }
	  return true;
	}

	/**
	 * Gets the list cache value for `key`.
	 *
	 * @private
	 * @name get
	 * @memberOf ListCache
	 * @param {string} key The key of the value to get.
	 * @returns {*} Returns the entry value.
	 */
	function listCacheGet(key) {
	  var data = this.__data__,
	      index = assocIndexOf(data, key);

	  return index < 0 ? undefined : data[index][1];
	}

	/**
	 * Checks if a list cache value for `key` exists.
	 *
	 * @private
	 * @name has
	 * @memberOf ListCache
	 * @param {string} key The key of the entry to check.
	 * @returns {boolean} Returns `true` if an entry for `key` exists, else `false`.
	 */
	function listCacheHas(key) {
	  return assocIndexOf(this.__data__, key) > -1;
	}

	/**
	 * Sets the list cache `key` to `value`.
	 *
	 * @private
	 * @name set
	 * @memberOf ListCache
	 * @param {string} key The key of the value to set.
	 * @param {*} value The value to set.
	 * @returns {Object} Returns the list cache instance.
	 */
	function listCacheSet(key, value) {
	  var data = this.__data__,
	      index = assocIndexOf(data, key);

	  if (index < 0) {
	    data.push([key, value]);
	  } else {
	    data[index][1] = value;
	  }
	  return this;
	}

	// Add methods to `ListCache`.
	ListCache.prototype.clear = listCacheClear;
	ListCache.prototype['delete'] = listCacheDelete;
	ListCache.prototype.get = listCacheGet;
	ListCache.prototype.has = listCacheHas;
	ListCache.prototype.set = listCacheSet;

	/**
	 * Creates a map cache object to store key-value pairs.
	 *
	 * @private
	 * @constructor
	 * @param {Array} [entries] The key-value pairs to cache.
	 */
	function MapCache(entries) {
	  var index = -1,
	      length = entries ? entries.length : 0;

	  this.clear();
	  while (++index < length) {
	    var entry = entries[index];
	    this.set(entry[0], entry[1]);
	  }
	}

	/**
	 * Removes all key-value entries from the map.
	 *
	 * @private
	 * @name clear
	 * @memberOf MapCache
	 */
	function mapCacheClear() {
	  this.__data__ = {
	    'hash': new Hash,
	    'map': new (Map || ListCache),
	    'string': new Hash
	  };
	}

	/**
	 * Removes `key` and its value from the map.
	 *
	 * @private
	 * @name delete
	 * @memberOf MapCache
	 * @param {string} key The key of the value to remove.
	 * @returns {boolean} Returns `true` if the entry was removed, else `false`.
	 */
	function mapCacheDelete(key) {
	  return getMapData(this, key)['delete'](key);
	}

	/**
	 * Gets the map value for `key`.
	 *
	 * @private
	 * @name get
	 * @memberOf MapCache
	 * @param {string} key The key of the value to get.
	 * @returns {*} Returns the entry value.
	 */
	function mapCacheGet(key) {
	  return getMapData(this, key).get(key);
	}

	/**
	 * Checks if a map value for `key` exists.
	 *
	 * @private
	 * @name has
	 * @memberOf MapCache
	 * @param {string} key The key of the entry to check.
	 * @returns {boolean} Returns `true` if an entry for `key` exists, else `false`.
	 */
	function mapCacheHas(key) {
	  return getMapData(this, key).has(key);
	}

	/**
	 * Sets the map `key` to `value`.
	 *
	 * @private
	 * @name set
	 * @memberOf MapCache
	 * @param {string} key The key of the value to set.
	 * @param {*} value The value to set.
	 * @returns {Object} Returns the map cache instance.
	 */
	function mapCacheSet(key, value) {
	  getMapData(this, key).set(key, value);
	  return this;
	}

	// Add methods to `MapCache`.
	MapCache.prototype.clear = mapCacheClear;
	MapCache.prototype['delete'] = mapCacheDelete;
	MapCache.prototype.get = mapCacheGet;
	MapCache.prototype.has = mapCacheHas;
	MapCache.prototype.set = mapCacheSet;

	/**
	 *
	 * Creates an array cache object to store unique values.
	 *
	 * @private
	 * @constructor
	 * @param {Array} [values] The values to cache.
	 */
	function SetCache(values) {
	  var index = -1,
	      length = values ? values.length : 0;

	  this.__data__ = new MapCache;
	  while (++index < length) {
	    this.add(values[index]);
	  }
	}

	/**
	 * Adds `value` to the array cache.
	 *
	 * @private
	 * @name add
	 * @memberOf SetCache
	 * @alias push
	 * @param {*} value The value to cache.
	 * @returns {Object} Returns the cache instance.
	 */
	function setCacheAdd(value) {
	  this.__data__.set(value, HASH_UNDEFINED);
	  return this;
	}

	/**
	 * Checks if `value` is in the array cache.
	 *
	 * @private
	 * @name has
	 * @memberOf SetCache
	 * @param {*} value The value to search for.
	 * @returns {number} Returns `true` if `value` is found, else `false`.
	 */
	function setCacheHas(value) {
	  return this.__data__.has(value);
	}

	// Add methods to `SetCache`.
	SetCache.prototype.add = SetCache.prototype.push = setCacheAdd;
	SetCache.prototype.has = setCacheHas;

	/**
	 * Gets the index at which the `key` is found in `array` of key-value pairs.
	 *
	 * @private
	 * @param {Array} array The array to inspect.
	 * @param {*} key The key to search for.
	 * @returns {number} Returns the index of the matched value, else `-1`.
	 */
	function assocIndexOf(array, key) {
	  var length = array.length;
	  while (length--) {
	    if (eq(array[length][0], key)) {
	      return length;
	    }
	  }
	  return -1;
	}

	/**
	 * The base implementation of `_.isNative` without bad shim checks.
	 *
	 * @private
	 * @param {*} value The value to check.
	 * @returns {boolean} Returns `true` if `value` is a native function,
	 *  else `false`.
	 */
	function baseIsNative(value) {
	  if (!isObject(value) || isMasked(value)) {
	    return false;
	  }
	  var pattern = (isFunction(value) || isHostObject(value)) ? reIsNative : reIsHostCtor;
	  return pattern.test(toSource(value));
	}

	/**
	 * The base implementation of `_.uniqBy` without support for iteratee shorthands.
	 *
	 * @private
	 * @param {Array} array The array to inspect.
	 * @param {Function} [iteratee] The iteratee invoked per element.
	 * @param {Function} [comparator] The comparator invoked per element.
	 * @returns {Array} Returns the new duplicate free array.
	 */
	function baseUniq(array, iteratee, comparator) {
	  var index = -1,
	      includes = arrayIncludes,
	      length = array.length,
	      isCommon = true,
	      result = [],
	      seen = result;

	  if (length >= LARGE_ARRAY_SIZE) {
	    var set = createSet(array);
	    if (set) {
	      return setToArray(set);
	    }
	    isCommon = false;
	    includes = cacheHas;
	    seen = new SetCache;
	  }
	  else {
	    seen = result;
	  }
	  outer:
	  while (++index < length) {
	    var value = array[index],
	        computed = value;

	    value = (value !== 0) ? value : 0;
	    if (isCommon && computed === computed) {
	      var seenIndex = seen.length;
	      while (seenIndex--) {
	        if (seen[seenIndex] === computed) {
	          continue outer;
	        }
	      }
	      result.push(value);
	    }
	    else if (!includes(seen, computed, comparator)) {
	      if (seen !== result) {
	        seen.push(computed);
	      }
	      result.push(value);
	    }
	  }
	  return result;
	}

	/**
	 * Creates a set object of `values`.
	 *
	 * @private
	 * @param {Array} values The values to add to the set.
	 * @returns {Object} Returns the new set.
	 */
	var createSet = !(Set && (1 / setToArray(new Set([,-0]))[1]) == INFINITY) ? noop : function(values) {
	  return new Set(values);
	};

	/**
	 * Gets the data for `map`.
	 *
	 * @private
	 * @param {Object} map The map to query.
	 * @param {string} key The reference key.
	 * @returns {*} Returns the map data.
	 */
	function getMapData(map, key) {
	  var data = map.__data__;
	  return isKeyable(key)
	    ? data[typeof key == 'string' ? 'string' : 'hash']
	    : data.map;
	}

	/**
	 * Gets the native function at `key` of `object`.
	 *
	 * @private
	 * @param {Object} object The object to query.
	 * @param {string} key The key of the method to get.
	 * @returns {*} Returns the function if it's native, else `undefined`.
	 */
	function getNative(object, key) {
	  var value = getValue(object, key);
	  return baseIsNative(value) ? value : undefined;
	}

	/**
	 * Checks if `value` is suitable for use as unique object key.
	 *
	 * @private
	 * @param {*} value The value to check.
	 * @returns {boolean} Returns `true` if `value` is suitable, else `false`.
	 */
	function isKeyable(value) {
	  var type = typeof value;
	  return (type == 'string' || type == 'number' || type == 'symbol' || type == 'boolean')
	    ? (value !== '__proto__')
	    : (value === null);
	}

	/**
	 * Checks if `func` has its source masked.
	 *
	 * @private
	 * @param {Function} func The function to check.
	 * @returns {boolean} Returns `true` if `func` is masked, else `false`.
	 */
	function isMasked(func) {
	  return !!maskSrcKey && (maskSrcKey in func);
	}

	/**
	 * Converts `func` to its source code.
	 *
	 * @private
	 * @param {Function} func The function to process.
	 * @returns {string} Returns the source code.
	 */
	function toSource(func) {
	  if (func != null) {
	    try {
	      return funcToString.call(func);
	    } catch (e) {}
	    try {
	      return (func + '');
	    } catch (e) {}
	  }
	  return '';
	}

	/**
	 * Creates a duplicate-free version of an array, using
	 * [`SameValueZero`](http://ecma-international.org/ecma-262/7.0/#sec-samevaluezero)
	 * for equality comparisons, in which only the first occurrence of each
	 * element is kept.
	 *
	 * @static
	 * @memberOf _
	 * @since 0.1.0
	 * @category Array
	 * @param {Array} array The array to inspect.
	 * @returns {Array} Returns the new duplicate free array.
	 * @example
	 *
	 * _.uniq([2, 1, 2]);
	 * // => [2, 1]
	 */
	function uniq(array) {
	  return (array && array.length)
	    ? baseUniq(array)
	    : [];
	}

	/**
	 * Performs a
	 * [`SameValueZero`](http://ecma-international.org/ecma-262/7.0/#sec-samevaluezero)
	 * comparison between two values to determine if they are equivalent.
	 *
	 * @static
	 * @memberOf _
	 * @since 4.0.0
	 * @category Lang
	 * @param {*} value The value to compare.
	 * @param {*} other The other value to compare.
	 * @returns {boolean} Returns `true` if the values are equivalent, else `false`.
	 * @example
	 *
	 * var object = { 'a': 1 };
	 * var other = { 'a': 1 };
	 *
	 * _.eq(object, object);
	 * // => true
	 *
	 * _.eq(object, other);
	 * // => false
	 *
	 * _.eq('a', 'a');
	 * // => true
	 *
	 * _.eq('a', Object('a'));
	 * // => false
	 *
	 * _.eq(NaN, NaN);
	 * // => true
	 */
	function eq(value, other) {
	  return value === other || (value !== value && other !== other);
	}

	/**
	 * Checks if `value` is classified as a `Function` object.
	 *
	 * @static
	 * @memberOf _
	 * @since 0.1.0
	 * @category Lang
	 * @param {*} value The value to check.
	 * @returns {boolean} Returns `true` if `value` is a function, else `false`.
	 * @example
	 *
	 * _.isFunction(_);
	 * // => true
	 *
	 * _.isFunction(/abc/);
	 * // => false
	 */
	function isFunction(value) {
	  // The use of `Object#toString` avoids issues with the `typeof` operator
	  // in Safari 8-9 which returns 'object' for typed array and other constructors.
	  var tag = isObject(value) ? objectToString.call(value) : '';
	  return tag == funcTag || tag == genTag;
	}

	/**
	 * Checks if `value` is the
	 * [language type](http://www.ecma-international.org/ecma-262/7.0/#sec-ecmascript-language-types)
	 * of `Object`. (e.g. arrays, functions, objects, regexes, `new Number(0)`, and `new String('')`)
	 *
	 * @static
	 * @memberOf _
	 * @since 0.1.0
	 * @category Lang
	 * @param {*} value The value to check.
	 * @returns {boolean} Returns `true` if `value` is an object, else `false`.
	 * @example
	 *
	 * _.isObject({});
	 * // => true
	 *
	 * _.isObject([1, 2, 3]);
	 * // => true
	 *
	 * _.isObject(_.noop);
	 * // => true
	 *
	 * _.isObject(null);
	 * // => false
	 */
	function isObject(value) {
	  var type = typeof value;
	  return !!value && (type == 'object' || type == 'function');
	}

	/**
	 * This method returns `undefined`.
	 *
	 * @static
	 * @memberOf _
	 * @since 2.3.0
	 * @category Util
	 * @example
	 *
	 * _.times(2, _.noop);
	 * // => [undefined, undefined]
	 */
	function noop() {
	  // No operation performed.
	}

	lodash_uniq = uniq;
	return lodash_uniq;
}

/**
 * lodash (Custom Build) <https://lodash.com/>
 * Build: `lodash modularize exports="npm" -o ./`
 * Copyright jQuery Foundation and other contributors <https://jquery.org/>
 * Released under MIT license <https://lodash.com/license>
 * Based on Underscore.js 1.8.3 <http://underscorejs.org/LICENSE>
 * Copyright Jeremy Ashkenas, DocumentCloud and Investigative Reporters & Editors
 */

var lodash_uniqwith;
var hasRequiredLodash_uniqwith;

function requireLodash_uniqwith () {
	if (hasRequiredLodash_uniqwith) return lodash_uniqwith;
	hasRequiredLodash_uniqwith = 1;
	/** Used as the size to enable large array optimizations. */
	var LARGE_ARRAY_SIZE = 200;

	/** Used to stand-in for `undefined` hash values. */
	var HASH_UNDEFINED = '__lodash_hash_undefined__';

	/** Used as references for various `Number` constants. */
	var INFINITY = 1 / 0;

	/** `Object#toString` result references. */
	var funcTag = '[object Function]',
	    genTag = '[object GeneratorFunction]';

	/**
	 * Used to match `RegExp`
	 * [syntax characters](http://ecma-international.org/ecma-262/7.0/#sec-patterns).
	 */
	var reRegExpChar = /[\\^$.*+?()[\]{}|]/g;

	/** Used to detect host constructors (Safari). */
	var reIsHostCtor = /^\[object .+?Constructor\]$/;

	/** Detect free variable `global` from Node.js. */
	var freeGlobal = typeof commonjsGlobal == 'object' && commonjsGlobal && commonjsGlobal.Object === Object && commonjsGlobal;

	/** Detect free variable `self`. */
	var freeSelf = typeof self == 'object' && self && self.Object === Object && self;

	/** Used as a reference to the global object. */
	var root = freeGlobal || freeSelf || Function('return this')();

	/**
	 * A specialized version of `_.includes` for arrays without support for
	 * specifying an index to search from.
	 *
	 * @private
	 * @param {Array} [array] The array to inspect.
	 * @param {*} target The value to search for.
	 * @returns {boolean} Returns `true` if `target` is found, else `false`.
	 */
	function arrayIncludes(array, value) {
	  var length = array ? array.length : 0;
	  return !!length && baseIndexOf(array, value, 0) > -1;
	}

	/**
	 * This function is like `arrayIncludes` except that it accepts a comparator.
	 *
	 * @private
	 * @param {Array} [array] The array to inspect.
	 * @param {*} target The value to search for.
	 * @param {Function} comparator The comparator invoked per element.
	 * @returns {boolean} Returns `true` if `target` is found, else `false`.
	 */
	function arrayIncludesWith(array, value, comparator) {
	  var index = -1,
	      length = array ? array.length : 0;

	  while (++index < length) {
	    if (comparator(value, array[index])) {
	      return true;
	    }
	  }
	  return false;
	}

	/**
	 * The base implementation of `_.findIndex` and `_.findLastIndex` without
	 * support for iteratee shorthands.
	 *
	 * @private
	 * @param {Array} array The array to inspect.
	 * @param {Function} predicate The function invoked per iteration.
	 * @param {number} fromIndex The index to search from.
	 * @param {boolean} [fromRight] Specify iterating from right to left.
	 * @returns {number} Returns the index of the matched value, else `-1`.
	 */
	function baseFindIndex(array, predicate, fromIndex, fromRight) {
	  var length = array.length,
	      index = fromIndex + (-1);

	  while ((++index < length)) {
	    if (predicate(array[index], index, array)) {
	      return index;
	    }
	  }
	  return -1;
	}

	/**
	 * The base implementation of `_.indexOf` without `fromIndex` bounds checks.
	 *
	 * @private
	 * @param {Array} array The array to inspect.
	 * @param {*} value The value to search for.
	 * @param {number} fromIndex The index to search from.
	 * @returns {number} Returns the index of the matched value, else `-1`.
	 */
	function baseIndexOf(array, value, fromIndex) {
	  if (value !== value) {
	    return baseFindIndex(array, baseIsNaN, fromIndex);
	  }
	  var index = fromIndex - 1,
	      length = array.length;

	  while (++index < length) {
	    if (array[index] === value) {
	      return index;
	    }
	  }
	  return -1;
	}

	/**
	 * The base implementation of `_.isNaN` without support for number objects.
	 *
	 * @private
	 * @param {*} value The value to check.
	 * @returns {boolean} Returns `true` if `value` is `NaN`, else `false`.
	 */
	function baseIsNaN(value) {
	  return value !== value;
	}

	/**
	 * Checks if a cache value for `key` exists.
	 *
	 * @private
	 * @param {Object} cache The cache to query.
	 * @param {string} key The key of the entry to check.
	 * @returns {boolean} Returns `true` if an entry for `key` exists, else `false`.
	 */
	function cacheHas(cache, key) {
	  return cache.has(key);
	}

	/**
	 * Gets the value at `key` of `object`.
	 *
	 * @private
	 * @param {Object} [object] The object to query.
	 * @param {string} key The key of the property to get.
	 * @returns {*} Returns the property value.
	 */
	function getValue(object, key) {
	  return object == null ? undefined : object[key];
	}

	/**
	 * Checks if `value` is a host object in IE < 9.
	 *
	 * @private
	 * @param {*} value The value to check.
	 * @returns {boolean} Returns `true` if `value` is a host object, else `false`.
	 */
	function isHostObject(value) {
	  // Many host objects are `Object` objects that can coerce to strings
	  // despite having improperly defined `toString` methods.
	  var result = false;
	  if (value != null && typeof value.toString != 'function') {
	    try {
	      result = !!(value + '');
	    } catch (e) {}
	  }
	  return result;
	}

	/**
	 * Converts `set` to an array of its values.
	 *
	 * @private
	 * @param {Object} set The set to convert.
	 * @returns {Array} Returns the values.
	 */
	function setToArray(set) {
	  var index = -1,
	      result = Array(set.size);

	  set.forEach(function(value) {
	    result[++index] = value;
	  });
	  return result;
	}

	/** Used for built-in method references. */
	var arrayProto = Array.prototype,
	    funcProto = Function.prototype,
	    objectProto = Object.prototype;

	/** Used to detect overreaching core-js shims. */
	var coreJsData = root['__core-js_shared__'];

	/** Used to detect methods masquerading as native. */
	var maskSrcKey = (function() {
	  var uid = /[^.]+$/.exec(coreJsData && coreJsData.keys && coreJsData.keys.IE_PROTO || '');
	  return uid ? ('Symbol(src)_1.' + uid) : '';
	}());

	/** Used to resolve the decompiled source of functions. */
	var funcToString = funcProto.toString;

	/** Used to check objects for own properties. */
	var hasOwnProperty = objectProto.hasOwnProperty;

	/**
	 * Used to resolve the
	 * [`toStringTag`](http://ecma-international.org/ecma-262/7.0/#sec-object.prototype.tostring)
	 * of values.
	 */
	var objectToString = objectProto.toString;

	/** Used to detect if a method is native. */
	var reIsNative = RegExp('^' +
	  funcToString.call(hasOwnProperty).replace(reRegExpChar, '\\$&')
	  .replace(/hasOwnProperty|(function).*?(?=\\\()| for .+?(?=\\\])/g, '$1.*?') + '$'
	);

	/** Built-in value references. */
	var splice = arrayProto.splice;

	/* Built-in method references that are verified to be native. */
	var Map = getNative(root, 'Map'),
	    Set = getNative(root, 'Set'),
	    nativeCreate = getNative(Object, 'create');

	/**
	 * Creates a hash object.
	 *
	 * @private
	 * @constructor
	 * @param {Array} [entries] The key-value pairs to cache.
	 */
	function Hash(entries) {
	  var index = -1,
	      length = entries ? entries.length : 0;

	  this.clear();
	  while (++index < length) {
	    var entry = entries[index];
	    this.set(entry[0], entry[1]);
	  }
	}

	/**
	 * Removes all key-value entries from the hash.
	 *
	 * @private
	 * @name clear
	 * @memberOf Hash
	 */
	function hashClear() {
	  this.__data__ = nativeCreate ? nativeCreate(null) : {};
	}

	/**
	 * Removes `key` and its value from the hash.
	 *
	 * @private
	 * @name delete
	 * @memberOf Hash
	 * @param {Object} hash The hash to modify.
	 * @param {string} key The key of the value to remove.
	 * @returns {boolean} Returns `true` if the entry was removed, else `false`.
	 */
	function hashDelete(key) {
	  return this.has(key) && delete this.__data__[key];
	}

	/**
	 * Gets the hash value for `key`.
	 *
	 * @private
	 * @name get
	 * @memberOf Hash
	 * @param {string} key The key of the value to get.
	 * @returns {*} Returns the entry value.
	 */
	function hashGet(key) {
	  var data = this.__data__;
	  if (nativeCreate) {
	    var result = data[key];
	    return result === HASH_UNDEFINED ? undefined : result;
	  }
	  return hasOwnProperty.call(data, key) ? data[key] : undefined;
	}

	/**
	 * Checks if a hash value for `key` exists.
	 *
	 * @private
	 * @name has
	 * @memberOf Hash
	 * @param {string} key The key of the entry to check.
	 * @returns {boolean} Returns `true` if an entry for `key` exists, else `false`.
	 */
	function hashHas(key) {
	  var data = this.__data__;
	  return nativeCreate ? data[key] !== undefined : hasOwnProperty.call(data, key);
	}

	/**
	 * Sets the hash `key` to `value`.
	 *
	 * @private
	 * @name set
	 * @memberOf Hash
	 * @param {string} key The key of the value to set.
	 * @param {*} value The value to set.
	 * @returns {Object} Returns the hash instance.
	 */
	function hashSet(key, value) {
	  var data = this.__data__;
	  data[key] = (nativeCreate && value === undefined) ? HASH_UNDEFINED : value;
	  return this;
	}

	// Add methods to `Hash`.
	Hash.prototype.clear = hashClear;
	Hash.prototype['delete'] = hashDelete;
	Hash.prototype.get = hashGet;
	Hash.prototype.has = hashHas;
	Hash.prototype.set = hashSet;

	/**
	 * Creates an list cache object.
	 *
	 * @private
	 * @constructor
	 * @param {Array} [entries] The key-value pairs to cache.
	 */
	function ListCache(entries) {
	  var index = -1,
	      length = entries ? entries.length : 0;

	  this.clear();
	  while (++index < length) {
	    var entry = entries[index];
	    this.set(entry[0], entry[1]);
	  }
	}

	/**
	 * Removes all key-value entries from the list cache.
	 *
	 * @private
	 * @name clear
	 * @memberOf ListCache
	 */
	function listCacheClear() {
	  this.__data__ = [];
	}

	/**
	 * Removes `key` and its value from the list cache.
	 *
	 * @private
	 * @name delete
	 * @memberOf ListCache
	 * @param {string} key The key of the value to remove.
	 * @returns {boolean} Returns `true` if the entry was removed, else `false`.
	 */
	function listCacheDelete(key) {
	  var data = this.__data__,
	      index = assocIndexOf(data, key);

	  if (index < 0) {
	    return false;
	  }
	  var lastIndex = data.length - 1;
	  if (index == lastIndex) {
	    data.pop();
	  } else {
	    splice.call(data, index, 1);
	  }
	  return true;
	}

	/**
	 * Gets the list cache value for `key`.
	 *
	 * @private
	 * @name get
	 * @memberOf ListCache
	 * @param {string} key The key of the value to get.
	 * @returns {*} Returns the entry value.
	 */
	function listCacheGet(key) {
	  var data = this.__data__,
	      index = assocIndexOf(data, key);

	  return index < 0 ? undefined : data[index][1];
	}

	/**
	 * Checks if a list cache value for `key` exists.
	 *
	 * @private
	 * @name has
	 * @memberOf ListCache
	 * @param {string} key The key of the entry to check.
	 * @returns {boolean} Returns `true` if an entry for `key` exists, else `false`.
	 */
	function listCacheHas(key) {
	  return assocIndexOf(this.__data__, key) > -1;
	}

	/**
	 * Sets the list cache `key` to `value`.
	 *
	 * @private
	 * @name set
	 * @memberOf ListCache
	 * @param {string} key The key of the value to set.
	 * @param {*} value The value to set.
	 * @returns {Object} Returns the list cache instance.
	 */
	function listCacheSet(key, value) {
	  var data = this.__data__,
	      index = assocIndexOf(data, key);

	  if (index < 0) {
	    data.push([key, value]);
	  } else {
	    data[index][1] = value;
	  }
	  return this;
	}

	// Add methods to `ListCache`.
	ListCache.prototype.clear = listCacheClear;
	ListCache.prototype['delete'] = listCacheDelete;
	ListCache.prototype.get = listCacheGet;
	ListCache.prototype.has = listCacheHas;
	ListCache.prototype.set = listCacheSet;

	/**
	 * Creates a map cache object to store key-value pairs.
	 *
	 * @private
	 * @constructor
	 * @param {Array} [entries] The key-value pairs to cache.
	 */
	function MapCache(entries) {
	  var index = -1,
	      length = entries ? entries.length : 0;

	  this.clear();
	  while (++index < length) {
	    var entry = entries[index];
	    this.set(entry[0], entry[1]);
	  }
	}

	/**
	 * Removes all key-value entries from the map.
	 *
	 * @private
	 * @name clear
	 * @memberOf MapCache
	 */
	function mapCacheClear() {
	  this.__data__ = {
	    'hash': new Hash,
	    'map': new (Map || ListCache),
	    'string': new Hash
	  };
	}

	/**
	 * Removes `key` and its value from the map.
	 *
	 * @private
	 * @name delete
	 * @memberOf MapCache
	 * @param {string} key The key of the value to remove.
	 * @returns {boolean} Returns `true` if the entry was removed, else `false`.
	 */
	function mapCacheDelete(key) {
	  return getMapData(this, key)['delete'](key);
	}

	/**
	 * Gets the map value for `key`.
	 *
	 * @private
	 * @name get
	 * @memberOf MapCache
	 * @param {string} key The key of the value to get.
	 * @returns {*} Returns the entry value.
	 */
	function mapCacheGet(key) {
	  return getMapData(this, key).get(key);
	}

	/**
	 * Checks if a map value for `key` exists.
	 *
	 * @private
	 * @name has
	 * @memberOf MapCache
	 * @param {string} key The key of the entry to check.
	 * @returns {boolean} Returns `true` if an entry for `key` exists, else `false`.
	 */
	function mapCacheHas(key) {
	  return getMapData(this, key).has(key);
	}

	/**
	 * Sets the map `key` to `value`.
	 *
	 * @private
	 * @name set
	 * @memberOf MapCache
	 * @param {string} key The key of the value to set.
	 * @param {*} value The value to set.
	 * @returns {Object} Returns the map cache instance.
	 */
	function mapCacheSet(key, value) {
	  getMapData(this, key).set(key, value);
	  return this;
	}

	// Add methods to `MapCache`.
	MapCache.prototype.clear = mapCacheClear;
	MapCache.prototype['delete'] = mapCacheDelete;
	MapCache.prototype.get = mapCacheGet;
	MapCache.prototype.has = mapCacheHas;
	MapCache.prototype.set = mapCacheSet;

	/**
	 *
	 * Creates an array cache object to store unique values.
	 *
	 * @private
	 * @constructor
	 * @param {Array} [values] The values to cache.
	 */
	function SetCache(values) {
	  var index = -1,
	      length = values ? values.length : 0;

	  this.__data__ = new MapCache;
	  while (++index < length) {
	    this.add(values[index]);
	  }
	}

	/**
	 * Adds `value` to the array cache.
	 *
	 * @private
	 * @name add
	 * @memberOf SetCache
	 * @alias push
	 * @param {*} value The value to cache.
	 * @returns {Object} Returns the cache instance.
	 */
	function setCacheAdd(value) {
	  this.__data__.set(value, HASH_UNDEFINED);
	  return this;
	}

	/**
	 * Checks if `value` is in the array cache.
	 *
	 * @private
	 * @name has
	 * @memberOf SetCache
	 * @param {*} value The value to search for.
	 * @returns {number} Returns `true` if `value` is found, else `false`.
	 */
	function setCacheHas(value) {
	  return this.__data__.has(value);
	}

	// Add methods to `SetCache`.
	SetCache.prototype.add = SetCache.prototype.push = setCacheAdd;
	SetCache.prototype.has = setCacheHas;

	/**
	 * Gets the index at which the `key` is found in `array` of key-value pairs.
	 *
	 * @private
	 * @param {Array} array The array to inspect.
	 * @param {*} key The key to search for.
	 * @returns {number} Returns the index of the matched value, else `-1`.
	 */
	function assocIndexOf(array, key) {
	  var length = array.length;
	  while (length--) {
	    if (eq(array[length][0], key)) {
	      return length;
	    }
	  }
	  return -1;
	}

	/**
	 * The base implementation of `_.isNative` without bad shim checks.
	 *
	 * @private
	 * @param {*} value The value to check.
	 * @returns {boolean} Returns `true` if `value` is a native function,
	 *  else `false`.
	 */
	function baseIsNative(value) {
	  if (!isObject(value) || isMasked(value)) {
	    return false;
	  }
	  var pattern = (isFunction(value) || isHostObject(value)) ? reIsNative : reIsHostCtor;
	  return pattern.test(toSource(value));
	}

	/**
	 * The base implementation of `_.uniqBy` without support for iteratee shorthands.
	 *
	 * @private
	 * @param {Array} array The array to inspect.
	 * @param {Function} [iteratee] The iteratee invoked per element.
	 * @param {Function} [comparator] The comparator invoked per element.
	 * @returns {Array} Returns the new duplicate free array.
	 */
	function baseUniq(array, iteratee, comparator) {
	  var index = -1,
	      includes = arrayIncludes,
	      length = array.length,
	      isCommon = true,
	      result = [],
	      seen = result;

	  if (comparator) {
	    isCommon = false;
	    includes = arrayIncludesWith;
	  }
	  else if (length >= LARGE_ARRAY_SIZE) {
	    var set = createSet(array);
	    if (set) {
	      return setToArray(set);
	    }
	    isCommon = false;
	    includes = cacheHas;
	    seen = new SetCache;
	  }
	  else {
	    seen = result;
	  }
	  outer:
	  while (++index < length) {
	    var value = array[index],
	        computed = value;

	    value = (comparator || value !== 0) ? value : 0;
	    if (isCommon && computed === computed) {
	      var seenIndex = seen.length;
	      while (seenIndex--) {
	        if (seen[seenIndex] === computed) {
	          continue outer;
	        }
	      }
	      result.push(value);
	    }
	    else if (!includes(seen, computed, comparator)) {
	      if (seen !== result) {
	        seen.push(computed);
	      }
	      result.push(value);
	    }
	  }
	  return result;
	}

	/**
	 * Creates a set object of `values`.
	 *
	 * @private
	 * @param {Array} values The values to add to the set.
	 * @returns {Object} Returns the new set.
	 */
	var createSet = !(Set && (1 / setToArray(new Set([,-0]))[1]) == INFINITY) ? noop : function(values) {
	  return new Set(values);
	};

	/**
	 * Gets the data for `map`.
	 *
	 * @private
	 * @param {Object} map The map to query.
	 * @param {string} key The reference key.
	 * @returns {*} Returns the map data.
	 */
	function getMapData(map, key) {
	  var data = map.__data__;
	  return isKeyable(key)
	    ? data[typeof key == 'string' ? 'string' : 'hash']
	    : data.map;
	}

	/**
	 * Gets the native function at `key` of `object`.
	 *
	 * @private
	 * @param {Object} object The object to query.
	 * @param {string} key The key of the method to get.
	 * @returns {*} Returns the function if it's native, else `undefined`.
	 */
	function getNative(object, key) {
	  var value = getValue(object, key);
	  return baseIsNative(value) ? value : undefined;
	}

	/**
	 * Checks if `value` is suitable for use as unique object key.
	 *
	 * @private
	 * @param {*} value The value to check.
	 * @returns {boolean} Returns `true` if `value` is suitable, else `false`.
	 */
	function isKeyable(value) {
	  var type = typeof value;
	  return (type == 'string' || type == 'number' || type == 'symbol' || type == 'boolean')
	    ? (value !== '__proto__')
	    : (value === null);
	}

	/**
	 * Checks if `func` has its source masked.
	 *
	 * @private
	 * @param {Function} func The function to check.
	 * @returns {boolean} Returns `true` if `func` is masked, else `false`.
	 */
	function isMasked(func) {
	  return !!maskSrcKey && (maskSrcKey in func);
	}

	/**
	 * Converts `func` to its source code.
	 *
	 * @private
	 * @param {Function} func The function to process.
	 * @returns {string} Returns the source code.
	 */
	function toSource(func) {
	  if (func != null) {
	    try {
	      return funcToString.call(func);
	    } catch (e) {}
	    try {
	      return (func + '');
	    } catch (e) {}
	  }
	  return '';
	}

	/**
	 * This method is like `_.uniq` except that it accepts `comparator` which
	 * is invoked to compare elements of `array`. The comparator is invoked with
	 * two arguments: (arrVal, othVal).
	 *
	 * @static
	 * @memberOf _
	 * @since 4.0.0
	 * @category Array
	 * @param {Array} array The array to inspect.
	 * @param {Function} [comparator] The comparator invoked per element.
	 * @returns {Array} Returns the new duplicate free array.
	 * @example
	 *
	 * var objects = [{ 'x': 1, 'y': 2 }, { 'x': 2, 'y': 1 }, { 'x': 1, 'y': 2 }];
	 *
	 * _.uniqWith(objects, _.isEqual);
	 * // => [{ 'x': 1, 'y': 2 }, { 'x': 2, 'y': 1 }]
	 */
	function uniqWith(array, comparator) {
	  return (array && array.length)
	    ? baseUniq(array, undefined, comparator)
	    : [];
	}

	/**
	 * Performs a
	 * [`SameValueZero`](http://ecma-international.org/ecma-262/7.0/#sec-samevaluezero)
	 * comparison between two values to determine if they are equivalent.
	 *
	 * @static
	 * @memberOf _
	 * @since 4.0.0
	 * @category Lang
	 * @param {*} value The value to compare.
	 * @param {*} other The other value to compare.
	 * @returns {boolean} Returns `true` if the values are equivalent, else `false`.
	 * @example
	 *
	 * var object = { 'a': 1 };
	 * var other = { 'a': 1 };
	 *
	 * _.eq(object, object);
	 * // => true
	 *
	 * _.eq(object, other);
	 * // => false
	 *
	 * _.eq('a', 'a');
	 * // => true
	 *
	 * _.eq('a', Object('a'));
	 * // => false
	 *
	 * _.eq(NaN, NaN);
	 * // => true
	 */
	function eq(value, other) {
	  return value === other || (value !== value && other !== other);
	}

	/**
	 * Checks if `value` is classified as a `Function` object.
	 *
	 * @static
	 * @memberOf _
	 * @since 0.1.0
	 * @category Lang
	 * @param {*} value The value to check.
	 * @returns {boolean} Returns `true` if `value` is a function, else `false`.
	 * @example
	 *
	 * _.isFunction(_);
	 * // => true
	 *
	 * _.isFunction(/abc/);
	 * // => false
	 */
	function isFunction(value) {
	  // The use of `Object#toString` avoids issues with the `typeof` operator
	  // in Safari 8-9 which returns 'object' for typed array and other constructors.
	  var tag = isObject(value) ? objectToString.call(value) : '';
	  return tag == funcTag || tag == genTag;
	}

	/**
	 * Checks if `value` is the
	 * [language type](http://www.ecma-international.org/ecma-262/7.0/#sec-ecmascript-language-types)
	 * of `Object`. (e.g. arrays, functions, objects, regexes, `new Number(0)`, and `new String('')`)
	 *
	 * @static
	 * @memberOf _
	 * @since 0.1.0
	 * @category Lang
	 * @param {*} value The value to check.
	 * @returns {boolean} Returns `true` if `value` is an object, else `false`.
	 * @example
	 *
	 * _.isObject({});
	 * // => true
	 *
	 * _.isObject([1, 2, 3]);
	 * // => true
	 *
	 * _.isObject(_.noop);
	 * // => true
	 *
	 * _.isObject(null);
	 * // => false
	 */
	function isObject(value) {
	  var type = typeof value;
	  return !!value && (type == 'object' || type == 'function');
	}

	/**
	 * This method returns `undefined`.
	 *
	 * @static
	 * @memberOf _
	 * @since 2.3.0
	 * @category Util
	 * @example
	 *
	 * _.times(2, _.noop);
	 * // => [undefined, undefined]
	 */
	function noop() {
	  // No operation performed.
	}

	lodash_uniqwith = uniqWith;
	return lodash_uniqwith;
}

var lodash_sortby = {exports: {}};

/**
 * lodash (Custom Build) <https://lodash.com/>
 * Build: `lodash modularize exports="npm" -o ./`
 * Copyright jQuery Foundation and other contributors <https://jquery.org/>
 * Released under MIT license <https://lodash.com/license>
 * Based on Underscore.js 1.8.3 <http://underscorejs.org/LICENSE>
 * Copyright Jeremy Ashkenas, DocumentCloud and Investigative Reporters & Editors
 */
lodash_sortby.exports;

var hasRequiredLodash_sortby;

function requireLodash_sortby () {
	if (hasRequiredLodash_sortby) return lodash_sortby.exports;
	hasRequiredLodash_sortby = 1;
	(function (module, exports) {
		/** Used as the size to enable large array optimizations. */
		var LARGE_ARRAY_SIZE = 200;

		/** Used as the `TypeError` message for "Functions" methods. */
		var FUNC_ERROR_TEXT = 'Expected a function';

		/** Used to stand-in for `undefined` hash values. */
		var HASH_UNDEFINED = '__lodash_hash_undefined__';

		/** Used to compose bitmasks for comparison styles. */
		var UNORDERED_COMPARE_FLAG = 1,
		    PARTIAL_COMPARE_FLAG = 2;

		/** Used as references for various `Number` constants. */
		var MAX_SAFE_INTEGER = 9007199254740991;

		/** `Object#toString` result references. */
		var argsTag = '[object Arguments]',
		    arrayTag = '[object Array]',
		    boolTag = '[object Boolean]',
		    dateTag = '[object Date]',
		    errorTag = '[object Error]',
		    funcTag = '[object Function]',
		    genTag = '[object GeneratorFunction]',
		    mapTag = '[object Map]',
		    numberTag = '[object Number]',
		    objectTag = '[object Object]',
		    promiseTag = '[object Promise]',
		    regexpTag = '[object RegExp]',
		    setTag = '[object Set]',
		    stringTag = '[object String]',
		    symbolTag = '[object Symbol]',
		    weakMapTag = '[object WeakMap]';

		var arrayBufferTag = '[object ArrayBuffer]',
		    dataViewTag = '[object DataView]',
		    float32Tag = '[object Float32Array]',
		    float64Tag = '[object Float64Array]',
		    int8Tag = '[object Int8Array]',
		    int16Tag = '[object Int16Array]',
		    int32Tag = '[object Int32Array]',
		    uint8Tag = '[object Uint8Array]',
		    uint8ClampedTag = '[object Uint8ClampedArray]',
		    uint16Tag = '[object Uint16Array]',
		    uint32Tag = '[object Uint32Array]';

		/** Used to match property names within property paths. */
		var reIsDeepProp = /\.|\[(?:[^[\]]*|(["'])(?:(?!\1)[^\\]|\\.)*?\1)\]/,
		    reIsPlainProp = /^\w*$/,
		    reLeadingDot = /^\./,
		    rePropName = /[^.[\]]+|\[(?:(-?\d+(?:\.\d+)?)|(["'])((?:(?!\2)[^\\]|\\.)*?)\2)\]|(?=(?:\.|\[\])(?:\.|\[\]|$))/g;

		/**
		 * Used to match `RegExp`
		 * [syntax characters](http://ecma-international.org/ecma-262/7.0/#sec-patterns).
		 */
		var reRegExpChar = /[\\^$.*+?()[\]{}|]/g;

		/** Used to match backslashes in property paths. */
		var reEscapeChar = /\\(\\)?/g;

		/** Used to detect host constructors (Safari). */
		var reIsHostCtor = /^\[object .+?Constructor\]$/;

		/** Used to detect unsigned integer values. */
		var reIsUint = /^(?:0|[1-9]\d*)$/;

		/** Used to identify `toStringTag` values of typed arrays. */
		var typedArrayTags = {};
		typedArrayTags[float32Tag] = typedArrayTags[float64Tag] =
		typedArrayTags[int8Tag] = typedArrayTags[int16Tag] =
		typedArrayTags[int32Tag] = typedArrayTags[uint8Tag] =
		typedArrayTags[uint8ClampedTag] = typedArrayTags[uint16Tag] =
		typedArrayTags[uint32Tag] = true;
		typedArrayTags[argsTag] = typedArrayTags[arrayTag] =
		typedArrayTags[arrayBufferTag] = typedArrayTags[boolTag] =
		typedArrayTags[dataViewTag] = typedArrayTags[dateTag] =
		typedArrayTags[errorTag] = typedArrayTags[funcTag] =
		typedArrayTags[mapTag] = typedArrayTags[numberTag] =
		typedArrayTags[objectTag] = typedArrayTags[regexpTag] =
		typedArrayTags[setTag] = typedArrayTags[stringTag] =
		typedArrayTags[weakMapTag] = false;

		/** Detect free variable `global` from Node.js. */
		var freeGlobal = typeof commonjsGlobal == 'object' && commonjsGlobal && commonjsGlobal.Object === Object && commonjsGlobal;

		/** Detect free variable `self`. */
		var freeSelf = typeof self == 'object' && self && self.Object === Object && self;

		/** Used as a reference to the global object. */
		var root = freeGlobal || freeSelf || Function('return this')();

		/** Detect free variable `exports`. */
		var freeExports = exports && !exports.nodeType && exports;

		/** Detect free variable `module`. */
		var freeModule = freeExports && 'object' == 'object' && module && !module.nodeType && module;

		/** Detect the popular CommonJS extension `module.exports`. */
		var moduleExports = freeModule && freeModule.exports === freeExports;

		/** Detect free variable `process` from Node.js. */
		var freeProcess = moduleExports && freeGlobal.process;

		/** Used to access faster Node.js helpers. */
		var nodeUtil = (function() {
		  try {
		    return freeProcess && freeProcess.binding('util');
		  } catch (e) {}
		}());

		/* Node.js helper references. */
		var nodeIsTypedArray = nodeUtil && nodeUtil.isTypedArray;

		/**
		 * A faster alternative to `Function#apply`, this function invokes `func`
		 * with the `this` binding of `thisArg` and the arguments of `args`.
		 *
		 * @private
		 * @param {Function} func The function to invoke.
		 * @param {*} thisArg The `this` binding of `func`.
		 * @param {Array} args The arguments to invoke `func` with.
		 * @returns {*} Returns the result of `func`.
		 */
		function apply(func, thisArg, args) {
		  switch (args.length) {
		    case 0: return func.call(thisArg);
		    case 1: return func.call(thisArg, args[0]);
		    case 2: return func.call(thisArg, args[0], args[1]);
		    case 3: return func.call(thisArg, args[0], args[1], args[2]);
		  }
		  return func.apply(thisArg, args);
		}

		/**
		 * A specialized version of `_.map` for arrays without support for iteratee
		 * shorthands.
		 *
		 * @private
		 * @param {Array} [array] The array to iterate over.
		 * @param {Function} iteratee The function invoked per iteration.
		 * @returns {Array} Returns the new mapped array.
		 */
		function arrayMap(array, iteratee) {
		  var index = -1,
		      length = array ? array.length : 0,
		      result = Array(length);

		  while (++index < length) {
		    result[index] = iteratee(array[index], index, array);
		  }
		  return result;
		}

		/**
		 * Appends the elements of `values` to `array`.
		 *
		 * @private
		 * @param {Array} array The array to modify.
		 * @param {Array} values The values to append.
		 * @returns {Array} Returns `array`.
		 */
		function arrayPush(array, values) {
		  var index = -1,
		      length = values.length,
		      offset = array.length;

		  while (++index < length) {
		    array[offset + index] = values[index];
		  }
		  return array;
		}

		/**
		 * A specialized version of `_.some` for arrays without support for iteratee
		 * shorthands.
		 *
		 * @private
		 * @param {Array} [array] The array to iterate over.
		 * @param {Function} predicate The function invoked per iteration.
		 * @returns {boolean} Returns `true` if any element passes the predicate check,
		 *  else `false`.
		 */
		function arraySome(array, predicate) {
		  var index = -1,
		      length = array ? array.length : 0;

		  while (++index < length) {
		    if (predicate(array[index], index, array)) {
		      return true;
		    }
		  }
		  return false;
		}

		/**
		 * The base implementation of `_.property` without support for deep paths.
		 *
		 * @private
		 * @param {string} key The key of the property to get.
		 * @returns {Function} Returns the new accessor function.
		 */
		function baseProperty(key) {
		  return function(object) {
		    return object == null ? undefined : object[key];
		  };
		}

		/**
		 * The base implementation of `_.sortBy` which uses `comparer` to define the
		 * sort order of `array` and replaces criteria objects with their corresponding
		 * values.
		 *
		 * @private
		 * @param {Array} array The array to sort.
		 * @param {Function} comparer The function to define sort order.
		 * @returns {Array} Returns `array`.
		 */
		function baseSortBy(array, comparer) {
		  var length = array.length;

		  array.sort(comparer);
		  while (length--) {
		    array[length] = array[length].value;
		  }
		  return array;
		}

		/**
		 * The base implementation of `_.times` without support for iteratee shorthands
		 * or max array length checks.
		 *
		 * @private
		 * @param {number} n The number of times to invoke `iteratee`.
		 * @param {Function} iteratee The function invoked per iteration.
		 * @returns {Array} Returns the array of results.
		 */
		function baseTimes(n, iteratee) {
		  var index = -1,
		      result = Array(n);

		  while (++index < n) {
		    result[index] = iteratee(index);
		  }
		  return result;
		}

		/**
		 * The base implementation of `_.unary` without support for storing metadata.
		 *
		 * @private
		 * @param {Function} func The function to cap arguments for.
		 * @returns {Function} Returns the new capped function.
		 */
		function baseUnary(func) {
		  return function(value) {
		    return func(value);
		  };
		}

		/**
		 * Gets the value at `key` of `object`.
		 *
		 * @private
		 * @param {Object} [object] The object to query.
		 * @param {string} key The key of the property to get.
		 * @returns {*} Returns the property value.
		 */
		function getValue(object, key) {
		  return object == null ? undefined : object[key];
		}

		/**
		 * Checks if `value` is a host object in IE < 9.
		 *
		 * @private
		 * @param {*} value The value to check.
		 * @returns {boolean} Returns `true` if `value` is a host object, else `false`.
		 */
		function isHostObject(value) {
		  // Many host objects are `Object` objects that can coerce to strings
		  // despite having improperly defined `toString` methods.
		  var result = false;
		  if (value != null && typeof value.toString != 'function') {
		    try {
		      result = !!(value + '');
		    } catch (e) {}
		  }
		  return result;
		}

		/**
		 * Converts `map` to its key-value pairs.
		 *
		 * @private
		 * @param {Object} map The map to convert.
		 * @returns {Array} Returns the key-value pairs.
		 */
		function mapToArray(map) {
		  var index = -1,
		      result = Array(map.size);

		  map.forEach(function(value, key) {
		    result[++index] = [key, value];
		  });
		  return result;
		}

		/**
		 * Creates a unary function that invokes `func` with its argument transformed.
		 *
		 * @private
		 * @param {Function} func The function to wrap.
		 * @param {Function} transform The argument transform.
		 * @returns {Function} Returns the new function.
		 */
		function overArg(func, transform) {
		  return function(arg) {
		    return func(transform(arg));
		  };
		}

		/**
		 * Converts `set` to an array of its values.
		 *
		 * @private
		 * @param {Object} set The set to convert.
		 * @returns {Array} Returns the values.
		 */
		function setToArray(set) {
		  var index = -1,
		      result = Array(set.size);

		  set.forEach(function(value) {
		    result[++index] = value;
		  });
		  return result;
		}

		/** Used for built-in method references. */
		var arrayProto = Array.prototype,
		    funcProto = Function.prototype,
		    objectProto = Object.prototype;

		/** Used to detect overreaching core-js shims. */
		var coreJsData = root['__core-js_shared__'];

		/** Used to detect methods masquerading as native. */
		var maskSrcKey = (function() {
		  var uid = /[^.]+$/.exec(coreJsData && coreJsData.keys && coreJsData.keys.IE_PROTO || '');
		  return uid ? ('Symbol(src)_1.' + uid) : '';
		}());

		/** Used to resolve the decompiled source of functions. */
		var funcToString = funcProto.toString;

		/** Used to check objects for own properties. */
		var hasOwnProperty = objectProto.hasOwnProperty;

		/**
		 * Used to resolve the
		 * [`toStringTag`](http://ecma-international.org/ecma-262/7.0/#sec-object.prototype.tostring)
		 * of values.
		 */
		var objectToString = objectProto.toString;

		/** Used to detect if a method is native. */
		var reIsNative = RegExp('^' +
		  funcToString.call(hasOwnProperty).replace(reRegExpChar, '\\$&')
		  .replace(/hasOwnProperty|(function).*?(?=\\\()| for .+?(?=\\\])/g, '$1.*?') + '$'
		);

		/** Built-in value references. */
		var Symbol = root.Symbol,
		    Uint8Array = root.Uint8Array,
		    propertyIsEnumerable = objectProto.propertyIsEnumerable,
		    splice = arrayProto.splice,
		    spreadableSymbol = Symbol ? Symbol.isConcatSpreadable : undefined;

		/* Built-in method references for those with the same name as other `lodash` methods. */
		var nativeKeys = overArg(Object.keys, Object),
		    nativeMax = Math.max;

		/* Built-in method references that are verified to be native. */
		var DataView = getNative(root, 'DataView'),
		    Map = getNative(root, 'Map'),
		    Promise = getNative(root, 'Promise'),
		    Set = getNative(root, 'Set'),
		    WeakMap = getNative(root, 'WeakMap'),
		    nativeCreate = getNative(Object, 'create');

		/** Used to detect maps, sets, and weakmaps. */
		var dataViewCtorString = toSource(DataView),
		    mapCtorString = toSource(Map),
		    promiseCtorString = toSource(Promise),
		    setCtorString = toSource(Set),
		    weakMapCtorString = toSource(WeakMap);

		/** Used to convert symbols to primitives and strings. */
		var symbolProto = Symbol ? Symbol.prototype : undefined,
		    symbolValueOf = symbolProto ? symbolProto.valueOf : undefined,
		    symbolToString = symbolProto ? symbolProto.toString : undefined;

		/**
		 * Creates a hash object.
		 *
		 * @private
		 * @constructor
		 * @param {Array} [entries] The key-value pairs to cache.
		 */
		function Hash(entries) {
		  var index = -1,
		      length = entries ? entries.length : 0;

		  this.clear();
		  while (++index < length) {
		    var entry = entries[index];
		    this.set(entry[0], entry[1]);
		  }
		}

		/**
		 * Removes all key-value entries from the hash.
		 *
		 * @private
		 * @name clear
		 * @memberOf Hash
		 */
		function hashClear() {
		  this.__data__ = nativeCreate ? nativeCreate(null) : {};
		}

		/**
		 * Removes `key` and its value from the hash.
		 *
		 * @private
		 * @name delete
		 * @memberOf Hash
		 * @param {Object} hash The hash to modify.
		 * @param {string} key The key of the value to remove.
		 * @returns {boolean} Returns `true` if the entry was removed, else `false`.
		 */
		function hashDelete(key) {
		  return this.has(key) && delete this.__data__[key];
		}

		/**
		 * Gets the hash value for `key`.
		 *
		 * @private
		 * @name get
		 * @memberOf Hash
		 * @param {string} key The key of the value to get.
		 * @returns {*} Returns the entry value.
		 */
		function hashGet(key) {
		  var data = this.__data__;
		  if (nativeCreate) {
		    var result = data[key];
		    return result === HASH_UNDEFINED ? undefined : result;
		  }
		  return hasOwnProperty.call(data, key) ? data[key] : undefined;
		}

		/**
		 * Checks if a hash value for `key` exists.
		 *
		 * @private
		 * @name has
		 * @memberOf Hash
		 * @param {string} key The key of the entry to check.
		 * @returns {boolean} Returns `true` if an entry for `key` exists, else `false`.
		 */
		function hashHas(key) {
		  var data = this.__data__;
		  return nativeCreate ? data[key] !== undefined : hasOwnProperty.call(data, key);
		}

		/**
		 * Sets the hash `key` to `value`.
		 *
		 * @private
		 * @name set
		 * @memberOf Hash
		 * @param {string} key The key of the value to set.
		 * @param {*} value The value to set.
		 * @returns {Object} Returns the hash instance.
		 */
		function hashSet(key, value) {
		  var data = this.__data__;
		  data[key] = (nativeCreate && value === undefined) ? HASH_UNDEFINED : value;
		  return this;
		}

		// Add methods to `Hash`.
		Hash.prototype.clear = hashClear;
		Hash.prototype['delete'] = hashDelete;
		Hash.prototype.get = hashGet;
		Hash.prototype.has = hashHas;
		Hash.prototype.set = hashSet;

		/**
		 * Creates an list cache object.
		 *
		 * @private
		 * @constructor
		 * @param {Array} [entries] The key-value pairs to cache.
		 */
		function ListCache(entries) {
		  var index = -1,
		      length = entries ? entries.length : 0;

		  this.clear();
		  while (++index < length) {
		    var entry = entries[index];
		    this.set(entry[0], entry[1]);
		  }
		}

		/**
		 * Removes all key-value entries from the list cache.
		 *
		 * @private
		 * @name clear
		 * @memberOf ListCache
		 */
		function listCacheClear() {
		  this.__data__ = [];
		}

		/**
		 * Removes `key` and its value from the list cache.
		 *
		 * @private
		 * @name delete
		 * @memberOf ListCache
		 * @param {string} key The key of the value to remove.
		 * @returns {boolean} Returns `true` if the entry was removed, else `false`.
		 */
		function listCacheDelete(key) {
		  var data = this.__data__,
		      index = assocIndexOf(data, key);

		  if (index < 0) {
		    return false;
		  }
		  var lastIndex = data.length - 1;
		  if (index == lastIndex) {
		    data.pop();
		  } else {
		    splice.call(data, index, 1);
		  }
		  return true;
		}

		/**
		 * Gets the list cache value for `key`.
		 *
		 * @private
		 * @name get
		 * @memberOf ListCache
		 * @param {string} key The key of the value to get.
		 * @returns {*} Returns the entry value.
		 */
		function listCacheGet(key) {
		  var data = this.__data__,
		      index = assocIndexOf(data, key);

		  return index < 0 ? undefined : data[index][1];
		}

		/**
		 * Checks if a list cache value for `key` exists.
		 *
		 * @private
		 * @name has
		 * @memberOf ListCache
		 * @param {string} key The key of the entry to check.
		 * @returns {boolean} Returns `true` if an entry for `key` exists, else `false`.
		 */
		function listCacheHas(key) {
		  return assocIndexOf(this.__data__, key) > -1;
		}

		/**
		 * Sets the list cache `key` to `value`.
		 *
		 * @private
		 * @name set
		 * @memberOf ListCache
		 * @param {string} key The key of the value to set.
		 * @param {*} value The value to set.
		 * @returns {Object} Returns the list cache instance.
		 */
		function listCacheSet(key, value) {
		  var data = this.__data__,
		      index = assocIndexOf(data, key);

		  if (index < 0) {
		    data.push([key, value]);
		  } else {
		    data[index][1] = value;
		  }
		  return this;
		}

		// Add methods to `ListCache`.
		ListCache.prototype.clear = listCacheClear;
		ListCache.prototype['delete'] = listCacheDelete;
		ListCache.prototype.get = listCacheGet;
		ListCache.prototype.has = listCacheHas;
		ListCache.prototype.set = listCacheSet;

		/**
		 * Creates a map cache object to store key-value pairs.
		 *
		 * @private
		 * @constructor
		 * @param {Array} [entries] The key-value pairs to cache.
		 */
		function MapCache(entries) {
		  var index = -1,
		      length = entries ? entries.length : 0;

		  this.clear();
		  while (++index < length) {
		    var entry = entries[index];
		    this.set(entry[0], entry[1]);
		  }
		}

		/**
		 * Removes all key-value entries from the map.
		 *
		 * @private
		 * @name clear
		 * @memberOf MapCache
		 */
		function mapCacheClear() {
		  this.__data__ = {
		    'hash': new Hash,
		    'map': new (Map || ListCache),
		    'string': new Hash
		  };
		}

		/**
		 * Removes `key` and its value from the map.
		 *
		 * @private
		 * @name delete
		 * @memberOf MapCache
		 * @param {string} key The key of the value to remove.
		 * @returns {boolean} Returns `true` if the entry was removed, else `false`.
		 */
		function mapCacheDelete(key) {
		  return getMapData(this, key)['delete'](key);
		}

		/**
		 * Gets the map value for `key`.
		 *
		 * @private
		 * @name get
		 * @memberOf MapCache
		 * @param {string} key The key of the value to get.
		 * @returns {*} Returns the entry value.
		 */
		function mapCacheGet(key) {
		  return getMapData(this, key).get(key);
		}

		/**
		 * Checks if a map value for `key` exists.
		 *
		 * @private
		 * @name has
		 * @memberOf MapCache
		 * @param {string} key The key of the entry to check.
		 * @returns {boolean} Returns `true` if an entry for `key` exists, else `false`.
		 */
		function mapCacheHas(key) {
		  return getMapData(this, key).has(key);
		}

		/**
		 * Sets the map `key` to `value`.
		 *
		 * @private
		 * @name set
		 * @memberOf MapCache
		 * @param {string} key The key of the value to set.
		 * @param {*} value The value to set.
		 * @returns {Object} Returns the map cache instance.
		 */
		function mapCacheSet(key, value) {
		  getMapData(this, key).set(key, value);
		  return this;
		}

		// Add methods to `MapCache`.
		MapCache.prototype.clear = mapCacheClear;
		MapCache.prototype['delete'] = mapCacheDelete;
		MapCache.prototype.get = mapCacheGet;
		MapCache.prototype.has = mapCacheHas;
		MapCache.prototype.set = mapCacheSet;

		/**
		 *
		 * Creates an array cache object to store unique values.
		 *
		 * @private
		 * @constructor
		 * @param {Array} [values] The values to cache.
		 */
		function SetCache(values) {
		  var index = -1,
		      length = values ? values.length : 0;

		  this.__data__ = new MapCache;
		  while (++index < length) {
		    this.add(values[index]);
		  }
		}

		/**
		 * Adds `value` to the array cache.
		 *
		 * @private
		 * @name add
		 * @memberOf SetCache
		 * @alias push
		 * @param {*} value The value to cache.
		 * @returns {Object} Returns the cache instance.
		 */
		function setCacheAdd(value) {
		  this.__data__.set(value, HASH_UNDEFINED);
		  return this;
		}

		/**
		 * Checks if `value` is in the array cache.
		 *
		 * @private
		 * @name has
		 * @memberOf SetCache
		 * @param {*} value The value to search for.
		 * @returns {number} Returns `true` if `value` is found, else `false`.
		 */
		function setCacheHas(value) {
		  return this.__data__.has(value);
		}

		// Add methods to `SetCache`.
		SetCache.prototype.add = SetCache.prototype.push = setCacheAdd;
		SetCache.prototype.has = setCacheHas;

		/**
		 * Creates a stack cache object to store key-value pairs.
		 *
		 * @private
		 * @constructor
		 * @param {Array} [entries] The key-value pairs to cache.
		 */
		function Stack(entries) {
		  this.__data__ = new ListCache(entries);
		}

		/**
		 * Removes all key-value entries from the stack.
		 *
		 * @private
		 * @name clear
		 * @memberOf Stack
		 */
		function stackClear() {
		  this.__data__ = new ListCache;
		}

		/**
		 * Removes `key` and its value from the stack.
		 *
		 * @private
		 * @name delete
		 * @memberOf Stack
		 * @param {string} key The key of the value to remove.
		 * @returns {boolean} Returns `true` if the entry was removed, else `false`.
		 */
		function stackDelete(key) {
		  return this.__data__['delete'](key);
		}

		/**
		 * Gets the stack value for `key`.
		 *
		 * @private
		 * @name get
		 * @memberOf Stack
		 * @param {string} key The key of the value to get.
		 * @returns {*} Returns the entry value.
		 */
		function stackGet(key) {
		  return this.__data__.get(key);
		}

		/**
		 * Checks if a stack value for `key` exists.
		 *
		 * @private
		 * @name has
		 * @memberOf Stack
		 * @param {string} key The key of the entry to check.
		 * @returns {boolean} Returns `true` if an entry for `key` exists, else `false`.
		 */
		function stackHas(key) {
		  return this.__data__.has(key);
		}

		/**
		 * Sets the stack `key` to `value`.
		 *
		 * @private
		 * @name set
		 * @memberOf Stack
		 * @param {string} key The key of the value to set.
		 * @param {*} value The value to set.
		 * @returns {Object} Returns the stack cache instance.
		 */
		function stackSet(key, value) {
		  var cache = this.__data__;
		  if (cache instanceof ListCache) {
		    var pairs = cache.__data__;
		    if (!Map || (pairs.length < LARGE_ARRAY_SIZE - 1)) {
		      pairs.push([key, value]);
		      return this;
		    }
		    cache = this.__data__ = new MapCache(pairs);
		  }
		  cache.set(key, value);
		  return this;
		}

		// Add methods to `Stack`.
		Stack.prototype.clear = stackClear;
		Stack.prototype['delete'] = stackDelete;
		Stack.prototype.get = stackGet;
		Stack.prototype.has = stackHas;
		Stack.prototype.set = stackSet;

		/**
		 * Creates an array of the enumerable property names of the array-like `value`.
		 *
		 * @private
		 * @param {*} value The value to query.
		 * @param {boolean} inherited Specify returning inherited property names.
		 * @returns {Array} Returns the array of property names.
		 */
		function arrayLikeKeys(value, inherited) {
		  // Safari 8.1 makes `arguments.callee` enumerable in strict mode.
		  // Safari 9 makes `arguments.length` enumerable in strict mode.
		  var result = (isArray(value) || isArguments(value))
		    ? baseTimes(value.length, String)
		    : [];

		  var length = result.length,
		      skipIndexes = !!length;

		  for (var key in value) {
		    if ((hasOwnProperty.call(value, key)) &&
		        !(skipIndexes && (key == 'length' || isIndex(key, length)))) {
		      result.push(key);
		    }
		  }
		  return result;
		}

		/**
		 * Gets the index at which the `key` is found in `array` of key-value pairs.
		 *
		 * @private
		 * @param {Array} array The array to inspect.
		 * @param {*} key The key to search for.
		 * @returns {number} Returns the index of the matched value, else `-1`.
		 */
		function assocIndexOf(array, key) {
		  var length = array.length;
		  while (length--) {
		    if (eq(array[length][0], key)) {
		      return length;
		    }
		  }
		  return -1;
		}

		/**
		 * The base implementation of `_.forEach` without support for iteratee shorthands.
		 *
		 * @private
		 * @param {Array|Object} collection The collection to iterate over.
		 * @param {Function} iteratee The function invoked per iteration.
		 * @returns {Array|Object} Returns `collection`.
		 */
		var baseEach = createBaseEach(baseForOwn);

		/**
		 * The base implementation of `_.flatten` with support for restricting flattening.
		 *
		 * @private
		 * @param {Array} array The array to flatten.
		 * @param {number} depth The maximum recursion depth.
		 * @param {boolean} [predicate=isFlattenable] The function invoked per iteration.
		 * @param {boolean} [isStrict] Restrict to values that pass `predicate` checks.
		 * @param {Array} [result=[]] The initial result value.
		 * @returns {Array} Returns the new flattened array.
		 */
		function baseFlatten(array, depth, predicate, isStrict, result) {
		  var index = -1,
		      length = array.length;

		  predicate || (predicate = isFlattenable);
		  result || (result = []);

		  while (++index < length) {
		    var value = array[index];
		    if (predicate(value)) {
		      {
		        arrayPush(result, value);
		      }
		    } else {
		      result[result.length] = value;
		    }
		  }
		  return result;
		}

		/**
		 * The base implementation of `baseForOwn` which iterates over `object`
		 * properties returned by `keysFunc` and invokes `iteratee` for each property.
		 * Iteratee functions may exit iteration early by explicitly returning `false`.
		 *
		 * @private
		 * @param {Object} object The object to iterate over.
		 * @param {Function} iteratee The function invoked per iteration.
		 * @param {Function} keysFunc The function to get the keys of `object`.
		 * @returns {Object} Returns `object`.
		 */
		var baseFor = createBaseFor();

		/**
		 * The base implementation of `_.forOwn` without support for iteratee shorthands.
		 *
		 * @private
		 * @param {Object} object The object to iterate over.
		 * @param {Function} iteratee The function invoked per iteration.
		 * @returns {Object} Returns `object`.
		 */
		function baseForOwn(object, iteratee) {
		  return object && baseFor(object, iteratee, keys);
		}

		/**
		 * The base implementation of `_.get` without support for default values.
		 *
		 * @private
		 * @param {Object} object The object to query.
		 * @param {Array|string} path The path of the property to get.
		 * @returns {*} Returns the resolved value.
		 */
		function baseGet(object, path) {
		  path = isKey(path, object) ? [path] : castPath(path);

		  var index = 0,
		      length = path.length;

		  while (object != null && index < length) {
		    object = object[toKey(path[index++])];
		  }
		  return (index && index == length) ? object : undefined;
		}

		/**
		 * The base implementation of `getTag`.
		 *
		 * @private
		 * @param {*} value The value to query.
		 * @returns {string} Returns the `toStringTag`.
		 */
		function baseGetTag(value) {
		  return objectToString.call(value);
		}

		/**
		 * The base implementation of `_.hasIn` without support for deep paths.
		 *
		 * @private
		 * @param {Object} [object] The object to query.
		 * @param {Array|string} key The key to check.
		 * @returns {boolean} Returns `true` if `key` exists, else `false`.
		 */
		function baseHasIn(object, key) {
		  return object != null && key in Object(object);
		}

		/**
		 * The base implementation of `_.isEqual` which supports partial comparisons
		 * and tracks traversed objects.
		 *
		 * @private
		 * @param {*} value The value to compare.
		 * @param {*} other The other value to compare.
		 * @param {Function} [customizer] The function to customize comparisons.
		 * @param {boolean} [bitmask] The bitmask of comparison flags.
		 *  The bitmask may be composed of the following flags:
		 *     1 - Unordered comparison
		 *     2 - Partial comparison
		 * @param {Object} [stack] Tracks traversed `value` and `other` objects.
		 * @returns {boolean} Returns `true` if the values are equivalent, else `false`.
		 */
		function baseIsEqual(value, other, customizer, bitmask, stack) {
		  if (value === other) {
		    return true;
		  }
		  if (value == null || other == null || (!isObject(value) && !isObjectLike(other))) {
		    return value !== value && other !== other;
		  }
		  return baseIsEqualDeep(value, other, baseIsEqual, customizer, bitmask, stack);
		}

		/**
		 * A specialized version of `baseIsEqual` for arrays and objects which performs
		 * deep comparisons and tracks traversed objects enabling objects with circular
		 * references to be compared.
		 *
		 * @private
		 * @param {Object} object The object to compare.
		 * @param {Object} other The other object to compare.
		 * @param {Function} equalFunc The function to determine equivalents of values.
		 * @param {Function} [customizer] The function to customize comparisons.
		 * @param {number} [bitmask] The bitmask of comparison flags. See `baseIsEqual`
		 *  for more details.
		 * @param {Object} [stack] Tracks traversed `object` and `other` objects.
		 * @returns {boolean} Returns `true` if the objects are equivalent, else `false`.
		 */
		function baseIsEqualDeep(object, other, equalFunc, customizer, bitmask, stack) {
		  var objIsArr = isArray(object),
		      othIsArr = isArray(other),
		      objTag = arrayTag,
		      othTag = arrayTag;

		  if (!objIsArr) {
		    objTag = getTag(object);
		    objTag = objTag == argsTag ? objectTag : objTag;
		  }
		  if (!othIsArr) {
		    othTag = getTag(other);
		    othTag = othTag == argsTag ? objectTag : othTag;
		  }
		  var objIsObj = objTag == objectTag && !isHostObject(object),
		      othIsObj = othTag == objectTag && !isHostObject(other),
		      isSameTag = objTag == othTag;

		  if (isSameTag && !objIsObj) {
		    stack || (stack = new Stack);
		    return (objIsArr || isTypedArray(object))
		      ? equalArrays(object, other, equalFunc, customizer, bitmask, stack)
		      : equalByTag(object, other, objTag, equalFunc, customizer, bitmask, stack);
		  }
		  if (!(bitmask & PARTIAL_COMPARE_FLAG)) {
		    var objIsWrapped = objIsObj && hasOwnProperty.call(object, '__wrapped__'),
		        othIsWrapped = othIsObj && hasOwnProperty.call(other, '__wrapped__');

		    if (objIsWrapped || othIsWrapped) {
		      var objUnwrapped = objIsWrapped ? object.value() : object,
		          othUnwrapped = othIsWrapped ? other.value() : other;

		      stack || (stack = new Stack);
		      return equalFunc(objUnwrapped, othUnwrapped, customizer, bitmask, stack);
		    }
		  }
		  if (!isSameTag) {
		    return false;
		  }
		  stack || (stack = new Stack);
		  return equalObjects(object, other, equalFunc, customizer, bitmask, stack);
		}

		/**
		 * The base implementation of `_.isMatch` without support for iteratee shorthands.
		 *
		 * @private
		 * @param {Object} object The object to inspect.
		 * @param {Object} source The object of property values to match.
		 * @param {Array} matchData The property names, values, and compare flags to match.
		 * @param {Function} [customizer] The function to customize comparisons.
		 * @returns {boolean} Returns `true` if `object` is a match, else `false`.
		 */
		function baseIsMatch(object, source, matchData, customizer) {
		  var index = matchData.length,
		      length = index;

		  if (object == null) {
		    return !length;
		  }
		  object = Object(object);
		  while (index--) {
		    var data = matchData[index];
		    if ((data[2])
		          ? data[1] !== object[data[0]]
		          : !(data[0] in object)
		        ) {
		      return false;
		    }
		  }
		  while (++index < length) {
		    data = matchData[index];
		    var key = data[0],
		        objValue = object[key],
		        srcValue = data[1];

		    if (data[2]) {
		      if (objValue === undefined && !(key in object)) {
		        return false;
		      }
		    } else {
		      var stack = new Stack;
		      var result; 
		      if (!(result === undefined
		            ? baseIsEqual(srcValue, objValue, customizer, UNORDERED_COMPARE_FLAG | PARTIAL_COMPARE_FLAG, stack)
		            : result
		          )) {
		        return false;
		      }
		    }
		  }
		  return true;
		}

		/**
		 * The base implementation of `_.isNative` without bad shim checks.
		 *
		 * @private
		 * @param {*} value The value to check.
		 * @returns {boolean} Returns `true` if `value` is a native function,
		 *  else `false`.
		 */
		function baseIsNative(value) {
		  if (!isObject(value) || isMasked(value)) {
		    return false;
		  }
		  var pattern = (isFunction(value) || isHostObject(value)) ? reIsNative : reIsHostCtor;
		  return pattern.test(toSource(value));
		}

		/**
		 * The base implementation of `_.isTypedArray` without Node.js optimizations.
		 *
		 * @private
		 * @param {*} value The value to check.
		 * @returns {boolean} Returns `true` if `value` is a typed array, else `false`.
		 */
		function baseIsTypedArray(value) {
		  return isObjectLike(value) &&
		    isLength(value.length) && !!typedArrayTags[objectToString.call(value)];
		}

		/**
		 * The base implementation of `_.iteratee`.
		 *
		 * @private
		 * @param {*} [value=_.identity] The value to convert to an iteratee.
		 * @returns {Function} Returns the iteratee.
		 */
		function baseIteratee(value) {
		  // Don't store the `typeof` result in a variable to avoid a JIT bug in Safari 9.
		  // See https://bugs.webkit.org/show_bug.cgi?id=156034 for more details.
		  if (typeof value == 'function') {
		    return value;
		  }
		  if (value == null) {
		    return identity;
		  }
		  if (typeof value == 'object') {
		    return isArray(value)
		      ? baseMatchesProperty(value[0], value[1])
		      : baseMatches(value);
		  }
		  return property(value);
		}

		/**
		 * The base implementation of `_.keys` which doesn't treat sparse arrays as dense.
		 *
		 * @private
		 * @param {Object} object The object to query.
		 * @returns {Array} Returns the array of property names.
		 */
		function baseKeys(object) {
		  if (!isPrototype(object)) {
		    return nativeKeys(object);
		  }
		  var result = [];
		  for (var key in Object(object)) {
		    if (hasOwnProperty.call(object, key) && key != 'constructor') {
		      result.push(key);
		    }
		  }
		  return result;
		}

		/**
		 * The base implementation of `_.map` without support for iteratee shorthands.
		 *
		 * @private
		 * @param {Array|Object} collection The collection to iterate over.
		 * @param {Function} iteratee The function invoked per iteration.
		 * @returns {Array} Returns the new mapped array.
		 */
		function baseMap(collection, iteratee) {
		  var index = -1,
		      result = isArrayLike(collection) ? Array(collection.length) : [];

		  baseEach(collection, function(value, key, collection) {
		    result[++index] = iteratee(value, key, collection);
		  });
		  return result;
		}

		/**
		 * The base implementation of `_.matches` which doesn't clone `source`.
		 *
		 * @private
		 * @param {Object} source The object of property values to match.
		 * @returns {Function} Returns the new spec function.
		 */
		function baseMatches(source) {
		  var matchData = getMatchData(source);
		  if (matchData.length == 1 && matchData[0][2]) {
		    return matchesStrictComparable(matchData[0][0], matchData[0][1]);
		  }
		  return function(object) {
		    return object === source || baseIsMatch(object, source, matchData);
		  };
		}

		/**
		 * The base implementation of `_.matchesProperty` which doesn't clone `srcValue`.
		 *
		 * @private
		 * @param {string} path The path of the property to get.
		 * @param {*} srcValue The value to match.
		 * @returns {Function} Returns the new spec function.
		 */
		function baseMatchesProperty(path, srcValue) {
		  if (isKey(path) && isStrictComparable(srcValue)) {
		    return matchesStrictComparable(toKey(path), srcValue);
		  }
		  return function(object) {
		    var objValue = get(object, path);
		    return (objValue === undefined && objValue === srcValue)
		      ? hasIn(object, path)
		      : baseIsEqual(srcValue, objValue, undefined, UNORDERED_COMPARE_FLAG | PARTIAL_COMPARE_FLAG);
		  };
		}

		/**
		 * The base implementation of `_.orderBy` without param guards.
		 *
		 * @private
		 * @param {Array|Object} collection The collection to iterate over.
		 * @param {Function[]|Object[]|string[]} iteratees The iteratees to sort by.
		 * @param {string[]} orders The sort orders of `iteratees`.
		 * @returns {Array} Returns the new sorted array.
		 */
		function baseOrderBy(collection, iteratees, orders) {
		  var index = -1;
		  iteratees = arrayMap(iteratees.length ? iteratees : [identity], baseUnary(baseIteratee));

		  var result = baseMap(collection, function(value, key, collection) {
		    var criteria = arrayMap(iteratees, function(iteratee) {
		      return iteratee(value);
		    });
		    return { 'criteria': criteria, 'index': ++index, 'value': value };
		  });

		  return baseSortBy(result, function(object, other) {
		    return compareMultiple(object, other, orders);
		  });
		}

		/**
		 * A specialized version of `baseProperty` which supports deep paths.
		 *
		 * @private
		 * @param {Array|string} path The path of the property to get.
		 * @returns {Function} Returns the new accessor function.
		 */
		function basePropertyDeep(path) {
		  return function(object) {
		    return baseGet(object, path);
		  };
		}

		/**
		 * The base implementation of `_.rest` which doesn't validate or coerce arguments.
		 *
		 * @private
		 * @param {Function} func The function to apply a rest parameter to.
		 * @param {number} [start=func.length-1] The start position of the rest parameter.
		 * @returns {Function} Returns the new function.
		 */
		function baseRest(func, start) {
		  start = nativeMax(start === undefined ? (func.length - 1) : start, 0);
		  return function() {
		    var args = arguments,
		        index = -1,
		        length = nativeMax(args.length - start, 0),
		        array = Array(length);

		    while (++index < length) {
		      array[index] = args[start + index];
		    }
		    index = -1;
		    var otherArgs = Array(start + 1);
		    while (++index < start) {
		      otherArgs[index] = args[index];
		    }
		    otherArgs[start] = array;
		    return apply(func, this, otherArgs);
		  };
		}

		/**
		 * The base implementation of `_.toString` which doesn't convert nullish
		 * values to empty strings.
		 *
		 * @private
		 * @param {*} value The value to process.
		 * @returns {string} Returns the string.
		 */
		function baseToString(value) {
		  // Exit early for strings to avoid a performance hit in some environments.
		  if (typeof value == 'string') {
		    return value;
		  }
		  if (isSymbol(value)) {
		    return symbolToString ? symbolToString.call(value) : '';
		  }
		  var result = (value + '');
		  return (result == '0' && (1 / value) == -Infinity) ? '-0' : result;
		}

		/**
		 * Casts `value` to a path array if it's not one.
		 *
		 * @private
		 * @param {*} value The value to inspect.
		 * @returns {Array} Returns the cast property path array.
		 */
		function castPath(value) {
		  return isArray(value) ? value : stringToPath(value);
		}

		/**
		 * Compares values to sort them in ascending order.
		 *
		 * @private
		 * @param {*} value The value to compare.
		 * @param {*} other The other value to compare.
		 * @returns {number} Returns the sort order indicator for `value`.
		 */
		function compareAscending(value, other) {
		  if (value !== other) {
		    var valIsDefined = value !== undefined,
		        valIsNull = value === null,
		        valIsReflexive = value === value,
		        valIsSymbol = isSymbol(value);

		    var othIsDefined = other !== undefined,
		        othIsNull = other === null,
		        othIsReflexive = other === other,
		        othIsSymbol = isSymbol(other);

		    if ((!othIsNull && !othIsSymbol && !valIsSymbol && value > other) ||
		        (valIsSymbol && othIsDefined && othIsReflexive && !othIsNull && !othIsSymbol) ||
		        (valIsNull && othIsDefined && othIsReflexive) ||
		        (!valIsDefined && othIsReflexive) ||
		        !valIsReflexive) {
		      return 1;
		    }
		    if ((!valIsNull && !valIsSymbol && !othIsSymbol && value < other) ||
		        (othIsSymbol && valIsDefined && valIsReflexive && !valIsNull && !valIsSymbol) ||
		        (othIsNull && valIsDefined && valIsReflexive) ||
		        (!othIsDefined && valIsReflexive) ||
		        !othIsReflexive) {
		      return -1;
		    }
		  }
		  return 0;
		}

		/**
		 * Used by `_.orderBy` to compare multiple properties of a value to another
		 * and stable sort them.
		 *
		 * If `orders` is unspecified, all values are sorted in ascending order. Otherwise,
		 * specify an order of "desc" for descending or "asc" for ascending sort order
		 * of corresponding values.
		 *
		 * @private
		 * @param {Object} object The object to compare.
		 * @param {Object} other The other object to compare.
		 * @param {boolean[]|string[]} orders The order to sort by for each property.
		 * @returns {number} Returns the sort order indicator for `object`.
		 */
		function compareMultiple(object, other, orders) {
		  var index = -1,
		      objCriteria = object.criteria,
		      othCriteria = other.criteria,
		      length = objCriteria.length,
		      ordersLength = orders.length;

		  while (++index < length) {
		    var result = compareAscending(objCriteria[index], othCriteria[index]);
		    if (result) {
		      if (index >= ordersLength) {
		        return result;
		      }
		      var order = orders[index];
		      return result * (order == 'desc' ? -1 : 1);
		    }
		  }
		  // Fixes an `Array#sort` bug in the JS engine embedded in Adobe applications
		  // that causes it, under certain circumstances, to provide the same value for
		  // `object` and `other`. See https://github.com/jashkenas/underscore/pull/1247
		  // for more details.
		  //
		  // This also ensures a stable sort in V8 and other engines.
		  // See https://bugs.chromium.org/p/v8/issues/detail?id=90 for more details.
		  return object.index - other.index;
		}

		/**
		 * Creates a `baseEach` or `baseEachRight` function.
		 *
		 * @private
		 * @param {Function} eachFunc The function to iterate over a collection.
		 * @param {boolean} [fromRight] Specify iterating from right to left.
		 * @returns {Function} Returns the new base function.
		 */
		function createBaseEach(eachFunc, fromRight) {
		  return function(collection, iteratee) {
		    if (collection == null) {
		      return collection;
		    }
		    if (!isArrayLike(collection)) {
		      return eachFunc(collection, iteratee);
		    }
		    var length = collection.length,
		        index = -1,
		        iterable = Object(collection);

		    while ((++index < length)) {
		      if (iteratee(iterable[index], index, iterable) === false) {
		        break;
		      }
		    }
		    return collection;
		  };
		}

		/**
		 * Creates a base function for methods like `_.forIn` and `_.forOwn`.
		 *
		 * @private
		 * @param {boolean} [fromRight] Specify iterating from right to left.
		 * @returns {Function} Returns the new base function.
		 */
		function createBaseFor(fromRight) {
		  return function(object, iteratee, keysFunc) {
		    var index = -1,
		        iterable = Object(object),
		        props = keysFunc(object),
		        length = props.length;

		    while (length--) {
		      var key = props[++index];
		      if (iteratee(iterable[key], key, iterable) === false) {
		        break;
		      }
		    }
		    return object;
		  };
		}

		/**
		 * A specialized version of `baseIsEqualDeep` for arrays with support for
		 * partial deep comparisons.
		 *
		 * @private
		 * @param {Array} array The array to compare.
		 * @param {Array} other The other array to compare.
		 * @param {Function} equalFunc The function to determine equivalents of values.
		 * @param {Function} customizer The function to customize comparisons.
		 * @param {number} bitmask The bitmask of comparison flags. See `baseIsEqual`
		 *  for more details.
		 * @param {Object} stack Tracks traversed `array` and `other` objects.
		 * @returns {boolean} Returns `true` if the arrays are equivalent, else `false`.
		 */
		function equalArrays(array, other, equalFunc, customizer, bitmask, stack) {
		  var isPartial = bitmask & PARTIAL_COMPARE_FLAG,
		      arrLength = array.length,
		      othLength = other.length;

		  if (arrLength != othLength && !(isPartial && othLength > arrLength)) {
		    return false;
		  }
		  // Assume cyclic values are equal.
		  var stacked = stack.get(array);
		  if (stacked && stack.get(other)) {
		    return stacked == other;
		  }
		  var index = -1,
		      result = true,
		      seen = (bitmask & UNORDERED_COMPARE_FLAG) ? new SetCache : undefined;

		  stack.set(array, other);
		  stack.set(other, array);

		  // Ignore non-index properties.
		  while (++index < arrLength) {
		    var arrValue = array[index],
		        othValue = other[index];

		    if (customizer) {
		      var compared = isPartial
		        ? customizer(othValue, arrValue, index, other, array, stack)
		        : customizer(arrValue, othValue, index, array, other, stack);
		    }
		    if (compared !== undefined) {
		      if (compared) {
		        continue;
		      }
		      result = false;
		      break;
		    }
		    // Recursively compare arrays (susceptible to call stack limits).
		    if (seen) {
		      if (!arraySome(other, function(othValue, othIndex) {
		            if (!seen.has(othIndex) &&
		                (arrValue === othValue || equalFunc(arrValue, othValue, customizer, bitmask, stack))) {
		              return seen.add(othIndex);
		            }
		          })) {
		        result = false;
		        break;
		      }
		    } else if (!(
		          arrValue === othValue ||
		            equalFunc(arrValue, othValue, customizer, bitmask, stack)
		        )) {
		      result = false;
		      break;
		    }
		  }
		  stack['delete'](array);
		  stack['delete'](other);
		  return result;
		}

		/**
		 * A specialized version of `baseIsEqualDeep` for comparing objects of
		 * the same `toStringTag`.
		 *
		 * **Note:** This function only supports comparing values with tags of
		 * `Boolean`, `Date`, `Error`, `Number`, `RegExp`, or `String`.
		 *
		 * @private
		 * @param {Object} object The object to compare.
		 * @param {Object} other The other object to compare.
		 * @param {string} tag The `toStringTag` of the objects to compare.
		 * @param {Function} equalFunc The function to determine equivalents of values.
		 * @param {Function} customizer The function to customize comparisons.
		 * @param {number} bitmask The bitmask of comparison flags. See `baseIsEqual`
		 *  for more details.
		 * @param {Object} stack Tracks traversed `object` and `other` objects.
		 * @returns {boolean} Returns `true` if the objects are equivalent, else `false`.
		 */
		function equalByTag(object, other, tag, equalFunc, customizer, bitmask, stack) {
		  switch (tag) {
		    case dataViewTag:
		      if ((object.byteLength != other.byteLength) ||
		          (object.byteOffset != other.byteOffset)) {
		        return false;
		      }
		      object = object.buffer;
		      other = other.buffer;

		    case arrayBufferTag:
		      if ((object.byteLength != other.byteLength) ||
		          !equalFunc(new Uint8Array(object), new Uint8Array(other))) {
		        return false;
		      }
		      return true;

		    case boolTag:
		    case dateTag:
		    case numberTag:
		      // Coerce booleans to `1` or `0` and dates to milliseconds.
		      // Invalid dates are coerced to `NaN`.
		      return eq(+object, +other);

		    case errorTag:
		      return object.name == other.name && object.message == other.message;

		    case regexpTag:
		    case stringTag:
		      // Coerce regexes to strings and treat strings, primitives and objects,
		      // as equal. See http://www.ecma-international.org/ecma-262/7.0/#sec-regexp.prototype.tostring
		      // for more details.
		      return object == (other + '');

		    case mapTag:
		      var convert = mapToArray;

		    case setTag:
		      var isPartial = bitmask & PARTIAL_COMPARE_FLAG;
		      convert || (convert = setToArray);

		      if (object.size != other.size && !isPartial) {
		        return false;
		      }
		      // Assume cyclic values are equal.
		      var stacked = stack.get(object);
		      if (stacked) {
		        return stacked == other;
		      }
		      bitmask |= UNORDERED_COMPARE_FLAG;

		      // Recursively compare objects (susceptible to call stack limits).
		      stack.set(object, other);
		      var result = equalArrays(convert(object), convert(other), equalFunc, customizer, bitmask, stack);
		      stack['delete'](object);
		      return result;

		    case symbolTag:
		      if (symbolValueOf) {
		        return symbolValueOf.call(object) == symbolValueOf.call(other);
		      }
		  }
		  return false;
		}

		/**
		 * A specialized version of `baseIsEqualDeep` for objects with support for
		 * partial deep comparisons.
		 *
		 * @private
		 * @param {Object} object The object to compare.
		 * @param {Object} other The other object to compare.
		 * @param {Function} equalFunc The function to determine equivalents of values.
		 * @param {Function} customizer The function to customize comparisons.
		 * @param {number} bitmask The bitmask of comparison flags. See `baseIsEqual`
		 *  for more details.
		 * @param {Object} stack Tracks traversed `object` and `other` objects.
		 * @returns {boolean} Returns `true` if the objects are equivalent, else `false`.
		 */
		function equalObjects(object, other, equalFunc, customizer, bitmask, stack) {
		  var isPartial = bitmask & PARTIAL_COMPARE_FLAG,
		      objProps = keys(object),
		      objLength = objProps.length,
		      othProps = keys(other),
		      othLength = othProps.length;

		  if (objLength != othLength && !isPartial) {
		    return false;
		  }
		  var index = objLength;
		  while (index--) {
		    var key = objProps[index];
		    if (!(isPartial ? key in other : hasOwnProperty.call(other, key))) {
		      return false;
		    }
		  }
		  // Assume cyclic values are equal.
		  var stacked = stack.get(object);
		  if (stacked && stack.get(other)) {
		    return stacked == other;
		  }
		  var result = true;
		  stack.set(object, other);
		  stack.set(other, object);

		  var skipCtor = isPartial;
		  while (++index < objLength) {
		    key = objProps[index];
		    var objValue = object[key],
		        othValue = other[key];

		    if (customizer) {
		      var compared = isPartial
		        ? customizer(othValue, objValue, key, other, object, stack)
		        : customizer(objValue, othValue, key, object, other, stack);
		    }
		    // Recursively compare objects (susceptible to call stack limits).
		    if (!(compared === undefined
		          ? (objValue === othValue || equalFunc(objValue, othValue, customizer, bitmask, stack))
		          : compared
		        )) {
		      result = false;
		      break;
		    }
		    skipCtor || (skipCtor = key == 'constructor');
		  }
		  if (result && !skipCtor) {
		    var objCtor = object.constructor,
		        othCtor = other.constructor;

		    // Non `Object` object instances with different constructors are not equal.
		    if (objCtor != othCtor &&
		        ('constructor' in object && 'constructor' in other) &&
		        !(typeof objCtor == 'function' && objCtor instanceof objCtor &&
		          typeof othCtor == 'function' && othCtor instanceof othCtor)) {
		      result = false;
		    }
		  }
		  stack['delete'](object);
		  stack['delete'](other);
		  return result;
		}

		/**
		 * Gets the data for `map`.
		 *
		 * @private
		 * @param {Object} map The map to query.
		 * @param {string} key The reference key.
		 * @returns {*} Returns the map data.
		 */
		function getMapData(map, key) {
		  var data = map.__data__;
		  return isKeyable(key)
		    ? data[typeof key == 'string' ? 'string' : 'hash']
		    : data.map;
		}

		/**
		 * Gets the property names, values, and compare flags of `object`.
		 *
		 * @private
		 * @param {Object} object The object to query.
		 * @returns {Array} Returns the match data of `object`.
		 */
		function getMatchData(object) {
		  var result = keys(object),
		      length = result.length;

		  while (length--) {
		    var key = result[length],
		        value = object[key];

		    result[length] = [key, value, isStrictComparable(value)];
		  }
		  return result;
		}

		/**
		 * Gets the native function at `key` of `object`.
		 *
		 * @private
		 * @param {Object} object The object to query.
		 * @param {string} key The key of the method to get.
		 * @returns {*} Returns the function if it's native, else `undefined`.
		 */
		function getNative(object, key) {
		  var value = getValue(object, key);
		  return baseIsNative(value) ? value : undefined;
		}

		/**
		 * Gets the `toStringTag` of `value`.
		 *
		 * @private
		 * @param {*} value The value to query.
		 * @returns {string} Returns the `toStringTag`.
		 */
		var getTag = baseGetTag;

		// Fallback for data views, maps, sets, and weak maps in IE 11,
		// for data views in Edge < 14, and promises in Node.js.
		if ((DataView && getTag(new DataView(new ArrayBuffer(1))) != dataViewTag) ||
		    (Map && getTag(new Map) != mapTag) ||
		    (Promise && getTag(Promise.resolve()) != promiseTag) ||
		    (Set && getTag(new Set) != setTag) ||
		    (WeakMap && getTag(new WeakMap) != weakMapTag)) {
		  getTag = function(value) {
		    var result = objectToString.call(value),
		        Ctor = result == objectTag ? value.constructor : undefined,
		        ctorString = Ctor ? toSource(Ctor) : undefined;

		    if (ctorString) {
		      switch (ctorString) {
		        case dataViewCtorString: return dataViewTag;
		        case mapCtorString: return mapTag;
		        case promiseCtorString: return promiseTag;
		        case setCtorString: return setTag;
		        case weakMapCtorString: return weakMapTag;
		      }
		    }
		    return result;
		  };
		}

		/**
		 * Checks if `path` exists on `object`.
		 *
		 * @private
		 * @param {Object} object The object to query.
		 * @param {Array|string} path The path to check.
		 * @param {Function} hasFunc The function to check properties.
		 * @returns {boolean} Returns `true` if `path` exists, else `false`.
		 */
		function hasPath(object, path, hasFunc) {
		  path = isKey(path, object) ? [path] : castPath(path);

		  var result,
		      index = -1,
		      length = path.length;

		  while (++index < length) {
		    var key = toKey(path[index]);
		    if (!(result = object != null && hasFunc(object, key))) {
		      break;
		    }
		    object = object[key];
		  }
		  if (result) {
		    return result;
		  }
		  var length = object ? object.length : 0;
		  return !!length && isLength(length) && isIndex(key, length) &&
		    (isArray(object) || isArguments(object));
		}

		/**
		 * Checks if `value` is a flattenable `arguments` object or array.
		 *
		 * @private
		 * @param {*} value The value to check.
		 * @returns {boolean} Returns `true` if `value` is flattenable, else `false`.
		 */
		function isFlattenable(value) {
		  return isArray(value) || isArguments(value) ||
		    !!(spreadableSymbol && value && value[spreadableSymbol]);
		}

		/**
		 * Checks if `value` is a valid array-like index.
		 *
		 * @private
		 * @param {*} value The value to check.
		 * @param {number} [length=MAX_SAFE_INTEGER] The upper bounds of a valid index.
		 * @returns {boolean} Returns `true` if `value` is a valid index, else `false`.
		 */
		function isIndex(value, length) {
		  length = length == null ? MAX_SAFE_INTEGER : length;
		  return !!length &&
		    (typeof value == 'number' || reIsUint.test(value)) &&
		    (value > -1 && value % 1 == 0 && value < length);
		}

		/**
		 * Checks if the given arguments are from an iteratee call.
		 *
		 * @private
		 * @param {*} value The potential iteratee value argument.
		 * @param {*} index The potential iteratee index or key argument.
		 * @param {*} object The potential iteratee object argument.
		 * @returns {boolean} Returns `true` if the arguments are from an iteratee call,
		 *  else `false`.
		 */
		function isIterateeCall(value, index, object) {
		  if (!isObject(object)) {
		    return false;
		  }
		  var type = typeof index;
		  if (type == 'number'
		        ? (isArrayLike(object) && isIndex(index, object.length))
		        : (type == 'string' && index in object)
		      ) {
		    return eq(object[index], value);
		  }
		  return false;
		}

		/**
		 * Checks if `value` is a property name and not a property path.
		 *
		 * @private
		 * @param {*} value The value to check.
		 * @param {Object} [object] The object to query keys on.
		 * @returns {boolean} Returns `true` if `value` is a property name, else `false`.
		 */
		function isKey(value, object) {
		  if (isArray(value)) {
		    return false;
		  }
		  var type = typeof value;
		  if (type == 'number' || type == 'symbol' || type == 'boolean' ||
		      value == null || isSymbol(value)) {
		    return true;
		  }
		  return reIsPlainProp.test(value) || !reIsDeepProp.test(value) ||
		    (object != null && value in Object(object));
		}

		/**
		 * Checks if `value` is suitable for use as unique object key.
		 *
		 * @private
		 * @param {*} value The value to check.
		 * @returns {boolean} Returns `true` if `value` is suitable, else `false`.
		 */
		function isKeyable(value) {
		  var type = typeof value;
		  return (type == 'string' || type == 'number' || type == 'symbol' || type == 'boolean')
		    ? (value !== '__proto__')
		    : (value === null);
		}

		/**
		 * Checks if `func` has its source masked.
		 *
		 * @private
		 * @param {Function} func The function to check.
		 * @returns {boolean} Returns `true` if `func` is masked, else `false`.
		 */
		function isMasked(func) {
		  return !!maskSrcKey && (maskSrcKey in func);
		}

		/**
		 * Checks if `value` is likely a prototype object.
		 *
		 * @private
		 * @param {*} value The value to check.
		 * @returns {boolean} Returns `true` if `value` is a prototype, else `false`.
		 */
		function isPrototype(value) {
		  var Ctor = value && value.constructor,
		      proto = (typeof Ctor == 'function' && Ctor.prototype) || objectProto;

		  return value === proto;
		}

		/**
		 * Checks if `value` is suitable for strict equality comparisons, i.e. `===`.
		 *
		 * @private
		 * @param {*} value The value to check.
		 * @returns {boolean} Returns `true` if `value` if suitable for strict
		 *  equality comparisons, else `false`.
		 */
		function isStrictComparable(value) {
		  return value === value && !isObject(value);
		}

		/**
		 * A specialized version of `matchesProperty` for source values suitable
		 * for strict equality comparisons, i.e. `===`.
		 *
		 * @private
		 * @param {string} key The key of the property to get.
		 * @param {*} srcValue The value to match.
		 * @returns {Function} Returns the new spec function.
		 */
		function matchesStrictComparable(key, srcValue) {
		  return function(object) {
		    if (object == null) {
		      return false;
		    }
		    return object[key] === srcValue &&
		      (srcValue !== undefined || (key in Object(object)));
		  };
		}

		/**
		 * Converts `string` to a property path array.
		 *
		 * @private
		 * @param {string} string The string to convert.
		 * @returns {Array} Returns the property path array.
		 */
		var stringToPath = memoize(function(string) {
		  string = toString(string);

		  var result = [];
		  if (reLeadingDot.test(string)) {
		    result.push('');
		  }
		  string.replace(rePropName, function(match, number, quote, string) {
		    result.push(quote ? string.replace(reEscapeChar, '$1') : (number || match));
		  });
		  return result;
		});

		/**
		 * Converts `value` to a string key if it's not a string or symbol.
		 *
		 * @private
		 * @param {*} value The value to inspect.
		 * @returns {string|symbol} Returns the key.
		 */
		function toKey(value) {
		  if (typeof value == 'string' || isSymbol(value)) {
		    return value;
		  }
		  var result = (value + '');
		  return (result == '0' && (1 / value) == -Infinity) ? '-0' : result;
		}

		/**
		 * Converts `func` to its source code.
		 *
		 * @private
		 * @param {Function} func The function to process.
		 * @returns {string} Returns the source code.
		 */
		function toSource(func) {
		  if (func != null) {
		    try {
		      return funcToString.call(func);
		    } catch (e) {}
		    try {
		      return (func + '');
		    } catch (e) {}
		  }
		  return '';
		}

		/**
		 * Creates an array of elements, sorted in ascending order by the results of
		 * running each element in a collection thru each iteratee. This method
		 * performs a stable sort, that is, it preserves the original sort order of
		 * equal elements. The iteratees are invoked with one argument: (value).
		 *
		 * @static
		 * @memberOf _
		 * @since 0.1.0
		 * @category Collection
		 * @param {Array|Object} collection The collection to iterate over.
		 * @param {...(Function|Function[])} [iteratees=[_.identity]]
		 *  The iteratees to sort by.
		 * @returns {Array} Returns the new sorted array.
		 * @example
		 *
		 * var users = [
		 *   { 'user': 'fred',   'age': 48 },
		 *   { 'user': 'barney', 'age': 36 },
		 *   { 'user': 'fred',   'age': 40 },
		 *   { 'user': 'barney', 'age': 34 }
		 * ];
		 *
		 * _.sortBy(users, function(o) { return o.user; });
		 * // => objects for [['barney', 36], ['barney', 34], ['fred', 48], ['fred', 40]]
		 *
		 * _.sortBy(users, ['user', 'age']);
		 * // => objects for [['barney', 34], ['barney', 36], ['fred', 40], ['fred', 48]]
		 *
		 * _.sortBy(users, 'user', function(o) {
		 *   return Math.floor(o.age / 10);
		 * });
		 * // => objects for [['barney', 36], ['barney', 34], ['fred', 48], ['fred', 40]]
		 */
		var sortBy = baseRest(function(collection, iteratees) {
		  if (collection == null) {
		    return [];
		  }
		  var length = iteratees.length;
		  if (length > 1 && isIterateeCall(collection, iteratees[0], iteratees[1])) {
		    iteratees = [];
		  } else if (length > 2 && isIterateeCall(iteratees[0], iteratees[1], iteratees[2])) {
		    iteratees = [iteratees[0]];
		  }
		  return baseOrderBy(collection, baseFlatten(iteratees), []);
		});

		/**
		 * Creates a function that memoizes the result of `func`. If `resolver` is
		 * provided, it determines the cache key for storing the result based on the
		 * arguments provided to the memoized function. By default, the first argument
		 * provided to the memoized function is used as the map cache key. The `func`
		 * is invoked with the `this` binding of the memoized function.
		 *
		 * **Note:** The cache is exposed as the `cache` property on the memoized
		 * function. Its creation may be customized by replacing the `_.memoize.Cache`
		 * constructor with one whose instances implement the
		 * [`Map`](http://ecma-international.org/ecma-262/7.0/#sec-properties-of-the-map-prototype-object)
		 * method interface of `delete`, `get`, `has`, and `set`.
		 *
		 * @static
		 * @memberOf _
		 * @since 0.1.0
		 * @category Function
		 * @param {Function} func The function to have its output memoized.
		 * @param {Function} [resolver] The function to resolve the cache key.
		 * @returns {Function} Returns the new memoized function.
		 * @example
		 *
		 * var object = { 'a': 1, 'b': 2 };
		 * var other = { 'c': 3, 'd': 4 };
		 *
		 * var values = _.memoize(_.values);
		 * values(object);
		 * // => [1, 2]
		 *
		 * values(other);
		 * // => [3, 4]
		 *
		 * object.a = 2;
		 * values(object);
		 * // => [1, 2]
		 *
		 * // Modify the result cache.
		 * values.cache.set(object, ['a', 'b']);
		 * values(object);
		 * // => ['a', 'b']
		 *
		 * // Replace `_.memoize.Cache`.
		 * _.memoize.Cache = WeakMap;
		 */
		function memoize(func, resolver) {
		  if (typeof func != 'function' || (resolver && typeof resolver != 'function')) {
		    throw new TypeError(FUNC_ERROR_TEXT);
		  }
		  var memoized = function() {
		    var args = arguments,
		        key = resolver ? resolver.apply(this, args) : args[0],
		        cache = memoized.cache;

		    if (cache.has(key)) {
		      return cache.get(key);
		    }
		    var result = func.apply(this, args);
		    memoized.cache = cache.set(key, result);
		    return result;
		  };
		  memoized.cache = new (memoize.Cache || MapCache);
		  return memoized;
		}

		// Assign cache to `_.memoize`.
		memoize.Cache = MapCache;

		/**
		 * Performs a
		 * [`SameValueZero`](http://ecma-international.org/ecma-262/7.0/#sec-samevaluezero)
		 * comparison between two values to determine if they are equivalent.
		 *
		 * @static
		 * @memberOf _
		 * @since 4.0.0
		 * @category Lang
		 * @param {*} value The value to compare.
		 * @param {*} other The other value to compare.
		 * @returns {boolean} Returns `true` if the values are equivalent, else `false`.
		 * @example
		 *
		 * var object = { 'a': 1 };
		 * var other = { 'a': 1 };
		 *
		 * _.eq(object, object);
		 * // => true
		 *
		 * _.eq(object, other);
		 * // => false
		 *
		 * _.eq('a', 'a');
		 * // => true
		 *
		 * _.eq('a', Object('a'));
		 * // => false
		 *
		 * _.eq(NaN, NaN);
		 * // => true
		 */
		function eq(value, other) {
		  return value === other || (value !== value && other !== other);
		}

		/**
		 * Checks if `value` is likely an `arguments` object.
		 *
		 * @static
		 * @memberOf _
		 * @since 0.1.0
		 * @category Lang
		 * @param {*} value The value to check.
		 * @returns {boolean} Returns `true` if `value` is an `arguments` object,
		 *  else `false`.
		 * @example
		 *
		 * _.isArguments(function() { return arguments; }());
		 * // => true
		 *
		 * _.isArguments([1, 2, 3]);
		 * // => false
		 */
		function isArguments(value) {
		  // Safari 8.1 makes `arguments.callee` enumerable in strict mode.
		  return isArrayLikeObject(value) && hasOwnProperty.call(value, 'callee') &&
		    (!propertyIsEnumerable.call(value, 'callee') || objectToString.call(value) == argsTag);
		}

		/**
		 * Checks if `value` is classified as an `Array` object.
		 *
		 * @static
		 * @memberOf _
		 * @since 0.1.0
		 * @category Lang
		 * @param {*} value The value to check.
		 * @returns {boolean} Returns `true` if `value` is an array, else `false`.
		 * @example
		 *
		 * _.isArray([1, 2, 3]);
		 * // => true
		 *
		 * _.isArray(document.body.children);
		 * // => false
		 *
		 * _.isArray('abc');
		 * // => false
		 *
		 * _.isArray(_.noop);
		 * // => false
		 */
		var isArray = Array.isArray;

		/**
		 * Checks if `value` is array-like. A value is considered array-like if it's
		 * not a function and has a `value.length` that's an integer greater than or
		 * equal to `0` and less than or equal to `Number.MAX_SAFE_INTEGER`.
		 *
		 * @static
		 * @memberOf _
		 * @since 4.0.0
		 * @category Lang
		 * @param {*} value The value to check.
		 * @returns {boolean} Returns `true` if `value` is array-like, else `false`.
		 * @example
		 *
		 * _.isArrayLike([1, 2, 3]);
		 * // => true
		 *
		 * _.isArrayLike(document.body.children);
		 * // => true
		 *
		 * _.isArrayLike('abc');
		 * // => true
		 *
		 * _.isArrayLike(_.noop);
		 * // => false
		 */
		function isArrayLike(value) {
		  return value != null && isLength(value.length) && !isFunction(value);
		}

		/**
		 * This method is like `_.isArrayLike` except that it also checks if `value`
		 * is an object.
		 *
		 * @static
		 * @memberOf _
		 * @since 4.0.0
		 * @category Lang
		 * @param {*} value The value to check.
		 * @returns {boolean} Returns `true` if `value` is an array-like object,
		 *  else `false`.
		 * @example
		 *
		 * _.isArrayLikeObject([1, 2, 3]);
		 * // => true
		 *
		 * _.isArrayLikeObject(document.body.children);
		 * // => true
		 *
		 * _.isArrayLikeObject('abc');
		 * // => false
		 *
		 * _.isArrayLikeObject(_.noop);
		 * // => false
		 */
		function isArrayLikeObject(value) {
		  return isObjectLike(value) && isArrayLike(value);
		}

		/**
		 * Checks if `value` is classified as a `Function` object.
		 *
		 * @static
		 * @memberOf _
		 * @since 0.1.0
		 * @category Lang
		 * @param {*} value The value to check.
		 * @returns {boolean} Returns `true` if `value` is a function, else `false`.
		 * @example
		 *
		 * _.isFunction(_);
		 * // => true
		 *
		 * _.isFunction(/abc/);
		 * // => false
		 */
		function isFunction(value) {
		  // The use of `Object#toString` avoids issues with the `typeof` operator
		  // in Safari 8-9 which returns 'object' for typed array and other constructors.
		  var tag = isObject(value) ? objectToString.call(value) : '';
		  return tag == funcTag || tag == genTag;
		}

		/**
		 * Checks if `value` is a valid array-like length.
		 *
		 * **Note:** This method is loosely based on
		 * [`ToLength`](http://ecma-international.org/ecma-262/7.0/#sec-tolength).
		 *
		 * @static
		 * @memberOf _
		 * @since 4.0.0
		 * @category Lang
		 * @param {*} value The value to check.
		 * @returns {boolean} Returns `true` if `value` is a valid length, else `false`.
		 * @example
		 *
		 * _.isLength(3);
		 * // => true
		 *
		 * _.isLength(Number.MIN_VALUE);
		 * // => false
		 *
		 * _.isLength(Infinity);
		 * // => false
		 *
		 * _.isLength('3');
		 * // => false
		 */
		function isLength(value) {
		  return typeof value == 'number' &&
		    value > -1 && value % 1 == 0 && value <= MAX_SAFE_INTEGER;
		}

		/**
		 * Checks if `value` is the
		 * [language type](http://www.ecma-international.org/ecma-262/7.0/#sec-ecmascript-language-types)
		 * of `Object`. (e.g. arrays, functions, objects, regexes, `new Number(0)`, and `new String('')`)
		 *
		 * @static
		 * @memberOf _
		 * @since 0.1.0
		 * @category Lang
		 * @param {*} value The value to check.
		 * @returns {boolean} Returns `true` if `value` is an object, else `false`.
		 * @example
		 *
		 * _.isObject({});
		 * // => true
		 *
		 * _.isObject([1, 2, 3]);
		 * // => true
		 *
		 * _.isObject(_.noop);
		 * // => true
		 *
		 * _.isObject(null);
		 * // => false
		 */
		function isObject(value) {
		  var type = typeof value;
		  return !!value && (type == 'object' || type == 'function');
		}

		/**
		 * Checks if `value` is object-like. A value is object-like if it's not `null`
		 * and has a `typeof` result of "object".
		 *
		 * @static
		 * @memberOf _
		 * @since 4.0.0
		 * @category Lang
		 * @param {*} value The value to check.
		 * @returns {boolean} Returns `true` if `value` is object-like, else `false`.
		 * @example
		 *
		 * _.isObjectLike({});
		 * // => true
		 *
		 * _.isObjectLike([1, 2, 3]);
		 * // => true
		 *
		 * _.isObjectLike(_.noop);
		 * // => false
		 *
		 * _.isObjectLike(null);
		 * // => false
		 */
		function isObjectLike(value) {
		  return !!value && typeof value == 'object';
		}

		/**
		 * Checks if `value` is classified as a `Symbol` primitive or object.
		 *
		 * @static
		 * @memberOf _
		 * @since 4.0.0
		 * @category Lang
		 * @param {*} value The value to check.
		 * @returns {boolean} Returns `true` if `value` is a symbol, else `false`.
		 * @example
		 *
		 * _.isSymbol(Symbol.iterator);
		 * // => true
		 *
		 * _.isSymbol('abc');
		 * // => false
		 */
		function isSymbol(value) {
		  return typeof value == 'symbol' ||
		    (isObjectLike(value) && objectToString.call(value) == symbolTag);
		}

		/**
		 * Checks if `value` is classified as a typed array.
		 *
		 * @static
		 * @memberOf _
		 * @since 3.0.0
		 * @category Lang
		 * @param {*} value The value to check.
		 * @returns {boolean} Returns `true` if `value` is a typed array, else `false`.
		 * @example
		 *
		 * _.isTypedArray(new Uint8Array);
		 * // => true
		 *
		 * _.isTypedArray([]);
		 * // => false
		 */
		var isTypedArray = nodeIsTypedArray ? baseUnary(nodeIsTypedArray) : baseIsTypedArray;

		/**
		 * Converts `value` to a string. An empty string is returned for `null`
		 * and `undefined` values. The sign of `-0` is preserved.
		 *
		 * @static
		 * @memberOf _
		 * @since 4.0.0
		 * @category Lang
		 * @param {*} value The value to process.
		 * @returns {string} Returns the string.
		 * @example
		 *
		 * _.toString(null);
		 * // => ''
		 *
		 * _.toString(-0);
		 * // => '-0'
		 *
		 * _.toString([1, 2, 3]);
		 * // => '1,2,3'
		 */
		function toString(value) {
		  return value == null ? '' : baseToString(value);
		}

		/**
		 * Gets the value at `path` of `object`. If the resolved value is
		 * `undefined`, the `defaultValue` is returned in its place.
		 *
		 * @static
		 * @memberOf _
		 * @since 3.7.0
		 * @category Object
		 * @param {Object} object The object to query.
		 * @param {Array|string} path The path of the property to get.
		 * @param {*} [defaultValue] The value returned for `undefined` resolved values.
		 * @returns {*} Returns the resolved value.
		 * @example
		 *
		 * var object = { 'a': [{ 'b': { 'c': 3 } }] };
		 *
		 * _.get(object, 'a[0].b.c');
		 * // => 3
		 *
		 * _.get(object, ['a', '0', 'b', 'c']);
		 * // => 3
		 *
		 * _.get(object, 'a.b.c', 'default');
		 * // => 'default'
		 */
		function get(object, path, defaultValue) {
		  var result = object == null ? undefined : baseGet(object, path);
		  return result === undefined ? defaultValue : result;
		}

		/**
		 * Checks if `path` is a direct or inherited property of `object`.
		 *
		 * @static
		 * @memberOf _
		 * @since 4.0.0
		 * @category Object
		 * @param {Object} object The object to query.
		 * @param {Array|string} path The path to check.
		 * @returns {boolean} Returns `true` if `path` exists, else `false`.
		 * @example
		 *
		 * var object = _.create({ 'a': _.create({ 'b': 2 }) });
		 *
		 * _.hasIn(object, 'a');
		 * // => true
		 *
		 * _.hasIn(object, 'a.b');
		 * // => true
		 *
		 * _.hasIn(object, ['a', 'b']);
		 * // => true
		 *
		 * _.hasIn(object, 'b');
		 * // => false
		 */
		function hasIn(object, path) {
		  return object != null && hasPath(object, path, baseHasIn);
		}

		/**
		 * Creates an array of the own enumerable property names of `object`.
		 *
		 * **Note:** Non-object values are coerced to objects. See the
		 * [ES spec](http://ecma-international.org/ecma-262/7.0/#sec-object.keys)
		 * for more details.
		 *
		 * @static
		 * @since 0.1.0
		 * @memberOf _
		 * @category Object
		 * @param {Object} object The object to query.
		 * @returns {Array} Returns the array of property names.
		 * @example
		 *
		 * function Foo() {
		 *   this.a = 1;
		 *   this.b = 2;
		 * }
		 *
		 * Foo.prototype.c = 3;
		 *
		 * _.keys(new Foo);
		 * // => ['a', 'b'] (iteration order is not guaranteed)
		 *
		 * _.keys('hi');
		 * // => ['0', '1']
		 */
		function keys(object) {
		  return isArrayLike(object) ? arrayLikeKeys(object) : baseKeys(object);
		}

		/**
		 * This method returns the first argument it receives.
		 *
		 * @static
		 * @since 0.1.0
		 * @memberOf _
		 * @category Util
		 * @param {*} value Any value.
		 * @returns {*} Returns `value`.
		 * @example
		 *
		 * var object = { 'a': 1 };
		 *
		 * console.log(_.identity(object) === object);
		 * // => true
		 */
		function identity(value) {
		  return value;
		}

		/**
		 * Creates a function that returns the value at `path` of a given object.
		 *
		 * @static
		 * @memberOf _
		 * @since 2.4.0
		 * @category Util
		 * @param {Array|string} path The path of the property to get.
		 * @returns {Function} Returns the new accessor function.
		 * @example
		 *
		 * var objects = [
		 *   { 'a': { 'b': 2 } },
		 *   { 'a': { 'b': 1 } }
		 * ];
		 *
		 * _.map(objects, _.property('a.b'));
		 * // => [2, 1]
		 *
		 * _.map(_.sortBy(objects, _.property(['a', 'b'])), 'a.b');
		 * // => [1, 2]
		 */
		function property(path) {
		  return isKey(path) ? baseProperty(toKey(path)) : basePropertyDeep(path);
		}

		module.exports = sortBy; 
	} (lodash_sortby, lodash_sortby.exports));
	return lodash_sortby.exports;
}

var escapeStringRegexp;
var hasRequiredEscapeStringRegexp;

function requireEscapeStringRegexp () {
	if (hasRequiredEscapeStringRegexp) return escapeStringRegexp;
	hasRequiredEscapeStringRegexp = 1;

	escapeStringRegexp = string => {
		if (typeof string !== 'string') {
			throw new TypeError('Expected a string');
		}

		// Escape characters with special meaning either inside or outside character sets.
		// Use a simple backslash escape when it’s always valid, and a \unnnn escape when the simpler form would be disallowed by Unicode patterns’ stricter grammar.
		return string
			.replace(/[|\\{}()[\]^$+*?.]/g, '\\$&')
			.replace(/-/g, '\\x2d');
	};
	return escapeStringRegexp;
}

var regexpParse = {};

var hasRequiredRegexpParse;

function requireRegexpParse () {
	if (hasRequiredRegexpParse) return regexpParse;
	hasRequiredRegexpParse = 1;
	Object.defineProperty(regexpParse, "__esModule", { value: true });
	regexpParse.isRegExpString = regexpParse.parseRegExpString = void 0;
	// https://developer.mozilla.org/en-US/docs/Web/JavaScript/Guide/Regular_Expressions#advanced_searching_with_flags
	var REGEXP_LITERAL_PATTERN = /^\/(.+)\/([guimysd]*)$/;
	var parseRegExpString = function (str) {
	    var result = str.match(REGEXP_LITERAL_PATTERN);
	    if (!result) {
	        return null;
	    }
	    return {
	        source: result[1],
	        flagString: result[2]
	    };
	};
	regexpParse.parseRegExpString = parseRegExpString;
	var isRegExpString = function (str) {
	    return REGEXP_LITERAL_PATTERN.test(str);
	};
	regexpParse.isRegExpString = isRegExpString;
	
	return regexpParse;
}

var hasRequiredRegexpStringMatcher;

function requireRegexpStringMatcher () {
	if (hasRequiredRegexpStringMatcher) return regexpStringMatcher;
	hasRequiredRegexpStringMatcher = 1;
	(function (exports) {
		var __importDefault = (regexpStringMatcher && regexpStringMatcher.__importDefault) || function (mod) {
		    return (mod && mod.__esModule) ? mod : { "default": mod };
		};
		Object.defineProperty(exports, "__esModule", { value: true });
		exports.matchPatterns = exports.createRegExp = void 0;
		var lodash_uniq_1 = __importDefault(requireLodash_uniq());
		var lodash_uniqwith_1 = __importDefault(requireLodash_uniqwith());
		var lodash_sortby_1 = __importDefault(requireLodash_sortby());
		var escape_string_regexp_1 = __importDefault(requireEscapeStringRegexp());
		var regexp_parse_1 = requireRegexpParse();
		var DEFAULT_FLAGS = "ug";
		var defaultFlags = function (flagsString) {
		    if (flagsString.length === 0) {
		        return DEFAULT_FLAGS;
		    }
		    return (0, lodash_uniq_1.default)((flagsString + DEFAULT_FLAGS).split("")).join("");
		};
		var createRegExp = function (patternString, defaultFlag) {
		    if (defaultFlag === void 0) { defaultFlag = DEFAULT_FLAGS; }
		    if (patternString.length === 0) {
		        throw new Error("Empty string can not handled");
		    }
		    if ((0, regexp_parse_1.isRegExpString)(patternString)) {
		        var regExpStructure = (0, regexp_parse_1.parseRegExpString)(patternString);
		        if (regExpStructure) {
		            return new RegExp(regExpStructure.source, defaultFlags(regExpStructure.flagString));
		        }
		        throw new Error("\"".concat(patternString, "\" can not parse as RegExp."));
		    }
		    else {
		        return new RegExp((0, escape_string_regexp_1.default)(patternString), defaultFlag);
		    }
		};
		exports.createRegExp = createRegExp;
		var isEqualMatchPatternResult = function (a, b) {
		    return a.startIndex === b.startIndex && a.endIndex === b.endIndex && a.match === b.match;
		};
		/**
		 * Match regExpLikeStrings and return matchPatternResults
		 * @param text target text
		 * @param regExpLikeStrings an array of pattern string
		 */
		var matchPatterns = function (text, regExpLikeStrings) {
		    var matchPatternResults = [];
		    regExpLikeStrings
		        .map(function (patternString) {
		        return (0, exports.createRegExp)(patternString);
		    })
		        .forEach(function (regExp) {
		        var results = text.matchAll(regExp);
		        Array.from(results).forEach(function (result) {
		            if (result.index === undefined) {
		                return;
		            }
		            var match = result[0];
		            var index = result.index;
		            matchPatternResults.push({
		                match: match,
		                captures: result.slice(1),
		                startIndex: index,
		                endIndex: index + match.length
		            });
		        });
		    });
		    var uniqResults = (0, lodash_uniqwith_1.default)(matchPatternResults, isEqualMatchPatternResult);
		    return (0, lodash_sortby_1.default)(uniqResults, ["startIndex", "endIndex"]);
		};
		exports.matchPatterns = matchPatterns;
		
	} (regexpStringMatcher));
	return regexpStringMatcher;
}

var regexpStringMatcherExports = requireRegexpStringMatcher();

/**
 * These should be ignored by default, because these are used in AWS example.
 * https://docs.aws.amazon.com/ja_jp/general/latest/gr/aws-access-keys-best-practices.html
 */
const BUILTIN_IGNORED = {
    AWSAccountID: ["AKIAIOSFODNN7EXAMPLE"],
    AWSSecretAccessKey: ["wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"],
};
const messages$r = {
    AWSAccountID: {
        en: (props) => `found AWS Account ID: ${props.ID}`,
        ja: (props) => `AWS Account ID: ${props.ID} がみつかりました`,
    },
    AWSSecretAccessKey: {
        en: (props) => `found AWS Secret Access Key: ${props.KEY}`,
        ja: (props) => `AWS Secret Access Key: ${props.KEY} がみつかりました`,
    },
    AWSAccessKeyID: {
        en: (props) => `found AWS Access Key ID: ${props.ID}`,
        ja: (props) => `AWS Access Key Id: ${props.ID} がみつかりました`,
    },
};
/*
  local aws="(AWS|aws|Aws)?_?" quote="(\"|')" connect="\s*(:|=>|=)\s*"
  local opt_quote="${quote}?"
  add_config 'secrets.providers' 'git secrets --aws-provider'

  add_config 'secrets.patterns' '(A3T[A-Z0-9]|AKIA|AGPA|AIDA|AROA|AIPA|ANPA|ANVA|ASIA)[A-Z0-9]{16}'

  add_config 'secrets.patterns' "${opt_quote}${aws}(SECRET|secret|Secret)?_?(ACCESS|access|Access)?_?(KEY|key|Key)${opt_quote}${connect}${opt_quote}[A-Za-z0-9/\+=]{40}${opt_quote}"

  add_config 'secrets.patterns' "${opt_quote}${aws}(ACCOUNT|account|Account)_?(ID|id|Id)?${opt_quote}${connect}${opt_quote}[0-9]{4}\-?[0-9]{4}\-?[0-9]{4}${opt_quote}"

  add_config 'secrets.allowed' 'AKIAIOSFODNN7EXAMPLE'
  add_config 'secrets.allowed' "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"

  https://docs.cribl.io/docs/regexesyml
 */
const reportAWSAccessKey = ({ t, source, context, options, }) => {
    // AWS Access Key ID
    // Example) AKIAIOSFODNN7EXAMPLE
    const AWSAccessKeyIDPattern = /\b(A3T[A-Z0-9]|AKIA|AGPA|AIDA|AROA|AIPA|ANPA|ANVA|ASIA)[A-Z0-9]{16}\b/g;
    const results = source.content.matchAll(AWSAccessKeyIDPattern);
    for (const result of results) {
        const index = result.index || 0;
        const match = result[0] || "";
        const range = [index, index + match.length];
        // Built-in ignore
        if (BUILTIN_IGNORED.AWSAccountID.includes(match)) {
            continue;
        }
        const allowedResults = regexpStringMatcherExports.matchPatterns(match, options.allows);
        if (allowedResults.length > 0) {
            continue;
        }
        context.report({
            message: t("AWSAccessKeyID", {
                ID: match,
            }),
            range,
        });
    }
};
const reportAWSSecretAccessKey = ({ t, source, context, options, }) => {
    const AWS = "(?:AWS|aws|Aws)?_?";
    const QUOTE = `["']?`;
    const CONNECT = "\\s*(?::|=>|=)\\s*";
    // git-secrets implementation match _KEY=XXX, but it is false-positive
    // https://github.com/awslabs/git-secrets/blob/5e28df337746db4f070c84f7069d365bfd0d72a8/git-secrets#L239
    // This Pattern match only `AWS?_SECRET_ACCESS_KEY=XXX`
    const AWSSecretPatten = new RegExp(String.raw `${QUOTE}${AWS}(?:SECRET|secret|Secret)_?(?:ACCESS|access|Access)_?(?:KEY|key|Key)${QUOTE}${CONNECT}${QUOTE}([A-Za-z0-9/\+=]{40})${QUOTE}\b`, "g");
    const results = source.content.matchAll(AWSSecretPatten);
    for (const result of results) {
        const index = result.index || 0;
        const match = result[1] || "";
        const range = [index, index + match.length];
        // Built-in ignored
        if (BUILTIN_IGNORED.AWSSecretAccessKey.includes(match)) {
            continue;
        }
        const allowedResults = regexpStringMatcherExports.matchPatterns(match, options.allows);
        if (allowedResults.length > 0) {
            continue;
        }
        context.report({
            message: t("AWSSecretAccessKey", {
                KEY: match,
            }),
            range,
        });
    }
};
const reportAWSAccountID = ({ t, source, context, options, }) => {
    const AWS = "(AWS|aws|Aws)?_?";
    const QUOTE = `("|')?`;
    const CONNECT = "\\s*(:|=>|=)\\s*";
    const AWSSecretPatten = new RegExp(String.raw `${QUOTE}${AWS}(ACCOUNT|account|Account)_?(ID|id|Id)?${QUOTE}${CONNECT}${QUOTE}[0-9]{4}\-?[0-9]{4}\-?[0-9]{4}${QUOTE}\b`, "g");
    const results = source.content.matchAll(AWSSecretPatten);
    for (const result of results) {
        const index = result.index || 0;
        const match = result[0] || "";
        const range = [index, index + match.length];
        const allowedResults = regexpStringMatcherExports.matchPatterns(match, options.allows);
        if (allowedResults.length > 0) {
            continue;
        }
        context.report({
            message: t("AWSAccountID", {
                ID: match,
            }),
            range,
        });
    }
};
const creator$s = {
    messages: messages$r,
    meta: {
        id: "@secretlint/secretlint-rule-aws",
        recommended: true,
        type: "scanner",
        supportedContentTypes: ["text"],
        docs: {
            url: "https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-aws/README.md",
        },
    },
    create(context, options) {
        const normalizedOptions = {
            allows: options.allows || [],
            enableIDScanRule: options.enableIDScanRule ?? false,
        };
        const t = context.createTranslator(messages$r);
        return {
            file(source) {
                if (normalizedOptions.enableIDScanRule) {
                    reportAWSAccessKey({ t, source: source, context: context, options: normalizedOptions });
                    reportAWSAccountID({ t, source: source, context: context, options: normalizedOptions });
                }
                reportAWSSecretAccessKey({ t, source: source, context: context, options: normalizedOptions });
            },
        };
    },
};

/**
 * Minimal PKCS#12 MAC verification.
 *
 * GCP Service Account .p12 files are detected by checking whether the
 * top-level MAC verifies against the well-known `notasecret` password.
 * Full decryption of the PKCS#12 ContentInfo is unnecessary for that check,
 * so we only parse enough of the DER structure to extract the MacData and
 * the authSafe content, then recompute the MAC. Supports MAC digests of
 * SHA-1 (classic openssl default), SHA-256 (openssl 3 default), SHA-384,
 * and SHA-512.
 *
 * Runs in Node.js 20+ and any environment with a Web Crypto
 * implementation on `globalThis.crypto.subtle`.
 *
 * References:
 *   - RFC 7292 (PKCS #12 v1.1) section 4, Appendix B
 */
// ASN.1 tags we care about.
const TAG_INTEGER = 0x02;
const TAG_OCTET_STRING = 0x04;
const TAG_NULL = 0x05;
const TAG_OID = 0x06;
const TAG_SEQUENCE = 0x30;
const TAG_CONTEXT_0 = 0xa0;
function readTlv(buf, offset) {
    if (offset + 2 > buf.length) {
        throw new Error("PKCS12: truncated TLV header");
    }
    const tag = buf[offset];
    const lenByte = buf[offset + 1];
    let length;
    let contentStart;
    if (lenByte < 0x80) {
        length = lenByte;
        contentStart = offset + 2;
    }
    else {
        const lenBytes = lenByte & 0x7f;
        if (lenBytes === 0 || lenBytes > 4) {
            throw new Error("PKCS12: unsupported ASN.1 length encoding");
        }
        if (offset + 2 + lenBytes > buf.length) {
            throw new Error("PKCS12: truncated ASN.1 length");
        }
        length = 0;
        for (let i = 0; i < lenBytes; i++) {
            // Multiply instead of `<< 8` so a 4-byte length with the high bit
            // set does not overflow into a negative 32-bit signed integer.
            length = length * 256 + buf[offset + 2 + i];
        }
        contentStart = offset + 2 + lenBytes;
    }
    const end = contentStart + length;
    if (end > buf.length) {
        throw new Error("PKCS12: TLV extends past buffer");
    }
    return { tag, content: buf.subarray(contentStart, end), end };
}
function expectTag(tlv, tag, label) {
    if (tlv.tag !== tag) {
        throw new Error(`PKCS12: expected ${label} tag 0x${tag.toString(16)} but got 0x${tlv.tag.toString(16)}`);
    }
}
function readInteger(tlv) {
    expectTag(tlv, TAG_INTEGER, "INTEGER");
    let value = 0;
    for (const byte of tlv.content) {
        value = value * 256 + byte;
    }
    return value;
}
function bytesEqual(a, b) {
    if (a.length !== b.length)
        return false;
    let diff = 0;
    for (let i = 0; i < a.length; i++) {
        diff |= a[i] ^ b[i];
    }
    return diff === 0;
}
// OIDs we recognize, DER-encoded value bytes (without tag/length).
const OID_DATA = new Uint8Array([0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x01]);
const OID_SHA1 = new Uint8Array([0x2b, 0x0e, 0x03, 0x02, 0x1a]);
const OID_SHA256 = new Uint8Array([0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01]);
const OID_SHA384 = new Uint8Array([0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x02]);
const OID_SHA512 = new Uint8Array([0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x03]);
const MAC_HASHES = [
    { oid: OID_SHA1, hash: { name: "SHA-1", outputSize: 20, blockSize: 64 } },
    { oid: OID_SHA256, hash: { name: "SHA-256", outputSize: 32, blockSize: 64 } },
    { oid: OID_SHA384, hash: { name: "SHA-384", outputSize: 48, blockSize: 128 } },
    { oid: OID_SHA512, hash: { name: "SHA-512", outputSize: 64, blockSize: 128 } },
];
function matchHash(oidBytes) {
    for (const { oid, hash } of MAC_HASHES) {
        if (bytesEqual(oidBytes, oid))
            return hash;
    }
    return undefined;
}
const MAX_MAC_ITERATIONS = 1_000_000;
function parsePkcs12(buf) {
    // PFX ::= SEQUENCE { version INTEGER, authSafe ContentInfo, macData MacData OPTIONAL }
    const pfx = readTlv(buf, 0);
    expectTag(pfx, TAG_SEQUENCE, "PFX SEQUENCE");
    const version = readTlv(pfx.content, 0);
    if (readInteger(version) !== 3) {
        throw new Error("PKCS12: unsupported version");
    }
    const authSafeInfo = readTlv(pfx.content, version.end);
    expectTag(authSafeInfo, TAG_SEQUENCE, "ContentInfo SEQUENCE");
    // ContentInfo ::= SEQUENCE { contentType OID, content [0] EXPLICIT ANY }
    const contentType = readTlv(authSafeInfo.content, 0);
    expectTag(contentType, TAG_OID, "contentType OID");
    if (!bytesEqual(contentType.content, OID_DATA)) {
        // We only support the unencrypted `data` ContentInfo which is what
        // `openssl pkcs12 -export` (and therefore GCP) emits.
        throw new Error("PKCS12: unsupported authSafe contentType");
    }
    const explicit0 = readTlv(authSafeInfo.content, contentType.end);
    expectTag(explicit0, TAG_CONTEXT_0, "[0] EXPLICIT");
    const authSafeOctet = readTlv(explicit0.content, 0);
    expectTag(authSafeOctet, TAG_OCTET_STRING, "authSafe OCTET STRING");
    const macData = readTlv(pfx.content, authSafeInfo.end);
    expectTag(macData, TAG_SEQUENCE, "MacData SEQUENCE");
    // MacData ::= SEQUENCE { mac DigestInfo, macSalt OCTET STRING, iterations INTEGER DEFAULT 1 }
    const digestInfo = readTlv(macData.content, 0);
    expectTag(digestInfo, TAG_SEQUENCE, "DigestInfo SEQUENCE");
    const alg = readTlv(digestInfo.content, 0);
    expectTag(alg, TAG_SEQUENCE, "AlgorithmIdentifier SEQUENCE");
    const algOid = readTlv(alg.content, 0);
    expectTag(algOid, TAG_OID, "algorithm OID");
    const macHash = matchHash(algOid.content);
    if (!macHash) {
        throw new Error("PKCS12: unsupported MAC digest algorithm");
    }
    // Optional NULL parameters are ignored.
    if (algOid.end < alg.content.length) {
        const params = readTlv(alg.content, algOid.end);
        if (params.tag !== TAG_NULL) {
            throw new Error("PKCS12: unexpected MAC algorithm parameters");
        }
    }
    const digest = readTlv(digestInfo.content, alg.end);
    expectTag(digest, TAG_OCTET_STRING, "digest OCTET STRING");
    const salt = readTlv(macData.content, digestInfo.end);
    expectTag(salt, TAG_OCTET_STRING, "macSalt OCTET STRING");
    let iterations = 1;
    if (salt.end < macData.content.length) {
        const iter = readTlv(macData.content, salt.end);
        iterations = readInteger(iter);
    }
    // Reject untrusted iteration counts that would let a crafted .p12 DoS the
    // scanner: each iteration is one Web Crypto digest call. The cap is
    // generous enough to cover openssl's default (2048) and pathological-but-
    // plausible values (PKI.js tests up to 600k).
    if (iterations < 1 || iterations > MAX_MAC_ITERATIONS) {
        throw new Error("PKCS12: MAC iteration count out of range");
    }
    return {
        authSafe: authSafeOctet.content,
        macHash,
        macSalt: salt.content,
        macDigest: digest.content,
        iterations,
    };
}
// Web Crypto's BufferSource requires an ArrayBufferView whose buffer is an
// ArrayBuffer (not the default ArrayBufferLike of Uint8Array). Copy into a
// fresh ArrayBuffer to satisfy the type without relying on assertions.
function toBufferSource(data) {
    const copy = new Uint8Array(data.length);
    copy.set(data);
    return copy;
}
async function digest(hash, data) {
    return new Uint8Array(await globalThis.crypto.subtle.digest(hash.name, toBufferSource(data)));
}
function padToMultipleOf(src, blockSize) {
    if (src.length === 0)
        return new Uint8Array(0);
    const padded = new Uint8Array(Math.ceil(src.length / blockSize) * blockSize);
    for (let i = 0; i < padded.length; i++) {
        padded[i] = src[i % src.length];
    }
    return padded;
}
function encodePasswordAsBmpString(password) {
    // RFC 7292 Appendix B.1: non-empty passwords are encoded as BMPString
    // (UTF-16BE) with a trailing two-byte null terminator. The empty password
    // is the empty byte sequence, not `[0x00, 0x00]`.
    if (password.length === 0)
        return new Uint8Array(0);
    const bytes = new Uint8Array(password.length * 2 + 2);
    for (let i = 0; i < password.length; i++) {
        const code = password.charCodeAt(i);
        bytes[i * 2] = (code >> 8) & 0xff;
        bytes[i * 2 + 1] = code & 0xff;
    }
    return bytes;
}
/**
 * PKCS#12 key derivation (RFC 7292 Appendix B.2) for deriving the MAC key.
 *
 * Specialized for the case where the desired key length is at most the
 * hash output size (which is always true for HMAC keys here: 20 bytes for
 * SHA-1, 32 bytes for SHA-256). In that case only a single block A[1] is
 * produced, so the iterative I-update loop from the spec is unnecessary.
 */
async function deriveMacKey(hash, password, salt, iterations) {
    const v = hash.blockSize;
    const u = hash.outputSize;
    const ID_MAC = 3;
    const D = new Uint8Array(v).fill(ID_MAC);
    const P = padToMultipleOf(encodePasswordAsBmpString(password), v);
    const S = padToMultipleOf(salt, v);
    const DI = new Uint8Array(D.length + S.length + P.length);
    DI.set(D, 0);
    DI.set(S, D.length);
    DI.set(P, D.length + S.length);
    let A = await digest(hash, DI);
    for (let i = 1; i < iterations; i++) {
        A = await digest(hash, A);
    }
    return A.subarray(0, u);
}
/**
 * Verify a PKCS#12 PFX MAC using the supplied password.
 *
 * Returns `true` only when the file is a well-formed PKCS#12 v3 structure
 * with an unencrypted `data` authSafe, a recognized MAC digest algorithm
 * (SHA-1/256/384/512), and a MAC that matches the password. Any structural
 * or algorithmic mismatch yields `false`.
 */
async function verifyPkcs12Mac(pfxBytes, password) {
    let parsed;
    try {
        parsed = parsePkcs12(pfxBytes);
    }
    catch {
        return false;
    }
    try {
        const key = await deriveMacKey(parsed.macHash, password, parsed.macSalt, parsed.iterations);
        const cryptoKey = await globalThis.crypto.subtle.importKey("raw", toBufferSource(key), { name: "HMAC", hash: parsed.macHash.name }, false, ["sign"]);
        const mac = new Uint8Array(await globalThis.crypto.subtle.sign("HMAC", cryptoKey, toBufferSource(parsed.authSafe)));
        return bytesEqual(mac, parsed.macDigest);
    }
    catch {
        // Missing crypto.subtle, unsupported algorithm, etc. — treat as "not a
        // verifiable GCP p12" rather than propagating to the caller.
        return false;
    }
}

// The PKCS#12 password for GCP Service Account private key files.
// https://cloud.google.com/iam/docs/reference/rest/v1/projects.serviceAccounts.keys#serviceaccountprivatekeytype
const GCP_SERVICE_ACCOUNT_P12_PASSWORD = "notasecret";
async function reportIfFoundPrivateKeyP12Format({ source, context, t, }) {
    if (!source.filePath) {
        return;
    }
    try {
        // lazy load fs/path; browser does not have fs module
        const fs = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 3024, 19));
        const path = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 6760, 19));
        const pfxBytes = new Uint8Array(fs.readFileSync(source.filePath));
        const isGcpServiceAccountP12 = await verifyPkcs12Mac(pfxBytes, GCP_SERVICE_ACCOUNT_P12_PASSWORD);
        if (!isGcpServiceAccountP12) {
            return;
        }
        context.report({
            message: t("PrivateKeyP12", {
                FILE_NAME: path.basename(source.filePath),
            }),
            range: [0, source.content.length],
        });
    }
    catch {
        // nope
    }
}

const messages$q = {
    PrivateKeyP12: {
        en: (props) => `found GCP Service Account's private key(p12): ${props.FILE_NAME}`,
        ja: (props) => `GCPサービスアカウントの秘密鍵(p12) ${props.FILE_NAME} がみつかりました`,
    },
    PrivateKeyJSON: {
        en: (props) => `found GCP Service Account's private key(json): ${props.FILE_NAME}`,
        ja: (props) => `GCPサービスアカウントの秘密鍵(json): ${props.FILE_NAME} がみつかりました`,
    },
};
function reportIfFoundPrivateKeyJSONFormat({ source, context, t, }) {
    try {
        const credentialObject = JSON.parse(source.content);
        // Private Key Pattern
        const PRIVATE_KEY_PATTERN = /-----BEGIN\s?(DSA|RSA|EC|PGP|OPENSSH)?\s?PRIVATE KEY/gm;
        const isGCPServiceAccountPrivateKeyJSON = "private_key_id" in credentialObject &&
            "private_key" in credentialObject &&
            PRIVATE_KEY_PATTERN.test(credentialObject["private_key"]);
        if (!isGCPServiceAccountPrivateKeyJSON) {
            return;
        }
        context.report({
            message: t("PrivateKeyJSON", {
                FILE_NAME: source.filePath ? external_node_path_.basename(source.filePath) : "",
            }),
            range: [0, source.content.length],
        });
    }
    catch {
        // nope
    }
}
const creator$r = {
    messages: messages$q,
    meta: {
        id: "@secretlint/secretlint-rule-gcp",
        recommended: true,
        type: "scanner",
        supportedContentTypes: ["all"],
        docs: {
            url: "https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-gcp/README.md",
        },
    },
    create(context, options) {
        const t = context.createTranslator(messages$q);
        ({
            allows: options.allows || [],
        });
        return {
            file(source) {
                if (source.ext === ".p12") {
                    return reportIfFoundPrivateKeyP12Format({ source, context, t });
                }
                else if (source.ext === ".json") {
                    return reportIfFoundPrivateKeyJSONFormat({ source, context, t });
                }
            },
        };
    },
};

const messages$p = {
    PackageJSON_xOauthToken: {
        en: (props) => `found GitHub Token: ${props.TOKEN}`,
        ja: (props) => `GitHub Token: ${props.TOKEN} がみつかりました`,
    },
    Npmrc_authToken: {
        en: (props) => `found npmrc authToken: ${props.TOKEN}`,
        ja: (props) => `npmrc authToken: ${props.TOKEN} がみつかりました`,
    },
    NPM_ACCESS_TOKEN: {
        en: (props) => `found npm access token: ${props.TOKEN}`,
        ja: (props) => `npm access token: ${props.TOKEN} がみつかりました`,
    },
};
function reportIfFoundXOauthGitHubToken({ source, options, context, t, }) {
    // https://github.blog/2012-09-21-easier-builds-and-deployments-using-git-over-https-and-oauth/
    // https://stackoverflow.com/questions/14402407/maximum-length-of-a-domain-name-without-the-http-www-com-parts
    const XOAuthPattern = /https?:\/\/(.{1,256}):x-oauth-basic@github.com\//g;
    const results = source.content.matchAll(XOAuthPattern);
    for (const result of results) {
        const index = result.index || 0;
        const match = result[1] || "";
        const range = [index, index + match.length];
        const allowedResults = regexpStringMatcherExports.matchPatterns(match, options.allows);
        if (allowedResults.length > 0) {
            continue;
        }
        context.report({
            message: t("PackageJSON_xOauthToken", {
                TOKEN: match,
            }),
            range,
        });
    }
}
function reportIfFound_AuthTokenInNpmrc({ source, options, context, t, }) {
    // https://blog.npmjs.org/post/118393368555/deploying-with-npm-private-modules
    // allow _authToken=${NPM_TOKEN}
    // https://github.com/secretlint/secretlint/issues/302
    const AuthTokenPattern = /_authToken=([^$].*)/g;
    const results = source.content.matchAll(AuthTokenPattern);
    for (const result of results) {
        const index = result.index || 0;
        const match = result[1] || "";
        const range = [index, index + match.length];
        const allowedResults = regexpStringMatcherExports.matchPatterns(match, options.allows);
        if (allowedResults.length > 0) {
            continue;
        }
        context.report({
            message: t("Npmrc_authToken", {
                TOKEN: match,
            }),
            range,
        });
    }
}
function reportIfFound_NPM_ACCESS_TOKEN({ source, options, context, t, }) {
    // https://github.blog/2021-09-23-announcing-npms-new-access-token-format/
    // https://github.blog/2021-04-05-behind-githubs-new-authentication-token-formats/
    // token length should be 40
    const NPM_ACCESS_TOKEN_PATTERN = /(?<!\p{L})npm_[A-Za-z0-9_]{36}(?![A-Za-z0-9_])/gu;
    const results = source.content.matchAll(NPM_ACCESS_TOKEN_PATTERN);
    for (const result of results) {
        const index = result.index || 0;
        const match = result[0] || "";
        const range = [index, index + match.length];
        const allowedResults = regexpStringMatcherExports.matchPatterns(match, options.allows);
        if (allowedResults.length > 0) {
            continue;
        }
        context.report({
            message: t("NPM_ACCESS_TOKEN", {
                TOKEN: match,
            }),
            range,
        });
    }
}
const isPackageFile = (filePath) => {
    if (!filePath) {
        return true;
    }
    return filePath.endsWith("package.json") || filePath.endsWith("package-lock.json");
};
const isNpmrc = (filePath) => {
    if (!filePath) {
        return true;
    }
    return filePath.endsWith(".npmrc");
};
const creator$q = {
    messages: messages$p,
    meta: {
        id: "@secretlint/secretlint-rule-npm",
        recommended: true,
        type: "scanner",
        supportedContentTypes: ["text"],
        docs: {
            url: "https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-npm/README.md",
        },
    },
    create(context, options) {
        const t = context.createTranslator(messages$p);
        const normalizedOptions = {
            allows: options.allows || [],
        };
        return {
            file(source) {
                if (isPackageFile(source.filePath)) {
                    reportIfFoundXOauthGitHubToken({ source, options: normalizedOptions, context, t });
                }
                else if (isNpmrc(source.filePath)) {
                    reportIfFound_AuthTokenInNpmrc({ source, options: normalizedOptions, context, t });
                }
                reportIfFound_NPM_ACCESS_TOKEN({ source, options: normalizedOptions, context, t });
            },
        };
    },
};

const messages$o = {
    SLACK_TOKEN: {
        en: (props) => `found slack token: ${props.TOKEN}`,
        ja: (props) => `Slackトークン: ${props.TOKEN} がみつかりました`,
    },
    IncomingWebhook: {
        en: (props) => `found Slack Incoming Webhook: ${props.URL}`,
        ja: (props) => `SlackのIncoming Webhooks: ${props.TOKEN} がみつかりました`,
    },
};
function reportIfFoundRawPrivateKey$1({ source, options, context, t, }) {
    // Based on https://docs.cribl.io/docs/regexesyml
    // https://api.slack.com/docs/token-types
    // Bot user token strings begin with xoxb-
    // User token strings begin with xoxp-
    // App token strings begin with xapp-
    // Workspace access token strings begin with xoxa-2
    // Workspace refresh token strings begin with xoxr
    // Pattern: {prefix}-(\d-)-xxxx-xxxx
    const SLACK_TOKEN_PATTERN = /\b(?:xoxb|xoxp|xapp|xoxa|xoxo|xoxr)-(?:\d-)?(?:[a-zA-Z0-9]{1,40}-)+[a-zA-Z0-9]{1,40}\b/g;
    const results = source.content.matchAll(SLACK_TOKEN_PATTERN);
    for (const result of results) {
        const index = result.index || 0;
        const match = result[0] || "";
        const range = [index, index + match.length];
        const allowedResults = regexpStringMatcherExports.matchPatterns(match, options.allows);
        if (allowedResults.length > 0) {
            continue;
        }
        context.report({
            message: t("SLACK_TOKEN", {
                TOKEN: match,
            }),
            range,
        });
    }
}
/**
 * Report if found Incoming Webhooks
 * https://api.slack.com/messaging/webhooks
 * @param source
 * @param options
 * @param context
 * @param t
 */
function reportIfFoundIncomingWebhook({ source, options, context, t, }) {
    // Based on https://hooks.slack.com/TXXXXX/BXXXXX/XXXXXXXXXX
    // https://api.slack.com/messaging/webhooks
    const IncomingWebhooksPattern = /https:\/\/hooks\.slack\.com\/services\/T[a-zA-Z0-9]{1,40}\/B[a-zA-Z0-9]{1,40}\/[a-zA-Z0-9]{1,40}/gi;
    const results = source.content.matchAll(IncomingWebhooksPattern);
    for (const result of results) {
        const index = result.index || 0;
        const match = result[0] || "";
        const range = [index, index + match.length];
        const allowedResults = regexpStringMatcherExports.matchPatterns(match, options.allows);
        if (allowedResults.length > 0) {
            continue;
        }
        context.report({
            message: t("IncomingWebhook", {
                URL: match,
            }),
            range,
        });
    }
}
const creator$p = {
    messages: messages$o,
    meta: {
        id: "@secretlint/secretlint-rule-slack",
        recommended: true,
        type: "scanner",
        supportedContentTypes: ["text"],
        docs: {
            url: "https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-slack/README.md",
        },
    },
    create(context, options) {
        const t = context.createTranslator(messages$o);
        const normalizedOptions = {
            allows: options.allows || [],
        };
        return {
            file(source) {
                reportIfFoundRawPrivateKey$1({ source, options: normalizedOptions, context, t });
                reportIfFoundIncomingWebhook({ source, options: normalizedOptions, context, t });
            },
        };
    },
};

const messages$n = {
    BasicAuth: {
        en: (props) => `found basic auth credential: ${props.CREDENTIAL}`,
        ja: (props) => `ベーシック認証情報: ${props.CREDENTIAL} がみつかりました`,
    },
};
// Common placeholder patterns that should be ignored to avoid false positives
const BUILTIN_IGNORED_PATTERNS$1 = [
    "localhost",
    "127.0.0.1",
    "password",
    "mypassword",
    "myusername",
    "{password}",
    "${password}",
    "{{password}}",
    "{username}",
    "${username}",
    "{{username}}",
    "YOUR_PASSWORD",
    "YOUR_USERNAME",
    "REPLACE_WITH_PASSWORD",
    "REPLACE_WITH_USERNAME",
];
/**
 * Check if the string contains variable-like patterns that indicate it's likely a template
 */
function isVariableLikeString$1(str) {
    // Check for common variable patterns with length limits to prevent ReDoS
    const variablePatterns = [
        /\$\{[^}]{1,50}\}/, // ${var}
        /\{\{[^}]{1,50}\}\}/, // {{var}}
        /\{[^}]{1,50}\}/, // {var}
        /%[A-Z_]{1,30}%/, // %VAR%
        /\$[A-Z_]{1,30}/, // $VAR
    ];
    return variablePatterns.some((pattern) => pattern.test(str));
}
/**
 * Check if the username part looks like a real credential
 */
function isLikelyRealUsername(username) {
    // Skip if it's too short
    if (username.length < 2)
        return false;
    // Skip if it contains variable patterns
    if (isVariableLikeString$1(username))
        return false;
    // Skip if it's a common placeholder
    if (BUILTIN_IGNORED_PATTERNS$1.some((pattern) => username.toLowerCase().includes(pattern.toLowerCase()))) {
        return false;
    }
    return true;
}
/**
 * Check if the password part looks like a real credential
 */
function isLikelyRealPassword(password) {
    // Skip if it's too short or too simple
    if (password.length < 4)
        return false;
    // Skip if it contains variable patterns
    if (isVariableLikeString$1(password))
        return false;
    // Skip if it's a common placeholder
    if (BUILTIN_IGNORED_PATTERNS$1.some((pattern) => password.toLowerCase().includes(pattern.toLowerCase()))) {
        return false;
    }
    // Skip passwords that are too repetitive (same character repeated)
    if (/^(.)\1{3,}$/.test(password))
        return false; // e.g., "aaaa", "1111", "xxxx"
    return true;
}
function reportIfFoundBasicAuth({ source, options, context, t, }) {
    // https://developer.mozilla.org/docs/Web/HTTP/Authentication
    // https://ihateregex.io/expr/url
    // Using possessive quantifiers to prevent ReDoS
    const URL_PATTERN = /(?<protocol>(?:https?|ftp|ftps)):\/\/(?<user>[-a-zA-Z0-9_]{1,256}):(?<password>[-a-zA-Z0-9_]{1,256})@[-a-zA-Z0-9%._+~#=]{1,256}\.[a-zA-Z0-9()]{1,6}\b/g;
    const results = source.content.matchAll(URL_PATTERN);
    for (const result of results) {
        const index = result.index || 0;
        const match = result[0] || "";
        const username = result.groups?.user;
        const password = result.groups?.password;
        // Skip if no credentials found
        if (!username || !password)
            continue;
        // Skip if username doesn't look real
        if (!isLikelyRealUsername(username))
            continue;
        // Skip if password doesn't look real
        if (!isLikelyRealPassword(password))
            continue;
        const range = [index, index + match.length];
        const allowedResults = regexpStringMatcherExports.matchPatterns(match, options.allows);
        if (allowedResults.length > 0) {
            continue;
        }
        context.report({
            message: t("BasicAuth", {
                CREDENTIAL: match,
            }),
            range,
        });
    }
}
const creator$o = {
    messages: messages$n,
    meta: {
        id: "@secretlint/secretlint-rule-basicauth",
        recommended: true,
        type: "scanner",
        supportedContentTypes: ["text"],
        docs: {
            url: "https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-basicauth/README.md",
        },
    },
    create(context, options) {
        const t = context.createTranslator(messages$n);
        const normalizedOptions = {
            allows: options.allows || [],
        };
        return {
            file(source) {
                reportIfFoundBasicAuth({ source, options: normalizedOptions, context, t });
            },
        };
    },
};

const messages$m = {
    OPENAI_TOKEN: {
        en: (props) => `found OpenAI API token: ${props.TOKEN}`,
        ja: (props) => `OpenAI API トークン: ${props.TOKEN} がみつかりました`,
    },
};
const creator$n = {
    messages: messages$m,
    meta: {
        id: "@secretlint/secretlint-rule-openai",
        recommended: true,
        type: "scanner",
        supportedContentTypes: ["text"],
        docs: {
            url: "https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-openai/README.md",
        },
    },
    create(context) {
        const t = context.createTranslator(messages$m);
        return {
            file(source) {
                const pattern = /sk-(?:proj|svcacct|admin)-(?:[A-Za-z0-9_-]{74}|[A-Za-z0-9_-]{58})T3BlbkFJ(?:[A-Za-z0-9_-]{74}|[A-Za-z0-9_-]{58})\b|sk-[a-zA-Z0-9]{20}T3BlbkFJ[a-zA-Z0-9]{20}/g;
                const matches = source.content.matchAll(pattern);
                for (const match of matches) {
                    const index = match.index ?? 0;
                    const matchString = match[0] ?? "";
                    const range = [index, index + matchString.length];
                    context.report({
                        message: t("OPENAI_TOKEN", {
                            TOKEN: matchString,
                        }),
                        range,
                    });
                }
            },
        };
    },
};

const messages$l = {
    ANTHROPIC_API_KEY: {
        en: (props) => `found Anthropic Claude API key: ${props.KEY}`,
        ja: (props) => `Anthropic Claude API キー: ${props.KEY} がみつかりました`,
    },
};
const creator$m = {
    messages: messages$l,
    meta: {
        id: "@secretlint/secretlint-rule-anthropic",
        recommended: true,
        type: "scanner",
        supportedContentTypes: ["text"],
        docs: {
            url: "https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-anthropic/README.md",
        },
    },
    create(context) {
        const t = context.createTranslator(messages$l);
        return {
            file(source) {
                // Anthropic Claude API keys patterns:
                // - sk-ant-api03-... (original format) - 13 chars prefix
                // - sk-ant-api04-... (newer format) - 13 chars prefix
                // Example format: sk-ant-api03-<93 base64url chars>AA (108 chars total)
                // Breakdown: prefix(13) + middle(93) + suffix(2) = 108 chars
                // Pattern: sk-ant-api0[3-4]- + base64-like characters (exactly 93 chars) + ending with AA
                // https://docs.anthropic.com/en/api/overview
                // https://docs.anthropic.com/en/api/admin-api/apikeys/get-api-key
                // https://docs.gitguardian.com/secrets-detection/secrets-detection-engine/detectors/specifics/claude_api_key
                const pattern = /(?<!\p{L})sk-ant-api0\d-[A-Za-z0-9_-]{90,128}AA(?![A-Za-z0-9_-])/gu;
                const matches = source.content.matchAll(pattern);
                for (const match of matches) {
                    const index = match.index ?? 0;
                    const matchString = match[0] ?? "";
                    const range = [index, index + matchString.length];
                    context.report({
                        message: t("ANTHROPIC_API_KEY", {
                            KEY: matchString,
                        }),
                        range,
                    });
                }
            },
        };
    },
};

const messages$k = {
    GROQ_API_KEY: {
        en: (props) => `found Groq API key: ${props.KEY}`,
        ja: (props) => `Groq API キー: ${props.KEY} がみつかりました`,
    },
};
const creator$l = {
    messages: messages$k,
    meta: {
        id: "@secretlint/secretlint-rule-groq",
        recommended: true,
        type: "scanner",
        supportedContentTypes: ["text"],
        docs: {
            url: "https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-groq/README.md",
        },
    },
    create(context, options) {
        const t = context.createTranslator(messages$k);
        const normalizedOptions = {
            allows: options?.allows ?? [],
        };
        return {
            file(source) {
                // Groq API keys format:
                // - Prefix "gsk_" followed by exactly 52 alphanumeric characters
                // References:
                // - https://console.groq.com/docs/quickstart
                // - https://docs.github.com/en/code-security/secret-scanning/introduction/supported-secret-scanning-patterns
                // - https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/groq/groq.go
                const pattern = /(?<!\p{L})gsk_[a-zA-Z0-9]{52}(?![a-zA-Z0-9])/gu;
                const matches = source.content.matchAll(pattern);
                for (const match of matches) {
                    const index = match.index ?? 0;
                    const matchString = match[0] ?? "";
                    const allowedResults = regexpStringMatcherExports.matchPatterns(matchString, normalizedOptions.allows);
                    if (allowedResults.length > 0) {
                        continue;
                    }
                    const range = [index, index + matchString.length];
                    context.report({
                        message: t("GROQ_API_KEY", {
                            KEY: matchString,
                        }),
                        range,
                    });
                }
            },
        };
    },
};

const messages$j = {
    HUGGINGFACE_USER_ACCESS_TOKEN: {
        en: (props) => `found Hugging Face User Access Token: ${props.TOKEN}`,
        ja: (props) => `Hugging Face User Access Token: ${props.TOKEN} がみつかりました`,
    },
};
const creator$k = {
    messages: messages$j,
    meta: {
        id: "@secretlint/secretlint-rule-huggingface",
        recommended: true,
        type: "scanner",
        supportedContentTypes: ["text"],
        docs: {
            url: "https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-huggingface/README.md",
        },
    },
    create(context, options) {
        const t = context.createTranslator(messages$j);
        const normalizedOptions = {
            allows: options?.allows ?? [],
        };
        return {
            file(source) {
                // Hugging Face User Access Token format:
                // - Prefix: `hf_`
                // - Body: exactly 34 alphabetic characters (a-z, A-Z)
                // References:
                // - https://huggingface.co/docs/hub/security-tokens
                // - https://github.com/gitleaks/gitleaks
                const pattern = /(?<!\p{L})hf_[a-zA-Z]{34}(?![a-zA-Z])/gu;
                const matches = source.content.matchAll(pattern);
                for (const match of matches) {
                    const index = match.index ?? 0;
                    const matchString = match[0] ?? "";
                    const allowedResults = regexpStringMatcherExports.matchPatterns(matchString, normalizedOptions.allows);
                    if (allowedResults.length > 0) {
                        continue;
                    }
                    const range = [index, index + matchString.length];
                    context.report({
                        message: t("HUGGINGFACE_USER_ACCESS_TOKEN", {
                            TOKEN: matchString,
                        }),
                        range,
                    });
                }
            },
        };
    },
};

const messages$i = {
    LINEAR_API_TOKEN: {
        en: (props) => `found linear api token: ${props.ID}`,
        ja: (props) => `linear api token: ${props.ID} がみつかりました`,
    },
};
const creator$j = {
    messages: messages$i,
    meta: {
        id: "@secretlint/secretlint-rule-linear",
        recommended: true,
        type: "scanner",
        supportedContentTypes: ["text"],
        docs: {
            url: "https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-linear/README.md",
        },
    },
    create(context) {
        const t = context.createTranslator(messages$i);
        return {
            file(source) {
                const pattern = /(?<!\p{L})lin_api_[a-zA-Z0-9_]{32,128}(?![a-zA-Z0-9_])/gu;
                const matches = source.content.matchAll(pattern);
                for (const match of matches) {
                    const index = match.index ?? 0;
                    const matchString = match[0] ?? "";
                    const range = [index, index + matchString.length];
                    context.report({
                        message: t("LINEAR_API_TOKEN", {
                            ID: matchString,
                        }),
                        range,
                    });
                }
            },
        };
    },
};

const messages$h = {
    NOTION_INTEGRATION_TOKEN: {
        en: (props) => `found Notion integration token: ${props.TOKEN}`,
        ja: (props) => `Notion integration トークン: ${props.TOKEN} がみつかりました`,
    },
};
function reportIfFoundToken({ source, options, context, t, }) {
    /**
     * Notion Integration Token (new format introduced September 2024).
     *
     * Structure: `ntn_` prefix + 11 digits + 35 alphanumeric characters (46 chars after prefix).
     * The legacy `secret_` prefix is intentionally NOT detected here because it is too
     * generic and prone to false positives.
     *
     * References:
     * - https://developers.notion.com/changelog (API token prefix transition)
     * - https://docs.github.com/en/code-security/secret-scanning/introduction/supported-secret-scanning-patterns
     * - https://github.com/gitleaks/gitleaks/blob/master/config/gitleaks.toml (notion-api-token)
     *
     * Note: Notion warns that the token format may change, so this pattern may need
     * to be revisited if a future format is introduced.
     */
    const NOTION_INTEGRATION_TOKEN_PATTERN = /(?<!\p{L})ntn_[0-9]{11}[A-Za-z0-9]{35}(?![A-Za-z0-9])/gu;
    const results = source.content.matchAll(NOTION_INTEGRATION_TOKEN_PATTERN);
    for (const result of results) {
        const index = result.index ?? 0;
        const match = result[0] ?? "";
        const range = [index, index + match.length];
        const allowedResults = regexpStringMatcherExports.matchPatterns(match, options.allows);
        if (allowedResults.length > 0) {
            continue;
        }
        context.report({
            message: t("NOTION_INTEGRATION_TOKEN", {
                TOKEN: match,
            }),
            range,
        });
    }
}
const creator$i = {
    messages: messages$h,
    meta: {
        id: "@secretlint/secretlint-rule-notion",
        recommended: true,
        type: "scanner",
        supportedContentTypes: ["text"],
        docs: {
            url: "https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-notion/README.md",
        },
    },
    create(context, options) {
        const t = context.createTranslator(messages$h);
        const normalizedOptions = {
            allows: options.allows ?? [],
        };
        return {
            file(source) {
                reportIfFoundToken({ source, options: normalizedOptions, context, t });
            },
        };
    },
};

const messages$g = {
    PrivateKey: {
        en: (props) => `found private key: ${props.KEY}`,
        ja: (props) => `秘密鍵: ${props.KEY} がみつかりました`,
    },
};
/**
 * Regular expression to detect private keys and extract Base64 content in one pass
 * Based on https://docs.cribl.io/docs/regexesyml
 * Captures the Base64 content (group 1) between BEGIN and END markers
 *
 * Length constraint {100,10000} (heuristic):
 * - Minimum 100: Heuristically excludes short placeholders (smallest real key ECDSA-256 ≈ 288 chars)
 * - Maximum 10000: Heuristically prevents catastrophic backtracking and extremely large inputs
 *
 * Character class [A-Za-z0-9+/=\s\\]:
 * - Restricts to Base64 characters, whitespace, and backslash to prevent ReDoS attacks
 * - Backslash included to handle JSON escape sequences (\n, \r, \t)
 * - Fails fast on invalid characters, reducing backtracking complexity
 *
 * ReDoS mitigation:
 * - Uses greedy quantifier (no ?) to reduce backtracking ambiguity
 * - Simplified optional parts to minimize exponential complexity
 * - Length limit ensures bounded execution time
 */
const PEM_CONTENT_PATTERN = /-----BEGIN[ ]?(?:(?:RSA|DSA|EC|OPENSSH|PGP) )?PRIVATE KEY(?: BLOCK)?-----\n?([A-Za-z0-9+/=\s\\]{100,10000})\n?-----END[ ]?(?:(?:RSA|DSA|EC|OPENSSH|PGP) )?PRIVATE KEY(?: BLOCK)?-----/gm;
/**
 * Validate if the Base64 content is a real private key or a placeholder
 * Based on Base64 validation approach without decoding
 *
 * References:
 * - RFC 7468: Textual Encodings of PKIX, PKCS, and CMS Structures
 *   https://tools.ietf.org/html/rfc7468
 * - RFC 4648: The Base16, Base32, and Base64 Data Encodings
 *   https://datatracker.ietf.org/doc/html/rfc4648
 * - RFC 5208: PKCS #8: Private-Key Information Syntax v1.2
 *   https://datatracker.ietf.org/doc/html/rfc5208
 * - RFC 5958: Asymmetric Key Packages
 *   https://datatracker.ietf.org/doc/html/rfc5958
 * - RFC 3447: PKCS #1: RSA Cryptography Specifications v2.1
 *   https://datatracker.ietf.org/doc/html/rfc3447
 * - OpenSSH PROTOCOL.key
 *   https://github.com/openssh/openssh-portable/blob/master/PROTOCOL.key
 *
 * @param base64Content - The Base64-encoded key content (without PEM headers)
 * @returns true if it's likely a real private key, false if it's a placeholder
 */
function validateBase64KeyContent(base64Content) {
    // 1. Base64 format validation (RFC 4648)
    // Reject non-Base64 characters like "...", "***", "xxx"
    if (!/^[A-Za-z0-9+/]+=*$/.test(base64Content)) {
        return false;
    }
    // 2. Minimum length check (Base64 100 chars = ~75 bytes decoded)
    // Real keys are much longer: RSA-1024 ≈ 800 chars, EC-256 ≈ 120 chars
    if (base64Content.length < 100) {
        return false;
    }
    // 3. Magic byte check (in Base64)
    // ASN.1 format (PKCS#1, PKCS#8, SEC1): 0x30 (SEQUENCE) → "MI*"
    // OpenSSH format: "openssh-key-v1\0" → "b3BlbnNzaC1rZXktdjE"
    const validMagicBytes = /^(MI|b3BlbnNzaC1rZXktdjE)/;
    if (!validMagicBytes.test(base64Content)) {
        return false;
    }
    return true;
}
function reportIfFoundRawPrivateKey({ source, options, context, t, }) {
    // Use PEM_CONTENT_PATTERN to extract both full match and Base64 content in one pass
    const results = source.content.matchAll(PEM_CONTENT_PATTERN);
    for (const result of results) {
        const index = result.index || 0;
        const match = result[0] || "";
        const base64Raw = result[1] || "";
        const range = [index, index + match.length];
        const allowedResults = regexpStringMatcherExports.matchPatterns(match, options.allows);
        if (allowedResults.length > 0) {
            continue;
        }
        // Remove whitespace and escaped newlines (from JSON strings)
        const base64Content = base64Raw.replace(/\s|\\n/g, "");
        // Validate if the Base64 content is a real private key
        if (!validateBase64KeyContent(base64Content)) {
            continue;
        }
        context.report({
            message: t("PrivateKey", {
                KEY: match,
            }),
            range,
        });
    }
}
const creator$h = {
    messages: messages$g,
    meta: {
        id: "@secretlint/secretlint-rule-privatekey",
        recommended: true,
        type: "scanner",
        supportedContentTypes: ["text"],
        docs: {
            url: "https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-privatekey/README.md",
        },
    },
    create(context, options) {
        const t = context.createTranslator(messages$g);
        const normalizedOptions = {
            allows: options.allows || [],
        };
        return {
            file(source) {
                reportIfFoundRawPrivateKey({ source, options: normalizedOptions, context, t });
            },
        };
    },
};

const messages$f = {
    SENDGRID_KEY: {
        en: (props) => `found Sendgrid api key: ${props.KEY}`,
        ja: (props) => `Sendgrid APIキーが見つかりました： ${props.KEY}`,
    },
};
function reportIfFoundKey$3({ source, options, context, t, }) {
    const SENDGRID_KEY_PATTERN = /(?<!\p{L})SG\.\w{1,128}\.\w{1,128}([-_]?)\w{1,128}(?!\w)/gu;
    const results = source.content.matchAll(SENDGRID_KEY_PATTERN);
    for (const result of results) {
        const index = result.index || 0;
        const match = result[0] || "";
        if (match.length !== 69) {
            // send grid api key is 69 characters long
            continue;
        }
        const range = [index, index + match.length];
        const allowedResults = regexpStringMatcherExports.matchPatterns(match, options.allows);
        if (allowedResults.length > 0) {
            continue;
        }
        context.report({
            message: t("SENDGRID_KEY", {
                KEY: match,
            }),
            range,
        });
    }
}
const creator$g = {
    messages: messages$f,
    meta: {
        id: "@secretlint/secretlint-rule-sendgrid",
        recommended: true,
        type: "scanner",
        supportedContentTypes: ["text"],
        docs: {
            url: "https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-sendgrid/README.md",
        },
    },
    create(context, options) {
        const t = context.createTranslator(messages$f);
        const normalizedOptions = {
            allows: options.allows || [],
        };
        return {
            file(source) {
                reportIfFoundKey$3({ source, options: normalizedOptions, context, t });
            },
        };
    },
};

const messages$e = {
    SHOPIFY_KEY: {
        en: (props) => `found Shopify api key: ${props.KEY}`,
        ja: (props) => `Shopify APIキーが見つかりました： ${props.KEY}`
    }
};
function reportIfFoundKey$2({ source, options, context, t }) {
    /**
     * Source: https://shopify.dev/changelog/app-secret-key-length-has-increased
     * for app secret keys
     * shpss_[a-zA-Z0-9]{32,64}
     * e.g.) shpss_QlRSJy5AXX1cILNjVatTsEIhFxuPF5ex
     *
     * Source: https://shopify.dev/changelog/length-of-the-shopify-access-token-is-increasing
     * for public apps
     * shpat_[a-zA-Z0-9]{32,64}
     * e.g.) shpat_r8TRc9ZXAvcVvcrmtr7qoVw69WeeY1ex
     *
     * for custom apps
     * shpca_[a-zA-Z0-9]{32,64}
     * e.g.) shpca_7jqbg9cupMkZRxJKXWz3v8BvS8QBa7hMdJfAex
     *
     * for legacy private apps
     * shppa_[a-zA-Z0-9]{32,64}
     * e.g.) shppa_7jqbg9cupMkZRxJKXWz3v8BvS8QBa7hMdJfAex
     */
    const SHOPIFY_KEY_PATTERN = /(?<!\p{L})(shppa|shpca|shpat|shpss)_[a-zA-Z0-9]{32,64}(?![a-zA-Z0-9])/gu;
    const results = source.content.matchAll(SHOPIFY_KEY_PATTERN);
    for (const result of results) {
        const index = result.index || 0;
        const match = result[0] || "";
        const range = [index, index + match.length];
        const allowedResults = regexpStringMatcherExports.matchPatterns(match, options.allows);
        if (allowedResults.length > 0) {
            continue;
        }
        context.report({
            message: t("SHOPIFY_KEY", {
                KEY: match
            }),
            range
        });
    }
}
const creator$f = {
    messages: messages$e,
    meta: {
        id: "@secretlint/secretlint-rule-shopify",
        recommended: true,
        type: "scanner",
        supportedContentTypes: ["text"],
        docs: {
            url: "https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-shopify/README.md"
        }
    },
    create(context, options) {
        const t = context.createTranslator(messages$e);
        const normalizedOptions = {
            allows: options.allows || []
        };
        return {
            file(source) {
                reportIfFoundKey$2({ source, options: normalizedOptions, context, t });
            }
        };
    }
};

const messages$d = {
    STRIPE_SECRET_KEY_LIVE: {
        en: (props) => `found Stripe Live Secret Key: ${props.KEY}`,
        ja: (props) => `Stripe Live Secret Keyが見つかりました: ${props.KEY}`,
    },
    STRIPE_SECRET_KEY_TEST: {
        en: (props) => `found Stripe Test Secret Key: ${props.KEY}`,
        ja: (props) => `Stripe Test Secret Keyが見つかりました: ${props.KEY}`,
    },
    STRIPE_RESTRICTED_KEY_LIVE: {
        en: (props) => `found Stripe Live Restricted Key: ${props.KEY}`,
        ja: (props) => `Stripe Live Restricted Keyが見つかりました: ${props.KEY}`,
    },
    STRIPE_RESTRICTED_KEY_TEST: {
        en: (props) => `found Stripe Test Restricted Key: ${props.KEY}`,
        ja: (props) => `Stripe Test Restricted Keyが見つかりました: ${props.KEY}`,
    },
};
const messageIdMap$1 = {
    sk_live: "STRIPE_SECRET_KEY_LIVE",
    sk_test: "STRIPE_SECRET_KEY_TEST",
    rk_live: "STRIPE_RESTRICTED_KEY_LIVE",
    rk_test: "STRIPE_RESTRICTED_KEY_TEST",
};
// Stripe API key format: {prefix}_{24-99 alphanumeric chars}
// Officially documented prefixes (https://docs.stripe.com/keys):
// - sk_live_ : Live Secret Key
// - sk_test_ : Test Secret Key
// - rk_live_ : Live Restricted Key
// - rk_test_ : Test Restricted Key
//
// Length lower bound (24):
//   Stripe's documentation samples and historical key format use a 24-char body
//   after the prefix. Issue #1531 also describes the format as "typically 24-32
//   characters" after the prefix. Stripe does not publish a hard minimum, but
//   24 reflects the smallest length seen in real keys; gitleaks uses 10 and
//   TruffleHog uses 20, but those values produce more false positives.
//   Tightening to 24 trades a (non-existent in practice) shorter key for fewer
//   false positives.
//
// Length upper bound (99):
//   Modern Stripe keys use an extended `51...` account-prefix encoding and run
//   up to ~99 chars after the prefix. Matches gitleaks' upper bound.
const STRIPE_KEY_PATTERN = /(?<!\p{L})(?<prefix>sk_live|sk_test|rk_live|rk_test)_[a-zA-Z0-9]{24,99}(?![a-zA-Z0-9])/gu;
function reportIfFound$2({ source, options, context, t, }) {
    const results = source.content.matchAll(STRIPE_KEY_PATTERN);
    for (const result of results) {
        const index = result.index ?? 0;
        const match = result[0] ?? "";
        const prefix = result.groups?.["prefix"];
        if (!prefix) {
            continue;
        }
        const range = [index, index + match.length];
        const allowedResults = regexpStringMatcherExports.matchPatterns(match, options.allows);
        if (allowedResults.length > 0) {
            continue;
        }
        context.report({
            message: t(messageIdMap$1[prefix], {
                KEY: match,
            }),
            range,
        });
    }
}
const creator$e = {
    messages: messages$d,
    meta: {
        id: "@secretlint/secretlint-rule-stripe",
        recommended: true,
        type: "scanner",
        supportedContentTypes: ["text"],
        docs: {
            url: "https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-stripe/README.md",
        },
    },
    create(context, options) {
        const t = context.createTranslator(messages$d);
        const normalizedOptions = {
            allows: options.allows ?? [],
        };
        return {
            file(source) {
                reportIfFound$2({ source, options: normalizedOptions, context, t });
            },
        };
    },
};

const messages$c = {
    GITHUB_TOKEN: {
        en: (props) => `found GitHub Token(${props.typeName}): ${props.KEY}`,
        ja: (props) => `GitHub Token(${props.typeName})が見つかりました： ${props.KEY}`,
    },
};
// ghp for GitHub personal access tokens
// gho for OAuth access tokens
// ghu for GitHub user-to-server tokens
// ghs for GitHub server-to-server tokens
// ghr for refresh tokens
// github_pat for fine-grained personal access tokens
const typeMap = new Map([
    ["ghp", "GitHub personal access tokens"],
    ["gho", "OAuth access tokens"],
    ["ghu", "GitHub user-to-server tokens"],
    ["ghs", "GitHub server-to-server tokens"],
    ["ghr", "refresh tokens"],
    ["github_pat", "fine-grained personal access tokens"],
]);
function reportIfFoundKey$1({ pattern, source, options, context, t, }) {
    const results = source.content.matchAll(pattern);
    for (const result of results) {
        const index = result.index || 0;
        const type = result.groups?.type;
        const typeName = typeMap.get(type);
        if (!typeName) {
            throw new Error("Unknown type:" + typeName);
        }
        const match = result[0] || "";
        const range = [index, index + match.length];
        const allowedResults = regexpStringMatcherExports.matchPatterns(match, options.allows);
        if (allowedResults.length > 0) {
            continue;
        }
        context.report({
            message: t("GITHUB_TOKEN", {
                KEY: match,
                typeName,
            }),
            range,
        });
    }
}
const creator$d = {
    messages: messages$c,
    meta: {
        id: "@secretlint/secretlint-rule-github",
        recommended: true,
        type: "scanner",
        supportedContentTypes: ["text"],
        docs: {
            url: "https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-github/README.md",
        },
    },
    create(context, options) {
        // token length should be 40
        // https://github.blog/2021-04-05-behind-githubs-new-authentication-token-formats/
        const CLASSIC_GITHUB_TOKEN_PATTERN = /(?<!\p{L})(?<type>ghp|gho|ghu|ghs|ghr)_[A-Za-z0-9_]{36}(?![A-Za-z0-9_])/gu;
        // fine-grained personal access tokens. FIXME: Format of the token is unclear
        // https://github.com/community/community/discussions/36441#discussioncomment-4014190
        const FINE_GRAINED_GITHUB_TOKEN_PATTERN = /(?<!\p{L})(?<type>github_pat)_[A-Za-z0-9_]{82}(?![A-Za-z0-9_])/gu;
        // new format: ghs_<AppID>_<JWT> (~520 chars, JWT contains three base64url segments separated by dots)
        // https://github.blog/changelog/2026-04-24-notice-about-upcoming-new-format-for-github-app-installation-tokens/
        const GITHUB_APP_INSTALLATION_TOKEN_PATTERN = /(?<!\p{L})(?<type>ghs)_[0-9]{1,20}_[A-Za-z0-9_-]{1,1000}\.[A-Za-z0-9_-]{1,10000}\.[A-Za-z0-9_-]{1,1000}(?![A-Za-z0-9_-])/gu;
        const patterns = [
            CLASSIC_GITHUB_TOKEN_PATTERN,
            FINE_GRAINED_GITHUB_TOKEN_PATTERN,
            GITHUB_APP_INSTALLATION_TOKEN_PATTERN,
        ];
        const t = context.createTranslator(messages$c);
        const normalizedOptions = {
            allows: options.allows || [],
        };
        return {
            file(source) {
                for (const pattern of patterns) {
                    reportIfFoundKey$1({ pattern, source, options: normalizedOptions, context, t });
                }
            },
        };
    },
};

const messages$b = {
    GITLAB_PERSONAL_ACCESS_TOKEN: {
        en: (props) => `found GitLab Personal Access Token: ${props.KEY}`,
        ja: (props) => `GitLab Personal Access Tokenが見つかりました: ${props.KEY}`,
    },
};
function reportIfFoundKey({ pattern, source, options, context, t, }) {
    const results = source.content.matchAll(pattern);
    for (const result of results) {
        const index = result.index ?? 0;
        const match = result[0] ?? "";
        const range = [index, index + match.length];
        const allowedResults = regexpStringMatcherExports.matchPatterns(match, options.allows);
        if (allowedResults.length > 0) {
            continue;
        }
        context.report({
            message: t("GITLAB_PERSONAL_ACCESS_TOKEN", {
                KEY: match,
            }),
            range,
        });
    }
}
const creator$c = {
    messages: messages$b,
    meta: {
        id: "@secretlint/secretlint-rule-gitlab",
        recommended: true,
        type: "scanner",
        supportedContentTypes: ["text"],
        docs: {
            url: "https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-gitlab/README.md",
        },
    },
    create(context, options) {
        // GitLab Personal Access Token
        // Prefix `glpat-` followed by 20–128 characters.
        // Standard PATs are a fixed 20 characters. Routable tokens extend up to ~38 characters with a dot-suffix.
        // - https://docs.gitlab.com/security/tokens/
        // - https://docs.github.com/en/code-security/secret-scanning/introduction/supported-secret-scanning-patterns
        const GITLAB_PERSONAL_ACCESS_TOKEN_PATTERN = /(?<!\p{L})glpat-[A-Za-z0-9_-]{20,128}(?![A-Za-z0-9_-])/gu;
        const patterns = [GITLAB_PERSONAL_ACCESS_TOKEN_PATTERN];
        const t = context.createTranslator(messages$b);
        const normalizedOptions = {
            allows: options.allows ?? [],
        };
        return {
            file(source) {
                for (const pattern of patterns) {
                    reportIfFoundKey({ pattern, source, options: normalizedOptions, context, t });
                }
            },
        };
    },
};

const messages$a = {
    GRAFANA_CLOUD_API_TOKEN: {
        en: (props) => `found Grafana Cloud API token: ${props.TOKEN}`,
        ja: (props) => `Grafana Cloud API トークン: ${props.TOKEN} がみつかりました`,
    },
    GRAFANA_SERVICE_ACCOUNT_TOKEN: {
        en: (props) => `found Grafana Service Account token: ${props.TOKEN}`,
        ja: (props) => `Grafana Service Account トークン: ${props.TOKEN} がみつかりました`,
    },
};
function reportIfFound$1({ pattern, messageId, source, options, context, t, }) {
    const results = source.content.matchAll(pattern);
    for (const result of results) {
        const index = result.index ?? 0;
        const match = result[0] ?? "";
        const allowedResults = regexpStringMatcherExports.matchPatterns(match, options.allows);
        if (allowedResults.length > 0) {
            continue;
        }
        const range = [index, index + match.length];
        context.report({
            message: t(messageId, {
                TOKEN: match,
            }),
            range,
        });
    }
}
const creator$b = {
    messages: messages$a,
    meta: {
        id: "@secretlint/secretlint-rule-grafana",
        recommended: true,
        type: "scanner",
        supportedContentTypes: ["text"],
        docs: {
            url: "https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-grafana/README.md",
        },
    },
    create(context, options) {
        const t = context.createTranslator(messages$a);
        const normalizedOptions = {
            allows: options?.allows ?? [],
        };
        // Grafana Cloud API token
        // Prefix: `glc_`, followed by base64-encoded JWT content.
        // Real tokens start with `glc_eyJ` (the base64 prefix of `{"`).
        // https://grafana.com/docs/grafana-cloud/account-management/authentication-and-permissions/api-keys/
        const GRAFANA_CLOUD_API_TOKEN_PATTERN = /(?<!\p{L})glc_[A-Za-z0-9+/]{32,400}={0,2}(?![A-Za-z0-9+/=])/gu;
        // Grafana Service Account token
        // Prefix: `glsa_`, followed by 32 alphanumeric characters, an
        // underscore, and an 8-character hex checksum.
        // https://grafana.com/docs/grafana/latest/administration/service-accounts/
        const GRAFANA_SERVICE_ACCOUNT_TOKEN_PATTERN = /(?<!\p{L})glsa_[A-Za-z0-9]{32}_[A-Fa-f0-9]{8}(?![A-Fa-f0-9])/gu;
        return {
            file(source) {
                reportIfFound$1({
                    pattern: GRAFANA_CLOUD_API_TOKEN_PATTERN,
                    messageId: "GRAFANA_CLOUD_API_TOKEN",
                    source,
                    options: normalizedOptions,
                    context,
                    t,
                });
                reportIfFound$1({
                    pattern: GRAFANA_SERVICE_ACCOUNT_TOKEN_PATTERN,
                    messageId: "GRAFANA_SERVICE_ACCOUNT_TOKEN",
                    source,
                    options: normalizedOptions,
                    context,
                    t,
                });
            },
        };
    },
};

const messages$9 = {
    OPS_TOKEN: {
        en: (props) => `found 1Password Service Account token: ${props.TOKEN}`,
        ja: (props) => `1Password Service Account: ${props.TOKEN} がみつかりました`,
    },
};
const is1PasswordServiceAccountToken = (base64String) => {
    try {
        const jsonString = atob(base64String.replace(/-/g, "+").replace(/_/g, "/"));
        const json = JSON.parse(jsonString);
        return typeof json === "object" && json !== null;
    }
    catch (error) {
        return false;
    }
};
const creator$a = {
    messages: messages$9,
    meta: {
        id: "@secretlint/secretlint-rule-1password",
        recommended: true,
        type: "scanner",
        supportedContentTypes: ["text"],
        docs: {
            url: "https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-1password/README.md",
        },
    },
    create(context, options) {
        const t = context.createTranslator(messages$9);
        const normalizedOptions = {
            allows: options?.allows ?? [],
        };
        return {
            file(source) {
                // 1Password Service Account format is `ops_<base64>`
                // https://developer.1password.com/docs/service-accounts/security/
                // It will be like ops_{"email":"ejwe64qmlxhri@1passwordserviceaccounts.lcl","muk":{"alg":"A256GCM","ext":true,"k":"M8VPfIc8VEfThcMXLaKCKF8sMh5JMZsPAtu92fQNb-o","key_ops":["encrypt","decrypt"],"kty":"oct","kid":"mp"},"secretKey":"A3-C4ZJMN-PQTZTL-HGL84-G64M7-KVZRN-4ZVP6","srpX":"870d67a9e626625d9e368507804c9c32e661c57e7e558778291bf29d5a279ae1","signInAddress":"gotham.b5local.com:4000","userAuth":{"method":"SRPg-4096","alg":"PBES2g-HS256","iterations":100000,"salt":"FMRUPiyrN4Xf_8Hoh6YRXQ"}}
                // This regexp match `ops_{...}` pattern
                const pattern = /(?<!\p{L})ops_(ey[A-Za-z0-9+/=]{100,1280}fQ={0,2})(?![A-Za-z0-9+/=])/gu;
                const matches = source.content.matchAll(pattern);
                for (const match of matches) {
                    const index = match.index ?? 0;
                    const matchString = match[0] ?? "";
                    const base64String = match[1] ?? "";
                    if (!is1PasswordServiceAccountToken(base64String)) {
                        continue;
                    }
                    const allowedResults = regexpStringMatcherExports.matchPatterns(matchString, normalizedOptions.allows);
                    if (allowedResults.length > 0) {
                        continue;
                    }
                    const range = [index, index + matchString.length];
                    context.report({
                        message: t("OPS_TOKEN", {
                            TOKEN: matchString,
                        }),
                        range,
                    });
                }
            },
        };
    },
};

const messages$8 = {
    MongoDBConnection: {
        en: (props) => `found MongoDB connection string: ${props.URI}`,
        ja: (props) => `MongoDB接続文字列: ${props.URI} がみつかりました`,
    },
    MySQLConnection: {
        en: (props) => `found MySQL connection string: ${props.URI}`,
        ja: (props) => `MySQL接続文字列: ${props.URI} がみつかりました`,
    },
    PostgreSQLConnection: {
        en: (props) => `found PostgreSQL connection string: ${props.URI}`,
        ja: (props) => `PostgreSQL接続文字列: ${props.URI} がみつかりました`,
    },
};
// Common placeholder patterns that should be ignored to avoid false positives
const BUILTIN_IGNORED_PATTERNS = [
    "localhost",
    "127.0.0.1",
    "example.com",
    "example.org",
    "test.com",
    "password",
    "username",
    "secret",
    "mypassword",
    "myusername",
    "root",
    "admin",
    "user",
    "pass",
    "{password}",
    "${password}",
    "{{password}}",
    "{username}",
    "${username}",
    "{{username}}",
    "YOUR_PASSWORD",
    "YOUR_USERNAME",
    "REPLACE_WITH_PASSWORD",
];
/**
 * Check if the string contains variable-like patterns that indicate it's likely a template
 */
function isVariableLikeString(str) {
    // Check for common variable patterns with length limits to prevent ReDoS
    const variablePatterns = [
        /\$\{[^}]{1,50}\}/, // ${var}
        /\{\{[^}]{1,50}\}\}/, // {{var}}
        /\{[^}]{1,50}\}/, // {var}
        /%[A-Z_]{1,30}%/, // %VAR%
        /\$[A-Z_]{1,30}/, // $VAR
        /\$\([^)]{1,50}\)/, // $(var)
    ];
    return variablePatterns.some((pattern) => pattern.test(str));
}
/**
 * Check if the username and password look like real credentials
 */
function isLikelyRealCredential(username, password) {
    // Skip example credentials that repeat the username as the password
    if (username === password)
        return false;
    // Skip if it's too short or too simple
    if (password.length < 4)
        return false;
    // Skip if it contains variable patterns
    if (isVariableLikeString(password))
        return false;
    // Skip if it's exactly a common placeholder (not just contains it)
    const passwordLower = password.toLowerCase();
    if (BUILTIN_IGNORED_PATTERNS.some((pattern) => passwordLower === pattern.toLowerCase())) {
        return false;
    }
    // Skip passwords that are too repetitive (same character repeated)
    if (/^(.)\1{3,}$/.test(password))
        return false; // e.g., "aaaa", "1111", "xxxx"
    return true;
}
function reportMongoDBConnectionString({ source, options, context, t, }) {
    // MongoDB URI patterns: mongodb:// and mongodb+srv://
    // Captures: mongodb://[username:password@]host[:port][/database][?options]
    // Using possessive quantifiers to prevent ReDoS
    const MONGODB_PATTERN = /mongodb(?:\+srv)?:\/\/(?:(?<username>[^:\/\s]{1,100}):(?<password>[^@\/\s]{1,200})@)?(?<host>[^\/\s?]{1,100})(?:\/(?<database>[^?\s]{0,100}))?(?:\?(?<options>[^\s]{0,500}))?/gi;
    const results = source.content.matchAll(MONGODB_PATTERN);
    for (const result of results) {
        const index = result.index || 0;
        const match = result[0] || "";
        const username = result.groups?.username;
        const password = result.groups?.password;
        // Skip if no credentials found
        if (!username || !password)
            continue;
        // Skip if the credentials look like an example
        if (!isLikelyRealCredential(username, password))
            continue;
        const range = [index, index + match.length];
        const allowedResults = regexpStringMatcherExports.matchPatterns(match, options.allows);
        if (allowedResults.length > 0) {
            continue;
        }
        context.report({
            message: t("MongoDBConnection", {
                URI: match,
            }),
            range,
        });
    }
}
function reportMySQLConnectionString({ source, options, context, t, }) {
    // MySQL URI patterns: jdbc:mysql://, mysql://, mysqlx://
    // Using possessive quantifiers to prevent ReDoS
    const MYSQL_URI_PATTERN = /(?:jdbc:)?mysql(?:x)?:\/\/(?:(?<username>[^:\/\s]{1,100}):(?<password>[^@\/\s]{1,200})@)?(?<host>[^\/\s?]{1,100})(?:\/(?<database>[^?\s]{0,100}))?(?:\?(?<options>[^\s]{0,500}))?/gi;
    const results = source.content.matchAll(MYSQL_URI_PATTERN);
    for (const result of results) {
        const index = result.index || 0;
        const match = result[0] || "";
        const username = result.groups?.username;
        const password = result.groups?.password;
        // Skip if no credentials found
        if (!username || !password)
            continue;
        // Skip if the credentials look like an example
        if (!isLikelyRealCredential(username, password))
            continue;
        const range = [index, index + match.length];
        const allowedResults = regexpStringMatcherExports.matchPatterns(match, options.allows);
        if (allowedResults.length > 0) {
            continue;
        }
        context.report({
            message: t("MySQLConnection", {
                URI: match,
            }),
            range,
        });
    }
}
function reportPostgreSQLConnectionString({ source, options, context, t, }) {
    // PostgreSQL URI patterns: postgresql://, postgres://
    // Using possessive quantifiers to prevent ReDoS
    const POSTGRESQL_URI_PATTERN = /postgres(?:ql)?:\/\/(?:(?<username>[^:\/\s]{1,100}):(?<password>[^@\/\s]{1,200})@)?(?<host>[^\/\s?]{1,100})(?:\/(?<database>[^?\s]{0,100}))?(?:\?(?<options>[^\s]{0,500}))?/gi;
    const results = source.content.matchAll(POSTGRESQL_URI_PATTERN);
    for (const result of results) {
        const index = result.index || 0;
        const match = result[0] || "";
        const username = result.groups?.username;
        const password = result.groups?.password;
        // Skip if no credentials found
        if (!username || !password)
            continue;
        // Skip if the credentials look like an example
        if (!isLikelyRealCredential(username, password))
            continue;
        const range = [index, index + match.length];
        const allowedResults = regexpStringMatcherExports.matchPatterns(match, options.allows);
        if (allowedResults.length > 0) {
            continue;
        }
        context.report({
            message: t("PostgreSQLConnection", {
                URI: match,
            }),
            range,
        });
    }
}
const creator$9 = {
    messages: messages$8,
    meta: {
        id: "@secretlint/secretlint-rule-database-connection-string",
        recommended: true,
        type: "scanner",
        supportedContentTypes: ["text"],
        docs: {
            url: "https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-database-connection-string/README.md",
        },
    },
    create(context, options) {
        const normalizedOptions = {
            allows: options.allows || [],
        };
        const t = context.createTranslator(messages$8);
        return {
            file(source) {
                reportMongoDBConnectionString({ source, options: normalizedOptions, context, t });
                reportMySQLConnectionString({ source, options: normalizedOptions, context, t });
                reportPostgreSQLConnectionString({ source, options: normalizedOptions, context, t });
            },
        };
    },
};

const messages$7 = {
    HASHICORP_VAULT_SERVICE_TOKEN: {
        en: (props) => `found HashiCorp Vault service token: ${props.TOKEN}`,
        ja: (props) => `HashiCorp Vault service token: ${props.TOKEN} がみつかりました`,
    },
    HASHICORP_VAULT_BATCH_TOKEN: {
        en: (props) => `found HashiCorp Vault batch token: ${props.TOKEN}`,
        ja: (props) => `HashiCorp Vault batch token: ${props.TOKEN} がみつかりました`,
    },
    HASHICORP_VAULT_RECOVERY_TOKEN: {
        en: (props) => `found HashiCorp Vault recovery token: ${props.TOKEN}`,
        ja: (props) => `HashiCorp Vault recovery token: ${props.TOKEN} がみつかりました`,
    },
};
// HashiCorp Vault token formats (Vault 1.10+):
// - Service token:  `hvs.` + 90..120 [A-Za-z0-9_-]
// - Batch token:    `hvb.` + 138..300 [A-Za-z0-9_-]
// - Recovery token: `hvr.` + 90..120 [A-Za-z0-9_-]
// References:
// - https://developer.hashicorp.com/vault/docs/concepts/tokens
// - https://docs.github.com/en/code-security/secret-scanning/secret-scanning-patterns
// - https://github.com/gitleaks/gitleaks/blob/master/config/gitleaks.toml
//
// Boundaries:
// - Leading `(?<!\p{L})` prevents matching when the prefix is glued to another letter
//   (e.g. `xhvs.`), while still allowing punctuation, digits, whitespace, and line starts.
// - Trailing `(?![A-Za-z0-9_-])` anchors to the end of the token body.
const serviceTokenPattern = /(?<!\p{L})hvs\.[A-Za-z0-9_-]{90,120}(?![A-Za-z0-9_-])/gu;
const batchTokenPattern = /(?<!\p{L})hvb\.[A-Za-z0-9_-]{138,300}(?![A-Za-z0-9_-])/gu;
const recoveryTokenPattern = /(?<!\p{L})hvr\.[A-Za-z0-9_-]{90,120}(?![A-Za-z0-9_-])/gu;
const creator$8 = {
    messages: messages$7,
    meta: {
        id: "@secretlint/secretlint-rule-hashicorp-vault",
        recommended: true,
        type: "scanner",
        supportedContentTypes: ["text"],
        docs: {
            url: "https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-hashicorp-vault/README.md",
        },
    },
    create(context, options) {
        const t = context.createTranslator(messages$7);
        const normalizedOptions = {
            allows: options?.allows ?? [],
        };
        const reportMatches = (source, pattern, messageId) => {
            const matches = source.content.matchAll(pattern);
            for (const match of matches) {
                const index = match.index ?? 0;
                const matchString = match[0] ?? "";
                const allowedResults = regexpStringMatcherExports.matchPatterns(matchString, normalizedOptions.allows);
                if (allowedResults.length > 0) {
                    continue;
                }
                const range = [index, index + matchString.length];
                context.report({
                    message: t(messageId, {
                        TOKEN: matchString,
                    }),
                    range,
                });
            }
        };
        return {
            file(source) {
                reportMatches(source, serviceTokenPattern, "HASHICORP_VAULT_SERVICE_TOKEN");
                reportMatches(source, batchTokenPattern, "HASHICORP_VAULT_BATCH_TOKEN");
                reportMatches(source, recoveryTokenPattern, "HASHICORP_VAULT_RECOVERY_TOKEN");
            },
        };
    },
};

const messages$6 = {
    VERCEL_PERSONAL_ACCESS_TOKEN: {
        en: (props) => `found Vercel personal access token: ${props.ID}`,
        ja: (props) => `Vercel personal access token: ${props.ID} がみつかりました`,
    },
    VERCEL_INTEGRATION_TOKEN: {
        en: (props) => `found Vercel integration token: ${props.ID}`,
        ja: (props) => `Vercel integration token: ${props.ID} がみつかりました`,
    },
    VERCEL_APP_ACCESS_TOKEN: {
        en: (props) => `found Vercel app access token: ${props.ID}`,
        ja: (props) => `Vercel app access token: ${props.ID} がみつかりました`,
    },
    VERCEL_APP_REFRESH_TOKEN: {
        en: (props) => `found Vercel app refresh token: ${props.ID}`,
        ja: (props) => `Vercel app refresh token: ${props.ID} がみつかりました`,
    },
    VERCEL_AI_GATEWAY_API_KEY: {
        en: (props) => `found Vercel AI Gateway API key: ${props.ID}`,
        ja: (props) => `Vercel AI Gateway API key: ${props.ID} がみつかりました`,
    },
};
const prefixToMessageId = {
    vcp: "VERCEL_PERSONAL_ACCESS_TOKEN",
    vci: "VERCEL_INTEGRATION_TOKEN",
    vca: "VERCEL_APP_ACCESS_TOKEN",
    vcr: "VERCEL_APP_REFRESH_TOKEN",
    vck: "VERCEL_AI_GATEWAY_API_KEY",
};
const creator$7 = {
    messages: messages$6,
    meta: {
        id: "@secretlint/secretlint-rule-vercel",
        recommended: true,
        type: "scanner",
        supportedContentTypes: ["text"],
        docs: {
            url: "https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-vercel/README.md",
        },
    },
    create(context, options) {
        const t = context.createTranslator(messages$6);
        const normalizedOptions = {
            allows: options?.allows ?? [],
        };
        return {
            file(source) {
                const pattern = /(?<!\p{L})(?<prefix>vcp|vci|vca|vcr|vck)_[A-Za-z0-9]{20,60}(?![A-Za-z0-9])/gu;
                const matches = source.content.matchAll(pattern);
                for (const match of matches) {
                    const index = match.index ?? 0;
                    const matchString = match[0] ?? "";
                    const prefix = match.groups?.prefix;
                    const messageId = prefixToMessageId[prefix];
                    const allowedResults = regexpStringMatcherExports.matchPatterns(matchString, normalizedOptions.allows);
                    if (allowedResults.length > 0) {
                        continue;
                    }
                    const range = [index, index + matchString.length];
                    context.report({
                        message: t(messageId, {
                            ID: matchString,
                        }),
                        range,
                    });
                }
            },
        };
    },
};

const messages$5 = {
    DATABRICKS_PERSONAL_ACCESS_TOKEN: {
        en: (props) => `found Databricks personal access token: ${props.ID}`,
        ja: (props) => `Databricks personal access token: ${props.ID} がみつかりました`,
    },
};
const creator$6 = {
    messages: messages$5,
    meta: {
        id: "@secretlint/secretlint-rule-databricks",
        recommended: true,
        type: "scanner",
        supportedContentTypes: ["text"],
        docs: {
            url: "https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-databricks/README.md",
        },
    },
    create(context, options) {
        const t = context.createTranslator(messages$5);
        const normalizedOptions = {
            allows: options?.allows ?? [],
        };
        return {
            file(source) {
                // Databricks personal access tokens:
                // - Prefix: `dapi`
                // - Body: 32 hexadecimal characters (Databricks issues lowercase,
                //   but match case-insensitively to be lenient)
                // - Optional suffix: `-<single digit>`
                // Reference:
                // - https://docs.databricks.com/aws/en/dev-tools/auth/pat
                // - https://docs.github.com/en/code-security/secret-scanning/secret-scanning-patterns
                const pattern = /(?<!\p{L})dapi[A-Fa-f0-9]{32}(?:-[0-9])?(?![A-Fa-f0-9])/gu;
                const matches = source.content.matchAll(pattern);
                for (const match of matches) {
                    const index = match.index ?? 0;
                    const matchString = match[0] ?? "";
                    const allowedResults = regexpStringMatcherExports.matchPatterns(matchString, normalizedOptions.allows);
                    if (allowedResults.length > 0) {
                        continue;
                    }
                    const range = [index, index + matchString.length];
                    context.report({
                        message: t("DATABRICKS_PERSONAL_ACCESS_TOKEN", {
                            ID: matchString,
                        }),
                        range,
                    });
                }
            },
        };
    },
};

const messages$4 = {
    DOCKER_PERSONAL_ACCESS_TOKEN: {
        en: (props) => `found Docker Personal Access Token: ${props.TOKEN}`,
        ja: (props) => `Docker Personal Access Token: ${props.TOKEN} がみつかりました`,
    },
};
function reportIfFoundDockerPAT({ source, options, context, t, }) {
    // Docker Personal Access Token
    // Prefix: dckr_pat_ followed by exactly 27 alphanumeric, underscore, or hyphen characters
    // Reference: https://docs.docker.com/security/access-tokens/
    // Reference: https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/dockerhub/v2/dockerhub.go
    const DOCKER_PAT_PATTERN = /(?<!\p{L})dckr_pat_[a-zA-Z0-9_-]{27}(?![a-zA-Z0-9_-])/gu;
    const results = source.content.matchAll(DOCKER_PAT_PATTERN);
    for (const result of results) {
        const index = result.index || 0;
        const match = result[0] || "";
        const range = [index, index + match.length];
        const allowedResults = regexpStringMatcherExports.matchPatterns(match, options.allows);
        if (allowedResults.length > 0) {
            continue;
        }
        context.report({
            message: t("DOCKER_PERSONAL_ACCESS_TOKEN", {
                TOKEN: match,
            }),
            range,
        });
    }
}
const creator$5 = {
    messages: messages$4,
    meta: {
        id: "@secretlint/secretlint-rule-docker",
        recommended: true,
        type: "scanner",
        supportedContentTypes: ["text"],
        docs: {
            url: "https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-docker/README.md",
        },
    },
    create(context, options) {
        const t = context.createTranslator(messages$4);
        const normalizedOptions = {
            allows: options.allows || [],
        };
        return {
            file(source) {
                reportIfFoundDockerPAT({ source, options: normalizedOptions, context, t });
            },
        };
    },
};

const messages$3 = {
    FIGMA_PERSONAL_ACCESS_TOKEN: {
        en: (props) => `found Figma Personal Access Token: ${props.ID}`,
        ja: (props) => `Figma Personal Access Token: ${props.ID} がみつかりました`,
    },
};
const creator$4 = {
    messages: messages$3,
    meta: {
        id: "@secretlint/secretlint-rule-figma",
        recommended: true,
        type: "scanner",
        supportedContentTypes: ["text"],
        docs: {
            url: "https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-figma/README.md",
        },
    },
    create(context, options) {
        const t = context.createTranslator(messages$3);
        const normalizedOptions = {
            allows: options?.allows ?? [],
        };
        return {
            file(source) {
                // Figma Personal Access Token
                // Format: `figd_` prefix followed by 40-200 characters of [A-Za-z0-9_-]
                // Reference: https://docs.github.com/en/code-security/secret-scanning/introduction/supported-secret-scanning-patterns
                const pattern = /(?<!\p{L})figd_[A-Za-z0-9_-]{40,200}(?![A-Za-z0-9_-])/gu;
                const matches = source.content.matchAll(pattern);
                for (const match of matches) {
                    const index = match.index ?? 0;
                    const matchString = match[0] ?? "";
                    const allowedResults = regexpStringMatcherExports.matchPatterns(matchString, normalizedOptions.allows);
                    if (allowedResults.length > 0) {
                        continue;
                    }
                    const range = [index, index + matchString.length];
                    context.report({
                        message: t("FIGMA_PERSONAL_ACCESS_TOKEN", {
                            ID: matchString,
                        }),
                        range,
                    });
                }
            },
        };
    },
};

const messages$2 = {
    CLOUDFLARE_GLOBAL_API_KEY: {
        en: (props) => `found Cloudflare Global API Key: ${props.TOKEN}`,
        ja: (props) => `Cloudflare Global API Keyが見つかりました: ${props.TOKEN}`,
    },
    CLOUDFLARE_USER_API_TOKEN: {
        en: (props) => `found Cloudflare User API Token: ${props.TOKEN}`,
        ja: (props) => `Cloudflare User API Tokenが見つかりました: ${props.TOKEN}`,
    },
    CLOUDFLARE_ACCOUNT_API_TOKEN: {
        en: (props) => `found Cloudflare Account API Token: ${props.TOKEN}`,
        ja: (props) => `Cloudflare Account API Tokenが見つかりました: ${props.TOKEN}`,
    },
};
const messageIdMap = {
    cfk: "CLOUDFLARE_GLOBAL_API_KEY",
    cfut: "CLOUDFLARE_USER_API_TOKEN",
    cfat: "CLOUDFLARE_ACCOUNT_API_TOKEN",
};
// Cloudflare prefixed token format: {prefix}_{40 chars body}{8 chars checksum}
// The checksum is CRC32 of the body encoded as 8 lowercase hex chars (fixed length).
// If Cloudflare changes the checksum algorithm, update [0-9a-f]{8} to match the new format.
// https://developers.cloudflare.com/fundamentals/api/get-started/token-formats/
const CLOUDFLARE_TOKEN_PATTERN = /(?<!\p{L})(?<prefix>cfk|cfut|cfat)_[A-Za-z0-9]{40}[0-9a-f]{8}(?![A-Za-z0-9])/gu;
function reportIfFound({ source, options, context, t, }) {
    const results = source.content.matchAll(CLOUDFLARE_TOKEN_PATTERN);
    for (const result of results) {
        const index = result.index ?? 0;
        const match = result[0] ?? "";
        const prefix = result.groups?.["prefix"];
        if (!prefix) {
            continue;
        }
        const range = [index, index + match.length];
        const allowedResults = regexpStringMatcherExports.matchPatterns(match, options.allows);
        if (allowedResults.length > 0) {
            continue;
        }
        context.report({
            message: t(messageIdMap[prefix], {
                TOKEN: match,
            }),
            range,
        });
    }
}
const creator$3 = {
    messages: messages$2,
    meta: {
        id: "@secretlint/secretlint-rule-cloudflare",
        recommended: true,
        type: "scanner",
        supportedContentTypes: ["text"],
        docs: {
            url: "https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-cloudflare/README.md",
        },
    },
    create(context, options) {
        const t = context.createTranslator(messages$2);
        const normalizedOptions = {
            allows: options.allows ?? [],
        };
        return {
            file(source) {
                reportIfFound({ source, options: normalizedOptions, context, t });
            },
        };
    },
};

const messages$1 = {
    TAILSCALE_API_KEY: {
        en: (props) => `found Tailscale API access token: ${props.KEY}`,
        ja: (props) => `Tailscale API アクセストークン: ${props.KEY} がみつかりました`,
    },
    TAILSCALE_AUTH_KEY: {
        en: (props) => `found Tailscale pre-authentication key: ${props.KEY}`,
        ja: (props) => `Tailscale 事前認証キー: ${props.KEY} がみつかりました`,
    },
    TAILSCALE_CLIENT_KEY: {
        en: (props) => `found Tailscale OAuth client key: ${props.KEY}`,
        ja: (props) => `Tailscale OAuth クライアントキー: ${props.KEY} がみつかりました`,
    },
    TAILSCALE_SCIM_KEY: {
        en: (props) => `found Tailscale SCIM key: ${props.KEY}`,
        ja: (props) => `Tailscale SCIM キー: ${props.KEY} がみつかりました`,
    },
    TAILSCALE_WEBHOOK_KEY: {
        en: (props) => `found Tailscale webhook key: ${props.KEY}`,
        ja: (props) => `Tailscale Webhook キー: ${props.KEY} がみつかりました`,
    },
    TAILSCALE_KEY: {
        en: (props) => `found Tailscale key: ${props.KEY}`,
        ja: (props) => `Tailscale キー: ${props.KEY} がみつかりました`,
    },
};
const messageIdByType = {
    api: "TAILSCALE_API_KEY",
    auth: "TAILSCALE_AUTH_KEY",
    client: "TAILSCALE_CLIENT_KEY",
    scim: "TAILSCALE_SCIM_KEY",
    webhook: "TAILSCALE_WEBHOOK_KEY",
};
const creator$2 = {
    messages: messages$1,
    meta: {
        id: "@secretlint/secretlint-rule-tailscale",
        recommended: true,
        type: "scanner",
        supportedContentTypes: ["text"],
        docs: {
            url: "https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-tailscale/README.md",
        },
    },
    create(context, options) {
        const t = context.createTranslator(messages$1);
        const normalizedOptions = {
            allows: options.allows ?? [],
        };
        return {
            file(source) {
                // Tailscale keys: tskey-{type}-{identifier}-{secret}
                // Documented types: api, auth, client, scim, webhook
                // https://tailscale.com/docs/reference/key-prefixes
                // GitHub Secret Scanning supports these as Push Protection targets.
                // TruffleHog uses the equivalent pattern: \btskey-[a-z]+-[0-9A-Za-z_]+-[0-9A-Za-z_]+\b
                const pattern = /(?<!\p{L})tskey-(?<type>[a-z]{2,20})-[0-9A-Za-z_]{8,40}-[0-9A-Za-z_]{16,60}(?![0-9A-Za-z_])/gu;
                const matches = source.content.matchAll(pattern);
                for (const match of matches) {
                    const index = match.index ?? 0;
                    const matchString = match[0] ?? "";
                    const type = match.groups?.type ?? "";
                    const range = [index, index + matchString.length];
                    const allowedResults = regexpStringMatcherExports.matchPatterns(matchString, normalizedOptions.allows);
                    if (allowedResults.length > 0) {
                        continue;
                    }
                    const messageId = messageIdByType[type] ?? "TAILSCALE_KEY";
                    context.report({
                        message: t(messageId, {
                            KEY: matchString,
                        }),
                        range,
                    });
                }
            },
        };
    },
};

const HTML_COMMENT_REGEXP = /(?<type>secretlint-(?:disable-next-line|disable-line|disable|enable))(?<options>.*)/g;
const parseComments = (source) => {
    const matches = source.content.matchAll(HTML_COMMENT_REGEXP);
    return Array.from(matches).map((match) => {
        const type = match.groups?.type;
        const index = match.index;
        if (type === "secretlint-disable-line") {
            return {
                type: type,
                options: parseComment(match.groups?.options),
                line: source.indexToPosition(index).line
            };
        }
        if (type === "secretlint-disable-next-line") {
            return {
                type: type,
                options: parseComment(match.groups?.options),
                line: source.indexToPosition(index).line + 1
            };
        }
        return {
            type: type,
            options: parseComment(match.groups?.options),
            index: index
        };
    });
};
/**
 * Parses a config of values separated by comma.
 *
 * secretlint-disable a,b,c => ["a", "b", "c"]
 * secretlint-disable -- comment　=> []
 */
function parseComment(options) {
    if (!options) {
        return [];
    }
    const commentStart = options.indexOf("--");
    const ruleIdString = commentStart === -1 ? options : options.slice(0, commentStart);
    return (ruleIdString
        .split(/,/)
        .map((arg) => arg.trim())
        .filter((arg) => arg !== "") ?? []);
}

class CommentState {
    source;
    reportingConfig;
    endIndex;
    constructor(source) {
        this.source = source;
        this.reportingConfig = [];
        this.endIndex = source.content.length;
    }
    getIgnoringMessages() {
        const isFilledMessage = (message) => {
            return message.startIndex !== null && message.endIndex !== null && message.ruleId !== null;
        };
        return this.reportingConfig
            .map((reporting) => {
            if (reporting.endIndex === null) {
                // [start, ?= document-end]
                // filled with document's end
                reporting.endIndex = this.endIndex;
            }
            return reporting;
        })
            .filter(isFilledMessage);
    }
    disableLine(lineNumber, rulesToDisable) {
        const reportingConfig = this.reportingConfig;
        const range = this.source.locationToRange({
            start: {
                line: lineNumber,
                column: 0
            },
            end: {
                line: lineNumber + 1,
                column: 0
            }
        });
        if (rulesToDisable.length) {
            rulesToDisable.forEach((ruleId) => {
                reportingConfig.push({
                    startIndex: range[0],
                    endIndex: range[1] - 1,
                    ruleId: ruleId
                });
            });
        }
        else {
            reportingConfig.push({
                startIndex: range[0],
                endIndex: range[1] - 1,
                ruleId: "*"
            });
        }
    }
    /**
     * Add data to reporting configuration to disable reporting for list of rules
     * starting from start location
     * @returns {void}
     */
    disableReporting(startIndex, rulesToDisable) {
        const reportingConfig = this.reportingConfig;
        if (rulesToDisable.length) {
            rulesToDisable.forEach(function (ruleId) {
                reportingConfig.push({
                    startIndex: startIndex,
                    endIndex: null,
                    ruleId: ruleId
                });
            });
        }
        else {
            reportingConfig.push({
                startIndex: startIndex,
                endIndex: null,
                ruleId: "*"
            });
        }
    }
    /**
     * Add data to reporting configuration to enable reporting for list of rules
     * starting from start location
     */
    enableReporting(endIndex, rulesToEnable) {
        const reportingConfig = this.reportingConfig;
        if (rulesToEnable.length) {
            rulesToEnable.forEach(function (ruleId) {
                for (let i = reportingConfig.length - 1; i >= 0; i--) {
                    if (!reportingConfig[i].endIndex && reportingConfig[i].ruleId === ruleId) {
                        reportingConfig[i].endIndex = endIndex;
                        break;
                    }
                }
            });
        }
        else {
            // find all previous disabled locations if they was started as list of rules
            let prevStart;
            for (let i = reportingConfig.length - 1; i >= 0; i--) {
                if (prevStart && prevStart !== reportingConfig[i].startIndex) {
                    break;
                }
                if (!reportingConfig[i].endIndex) {
                    reportingConfig[i].endIndex = endIndex;
                    prevStart = reportingConfig[i].startIndex;
                }
            }
        }
    }
}

const messages = {
    IGNORE_MESSAGE: {
        en: () => `disable by secretlint-disable comment`
    }
};
const creator$1 = {
    messages,
    meta: {
        id: "@secretlint/secretlint-rule-filter-comments",
        recommended: true,
        type: "scanner",
        supportedContentTypes: ["text"],
        docs: {
            url: "https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-filter-comments/README.md"
        }
    },
    create(context) {
        const t = context.createTranslator(messages);
        return {
            file(source) {
                const state = new CommentState(source);
                const comments = parseComments(source);
                for (const comment of comments) {
                    if (comment.type === "secretlint-disable") {
                        state.disableReporting(comment.index, comment.options);
                    }
                    else if (comment.type === "secretlint-enable") {
                        state.enableReporting(comment.index, comment.options);
                    }
                    else if (comment.type === "secretlint-disable-line") {
                        state.disableLine(comment.line, comment.options);
                    }
                    else if (comment.type === "secretlint-disable-next-line") {
                        state.disableLine(comment.line, comment.options);
                    }
                }
                state.getIgnoringMessages().forEach((message) => {
                    context.ignore({
                        message: t("IGNORE_MESSAGE"),
                        range: [message.startIndex, message.endIndex],
                        targetRuleId: message.ruleId
                    });
                });
            }
        };
    }
};

const rules = [
    creator$s,
    creator$r,
    creator$h,
    creator$q,
    creator$o,
    creator$p,
    creator$g,
    creator$f,
    creator$e,
    creator$d,
    creator$c,
    creator$b,
    creator$n,
    creator$m,
    creator$l,
    creator$k,
    creator$j,
    creator$i,
    creator$a,
    creator$9,
    creator$8,
    creator$7,
    creator$6,
    creator$5,
    creator$4,
    creator$3,
    creator$2,
    creator$1,
];
const creator = {
    meta: {
        id: "@secretlint/secretlint-rule-preset-recommend",
        recommended: true,
        type: "preset",
    },
    rules,
    create(context, _options) {
        rules.forEach((rule) => {
            context.registerRule(rule);
        });
    },
};


//# sourceMappingURL=index.js.map

;// CONCATENATED MODULE: ./.build/packages/scan/fingerprint.js

/** Some 10 ms of work: thousands of findings stay bearable, guessing a password does not. */
const COST = 2 ** 12;
/**
 * Names one secret in one file, independent of its line. It is published with the results, so it is slow
 * to compute on purpose: a plain hash would let anyone try passwords against it.
 */
function fingerprintOf(rule, file, secret) {
    return new Promise((resolve, reject) => {
        (0,external_node_crypto_.scrypt)(secret, `${rule}\0${file}`, 16, { N: COST }, (error, key) => error ? reject(error) : resolve(key.toString('hex')));
    });
}

;// CONCATENATED MODULE: ./.build/packages/scan/secretlint/severity.js
/** Each of these alone opens an account, a cluster, or the software supply chain. */
const CRITICAL = new Set([
    '1password',
    'aws',
    'cloudflare',
    'docker',
    'gcp',
    'github',
    'gitlab',
    'hashicorp-vault',
    'npm',
    'privatekey',
    'stripe',
    'tailscale',
]);
/** secretlint knows error, warning and info; how bad a leak is depends on what the secret opens. */
function severityOf(rule, level) {
    if (level === 'info')
        return 'low';
    if (level === 'warning')
        return 'medium';
    return CRITICAL.has(rule) ? 'critical' : 'high';
}

;// CONCATENATED MODULE: ./.build/packages/scan/secretlint/index.js




const PREFIX = '@secretlint/secretlint-rule-';
const shortName = (id) => (id.startsWith(PREFIX) ? id.slice(PREFIX.length) : id);
/**
 * A comment in the source must not be able to silence a finding: an exception needs a reason and a day it
 * expires, and has its own file.
 */
const scanners = rules.filter(({ meta }) => shortName(meta.id) !== 'filter-comments');
// Rules are handed over as modules: names would be imported at run time, which a bundle cannot do.
const config = {
    rules: scanners.map((rule) => ({ id: rule.meta.id, rule })),
};
const secretlintEngine = {
    name: 'secretlint',
    rules: scanners.map(({ meta }) => {
        const name = shortName(meta.id);
        return {
            id: `secretlint/${name}`,
            title: `Secret: ${name}`,
            severity: severityOf(name, 'error'),
            url: meta.docs?.url,
        };
    }),
    async scan(file, text) {
        const { messages } = await lintSource({
            source: { filePath: file, content: text, ext: extension(file), contentType: 'text' },
            options: { config, maskSecrets: true, noPhysicFilePath: true },
        });
        return await Promise.all(withoutOverlaps(messages).map((found) => toFinding(found, file, text)));
    },
};
async function toFinding(found, file, text) {
    const name = shortName(found.ruleId);
    const rule = `secretlint/${name}`;
    const secret = text.slice(...found.range);
    return {
        rule,
        severity: severityOf(name, found.severity),
        message: withoutSecret(found.message, secret, found.messageId),
        file,
        // secretlint counts columns from 0, its editors' way; annotations and SARIF from 1.
        line: found.loc.start.line,
        column: found.loc.start.column + 1,
        endLine: found.loc.end.line,
        endColumn: found.loc.end.column + 1,
        fingerprint: await fingerprintOf(rule, file, secret),
    };
}
/** One rule may report a token and, overlapping it, the setting that holds it: the token is the finding. */
function withoutOverlaps(messages) {
    const length = ({ range: [start, end] }) => end - start;
    const better = (a, b) => length(a) - length(b) || b.range[0] - a.range[0];
    return messages.filter((one, i) => !messages.some((other, j) => i !== j &&
        other.ruleId === one.ruleId &&
        other.range[0] < one.range[1] &&
        one.range[0] < other.range[1] &&
        (better(other, one) || j - i) < 0));
}
/** A piece of a secret this long in a message is a leak. */
const PIECE = 6;
/** The engine's mask is not trusted alone: a message that still holds a piece of the secret is replaced. */
function withoutSecret(message, secret, id) {
    const short = message.replace(/\(?\*{3,}\)?/g, '').replace(/[\s:]+$/, '');
    const pieces = secret.split(/\s+/).flatMap((part) => windows(part, PIECE));
    return pieces.some((piece) => short.includes(piece)) || short === '' ? `found a secret (${id})` : short;
}
function windows(text, length) {
    if (text.length < length)
        return [];
    return Array.from({ length: text.length - length + 1 }, (_, i) => text.slice(i, i + length));
}
function extension(file) {
    return /[^/]\.[^./]+$/.exec(file)?.[0].slice(1) ?? '';
}

;// CONCATENATED MODULE: ./.build/packages/scan/scan.js



/** All engines; each has its own folder. */
const scan_engines = [secretlintEngine];
/** Searches every tracked file of a folder with every engine. A file that fails is named, never dropped. */
async function scanTree({ exec, folder, maxFileSize, signal }, using = scan_engines) {
    const tracked = await trackedFiles(exec, folder);
    const findings = [];
    const skipped = [...tracked.skipped];
    const failed = [];
    let scanned = 0;
    for (const file of tracked.files) {
        signal?.throwIfAborted();
        try {
            const text = await textOf(tracked.root, file, maxFileSize);
            if (typeof text !== 'string') {
                skipped.push(text);
                continue;
            }
            for (const engine of using)
                findings.push(...(await engine.scan(file, text)));
            scanned++;
        }
        catch (error) {
            failed.push({ file, error: nameOf(error) });
        }
    }
    return {
        findings: findings.sort(byWeight),
        scanned,
        skipped,
        failed,
        rules: using.flatMap((e) => e.rules),
    };
}
/** Only the kind of the error: its message may quote the file. */
function nameOf(error) {
    const { code, name } = error;
    return code ?? name ?? 'unknown error';
}
function byWeight(a, b) {
    return (SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
        (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column));
}

;// CONCATENATED MODULE: ./.build/packages/scan/index.js







;// CONCATENATED MODULE: ./.build/actions/scan/src/report.js
/** Rows of the summary's table; the SARIF file has the rest. */
const ROWS = 200;
/** Annotations, warnings about exceptions, and the summary. */
function reportScan(result, gate, failOn, { log, summary }) {
    const { blocking, tolerated, accepted, expired, unused } = gate;
    for (const finding of blocking)
        log.error(report_describe(finding), placeOf(finding));
    for (const finding of tolerated)
        log.warning(report_describe(finding), placeOf(finding));
    for (const { rule, path, fingerprint, expires } of expired) {
        log.warning(`The exception for ${rule} in ${path ?? fingerprint} expired on ${expires}.`);
    }
    for (const { rule, path, fingerprint } of unused) {
        log.warning(`The exception for ${rule} in ${path ?? fingerprint} is not needed any more: remove it.`);
    }
    for (const { file } of result.skipped.filter(({ why }) => why === 'too large')) {
        log.warning(`${file} is larger than scan.max-file-size and was not searched.`);
    }
    const verdict = result.failed.length ? 'not complete' : blocking.length ? 'stopped' : 'passed';
    const text = `${result.scanned} files searched, ${result.findings.length} findings: ${blocking.length} stop the release (limit: ${failOn}), ${tolerated.length} do not, ${accepted.length} are accepted.`;
    log.info(`Scan ${verdict}: ${text}`);
    summary.heading(`Scan: ${verdict}`).paragraph(text);
    const rows = [
        ...blocking.map((finding) => row(finding, 'stops')),
        ...tolerated.map((finding) => row(finding, '')),
        ...accepted.map(({ finding, exception }) => row(finding, `accepted until ${exception.expires}: ${exception.reason}`)),
    ];
    if (rows.length)
        summary.table(['Severity', 'Place', 'Finding', 'Fingerprint', ''], rows.slice(0, ROWS));
    if (rows.length > ROWS)
        summary.paragraph(`${rows.length - ROWS} more are in the SARIF file.`);
    if (result.failed.length) {
        summary.table(['File that could not be searched', 'Error'], result.failed.map(({ file, error }) => [file, error]));
    }
    if (result.skipped.length) {
        const list = result.skipped.slice(0, ROWS).map(({ file, why }) => `- \`${file}\`: ${why}`);
        summary.details(`${result.skipped.length} files were not searched`, list.join('\n'));
    }
}
const report_describe = ({ severity, rule, message }) => `${severity}: ${message} (${rule})`;
const placeOf = ({ file, line, column }) => ({ file, line, column });
function row({ severity, file, line, rule, message, fingerprint }, note) {
    return [severity, `\`${file}:${line}\``, `${message} (${rule})`, `\`${fingerprint}\``, note];
}

;// CONCATENATED MODULE: ./.build/actions/scan/src/run.js





/** Searches, writes SARIF and summary, then lets the gate decide: outputs are set in any case. */
async function run(inputs, ports) {
    const { config } = await loadConfig(ports, inputs.config);
    const { workspace, temp } = ports.context;
    const failOn = inputs.failOn ?? config.scan.failOn;
    const exceptions = await readExceptions(inputs.exceptions ?? config.scan.exceptions, ports);
    const folder = (0,external_node_path_.resolve)(workspace, inputs.path);
    const revision = await checkedOut(inputs.revision, folder, ports);
    const { exec, signal, clock } = ports;
    const result = await scanTree({ exec, folder, maxFileSize: config.scan.maxFileSize, signal });
    if (result.scanned === 0 && result.failed.length === 0)
        throw nothingScanned(folder, result);
    const gate = judge(result.findings, exceptions, failOn, clock.now());
    const sarif = inputs.sarif === undefined ? (0,external_node_path_.join)(temp, 'fairway-scan.sarif') : (0,external_node_path_.resolve)(workspace, inputs.sarif);
    await ports.files.write(sarif, toSarif(gate, { rules: result.rules, revision }));
    reportScan(result, gate, failOn, ports);
    const failure = failureOf(result, gate, failOn);
    return { ...run_counts(result, gate), sarif, passed: String(!failure), ...(failure ? { failure } : {}) };
}
async function readExceptions(path, { files, context }) {
    if (path === undefined)
        return [];
    const source = await files.read((0,external_node_path_.resolve)(context.workspace, path));
    if (source !== undefined)
        return parseExceptions(source, path);
    throw new runtime/* UserError */.yo(`the file of exceptions ${path} does not exist`, {
        where: (0,external_node_path_.resolve)(context.workspace, path),
        mend: 'create it, or remove scan.exceptions from fairway.yml',
    });
}
/** A result is never filed under a commit that was not searched. */
async function checkedOut(revision, cwd, { exec }) {
    const resolveId = async (name) => {
        const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`];
        return (await exec.run('git', args, { cwd, okCodes: [0, 1, 128] })).stdout.trim();
    };
    const [head, wanted] = [await resolveId('HEAD'), await resolveId(revision)];
    if (head && head === wanted)
        return head;
    throw new runtime/* UserError */.yo(head
        ? `the revision "${revision}" is not checked out: that is ${head}`
        : `${cwd} has no git commit checked out`, { where: cwd, mend: 'check the revision out first (actions/checkout), or correct the input "revision"' });
}
function nothingScanned(folder, { skipped }) {
    return new runtime/* UserError */.yo(`no file was searched in ${folder}, so nothing is known about it`, {
        mend: skipped.length
            ? `all ${skipped.length} files were skipped: check the path and scan.max-file-size`
            : 'git tracks no file there: check the path, and that the files are committed',
    });
}
function failureOf({ failed }, { blocking, expired }, failOn) {
    if (failed.length) {
        const list = failed.map(({ file, error }) => `- ${file}: ${error}`).join('\n');
        return new runtime/* InternalError */.Gd(`the result is not complete: ${failed.length} files could not be searched:\n${list}`, {
            mend: 'check that the files can be read; otherwise report it with the kind of error',
        });
    }
    if (blocking.length === 0)
        return undefined;
    const late = expired.length ? ` (${expired.length} exceptions have expired)` : '';
    const noun = blocking.length === 1 ? 'finding stops' : 'findings stop';
    return new runtime/* GateError */.ue(`${blocking.length} ${noun} the release; the limit is ${failOn}${late}`, {
        mend: 'revoke and replace each secret; accept a false alarm in the file of exceptions, with a reason',
    });
}
function run_counts({ findings, scanned }, { accepted, blocking }) {
    const [critical, high, medium, low] = SEVERITIES.map((severity) => String(findings.filter((finding) => finding.severity === severity).length));
    return {
        findings: String(findings.length),
        critical,
        high,
        medium,
        low,
        accepted: String(accepted.length),
        blocking: String(blocking.length),
        files: String(scanned),
    };
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

/***/ 9910:
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

/***/ 845:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Qd: () => (/* reexport */ errors/* CommandError */.Qd),
  ue: () => (/* reexport */ errors/* GateError */.ue),
  Gd: () => (/* reexport */ errors/* InternalError */.Gd),
  yo: () => (/* reexport */ errors/* UserError */.yo),
  Cs: () => (/* reexport */ runAction)
});

// UNUSED EXPORTS: Coprocess, ENVIRONMENT, Redactor, RemoteError, Secrets, Summary, atomicWrite, connectGitHub, context, describeError, memoryLog, printed, retry, systemClock, systemExec, systemFiles, systemHttp, systemPorts, workflowLog

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
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
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

/***/ 8233:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ FAIL_ON),
/* harmony export */   k: () => (/* binding */ scanKind)
/* harmony export */ });
/* harmony import */ var _fairway_schema__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(530);

const FAIL_ON = ['critical', 'high', 'medium', 'low', 'none'];
/** The `scan:` section of fairway.yml. */
const scanKind = (0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({
    'fail-on': (0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)((0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)(FAIL_ON), {
        description: 'Lowest severity that stops a release; `none` reports only.',
        default: 'high',
    }),
    exceptions: (0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)((0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(), {
        description: 'File with accepted findings, each with a reason and the day it expires.',
    }),
    'max-file-size': (0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)((0,_fairway_schema__WEBPACK_IMPORTED_MODULE_0__/* .size */ .Ej)(), {
        description: 'Larger files are not scanned, and named as such.',
        default: '1MiB',
    }),
});


/***/ }),

/***/ 530:
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
  Wh: () => (/* reexport */ scalars_int),
  p_: () => (/* reexport */ list),
  Tj: () => (/* reexport */ map),
  KT: () => (/* reexport */ named),
  ai: () => (/* reexport */ number),
  Ik: () => (/* reexport */ object),
  E9: () => (/* reexport */ parseDuration),
  lo: () => (/* reexport */ parsePercent),
  KN: () => (/* reexport */ percent),
  Gf: () => (/* reexport */ secretName),
  P8: () => (/* reexport */ showPath),
  Ej: () => (/* reexport */ size),
  Qq: () => (/* reexport */ scalars_text),
  OZ: () => (/* reexport */ url)
});

// UNUSED EXPORTS: closest, formatSize, json, parseSize, secret

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
/* harmony export */   Hh: () => (/* binding */ load),
/* harmony export */   KE: () => (/* binding */ getScalarValue),
/* harmony export */   PH: () => (/* binding */ parseEvents),
/* harmony export */   fw: () => (/* binding */ constructFromEvents),
/* harmony export */   hy: () => (/* binding */ EVENT_ID),
/* harmony export */   tB: () => (/* binding */ YAMLException)
/* harmony export */ });
/* unused harmony exports CHOMPING_CLIP, CHOMPING_KEEP, CHOMPING_MODE, CHOMPING_STRIP, COLLECTION_STYLE, COLLECTION_STYLE_BLOCK, COLLECTION_STYLE_FLOW, CORE_SCHEMA, DEFAULT_SCALAR_STYLE_RULES, DUMP_SCHEMA, EVENT_ALIAS, EVENT_DOCUMENT, EVENT_MAPPING, EVENT_POP, EVENT_SCALAR, EVENT_SEQUENCE, FAILSAFE_SCHEMA, JSON_SCHEMA, NOT_RESOLVED, SCALAR_STYLE, SCALAR_STYLE_DOUBLE_QUOTED, SCALAR_STYLE_FOLDED_BLOCK, SCALAR_STYLE_LITERAL_BLOCK, SCALAR_STYLE_PLAIN, SCALAR_STYLE_SINGLE_QUOTED, Schema, VISIT_BREAK, VISIT_SKIP, YAML11_SCHEMA, binaryTag, boolCoreTag, boolJsonTag, boolYaml11Tag, defineMappingTag, defineScalarTag, defineSequenceTag, dump, eventsToAst, floatCoreTag, floatJsonTag, floatYaml11Tag, intCoreTag, intJsonTag, intYaml11Tag, jsToAst, legacyMapTag, loadAll, mapTag, mergeTag, nullCoreTag, nullJsonTag, nullYaml11Tag, omapTag, pairsTag, present, realMapTag, seqTag, setTag, strTag, timestampTag, visit */
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
/******/ var __webpack_exports__ = __nccwpck_require__(7582);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
