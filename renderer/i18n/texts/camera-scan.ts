/** Texts of the camera used as a scanner. */
import { defineTexts } from "../define.ts";

export const cameraScanTexts = defineTexts("camera-scan", {
	"zh-CN": {
		open: "用摄像头扫码",
		title: "用摄像头扫码",
		hint: "把条码放进方框，离镜头 10–20 厘米，拿稳一下。",
		"keep-open": "连续扫码",
		camera: "摄像头",
		"camera-n": "摄像头 {{n}}",
		"torch-on": "开灯",
		"torch-off": "关灯",
	},
	en: {
		open: "Scan with the camera",
		title: "Scan with the camera",
		hint: "Hold the code inside the frame, 10–20 cm from the camera, and keep it still for a moment.",
		"keep-open": "Keep scanning",
		camera: "Camera",
		"camera-n": "Camera {{n}}",
		"torch-on": "Light on",
		"torch-off": "Light off",
	},
});
