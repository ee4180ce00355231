package io.camelsmc.spec.read;

import io.camelsmc.spec.SpecField;
import java.util.Locale;

/** The canonical CSV column of each field: snake_case, with the short names that sheets use. */
public final class CsvNames {

    private CsvNames() {}

    /** The column that holds the field; the compact form where there is one ({@code data_disks}, {@code tags}). */
    public static String of(SpecField field) {
        return switch (field) {
            case REGION_ID -> "region";
            case V_SWITCH_ID -> "vswitch_id";
            case MAX_NUMBER_OF_IMAGE_TO_KEEP -> "max_images";
            case SCHEDULED_START_TIME -> "start_at";
            case VALID_TIME -> "valid_until";
            case INSTANCE_RAM_ROLE -> "ram_role";
            case DATA_DISK -> "data_disks";
            case TAG -> "tags";
            default -> snake(field.specName());
        };
    }

    /**
     * The field as an input spells it: by its column in a sheet, by its name elsewhere.
     *
     * @param input name of the input; one whose ending tells nothing is taken for a sheet
     */
    public static String in(String input, SpecField field) {
        return InputFormat.of(input).orElse(InputFormat.CSV).isSheet() ? of(field) : field.specName();
    }

    private static String snake(String camel) {
        StringBuilder snake = new StringBuilder(camel.length() + 8);
        for (int i = 0; i < camel.length(); i++) {
            char c = camel.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                snake.append('_');
            }
            snake.append(c);
        }
        return snake.toString().toLowerCase(Locale.ROOT);
    }
}
