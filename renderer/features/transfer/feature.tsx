/** Orders between workshops: what is on its way, sending, one parcel, accepting one by the code on its sheet. */
import { IconTruckDelivery } from "@tabler/icons-react";
import { paths } from "../../app/addresses.ts";
import type { Feature } from "../../app/feature.ts";
import { transferTexts } from "../../i18n/texts/transfer.ts";
import { ArrivePage } from "./arrive/ArrivePage.tsx";
import { ParcelPage } from "./ParcelPage.tsx";
import { SendPage } from "./send/SendPage.tsx";
import { TransfersPage } from "./TransfersPage.tsx";

export const features: readonly Feature[] = [
	{
		id: "transfers",
		path: paths.transfers,
		element: <TransfersPage />,
		roles: "signed-in",
		rail: {
			label: { "zh-CN": transferTexts["zh-CN"].title, en: transferTexts.en.title },
			icon: IconTruckDelivery,
			order: 42,
		},
	},
	{ id: "transfer-send", path: paths.send, element: <SendPage />, roles: "signed-in" },
	{ id: "transfer-parcel", path: paths.parcel, element: <ParcelPage />, roles: "signed-in" },
	{ id: "transfer-arrive", path: paths.arrive, element: <ArrivePage />, roles: "signed-in" },
];
