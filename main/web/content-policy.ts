/**
 * What both hosts serve to the screens and under which rules: content policy, static files, media answers.
 * Called by main/electron (app://) and main/loopback (127.0.0.1). Knows nothing of the trade and opens no port.
 */

/**
 * The one content policy. `wasm-unsafe-eval` is the barcode reader; style attributes are the component
 * library's; styles it injects carry the page's nonce. Frames show our own PDF previews only.
 */
export function contentPolicy(nonce: string): string {
	return [
		"default-src 'none'",
		"script-src 'self' 'wasm-unsafe-eval'",
		`style-src 'self' 'nonce-${nonce}'`,
		"style-src-attr 'unsafe-inline'",
		"font-src 'self'",
		"img-src 'self' data: blob:",
		"media-src 'self' blob:",
		"connect-src 'self'",
		"worker-src 'self'",
		"frame-src 'self'",
		"object-src 'none'",
		"base-uri 'none'",
		"form-action 'none'",
		"frame-ancestors 'self'",
	].join("; ");
}

/** Goes with every answer, page or not. */
export const commonHeaders = {
	"x-content-type-options": "nosniff",
	"referrer-policy": "no-referrer",
	"cross-origin-opener-policy": "same-origin",
	"cross-origin-resource-policy": "same-origin",
	"x-frame-options": "SAMEORIGIN",
	"permissions-policy":
		"camera=(self), microphone=(), geolocation=(), display-capture=(), hid=(), serial=(), usb=(), payment=()",
} as const;

/** 128 random bits as text for one page. */
export function nonceOf(bytes: Uint8Array): string {
	return Buffer.from(bytes).toString("base64url");
}
