package io.camelsmc.state;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OtherAccountTest {

    @ParameterizedTest
    @CsvSource({
        "account:12, key:ab, give --account-id 12",
        "account:12, account:13, if it is that account",
        "key:ab, account:12, leave --account-id out",
        "key:ab, key:cd, use the access key of the runs before"
    })
    void saysWhichOptionLeadsToTheAccountOfTheJournal(String bound, String used, String advice) {
        assertThat(OtherAccount.message(".smc/journal.db", bound, used))
                .contains(".smc/journal.db", bound, used, advice, "--state");
    }
}
