import { Button, FileButton, Menu } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useRef } from "react";
import type { LayoutElement } from "../../../../preload/contract/label-layout.ts";
import { call, putMedia } from "../../../app/client.ts";
import { useTexts } from "../../../i18n/language.ts";
import { labelsTexts } from "../../../i18n/texts/labels.ts";

type Props = { onAdd: (element: LayoutElement) => void; onFailed: (thrown: unknown) => void };

const at = { x: 1, y: 1 };
const text = {
	...{ type: "text", field: "code", ...at, w: 20, h: 4, size: 3.2, minSize: 2.4 },
	...{ bold: false, align: "left", lines: 1, inverse: false },
} satisfies LayoutElement;
const fresh = {
	text,
	code128: { type: "code128", field: "code", ...at, w: 38, h: 6, align: "center" },
	qr: { type: "qr", field: "code", ...at, w: 15, h: 15, align: "center" },
	rule: { type: "rule", ...at, w: 30, h: 0.3 },
} satisfies Record<string, LayoutElement>;

/** One more on the label. A logo goes up by a ticket and comes back cut to black and white. */
export function AddElement({ onAdd, onFailed }: Props) {
	const t = useTexts(labelsTexts);
	const choose = useRef<HTMLButtonElement>(null);
	const takeLogo = async (file: File | null) => {
		if (!file) return;
		try {
			const { ticket } = await call("labels.logoTicket", {});
			const { image, width, height } = await call("labels.addLogo", { handle: await putMedia(ticket, file) });
			onAdd({ type: "image", image, ...at, w: 12, h: Math.max(2, Math.round((24 * height) / width) / 2) });
		} catch (thrown) {
			onFailed(thrown);
		}
	};
	return (
		<>
			<Menu>
				<Menu.Target>
					<Button variant="default" leftSection={<IconPlus size={16} />}>
						{t("add")}
					</Button>
				</Menu.Target>
				<Menu.Dropdown>
					{(["text", "code128", "qr", "rule"] as const).map((type) => (
						<Menu.Item key={type} onClick={() => onAdd(fresh[type])}>
							{t(`add-${type}`)}
						</Menu.Item>
					))}
					<Menu.Item onClick={() => choose.current?.click()}>{t("add-logo")}</Menu.Item>
				</Menu.Dropdown>
			</Menu>
			<FileButton accept="image/png,image/jpeg" onChange={(file) => void takeLogo(file)}>
				{(props) => <button ref={choose} type="button" hidden {...props} />}
			</FileButton>
		</>
	);
}
