/** Whether the camera stays open after a code, for many codes one after another. Kept in the browser's storage of this PC. */
const storageKey = "welt.camera-scan.keep-open";

export function keepsCameraOpen(): boolean {
	return localStorage.getItem(storageKey) === "yes";
}

export function saveKeepsCameraOpen(on: boolean): void {
	localStorage.setItem(storageKey, on ? "yes" : "no");
}
