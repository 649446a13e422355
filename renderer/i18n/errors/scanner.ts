/** What is said when a scanner the workstation reads itself is not well: by reason, in both languages. */
import { defineErrors } from "../define.ts";

export const errors = defineErrors({
	"zh-CN": {
		"scanner.busy": {
			what: "这把扫码枪被别的程序占用了。",
			next: "关掉占用它的程序（串口助手、收银软件等），这里会自己连上。",
		},
		"scanner.denied": {
			what: "系统不让我们使用这把扫码枪。",
			next: "请管理员给当前用户开放这个端口的权限（Linux：加入 dialout 组，或为 hidraw 加 udev 规则），再插拔一次。",
		},
		"scanner.failed": { what: "这把扫码枪打不开。", next: "拔下来换个 USB 口再插；还不行就看看端口和波特率。" },
		"scanner.no-hid-driver": {
			what: "这台电脑读不了 HID POS 扫码枪。",
			safe: "键盘模式的扫码枪照常能用。",
			next: "重新安装本软件；或把扫码枪改成键盘或串口模式。",
		},
		"scanner.no-serial-driver": {
			what: "这台电脑读不了串口扫码枪。",
			safe: "键盘模式的扫码枪照常能用。",
			next: "重新安装本软件；或把扫码枪改成键盘或 HID POS 模式。",
		},
		"scanner.not-enabled": {
			what: "扫码枪连上了，但没有应答“开始读码”。",
			next: "扫一个码试试；没反应就拔下来再插。",
		},
		"scanner.half": {
			what: "扫码枪只送来半个码，后面没有结束符。",
			next: "再扫一次；总是这样，就把结束方式改成“停顿”，或在扫码枪上打开回车后缀。",
		},
		"scanner.garbled": {
			what: "扫码枪送来的内容读不出来。",
			next: "核对波特率；汉字请把扫码枪设成 UTF-8 或 GB18030 输出。",
		},
		"scanner.unknown": { what: "这把扫码枪已经不在设置里了。", next: "刷新页面再看。" },
		"scanner.port-taken": { what: "这个端口已经给了“{{name}}”。", next: "换一个端口，或先改那一把。" },
		"scanner.too-many": { what: "串口扫码枪最多设 16 把。", next: "先删除不用的。" },
	},
	en: {
		"scanner.busy": {
			what: "Another program holds this scanner.",
			next: "Close that program (a serial tool, a till); the scanner then connects by itself.",
		},
		"scanner.denied": {
			what: "The system does not let us use this scanner.",
			next: "Ask the PC's administrator for access (Linux: the dialout group, or a udev rule for hidraw), then replug it.",
		},
		"scanner.failed": {
			what: "This scanner can't be opened.",
			next: "Plug it into another USB socket; if that doesn't help, check port and speed.",
		},
		"scanner.no-hid-driver": {
			what: "This PC can't read HID POS scanners.",
			safe: "Scanners in keyboard mode work as ever.",
			next: "Install this program again, or set the scanner to keyboard or serial mode.",
		},
		"scanner.no-serial-driver": {
			what: "This PC can't read serial scanners.",
			safe: "Scanners in keyboard mode work as ever.",
			next: "Install this program again, or set the scanner to keyboard or HID POS mode.",
		},
		"scanner.not-enabled": {
			what: "The scanner is connected but did not confirm that it reads.",
			next: "Scan something; if nothing comes, replug it.",
		},
		"scanner.half": {
			what: "The scanner sent half a code with no end.",
			next: 'Scan again; if it stays so, set the end to "pause", or switch on the scanner\'s Enter suffix.',
		},
		"scanner.garbled": {
			what: "What the scanner sent can't be read.",
			next: "Check the speed; for Chinese text set the scanner to UTF-8 or GB18030.",
		},
		"scanner.unknown": { what: "That scanner is no longer set up.", next: "Reload the page." },
		"scanner.port-taken": {
			what: '"{{name}}" has that port.',
			next: "Choose another port, or change that scanner first.",
		},
		"scanner.too-many": { what: "At most 16 serial scanners can be set up.", next: "Remove one that is not used." },
	},
});
