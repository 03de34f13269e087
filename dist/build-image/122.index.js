export const id = 122;
export const ids = [122];
export const modules = {

/***/ 34122:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  attestImage: () => (/* binding */ attestImage)
});

// UNUSED EXPORTS: PROVENANCE_MODES, SBOM_FORMATS, isAttested

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.build/packages/runtime/index.js + 20 modules
var runtime = __webpack_require__(85910);
// EXTERNAL MODULE: ./.build/packages/image/layout-index.js + 1 modules
var layout_index = __webpack_require__(63);
// EXTERNAL MODULE: ./.build/packages/image/reference.js
var reference = __webpack_require__(30665);
// EXTERNAL MODULE: ./.build/packages/image/types.js
var types = __webpack_require__(41257);
// EXTERNAL MODULE: ./.build/packages/image/verify.js
var verify = __webpack_require__(14487);
;// CONCATENATED MODULE: ./.build/packages/image/attest/keep.js





const EMPTY = 'application/vnd.oci.empty.v1+json';
/** What a registry answers to a manifest of a kind it does not know. Wrong credentials are not among them. */
const REFUSALS = new Set([400, 404, 405, 406, 415, 422, 501]);
/** Attaches to an image in a store, and reads back that it is found there. Throws RemoteError and UserError. */
async function keep(store, subject, attachment) {
    if (!keep_isRegistry(store))
        return { digest: await keepInLayout(store, subject, attachment), by: 'layout' };
    const { artifactType, annotations, bytes, title } = attachment;
    try {
        const { referrer, keptBy } = await store.attach(subject, {
            artifactType,
            annotations,
            blobs: [{ mediaType: artifactType, bytes, annotations: { 'org.opencontainers.image.title': title } }],
        });
        return { digest: referrer.digest, by: keptBy };
    }
    catch (error) {
        if (error instanceof runtime/* RemoteError */.Hi && REFUSALS.has(error.status ?? 0))
            return { refused: error.message };
        throw error;
    }
}
const keep_isRegistry = (store) => 'attach' in store;
/** The same form as in a registry: a manifest with a subject, listed in the layout's index without a tag. */
async function keepInLayout(store, subject, attachment) {
    const { artifactType, annotations, title } = attachment;
    const config = await put(store, EMPTY, Buffer.from('{}'));
    const layer = await put(store, artifactType, attachment.bytes);
    const { mediaType, digest, size } = subject;
    const manifest = {
        schemaVersion: 2,
        mediaType: types/* MEDIA_TYPES */.Z.manifest,
        artifactType,
        config,
        layers: [{ ...layer, annotations: { 'org.opencontainers.image.title': title } }],
        subject: { mediaType, digest, size },
        annotations,
    };
    const stored = await put(store, types/* MEDIA_TYPES */.Z.manifest, Buffer.from(JSON.stringify(manifest)));
    const place = (0,reference/* parseReference */.F)(store.reference(stored.digest));
    if (place.kind !== 'layout')
        throw new runtime/* UserError */.yo(`${store.location} cannot keep what is attached to images`);
    (0,layout_index/* updateIndex */.U)(place.folder, (entries) => [
        ...entries.filter((entry) => entry.digest !== stored.digest),
        { ...stored, artifactType, annotations },
    ]);
    await (0,verify/* readBlob */.gm)(store, stored);
    return stored.digest;
}
async function put(store, mediaType, bytes) {
    const { digest, size } = await store.write((async function* () {
        yield bytes;
    })());
    return { mediaType, digest, size };
}

// EXTERNAL MODULE: ./node_modules/packageurl-js/index.js
var packageurl_js = __webpack_require__(87091);
;// CONCATENATED MODULE: ./.build/packages/scan/sbom/document.js


const SBOM_FORMATS = (/* unused pure expression or super */ null && (['cyclonedx', 'spdx']));
/** What a reader should know about how complete the list is; in this order. */
function remarks({ components, problems, files }) {
    const shown = problems.slice(0, 50).map(({ path, problem }) => `${printable(path)} ${problem}`);
    return [
        ...(components.length
            ? []
            : [`No package manager that is known left its data in the image (${files} files).`]),
        ...(problems.length
            ? [`${problems.length} files could not be read whole, so components may be missing.`]
            : []),
        ...shown,
        ...(problems.length > shown.length ? [`... and ${problems.length - shown.length} more`] : []),
    ];
}
const printable = (text) => text.replace(/\p{Cc}/gu, '?').slice(0, 500);
/** https://github.com/package-url/purl-spec: an image is named by digest. `platform` as `linux/arm64`. */
function imagePurl({ name, digest, platform, repository, }) {
    const last = name.slice(name.lastIndexOf('/') + 1).toLowerCase();
    const architecture = platform?.split('/')[1];
    const qualifiers = {
        ...(architecture ? { arch: architecture } : {}),
        ...(repository ? { repository_url: repository } : {}),
    };
    return new packageurl_js.PackageURL('oci', undefined, last, digest, qualifiers, undefined).toString();
}
/** The same for the same content: a UUID made of a hash (version 8). */
function uuidOf(...parts) {
    const hash = (0,external_node_crypto_.createHash)('sha256').update(parts.join('\n')).digest();
    hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x80;
    hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
    const hex = hash.toString('hex');
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}
/** Seconds -> `2026-01-02T03:04:05Z`. */
const isoTime = (seconds) => new Date(seconds * 1_000).toISOString().replace(/\.\d+Z$/, 'Z');

;// CONCATENATED MODULE: ./.build/packages/scan/sbom/cyclonedx.js

