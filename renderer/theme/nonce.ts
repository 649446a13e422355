/**
 * The page's style nonce, written into a meta tag by the host. Everything that injects a style at run time needs
 * it, or the content policy drops the style.
 */
declare global {
	/** Where the scroll lock inside the component library looks for a nonce. */
	var __webpack_nonce__: string | undefined;
}

export function styleNonce(): string {
	const meta = document.querySelector('meta[name="csp-nonce"]');
	return meta?.getAttribute("content") ?? "";
}

/** Gives the nonce to the scroll lock. Called once, before the first dialog can open. */
export function shareNonce(): void {
	globalThis.__webpack_nonce__ = styleNonce();
}
