package io.camelsmc.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelsmc.client.http.TransportFault;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ErrorTableTest {

    private final ErrorTable table = ErrorTable.standard();

    @Test
    void everyLineSaysWhatHappenedAndWhatToDo() {
        assertThat(table.entries()).allSatisfy(entry -> {
            assertThat(entry.meaning()).as(entry.display()).endsWith(".");
            assertThat(entry.advice()).as(entry.display()).isNotBlank().doesNotEndWith(".");
        });
    }

    @Test
    void noLineIsThereTwice() {
        assertThat(table.entries().stream().map(ErrorEntry::display)).doesNotHaveDuplicates();
    }

    @Test
    void everyTransportFaultHasItsLine() {
        assertThat(Arrays.stream(TransportFault.values()).map(TransportFault::code))
                .allSatisfy(code -> assertThat(table.exact(code)).as(code).isPresent());
    }

    @ParameterizedTest
    @EnumSource(ErrorClass.class)
    void classAndExceptionAgree(ErrorClass errorClass) {
        SmcException exception = errorClass.exception(
                SmcFailure.of("Op", "Code", errorClass.executed()).build(), null);

        assertThat(exception).isExactlyInstanceOf(errorClass.exceptionClass());
        assertThat(exception.errorClass()).isEqualTo(errorClass);
        assertThat(exception.retryable()).isEqualTo(errorClass.retryable());
        assertThat(ErrorClass.ofId(errorClass.id())).isEqualTo(errorClass);
    }

    @Test
    void unknownCodeWithoutStatusIsInDoubt() {
        assertThat(table.lookup("NeverHeardOf", 0).errorClass()).isEqualTo(ErrorClass.OUTCOME_UNKNOWN);
        assertThat(table.lookup(null, 404).errorClass()).isEqualTo(ErrorClass.REJECTED);
    }
}