/** A bill of materials as CycloneDX 1.6 JSON. The same inventory and subject give the same bytes. */
async function toCycloneDx(inventory, subject) {
    // Only who asks for it pays for the library.
    const [models, { ComponentType, HashAlgorithm }, { JSON: json, JsonSerializer }, { isSupportedSpdxId }, spec,] = await Promise.all([
        __webpack_require__.e(/* import() */ 320).then(__webpack_require__.t.bind(__webpack_require__, 50320, 19)),
        __webpack_require__.e(/* import() */ 820).then(__webpack_require__.t.bind(__webpack_require__, 6820, 19)),
        Promise.all(/* import() */[__webpack_require__.e(320), __webpack_require__.e(290), __webpack_require__.e(248)]).then(__webpack_require__.t.bind(__webpack_require__, 51248, 19)),
        __webpack_require__.e(/* import() */ 290).then(__webpack_require__.t.bind(__webpack_require__, 61290, 19)),
        Promise.all(/* import() */[__webpack_require__.e(320), __webpack_require__.e(321)]).then(__webpack_require__.t.bind(__webpack_require__, 94321, 19)),
    ]);
    const property = (name, value) => new models.Property(`fairway:${name}`, value);
    const library = (component) => {
        const { ecosystem, name, version, license, purl } = component;
        const slash = name.lastIndexOf('/');
        const made = new models.Component(ComponentType.Library, name.slice(slash + 1), {
            version,
            purl,
            bomRef: purl,
            ...(slash > 0 ? { group: name.slice(0, slash) } : {}),
        });
        if (license) {
            made.licenses.add(isSupportedSpdxId(license) ? new models.SpdxLicense(license) : new models.NamedLicense(license));
        }
        made.properties.add(property('ecosystem', ecosystem));
        for (const path of component.paths)
            made.properties.add(property('path', printable(`/${path}`)));
        return made;
    };
    const purl = imagePurl(subject);
    const image = new models.Component(ComponentType.Container, subject.name, {
        version: subject.digest,
        purl,
        bomRef: purl,
    });
    image.hashes.set(HashAlgorithm['SHA-256'], subject.digest.slice('sha256:'.length));
    image.properties.add(property('platform', subject.platform));
    image.properties.add(property('files', String(inventory.files)));
    for (const remark of remarks(inventory))
        image.properties.add(property('remark', remark));
    const bom = new models.Bom({
        serialNumber: `urn:uuid:${uuidOf('cyclonedx', subject.name, subject.digest)}`,
        metadata: new models.Metadata({ timestamp: new Date(subject.created * 1_000), component: image }),
    });
    bom.metadata.tools.components.add(new models.Component(ComponentType.Application, 'fairway'));
    if (inventory.distribution) {
        const { id, version } = inventory.distribution;
        const system = new models.Component(ComponentType.OperatingSystem, id, {
            bomRef: `os:${id}`,
            ...(version ? { version } : {}),
        });
        bom.components.add(system);
    }
    for (const component of inventory.components) {
        const made = library(component);
        bom.components.add(made);
        image.dependencies.add(made.bomRef);
    }
    const serializer = new JsonSerializer(new json.Normalize.Factory(spec.Spec1dot6));
    return {
        mediaType: 'application/vnd.cyclonedx+json',
        // All is sorted already; the library would sort by the machine's language.
        text: serializer.serialize(bom, { sortLists: false, space: 1 }),
    };
}

;// CONCATENATED MODULE: ./.build/packages/scan/sbom/spdx.js

const IMAGE = 'SPDXRef-Image';
const UNKNOWN = 'NOASSERTION';
/** A bill of materials as SPDX 2.3 JSON. The same inventory and subject give the same bytes. */
async function toSpdx(inventory, subject) {
    // A list of 700 names, and only who asks for it pays for it.
    const { isSupportedSpdxId } = await __webpack_require__.e(/* import() */ 290).then(__webpack_require__.t.bind(__webpack_require__, 61290, 19));
    const packages = inventory.components.map((component, i) => packageOf(component, `SPDXRef-Package-${i + 1}`, isSupportedSpdxId));
    const said = remarks(inventory);
    const uuid = uuidOf('spdx', subject.name, subject.digest);
    const document = {
        spdxVersion: 'SPDX-2.3',
        dataLicense: 'CC0-1.0',
        SPDXID: 'SPDXRef-DOCUMENT',
        name: `${subject.name}@${subject.digest}`,
        documentNamespace: `https://spdx.org/spdxdocs/${encodeURIComponent(subject.name)}-${uuid}`,
        creationInfo: { created: isoTime(subject.created), creators: ['Tool: fairway'] },
        ...(said.length ? { comment: said.join('\n') } : {}),
        packages: [imageOf(inventory, subject), ...packages],
        relationships: [
            relation('SPDXRef-DOCUMENT', 'DESCRIBES', IMAGE),
            ...packages.map(({ SPDXID }) => relation(IMAGE, 'CONTAINS', SPDXID)),
        ],
    };
    return { mediaType: 'application/spdx+json', text: JSON.stringify(document, undefined, 1) };
}
function imageOf({ distribution, files }, subject) {
    const system = distribution
        ? `, ${distribution.id}${distribution.version ? ` ${distribution.version}` : ''}`
        : '';
    return {
        SPDXID: IMAGE,
        name: subject.name,
        versionInfo: subject.digest,
        downloadLocation: UNKNOWN,
        filesAnalyzed: false,
        licenseConcluded: UNKNOWN,
        licenseDeclared: UNKNOWN,
        copyrightText: UNKNOWN,
        primaryPackagePurpose: 'CONTAINER',
        checksums: [{ algorithm: 'SHA256', checksumValue: subject.digest.slice('sha256:'.length) }],
        comment: `${subject.platform}${system}, ${files} files`,
        externalRefs: [purlReference(imagePurl(subject))],
    };
}
function packageOf(component, SPDXID, isLicense) {
    const { name, version, license, purl, paths } = component;
    const known = license !== undefined && isLicense(license);
    return {
        SPDXID,
        name,
        versionInfo: version,
        downloadLocation: UNKNOWN,
        filesAnalyzed: false,
        licenseConcluded: UNKNOWN,
        licenseDeclared: known ? license : UNKNOWN,
        ...(license && !known ? { licenseComments: `Declared as: ${license}` } : {}),
        copyrightText: UNKNOWN,
        sourceInfo: `found in: ${paths.map((path) => printable(`/${path}`)).join(', ')}`,
        externalRefs: [purlReference(purl)],
    };
}
const purlReference = (purl) => ({
    referenceCategory: 'PACKAGE-MANAGER',
    referenceType: 'purl',
    referenceLocator: purl,
});
const relation = (spdxElementId, relationshipType, relatedSpdxElement) => ({
    spdxElementId,
    relationshipType,
    relatedSpdxElement,
});

