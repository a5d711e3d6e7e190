package dev.erpkit.testkit.architecture;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.MutableMap;
import org.eclipse.collections.api.set.ImmutableSet;

/**
 * Reads the main sources of a module and finds every code that a refusal or a violation is made with, and the facts that it
 * carries wherever it is made.
 *
 * <p>A refusal is made by {@code Refusal.of}, or by a method that is given its code and makes one; its facts are what
 * {@code with} adds in the same expression, here and in that method. A violation made by hand carries none.
 */
final class RefusalSources {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*(\\.[a-z0-9]+(-[a-z0-9]+)*)+");

    /** One expression that makes a refusal, with a code or with a parameter of the method around it. */
    private record Site(String method, String code, String maker, ImmutableSet<String> facts) {}

    private static final Pattern CONSTRAINT = Pattern.compile("import jakarta\\.validation\\.constraints\\.(\\w+);");

    private final MutableMap<String, String> constants = Maps.mutable.empty();
    private final MutableMap<String, Integer> makers = Maps.mutable.of("Refusal.of", 0);
    private final MutableList<Site> sites = Lists.mutable.empty();
    private final SortedMap<String, ImmutableSet<String>> codes = new TreeMap<>();

    private RefusalSources() {}

    /** The codes in the sources of modules, each with the facts that it carries everywhere. */
    static SortedMap<String, ImmutableSet<String>> codes(Path... modules) {
        RefusalSources sources = new RefusalSources();
        List<CompilationUnitTree> units =
                Stream.of(modules).flatMap(module -> parse(module).stream()).toList();
        units.forEach(unit -> unit.accept(sources.new Constants(), ""));
        units.forEach(unit -> unit.accept(sources.new Makers(), ""));
        units.forEach(unit -> unit.accept(sources.new Sites(), ""));
        sources.sites.forEach(site -> {
            if (FORM.matcher(site.code()).matches()) {
                sources.found(site.code(), sources.facts(site, Sets.immutable.empty()));
            }
        });
        return sources.codes;
    }

    /** The constraints that values of modules declare: their names are codes of violations too. */
    static ImmutableSet<String> constraints(Path... modules) {
        return Lists.immutable
                .fromStream(Stream.of(modules).flatMap(module -> parse(module).stream()))
                .flatCollect(CompilationUnitTree::getImports)
                .collect(named -> CONSTRAINT.matcher(named.toString().strip()))
                .select(Matcher::matches)
                .collect(named -> named.group(1))
                .toImmutableSet();
    }

    private static List<CompilationUnitTree> parse(Path module) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (Stream<Path> files = Files.walk(module);
                StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            List<Path> sources =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of(), null, manager.getJavaFileObjectsFromPaths(sources));
            MutableList<CompilationUnitTree> units = Lists.mutable.empty();
            task.parse().forEach(units::add);
            return units;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void found(String code, ImmutableSet<String> facts) {
        codes.merge(code, facts, (a, b) -> a.intersect(b));
    }

    /** What is added here and in the method that is called, where it is made in every way. */
    private ImmutableSet<String> facts(Site site, ImmutableSet<String> asked) {
        if (site.maker().equals("Refusal.of") || asked.contains(site.maker())) {
            return site.facts();
        }
        return sites.select(inside -> inside.method().equals(site.maker())
                        && !FORM.matcher(inside.code()).matches())
                .collect(inside -> facts(inside, asked.newWith(site.maker())))
                .injectInto(
                        Optional.<ImmutableSet<String>>empty(),
                        (all, one) -> Optional.of(
                                all.map(before -> before.intersect(one)).orElse(one)))
                .map(inside -> inside.union(site.facts()))
                .orElse(site.facts());
    }

    private static String outermost(String around) {
        return around.contains(".") ? around.substring(0, around.indexOf('.')) : around;
    }

    /** Walks classes and hands the name of the outermost class, or of that and the method, down. */
    private abstract static class Walk extends TreeScanner<Void, String> {
        @Override
        public Void visitClass(ClassTree type, String around) {
            return super.visitClass(
                    type, around.isEmpty() ? type.getSimpleName().toString() : outermost(around));
        }
    }

