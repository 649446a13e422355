import { mediaUrl } from "../../app/client.ts";

/** Hands a made file to the browser, or to the shell it runs in, to be saved under its name. */
export function saveFile({ handle, fileName }: { handle: string; fileName: string }): void {
	const link = document.createElement("a");
	link.href = mediaUrl(handle);
	link.download = fileName;
	link.click();
}