;// CONCATENATED MODULE: ./.build/packages/scan/sbom/text.js
const TEXT = /^[^\s\p{Cc}]{1,300}$/u;
/** A name or version: one word. undefined for anything else. */
const word = (value) => typeof value === 'string' && TEXT.test(value) ? value : undefined;
/** A line of free text, such as a license. */
function line(value) {
    if (typeof value !== 'string')
        return undefined;
    const text = value.replace(/[\s\p{Cc}]+/gu, ' ').trim();
    return text === '' || text.length > 300 ? undefined : text;
}
/** The whole file when it has at most this many bytes. */
async function wholeFile(content, size, limit) {
    if (size > limit)
        return { facts: { problem: `has ${size} bytes; at most ${limit} are read` } };
    const chunks = [];
    for await (const chunk of content)
        chunks.push(chunk);
    return { text: Buffer.concat(chunks).toString('utf8') };
}
/** `Key: value` blocks apart by empty lines, as in dpkg, apk and email headers. Continued lines are dropped. */
function* stanzas(text) {
    let fields = new Map();
    for (const row of text.split(/\r?\n/)) {
        if (row === '') {
            if (fields.size)
                yield fields;
            fields = new Map();
            continue;
        }
        const colon = row.indexOf(':');
        if (colon > 0 && !/^\s/.test(row))
            fields.set(row.slice(0, colon), row.slice(colon + 1).trim());
    }
    if (fields.size)
        yield fields;
}

;// CONCATENATED MODULE: ./.build/packages/scan/sbom/go.js

/** Starts the build info that Go writes into each program; aligned to 16 bytes. */
const MAGIC = Buffer.concat([Buffer.from([0xff]), Buffer.from(' Go buildinf:')]);
const ELF = Buffer.from('\x7fELF', 'latin1');
const ALIGNMENT = 16;
const HEADER = 32;
const FLAGS = 15;
/** Since Go 1.18 the texts follow the header; before that it held pointers. */
const INLINE = 2;
/** The list of modules is framed by 16 bytes on each side. */
const FRAME = 16;
const LIMIT = 8 * 1024 * 1024;
/** Modules that a Go program for Linux was linked from. */
const goPrograms = {
    name: 'Go programs',
    wants: ({ mode, size }) => (mode & 0o111) !== 0 && size > 100_000,
    async read(content) {
        const info = await findBuildInfo(content);
        return info ? modulesOf(info.go, info.modules) : {};
    },
};
/** Looks at the stream with a window: a program may be large, what is kept is not. */
async function findBuildInfo(content) {
    let window = Buffer.alloc(0);
    let offset = 0;
    let checked = false;
    for await (const chunk of content) {
        window = window.length ? Buffer.concat([window, chunk]) : Buffer.from(chunk);
        if (!checked && window.length >= ELF.length) {
            if (!window.subarray(0, ELF.length).equals(ELF))
                return undefined;
            checked = true;
        }
        for (;;) {
            const at = window.indexOf(MAGIC);
            if (at < 0) {
                const keep = Math.min(window.length, MAGIC.length - 1);
                offset += window.length - keep;
                window = window.subarray(window.length - keep);
                break;
            }
            offset += at;
            window = window.subarray(at);
            const info = offset % ALIGNMENT === 0 ? parse(window) : undefined;
            if (info === 'more')
                break;
            if (info)
                return info;
            // Programs that read build info hold the magic as a text of theirs.
            offset += 1;
            window = window.subarray(1);
        }
    }
    return undefined;
}
function parse(bytes) {
    if (bytes.length < HEADER)
        return 'more';
    if (((bytes[FLAGS] ?? 0) & INLINE) === 0)
        return undefined;
    const go = go_text(bytes, HEADER);
    if (typeof go !== 'object')
        return go;
    if (!/^(go\d|devel )/.test(go.value))
        return undefined;
    const modules = go_text(bytes, go.end);
    if (typeof modules !== 'object')
        return modules;
    return { go: go.value, modules: modules.value.slice(FRAME, -FRAME) };
}
/** A length of 7 bits a byte, then that many bytes. */
function go_text(bytes, start) {
    let length = 0;
    for (let i = 0; i < 4; i++) {
        const byte = bytes[start + i];
        if (byte === undefined)
            return 'more';
        length += (byte & 0x7f) * 2 ** (7 * i);
        if (byte & 0x80)
            continue;
        const from = start + i + 1;
        if (length > LIMIT)
            return undefined;
        if (bytes.length < from + length)
            return 'more';
        // One byte a character: the frame must keep its length.
        return { value: bytes.toString('latin1', from, from + length), end: from + length };
    }
    return undefined;
}
function modulesOf(go, text) {
    const packages = [];
    let bad = 0;
    const add = (name, version) => {
        const [known, at] = [word(name), word(version)];
        if (known && at)
            packages.push({ ecosystem: 'golang', name: known, version: at });
        else
            bad++;
    };
    const standard = /^go(\d\S*)/.exec(go)?.[1];
    if (standard)
        add('stdlib', standard);
    for (const row of text.split('\n')) {
        const [kind, name, version] = row.split('\t');
        if (kind === 'dep')
            add(name, version);
        // The line after a replaced module names what took its place; a folder there has no name of its own.
        if (kind === '=>' && version && version !== '(devel)') {
            packages.pop();
            add(name, version);
        }
        // A program built in its own repository has no version: that is `(devel)`.
        if (kind === 'mod' && version && version !== '(devel)')
            add(name, version);
    }
    return bad ? { packages, problem: `${bad} modules have no proper name and version` } : { packages };
}

;// CONCATENATED MODULE: ./.build/packages/scan/sbom/npm.js

