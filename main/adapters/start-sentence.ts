import { Refusal } from "../../domain/errors.ts";

const sentences: Record<string, string> = {
	"data.in-use": "这个数据文件夹已被另一个 Welt 打开。 Another Welt has this data folder open.",
	"data.full": "磁盘已满，无法启动。请清理磁盘空间后再试。 The disk is full. Free some space and start again.",
	"data.not-writable": "数据文件夹无法写入。请检查权限或换一个文件夹（--data=…）。 The data folder can't be written.",
	"vault.key-sealed":
		"这台工作站的密钥由桌面版保管，请用桌面版打开。 The desktop app keeps this workstation's key: open it with --host=electron.",
	"vault.key-unreadable":
		"工作站密钥无法读取。数据未受影响；请用恢复单恢复。 The workstation's key can't be read. The data is unharmed: restore with the recovery sheet.",
	"vault.key-unprotected":
		"系统没有可用的密钥环，无法安全保管密钥。 This system has no keyring to keep the workstation's key safe.",
};

/** What a person in a terminal reads when Welt could not start. Without a screen there is no other place for it. */
export function startSentence(cause: unknown): string {
	if (cause instanceof Error && "code" in cause && cause.code === "EADDRINUSE") {
		return "这个端口已被占用，请换一个（--port=0 自动选择）。 This port is taken: choose another, or --port=0 for a free one.";
	}
	if (!(cause instanceof Refusal)) return `Welt 无法启动。 Welt could not start. (${String(cause)})`;
	const sentence = sentences[cause.reason] ?? "Welt 无法启动。 Welt could not start.";
	const address = cause.details?.address;
	return `${sentence} (${cause.code}, ${cause.reason})${typeof address === "string" ? `\n${address}` : ""}`;
}
