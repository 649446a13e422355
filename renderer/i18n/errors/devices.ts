/** Sentences for settings files of devices. */
import { defineErrors } from "../define.ts";

export const errors = defineErrors({
	"zh-CN": {
		"devices.file-foreign": {
			what: "这不是 Welt 的设备设置文件。",
			next: "选从另一台工作站“设备 → 导出设置”保存的 .json 文件。",
		},
		"devices.file-damaged": {
			what: "设置文件不完整，或被人改动过。",
			next: "在原来的工作站上重新导出一次，原样拷过来。",
		},
		"devices.file-newer": {
			what: "这个文件是更新版本的 Welt 导出的，这一版读不了。",
			next: "先把这台工作站升级到同一版本，再导入。",
		},
	},
	en: {
		"devices.file-foreign": {
			what: "This is no settings file of Welt's devices.",
			next: "Choose the .json file saved on another workstation under Devices, Export settings.",
		},
		"devices.file-damaged": {
			what: "The settings file is incomplete, or somebody has changed it.",
			next: "Export it once more on the workstation it came from and copy it as it is.",
		},
		"devices.file-newer": {
			what: "A later version of Welt made this file; this one can't read it.",
			next: "Bring this workstation to the same version, then import.",
		},
	},
});