const PACKAGE = /(^|\/)node_modules\/(@[^/]+\/)?[^/@.][^/]*\/package\.json$/;
const LOCK = /(^|\/)(package-lock|npm-shrinkwrap)\.json$/;
const PACKAGE_LIMIT = 2 * 1024 * 1024;
const LOCK_LIMIT = 32 * 1024 * 1024;
/** What is installed: each package's own package.json below node_modules. */
const npmPackages = {
    name: 'npm packages',
    wants: ({ path }) => PACKAGE.test(path),
    async read(content, { size }) {
        return await parsed(content, size, PACKAGE_LIMIT, ({ name, version, license }) => {
            const found = npmPackage(name, version, license);
            return found ? { packages: [found] } : { problem: 'has no proper name and version' };
        });
    },
};
/** What an app that was bundled was made from. Development packages are not in it. */
const npmLock = {
    name: 'npm lock file',
    wants: ({ path }) => LOCK.test(path) && !path.includes('node_modules/'),
    async read(content, { size }) {
        return await parsed(content, size, LOCK_LIMIT, (lock) => {
            const rows = isObject(lock.packages) ? modern(lock.packages) : old(lock.dependencies);
            const locked = [];
            let bad = 0;
            for (const { name, version, license } of rows) {
                const found = npmPackage(name, version, license);
                if (found)
                    locked.push(found);
                else
                    bad++;
            }
            return bad ? { locked, problem: `${bad} entries have no proper name and version` } : { locked };
        });
    },
};
/** Version 2 and 3: by path. Links lead to the app's own workspaces. */
function* modern(packages) {
    for (const [path, entry] of Object.entries(packages)) {
        const at = path.lastIndexOf('node_modules/');
        if (at < 0 || !isObject(entry) || entry.link === true || entry.dev === true)
            continue;
        yield {
            name: entry.name ?? path.slice(at + 'node_modules/'.length),
            version: entry.version,
            license: entry.license,
        };
    }
}
/** Version 1: nested by name. By a list and not by calls: its depth is the file's choice. */
function* old(dependencies) {
    const rest = [dependencies];
    for (let level = rest.pop(); level !== undefined; level = rest.pop()) {
        if (!isObject(level))
            continue;
        for (const [name, entry] of Object.entries(level)) {
            if (!isObject(entry))
                continue;
            if (entry.dependencies !== undefined)
                rest.push(entry.dependencies);
            if (entry.dev !== true)
                yield { name, version: entry.version };
        }
    }
}
function npmPackage(name, version, license) {
    const [known, text] = [word(name), word(version)];
    if (!known || !text || !/^(@[^/@]+\/)?[^/@]+$/.test(known))
        return undefined;
    const written = line(isObject(license) ? license.type : license);
    return { ecosystem: 'npm', name: known, version: text, ...(written ? { license: written } : {}) };
}
async function parsed(content, size, limit, facts) {
    const file = await wholeFile(content, size, limit);
    if ('facts' in file)
        return file.facts;
    let value;
    try {
        value = JSON.parse(file.text.replace(/^\uFEFF/, ''));
    }
    catch {
        return { problem: 'is not valid JSON' };
    }
    return isObject(value) ? facts(value) : { problem: 'is not a JSON object' };
}
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

;// CONCATENATED MODULE: ./.build/packages/scan/sbom/python.js

const python_LIMIT = 4 * 1024 * 1024;
/** Installed Python distributions: the headers of their METADATA. */
const python = {
    name: 'Python packages',
    wants: ({ path }) => /\.dist-info\/METADATA$|\.egg-info\/PKG-INFO$|\.egg-info$/.test(path),
    async read(content, { size }) {
        const file = await wholeFile(content, size, python_LIMIT);
        if ('facts' in file)
            return file.facts;
        // The first block; the description after it is text.
        const [fields] = stanzas(file.text.replace(/^\s+/, ''));
        const [name, version] = [word(fields?.get('Name')), word(fields?.get('Version'))];
        if (!name || !version)
            return { problem: 'has no proper name and version' };
        const license = line(fields?.get('License-Expression') ?? fields?.get('License'));
        return { packages: [{ ecosystem: 'pypi', name, version, ...(license ? { license } : {}) }] };
    },
};

;// CONCATENATED MODULE: ./.build/packages/scan/sbom/system.js

const system_LIMIT = 64 * 1024 * 1024;
/** dpkg's database; a file a package below status.d in images without dpkg itself. */
const debian = {
    name: 'Debian packages',
    wants: ({ path }) => /^var\/lib\/dpkg\/(status|status\.d\/[^/]+)$/.test(path) && !path.endsWith('.md5sums'),
    read: (content, { size }) => fromStanzas(content, size, debianPackage, isInstalled),
};
/** apk's database; below `usr` where the system's folders are merged. */
const alpine = {
    name: 'Alpine packages',
    wants: ({ path }) => /^(usr\/)?lib\/apk\/db\/installed$/.test(path),
    read: (content, { size }) => fromStanzas(content, size, alpinePackage, () => true),
};
const osRelease = {
    name: 'os-release',
    wants: ({ path }) => path === 'etc/os-release' || path === 'usr/lib/os-release',
    async read(content, { size }) {
        const file = await wholeFile(content, size, 64 * 1024);
        if ('facts' in file)
            return file.facts;
        const value = (name) => word(new RegExp(`^${name}=["']?([^"'\\r\\n]*)`, 'm').exec(file.text)?.[1]);
        const [id, version] = [value('ID'), value('VERSION_ID')];
        if (!id)
            return { problem: 'has no ID' };
        return { distribution: { id, ...(version ? { version } : {}) } };
    },
};
async function fromStanzas(content, size, read, counts) {
    const file = await wholeFile(content, size, system_LIMIT);
    if ('facts' in file)
        return file.facts;
    const packages = [];
    let bad = 0;
    for (const fields of stanzas(file.text)) {
        if (!counts(fields))
            continue;
        const found = read(fields);
        if (found)
            packages.push(found);
        else
            bad++;
    }
    return bad ? { packages, problem: `${bad} entries have no proper name and version` } : { packages };
}
/** `Status: install ok installed`; what was removed and left its settings is listed too. */
const isInstalled = (fields) => / installed$/.test(fields.get('Status') ?? ' installed');
function debianPackage(fields) {
    const [name, version] = [word(fields.get('Package')), word(fields.get('Version'))];
    if (!name || !version)
        return undefined;
    const architecture = word(fields.get('Architecture'));
    // `Source: glibc` or `Source: gcc-12 (12.2.0-14)`; absent when both are the package's own.
    const source = /^(\S+)(?:\s+\((\S+)\))?$/.exec(fields.get('Source') ?? '');
    const from = word(source?.[1]);
    return {
        ecosystem: 'deb',
        name,
        version,
        ...(architecture ? { architecture } : {}),
        ...(from ? { source: { name: from, ...(source?.[2] ? { version: source[2] } : {}) } } : {}),
    };
}
function alpinePackage(fields) {
    const [name, version] = [word(fields.get('P')), word(fields.get('V'))];
    if (!name || !version)
        return undefined;
    const [architecture, origin, license] = [
        word(fields.get('A')),
        word(fields.get('o')),
        line(fields.get('L')),
    ];
    return {
        ecosystem: 'apk',
        name,
        version,
        ...(license ? { license } : {}),
        ...(architecture ? { architecture } : {}),
        ...(origin && origin !== name ? { source: { name: origin } } : {}),
    };
}