    private final class Constants extends Walk {
        @Override
        public Void visitVariable(VariableTree variable, String type) {
            if (variable.getInitializer() instanceof MethodInvocationTree call
                    && name(call).equals("RefusalCode.of")
                    && call.getArguments().get(0) instanceof LiteralTree code) {
                constants.put(outermost(type) + "." + variable.getName(), (String) code.getValue());
            }
            return super.visitVariable(variable, type);
        }
    }

    /** Methods that take the code of a refusal. */
    private final class Makers extends Walk {
        @Override
        public Void visitMethod(MethodTree method, String type) {
            for (int i = 0; i < method.getParameters().size(); i++) {
                VariableTree parameter = method.getParameters().get(i);
                boolean code = parameter.getName().contentEquals("code")
                        && Set.of("String", "RefusalCode")
                                .contains(parameter.getType().toString());
                if (code && !type.equals("RefusalCode") && !type.equals("Refusal")) {
                    makers.put(outermost(type) + "." + method.getName(), i);
                }
            }
            return super.visitMethod(method, type);
        }
    }

    private final class Sites extends Walk {
        @Override
        public Void visitMethod(MethodTree method, String type) {
            return super.visitMethod(method, outermost(type) + "." + method.getName());
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, String around) {
            ImmutableSet<String> facts = Sets.immutable.empty();
            MethodInvocationTree root = call;
            while (name(root).endsWith(".with")
                    && root.getArguments().size() == 2
                    && root.getArguments().get(0) instanceof LiteralTree fact
                    && root.getMethodSelect() instanceof MemberSelectTree select
                    && select.getExpression() instanceof MethodInvocationTree inner) {
                facts = facts.newWith(String.valueOf(fact.getValue()));
                root = inner;
            }
            if (name(root).equals("problems.add")) {
                problem(root.getArguments(), around);
            }
            String maker = qualified(name(root), around);
            Integer position = makers.get(maker);
            if (position == null || root.getArguments().size() <= position) {
                return super.visitMethodInvocation(call, around);
            }
            sites.add(new Site(around, code(root.getArguments().get(position), around), maker, facts));
            root.getArguments().forEach(argument -> scan(argument, around));
            return null;
        }

        @Override
        public Void visitNewClass(NewClassTree made, String around) {
            switch (made.getIdentifier().toString()) {
                case "InvalidValueException", "Violation" ->
                    made.getArguments().forEach(a -> violation(code(a, around)));
                case "Malformed", "JournalProblem" -> problem(made.getArguments(), around);
                default -> {}
            }
            return super.visitNewClass(made, around);
        }

        /** A problem of a journal becomes a refusal with the place in its source. */
        private void problem(List<? extends ExpressionTree> arguments, String around) {
            arguments.forEach(argument -> {
                String code = code(argument, around);
                if (FORM.matcher(code).matches()) {
                    found(code, Sets.immutable.of("source", "line"));
                }
            });
        }

        private void violation(String code) {
            if (FORM.matcher(code).matches()) {
                found(code, Sets.immutable.empty());
            }
        }

        private String code(ExpressionTree expression, String around) {
            if (expression instanceof LiteralTree literal) {
                return String.valueOf(literal.getValue());
            }
            String name =
                    expression instanceof IdentifierTree ? outermost(around) + "." + expression : expression.toString();
            return constants.getIfAbsentValue(name, "?");
        }

        private String qualified(String name, String around) {
            return name.contains(".") ? name : outermost(around) + "." + name;
        }
    }

    /** {@code Type.method}, {@code method}, or what stands before a call of a call. */
    private static String name(MethodInvocationTree call) {
        return call.getMethodSelect() instanceof MemberSelectTree select
                        && !(select.getExpression() instanceof IdentifierTree)
                ? "." + select.getIdentifier()
                : call.getMethodSelect().toString();
    }
}
