package dev.erpkit.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command as it is typed: what it prints and how it exits. */
class StockTest {
    private static final String HEAD = "id,date,item,type,quantity,unit,unit_cost,lot,location,ref\n";
    private static final String MOVES = HEAD
            + "a,2026-03-02,bolt,receipt,10,piece,2,,main,\n"
            + "b,2026-03-04,bolt,receipt,10,piece,3,,main,\n"
            + "c,2026-03-05,bolt,issue,15,piece,,,main,\n"
            + "# found late\n"
            + "d,2026-03-03,bolt,receipt,10,piece,1,,main,\n"
            + "e,2026-03-09,,landed,,,5.00,,,a\n";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    private int stock(String content, String... options) throws IOException {
        Path file = folder.resolve("moves.csv");
        Files.writeString(file, content);
        String[] args = new String[options.length + 2];
        args[0] = "value";
        args[1] = file.toString();
        System.arraycopy(options, 0, args, 2, options.length);
        out.reset();
        err.reset();
        try (PrintStream o = new PrintStream(out, false, StandardCharsets.UTF_8);
                PrintStream e = new PrintStream(err, false, StandardCharsets.UTF_8)) {
            return Stock.run(args, o, e);
        }
    }

    private String printed(String... options) throws IOException {
        int status = stock(MOVES, options);
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(status).isZero();
        return out.toString(StandardCharsets.UTF_8);
    }

    private String refused(int status, String content, String... options) throws IOException {
        assertThat(stock(content, options)).isEqualTo(status);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
        return err.toString(StandardCharsets.UTF_8);
    }

    /** 10 at 2.5, 10 at 1 that came late, 10 at 3; 15 go. */
    @ParameterizedTest
    @CsvSource({"fifo, 35.00", "lifo, 30.00", "average, 32.50"})
    void a_method_gives_its_value(String method, String value) throws IOException {
        assertThat(printed("--method", method, "--csv")).isEqualTo("item,lot,quantity,value\nbolt,,15," + value + "\n");
    }

    @Test
    void text_is_in_columns_with_a_total() throws IOException {
        assertThat(printed("--method", "fifo"))
                .isEqualTo("item                           quantity            value\n"
                        + "bolt                                 15            35.00\n"
                        + "total                                              35.00\n");
    }

    @Test
    void as_of_and_known_go_back() throws IOException {
        assertThat(printed("--method", "fifo", "--csv", "--as-of", "2026-03-04"))
                .endsWith("bolt,,30,65.00\n");
        assertThat(printed("--method", "fifo", "--csv", "--known", "c")).endsWith("bolt,,5,15.00\n");
        assertThat(printed("--method", "fifo", "--csv", "--known", "c", "--as-of", "2026-03-02"))
                .endsWith("bolt,,10,20.00\n");
    }

    @Test
    void a_trace_says_why() throws IOException {
        assertThat(printed("--method", "fifo", "--trace", "c")).isEqualTo("""
                        issue c: 15 = 30.00
                          receipt a: 10 = 25.00
                            price a: 10 = 20.00
                            landed cost e = 5.00
                          receipt d: 5 = 5.00
                            price d: 5 = 5.00
                        """);
        assertThat(printed("--method", "fifo", "--trace", "c", "--csv"))
                .startsWith("depth,what,id,quantity,value\n0,issue,c,15,30.00\n1,receipt,a,10,25.00\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a,2026-02-30,bolt,receipt,1,p,1,,m, | 2: date: is no date",
                "a,2026-03-02,bolt,receipt,-1,p,1,,m, | 2: quantity: is no number",
                "a,2026-03-02,bolt,receipt,1/0,p,1,,m, | 2: quantity: is no number",
                "a,2026-03-02,bolt,receipt,1,p,one,,m, | 2: unit_cost: is no number",
                "a,2026-03-02,,receipt,1,p,1,,m, | 2: item: is missing",
                "a,2026-03-02,bolt,gift,1,p,1,,m, | 2: type: is none of",
                "a,2026-03-02,bolt,cancel,,,,,,b | 2: ref: is no id",
                "a,2026-03-02,bolt,transfer,1,p,,,m, | 2: location: of a transfer",
                "a,2026-03-02,bolt,receipt,1 | 2: has 5 fields, not 10",
                "a,2026-03-02,'\"bolt',receipt,1,p,1,,m, | 2: a quotation mark",
                "a,2026-03-02,bolt,receipt,0,p,1,,m, | 2: Event 1 has a quantity",
                "a,2026-03-02,bolt,receipt,1,p,-1,,m, | 2: Event 1 lets goods cost less than nothing",
            })
    void a_wrong_line_is_named_with_its_field(String line, String message) throws IOException {
        assertThat(refused(1, HEAD + line.strip().replace("'", "") + "\n", "--method", "fifo"))
                .contains("moves.csv:" + message.strip());
    }

    @Test
    void files_and_command_lines_that_make_no_sense_are_refused() throws IOException {
        assertThat(refused(1, "no,head\n", "--method", "fifo")).contains("moves.csv:1: has 2 fields");
        assertThat(refused(1, HEAD.replace("ref", "rev"), "--method", "fifo")).contains("1: the first line must be");
        String twice = "a,2026-03-02,bolt,receipt,1,p,1,,m,\n";
        assertThat(refused(1, HEAD + twice + twice, "--method", "fifo")).contains("3: id: is taken");
        assertThat(refused(1, HEAD + twice + twice.replace("a,", "b,").replace(",p,", ",box,"), "--method", "fifo"))
                .contains("3: unit: is box here and p before");
        assertThat(refused(2, MOVES)).contains("--method is missing");
        assertThat(refused(2, MOVES, "--method", "guess")).contains("unknown method guess");
        assertThat(refused(2, MOVES, "--method", "fifo", "--trace", "zzz")).contains("no line has the id zzz");
        assertThat(refused(2, MOVES, "--method", "fifo", "--trace", "a")).contains("nothing went out by a");
        assertThat(refused(2, MOVES, "--method", "fifo", "--currency", "???")).contains("--currency needs a code");
    }
}
