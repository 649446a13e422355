/** Types for drawing a layout; its schema is part of the contract (preload/contract/label-layout.ts). */
import type { LayoutElement } from "../../../preload/contract/label-layout.ts";

export type TextElement = Extract<LayoutElement, { type: "text" }>;
export type CodeElement = Extract<LayoutElement, { type: "code128" | "qr" }>;