;// CONCATENATED MODULE: ./.build/packages/scan/sbom/inventory.js





/** The first that wants a file reads it. */
const catalogers = [
    npmPackages,
    npmLock,
    debian,
    alpine,
    osRelease,
    python,
    goPrograms,
];
/**
 * Joins what the files of one tree tell. The same files give the same inventory, whatever their order.
 * `files`: how many there are, known or not.
 */
function joinFacts(facts, files) {
    const paths = [...facts.keys()].sort();
    const distribution = facts.get('etc/os-release')?.distribution ?? facts.get('usr/lib/os-release')?.distribution;
    const components = new Map();
    const problems = [];
    for (const path of paths) {
        const { packages = [], locked = [], problem } = facts.get(path) ?? {};
        const bare = locked.length > 0 && !hasInstalled(path, facts);
        for (const found of bare ? [...packages, ...locked] : packages) {
            const purl = purlOf(found, distribution);
            if (purl === undefined) {
                problems.push({ path, problem: `names "${found.name}", which is not a proper package name` });
                continue;
            }
            const known = components.get(purl);
            if (!known?.paths.includes(path)) {
                // One copy may leave out what another says.
                components.set(purl, { ...found, ...known, purl, paths: [...(known?.paths ?? []), path] });
            }
        }
        if (problem !== undefined)
            problems.push({ path, problem });
    }
    return {
        components: [...components.values()].sort((a, b) => (a.purl < b.purl ? -1 : 1)),
        ...(distribution ? { distribution } : {}),
        problems,
        files,
    };
}
/** Whether there are packages below `node_modules` beside a lock file. */
function hasInstalled(lock, facts) {
    const folder = `${lock.slice(0, lock.lastIndexOf('/') + 1)}node_modules/`;
    for (const path of facts.keys())
        if (path.startsWith(folder))
            return true;
    return false;
}
/** https://github.com/package-url/purl-spec; undefined for a name that its type does not allow. */
function purlOf(found, distribution) {
    const { ecosystem, name, version, architecture, source } = found;
    const slash = name.lastIndexOf('/');
    const system = ecosystem === 'deb' || ecosystem === 'apk';
    const ofSystem = distribution?.id ?? (ecosystem === 'deb' ? 'debian' : 'alpine');
    const namespace = system ? ofSystem : slash > 0 ? name.slice(0, slash) : undefined;
    const qualifiers = {};
    if (system && architecture)
        qualifiers.arch = architecture;
    if (system && distribution?.version)
        qualifiers.distro = `${distribution.id}-${distribution.version}`;
    if (source)
        qualifiers.upstream = source.version ? `${source.name}@${source.version}` : source.name;
    try {
        return new packageurl_js.PackageURL(ecosystem, namespace, system ? name : name.slice(slash + 1), version, qualifiers, undefined).toString();
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./.build/packages/scan/sbom/index.js




const WRITERS = {
    cyclonedx: toCycloneDx,
    spdx: toSpdx,
};
/** A bill of materials in one of the formats. The same inventory and subject give the same bytes. */
const writeSbom = (format, inventory, subject) => WRITERS[format](inventory, subject);

// EXTERNAL MODULE: ./.build/packages/image/unpack/layer-entries.js
var layer_entries = __webpack_require__(72303);
;// CONCATENATED MODULE: ./.build/packages/image/attest/fact-tree.js
/** What files tell, by path, with folders that can be taken away whole. Holds only files that tell something. */
class FactTree {
    #facts = new Map();
    /** How many facts lie below each folder. */
    #below = new Map();
    get facts() {
        return this.#facts;
    }
    get(path) {
        return this.#facts.get(path);
    }
    set(path, facts) {
        if (!this.#facts.has(path))
            this.#count(path, 1);
        this.#facts.set(path, facts);
    }
    /** The path and all below it. */
    remove(path) {
        if (this.#facts.delete(path))
            this.#count(path, -1);
        this.empty(path);
    }
    /** All below a folder; '' is the root. */
    empty(folder) {
        // Nearly always there is nothing: then no path is looked at.
        if (folder !== '' && !this.#below.has(folder))
            return;
        for (const path of [...this.#facts.keys()]) {
            if (folder !== '' && !path.startsWith(`${folder}/`))
                continue;
            this.#facts.delete(path);
            this.#count(path, -1);
        }
    }
    #count(path, by) {
        for (let slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
            const folder = path.slice(0, slash);
            const count = (this.#below.get(folder) ?? 0) + by;
            if (count > 0)
                this.#below.set(folder, count);
            else
                this.#below.delete(folder);
        }
    }
}

;// CONCATENATED MODULE: ./.build/packages/image/attest/contents.js





/** Files that tell of packages. An image with more is not read into memory. */
const MOST = 300_000;
/**
 * What is in an image of one platform: its layers are read as streams, and what a later layer replaced or
 * removed does not count. Nothing is unpacked, so no name or link can lead anywhere. UserError for a damaged layer.
 */
async function readContents(store, { layers }, { rootfs }, signal) {
    const merged = new MergedView();
    for (const [i, layer] of layers.entries()) {
        if (isElsewhere(layer)) {
            merged.skip(layer);
            continue;
        }
        const add = (header, content) => merged.add(header, content);
        await (0,layer_entries/* readLayer */.w)(store, layer, rootfs.diff_ids[i] ?? '', add, signal);
        merged.endLayer();
    }
    return joinFacts(merged.facts, merged.files);
}
/** Layers that may not be distributed: their bytes are not in the store. */
const isElsewhere = ({ mediaType }) => /nondistributable|\.foreign\./.test(mediaType);
class MergedView {
    #lower = new FactTree();
    /** Of the layer that is read now: its removals are meant for those below it only. */
    #own = new FactTree();
    #files = 0;
    get facts() {
        return this.#lower.facts;
    }
    /** Files in all layers, each as often as it was written. */
    get files() {
        return this.#files;
    }
    skip({ digest }) {
        this.#lower.set(`(layer ${digest})`, { problem: 'is not kept with the image and was not read' });
    }
    endLayer() {
        for (const [path, facts] of this.#own.facts)
            this.#lower.set(path, facts);
        this.#own = new FactTree();
    }
    async add(header, content) {
        const path = inImage(header.name);
        const name = external_node_path_.posix.basename(path);
        if (name === '.wh..wh..opq')
            this.#lower.empty(folderOf(path));
        else if (name.startsWith('.wh.'))
            this.#lower.remove(external_node_path_.posix.join(folderOf(path), name.slice('.wh.'.length)));
        else
            await this.#put(path, header, content);
        content.resume();
    }
    async #put(path, header, content) {
        const { type = 'file', size = 0, mode = 0, linkname } = header;
        if (type === 'directory') {
            // A folder in place of a file; one in place of a folder joins it.
            if (this.#lower.get(path))
                this.#lower.remove(path);
            return;
        }
        this.#lower.remove(path);
        this.#own.remove(path);
        if (type !== 'symlink')
            this.#files++;
        const cataloger = catalogers.find((each) => each.wants({ path, size, mode }));
        if (type === 'link') {
            const target = inImage(linkname ?? '');
            const facts = this.#own.get(target) ?? this.#lower.get(target);
            if (facts)
                this.#tell(path, facts);
            // What a program's link leads to was looked at in its own place.
            else if (catalogers.some((each) => each.wants({ path, size: 1, mode: 0 }))) {
                this.#tell(path, { problem: `is a hard link to /${target}, which was not read` });
            }
            return;
        }
        if (!cataloger || (type !== 'file' && type !== 'contiguous-file'))
            return;
        const bytes = content[Symbol.asyncIterator]();
        const facts = await cataloger.read(onlyNext(bytes), { path, size, mode });
        // To the end: a tar has no way to skip.
        while (!(await bytes.next()).done)
            ;
        if (Object.keys(facts).length > 0)
            this.#tell(path, facts);
    }
    #tell(path, facts) {
        this.#own.set(path, facts);
        if (this.#own.facts.size + this.#lower.facts.size <= MOST)
            return;
        throw new runtime/* UserError */.yo(`the image has more than ${MOST} files that tell of packages`, {
            mend: 'turn the SBOM off for this image (sbom: none)',
        });
    }
}
/** Ending a loop over an entry early would end the whole archive: its iterator is not told. */
const onlyNext = (bytes) => ({
    [Symbol.asyncIterator]: () => ({ next: () => bytes.next() }),
});
/** As seen from the image's root, however it is written: `./a`, `/a`, `b/../a`, `../../a`. */
const inImage = (name) => external_node_path_.posix.join('/', name).replace(/^\/|\/$/g, '');
const folderOf = (path) => external_node_path_.posix.dirname(`/${path}`).slice(1);

;// CONCATENATED MODULE: ./.build/packages/image/attest/provenance.js


const PREDICATE = 'https://slsa.dev/provenance/v1';
const STATEMENT = 'https://in-toto.io/Statement/v1';
const HOME = 'https://github.com/fairway-ci/fairway';
const provenance_BUNDLE = 'application/vnd.dev.sigstore.bundle.v0.3+json';
const provenance_IN_TOTO = 'application/vnd.in-toto+json';
/** SLSA provenance v1 of these subjects, as this run knows it. */
function predicateOf(facts, { context }) {
    const { repository, serverUrl, workflowRef, ref, runUrl, runAttempt, event } = context;
    const home = repository && serverUrl ? `${serverUrl}/${repository.owner}/${repository.repo}` : undefined;
    const onPlatform = home !== undefined && workflowRef !== undefined;
    const source = facts.source ?? home;
    const build = { builder: facts.builder, ...facts.parameters };
    const path = workflowRef?.split('@')[0]?.split('/').slice(2).join('/');
    return {
        buildDefinition: {
            buildType: onPlatform
                ? 'https://actions.github.io/buildtypes/workflow/v1'
                : `${HOME}/buildtypes/local/v1`,
            // The platform's build type allows no further external parameters: verifiers refuse what they do not know.
            externalParameters: onPlatform ? { workflow: { ref: ref ?? '', repository: home, path } } : { build },
            internalParameters: onPlatform ? { github: { event_name: event?.name ?? '' }, build } : {},
            resolvedDependencies: [
                {
                    ...(source ? { uri: `git+${source}${ref ? `@${ref}` : ''}` } : {}),
                    digest: { gitCommit: facts.revision },
                },
                ...baseDependencies(facts),
            ],
        },
        runDetails: {
            builder: { id: onPlatform ? `${serverUrl}/${workflowRef}` : `${HOME}/builders/local` },
            metadata: {
                ...(runUrl ? { invocationId: `${runUrl}/attempts/${runAttempt}` } : {}),
                ...(facts.startedOn === undefined ? {} : { startedOn: isoTime(facts.startedOn) }),
                ...(facts.finishedOn === undefined ? {} : { finishedOn: isoTime(facts.finishedOn) }),
            },
        },
    };
}
const baseDependencies = ({ bases = [] }) => bases.map(({ name, digest }) => ({
    uri: imagePurl({ name, digest, repository: name }),
    digest: { sha256: digest.slice('sha256:'.length) },
}));
/** Nobody vouches for it but who can write to the repository; it says so in its name. */
function unsignedProvenance(subjects, predicate) {
    const statement = { _type: STATEMENT, subject: subjects, predicateType: PREDICATE, predicate };
    return {
        signed: false,
        artifactType: provenance_IN_TOTO,
        title: 'provenance.unsigned.intoto.json',
        bytes: Buffer.from(JSON.stringify(statement)),
        annotations: { 'in-toto.io/predicate-type': PREDICATE },
    };
}
/** Throws RemoteError with what the workflow has to allow. */
async function signedProvenance(subjects, predicate, sign) {
    let bundle;
    try {
        bundle = await sign(subjects, predicate);
    }
    catch (cause) {
        throw new runtime/* RemoteError */.Hi(`the provenance could not be signed: ${cause.message}`, {
            mend: 'give the job the permissions "id-token: write" and "attestations: write", and see the status page of Sigstore',
            cause,
        });
    }
    return {
        signed: true,
        artifactType: provenance_BUNDLE,
        title: 'provenance.sigstore.json',
        bytes: Buffer.from(JSON.stringify(bundle)),
        // As the platform's own tools write and look for them.
        annotations: {
            'dev.sigstore.bundle.content': 'dsse-envelope',
            'dev.sigstore.bundle.predicateType': PREDICATE,
        },
    };
}
/**
 * Signs by Sigstore with the job's identity and publishes it in the repository's attestations. What the
 * identity token says about the run replaces what the environment says.
 */
function platformSigner(token) {
    return async (subjects, predicate) => {
        if (!token)
            throw new runtime/* UserError */.yo('a token is needed to publish it');
        const { attest, buildSLSAProvenancePredicate } = await Promise.all(/* import() */[__webpack_require__.e(758), __webpack_require__.e(608)]).then(__webpack_require__.bind(__webpack_require__, 15608));
        const { params } = await buildSLSAProvenancePredicate();
        const { bundle } = await attest({
            subjects: subjects.map(({ name, digest }) => ({ name, digest })),
            predicateType: PREDICATE,
            predicate: joined(params, predicate),
            token,
        });
        return bundle;
    };
}
/** The platform's word, and the dependencies and times that only the build knows. */
function joined(platform, ours) {
    const theirs = platform.buildDefinition;
    const list = (definition) => (definition.resolvedDependencies ?? []);
    const metadata = (predicate) => predicate.runDetails.metadata;
    const added = list(ours.buildDefinition).filter(({ uri }) => uri?.startsWith('pkg:oci/'));
    return {
        buildDefinition: {
            ...theirs,
            internalParameters: {
                ...ours.buildDefinition.internalParameters,
                ...theirs.internalParameters,
            },
            resolvedDependencies: [...list(theirs), ...added],
        },
        runDetails: { ...platform.runDetails, metadata: { ...metadata(ours), ...metadata(platform) } },
    };
}

;// CONCATENATED MODULE: ./.build/packages/image/attest/plan.js



/** One of each format for each platform. UserError for a damaged layer. */
async function planSboms({ images, index }, store, options, ports) {
    const contents = new Map();
    const documents = [];
    for (const image of options.sbom.length ? images : []) {
        const inventory = await contentsOf(image, contents, store, ports);
        documents.push(...(await sbomsOf(image, inventory, index, options)));
    }
    return documents;
}
/** Platforms often share all their layers: then they are read once. */
async function contentsOf({ manifest, config, platform }, known, store, { log, signal }) {
    const key = config.rootfs.diff_ids.join();
    const inventory = known.get(key) ?? (await readContents(store, manifest, config, signal));
    known.set(key, inventory);
    const { components, problems, files } = inventory;
    const what = `${components.length} components in ${files} files of ${platform}`;
    log.info(components.length ? `SBOM: ${what}` : `SBOM: ${what}: no package manager that is known is in it`);
    const [first] = problems;
    if (first) {
        log.warning(`${problems.length} files of ${platform} could not be read for the SBOM, so it may lack components; the first: ${first.path.replace(/\p{Cc}/gu, '?')} ${first.problem}`);
    }
    return inventory;
}
async function sbomsOf({ descriptor, platform, config }, inventory, several, { sbom, name, repository, created }) {
    const subject = {
        name,
        digest: descriptor.digest,
        platform,
        created: created ?? seconds(config.created),
        ...(repository ? { repository } : {}),
    };
    const part = several ? `.${platform.replaceAll('/', '-')}` : '';
    const documents = [];
    for (const kind of sbom) {
        const { mediaType, text } = await writeSbom(kind, inventory, subject);
        documents.push({
            kind,
            platform,
            components: inventory.components.length,
            problems: inventory.problems.length,
            subject: descriptor,
            attachment: {
                artifactType: mediaType,
                title: `sbom${part}.${kind === 'cyclonedx' ? 'cdx' : 'spdx'}.json`,
                bytes: Buffer.from(text),
                annotations: {},
            },
        });
    }
    return documents;
}
/** One provenance, of all of them, for each platform and the index. Throws RemoteError in mode `signed`. */
async function planProvenance({ top, index, images }, options, ports) {
    const platforms = images.map(({ descriptor, platform }) => ({ subject: descriptor, platform }));
    const targets = index
        ? [{ subject: top }, ...(options.topOnly ? [] : platforms)]
        : platforms;
    const subjects = targets.map(({ subject: { digest } }) => ({
        name: options.name,
        digest: { sha256: digest.slice('sha256:'.length) },
    }));
    const provenance = await makeProvenance(subjects, options, ports);
    if (!provenance)
        return [];
    const { signed, ...attachment } = provenance;
    return targets.map((target) => ({ kind: 'provenance', ...target, signed, attachment }));
}
async function makeProvenance(subjects, options, ports) {
    const { provenance: mode, build, token } = options;
    if (mode === 'none')
        return undefined;
    const predicate = predicateOf(build, ports);
    if (mode === 'unsigned')
        return unsignedProvenance(subjects, predicate);
    if (mode === 'auto' && !ports.context.idToken && !options.sign) {
        ports.log.info('No provenance: this job has no identity to sign with (permission "id-token: write").');
        return undefined;
    }
    try {
        return await signedProvenance(subjects, predicate, options.sign ?? platformSigner(token));
    }
    catch (error) {
        if (mode === 'signed')
            throw error;
        const { message, mend } = error;
        ports.log.warning(`No provenance is attached: ${message}${mend ? `. To mend it: ${mend}` : ''}`);
        return undefined;
    }
}
const seconds = (time) => {
    const parsed = Date.parse(time ?? '');
    return Number.isFinite(parsed) && parsed > 0 ? Math.floor(parsed / 1_000) : 0;
};

// EXTERNAL MODULE: ./.build/packages/image/document.js
var image_document = __webpack_require__(59847);
;// CONCATENATED MODULE: ./.build/packages/image/attest/subjects.js



/** The image or index of this digest and each platform's image in it, all verified. Throws UserError. */
async function readSubjects(store, digest) {
    const where = store.reference(digest);
    const bytes = await (0,verify/* readBlob */.gm)(store, { digest });
    if (!(0,image_document/* looksLikeIndex */.s)(bytes, where)) {
        const image = await readImage(store, { digest }, bytes);
        return { top: image.descriptor, index: false, images: [image] };
    }
    const index = (0,image_document/* readDocument */.u)('index', bytes, where);
    const top = { mediaType: index.mediaType || types/* MEDIA_TYPES */.Z.index, digest, size: bytes.length };
    const images = [];
    for (const entry of index.manifests) {
        // What a builder attached in the index itself is not an image.
        if (entry.platform?.os === 'unknown' || images.some((each) => each.descriptor.digest === entry.digest))
            continue;
        images.push(await readImage(store, entry, await (0,verify/* readBlob */.gm)(store, entry)));
    }
    return { top, index: true, images };
}
async function readImage(store, { digest }, bytes) {
    const manifest = (0,image_document/* readDocument */.u)('manifest', bytes, store.reference(digest));
    const config = (0,image_document/* readDocument */.u)('config', await (0,verify/* readBlob */.gm)(store, manifest.config), store.reference(manifest.config.digest));
    const { os, architecture, variant } = config;
    return {
        descriptor: { mediaType: manifest.mediaType || types/* MEDIA_TYPES */.Z.manifest, digest, size: bytes.length },
        platform: [os, architecture, ...(variant ? [variant] : [])].join('/'),
        manifest,
        config,
    };
}

;// CONCATENATED MODULE: ./.build/packages/image/attest/found.js




const SBOM_TYPES = {
    cyclonedx: 'application/vnd.cyclonedx+json',
    spdx: 'application/spdx+json',
};
/**
 * Whether all that is asked for is attached to an image already: for an image that is taken and not built.
 * Reads lists only. What a registry refused to keep counts as missing. Throws UserError and RemoteError.
 */
async function isAttested(store, digest, { sbom, provenance, sign }, { context }) {
    const where = store.reference(digest);
    const bytes = await readBlob(store, { digest });
    const images = looksLikeIndex(bytes, where)
        ? readDocument('index', bytes, where).manifests.filter(({ platform }) => platform?.os !== 'unknown')
        : undefined;
    const sboms = sbom.map((format) => SBOM_TYPES[format]);
    const signs = provenance === 'signed' || (provenance === 'auto' && (context.idToken || sign));
    const provenances = signs ? [BUNDLE] : provenance === 'unsigned' ? [IN_TOTO] : [];
    const wanted = (images ?? [{ digest }]).map((image) => ({
        subject: image.digest,
        types: [...sboms, ...provenances],
    }));
    if (images)
        wanted.push({ subject: digest, types: provenances });
    const found = await Promise.all(wanted.map(async ({ subject, types }) => {
        if (types.length === 0)
            return true;
        const there = await attachedTypes(store, subject);
        return types.every((type) => there.has(type));
    }));
    return found.every(Boolean);
}
async function attachedTypes(store, subject) {
    if (isRegistry(store)) {
        return new Set((await store.referrers(subject)).map(({ artifactType }) => artifactType));
    }
    const types = new Set();
    for (const entry of (await store.list())) {
        if (entry.artifactType === undefined)
            continue;
        const manifest = JSON.parse((await readBlob(store, entry)).toString('utf8'));
        if (manifest?.subject?.digest === subject)
            types.add(entry.artifactType);
    }
    return types;
}

;// CONCATENATED MODULE: ./.build/packages/image/attest/index.js








/**
 * Describes an image and attaches that to it: an SBOM to each platform's image, a provenance to each and to
 * the index. The same image gives the same SBOM, so doing it again adds nothing. Nothing is attached before
 * all documents are made. What a registry refuses to keep is one warning and a result without a digest; all
 * other failures are thrown (UserError, RemoteError).
 */
async function attestImage(store, digest, options, ports) {
    const found = await readSubjects(store, digest);
    const subjects = options.topOnly ? { ...found, images: [] } : found;
    const documents = [
        ...(await planSboms(subjects, store, options, ports)),
        ...(await planProvenance(subjects, options, ports)),
    ];
    const to = options.to ?? store;
    const kept = await keepAll(documents, to);
    const refused = kept.flatMap((each) => ('refused' in each ? [each.refused] : []));
    if (refused[0] !== undefined) {
        ports.log.warning(`${to.location} does not keep what is attached to images (${refused.length} documents): ${refused[0]}`);
    }
    const results = [];
    for (const [i, { subject, attachment, ...about }] of documents.entries()) {
        const file = await save(attachment, options.folder, ports);
        results.push({
            ...about,
            subject: subject.digest,
            kept: kept[i] ?? { refused: '' },
            document: `sha256:${(0,external_node_crypto_.createHash)('sha256').update(attachment.bytes).digest('hex')}`,
            ...(file === undefined ? {} : { file }),
        });
    }
    return results;
}
/** The subjects at once, what belongs to one in turn: two writers of one fallback tag would disturb each other. */
async function keepAll(documents, to) {
    const kept = [];
    const bySubject = Map.groupBy(documents.entries(), ([, { subject }]) => subject.digest);
    const done = await Promise.allSettled([...bySubject.values()].map(async (own) => {
        for (const [i, { subject, attachment }] of own)
            kept[i] = await keep(to, subject, attachment);
    }));
    for (const each of done)
        if (each.status === 'rejected')
            throw each.reason;
    return kept;
}
async function save({ title, bytes }, folder, { files }) {
    if (folder === undefined)
        return undefined;
    const file = (0,external_node_path_.join)(folder, title);
    await files.write(file, bytes.toString('utf8'));
    return file;
}


/***/ })

};
