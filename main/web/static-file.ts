import { readFile } from "node:fs/promises";
import { extname, resolve, sep } from "node:path";
import { commonHeaders, contentPolicy } from "./content-policy.ts";

export type Answer = { status: number; headers: Record<string, string>; body: Uint8Array | string };

const mimes: Record<string, string> = {
	".css": "text/css; charset=utf-8",
	".html": "text/html; charset=utf-8",
	".ico": "image/x-icon",
	".jpg": "image/jpeg",
	".js": "text/javascript; charset=utf-8",
	".json": "application/json",
	".mjs": "text/javascript; charset=utf-8",
	".mp3": "audio/mpeg",
	".ogg": "audio/ogg",
	".otf": "font/otf",
	".png": "image/png",
	".svg": "image/svg+xml",
	".ttf": "font/ttf",
	".wasm": "application/wasm",
	".wav": "audio/wav",
	".webmanifest": "application/manifest+json",
	".webp": "image/webp",
	".woff": "font/woff",
	".woff2": "font/woff2",
};

/**
 * A file of the built screens. A path without an extension is a screen's address and gets index.html with
 * `nonce` written into it. Anything that resolves outside `root`, or has a type we don't ship, is 404.
 */
export async function readStatic(root: string, pathname: string, nonce: string): Promise<Answer> {
	const path = decode(pathname);
	if (path === undefined) return plain(404);
	const isPage = extname(path) === "" || path === "/index.html";
	const file = resolve(root, `.${isPage ? "/index.html" : path}`);
	const mime = mimes[extname(file)];
	// With the separator: "/out/renderer-old" starts with "/out/renderer" too.
	if (!mime || !file.startsWith(resolve(root) + sep)) return plain(404);
	try {
		const bytes = await readFile(file);
		return isPage ? page(bytes.toString("utf8"), nonce) : asset(bytes, mime, path, nonce);
	} catch {
		return plain(404);
	}
}

/** The last part of a path, decoded; what can't be decoded is no name of anything. */
export function rest(path: string, prefix: string): string {
	try {
		return decodeURIComponent(path.slice(prefix.length));
	} catch {
		return "";
	}
}

function decode(pathname: string): string | undefined {
	try {
		const path = decodeURIComponent(pathname);
		// Backslashes and colons mean something to Windows, NUL to the system call.
		const odd = path.includes("\\") || path.includes(":") || path.includes("\0");
		return odd || path.split("/").includes("..") ? undefined : path;
	} catch {
		return undefined;
	}
}

function page(html: string, nonce: string): Answer {
	const filled = html.replace(/(<meta name="csp-nonce" content=")[^"]*(")/, `$1${nonce}$2`);
	const headers = {
		...commonHeaders,
		"content-type": "text/html; charset=utf-8",
		"content-security-policy": contentPolicy(nonce),
		"cache-control": "no-store",
	};
	return { status: 200, headers, body: filled };
}

function asset(bytes: Uint8Array, mime: string, path: string, nonce: string): Answer {
	// The build puts a hash into names under assets/, so those never change.
	const cache = path.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache";
	// A worker lives under the policy its own script came with, so every file carries it.
	const policy = contentPolicy(nonce);
	const headers = {
		...commonHeaders,
		"content-type": mime,
		"cache-control": cache,
		"content-security-policy": policy,
	};
	return { status: 200, headers, body: bytes };
}

const sentences: Record<number, string> = {
	401: "请从 Welt 自己的窗口打开。 Open Welt from its own window.",
	403: "不允许。 Not allowed.",
	404: "没有这个页面。 No such page.",
};

/** A short plain answer without a page. */
export function plain(status: number, headers: Record<string, string> = {}): Answer {
	const told = { ...commonHeaders, "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" };
	return { status, headers: { ...told, ...headers }, body: `${sentences[status] ?? status}\n` };
}
