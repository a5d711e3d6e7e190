package dev.erpkit.core.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.core.message.Messages;
import dev.erpkit.core.outcome.Refusal;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PermissionTest {
    @Test
    void who_lacks_it_is_told_what_and_where_in_both_languages() {
        Refusal denied = new Permission("journal.post", "main").denied();
        assertThat(denied.code().value()).isEqualTo("access.denied");
        assertThat(denied.facts().get("action")).isEqualTo("journal.post");
        assertThat(denied.facts().get("scope")).isEqualTo("main");
        assertThat(denied.message()).isEqualTo("The actor may not journal.post in main; ask for the permission");
        assertThat(Messages.in(Locale.JAPANESE).of(denied)).startsWith("この操作を行う権限がありません");
    }
}
