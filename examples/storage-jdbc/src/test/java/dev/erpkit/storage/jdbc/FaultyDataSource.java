package dev.erpkit.storage.jdbc;

import java.io.PrintWriter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A database that fails at the step a test chooses: a statement that runs, a rollback, or the answer to a commit. */
final class FaultyDataSource implements DataSource {
    private static final String LOST = "08006";

    private final DataSource real;
    private int stepsLeft = Integer.MAX_VALUE;
    private String state = LOST;
    private boolean losesReplies;
    private boolean refusesRollbacks;
    private long rowsRead;

    FaultyDataSource(DataSource real) {
        this.real = real;
    }

    /** Fails instead of taking the step after so many others; each statement that runs and each commit is a step. */
    void failAfter(int steps) {
        failAfter(steps, LOST);
    }

    /** The same with the SQL state of another failure. */
    void failAfter(int steps, String withState) {
        stepsLeft = steps;
        state = withState;
        losesReplies = false;
    }

    /** Takes the steps but loses the answer of the next commit. */
    void loseReply() {
        stepsLeft = Integer.MAX_VALUE;
        losesReplies = true;
    }

    /** Refuses to roll back whole transactions. */
    void refuseRollbacks() {
        refusesRollbacks = true;
    }

    /** How many rows were read so far. */
    long rowsRead() {
        return rowsRead;
    }

    /** Fails no more; tells whether it did not fail at all. */
    boolean heal() {
        boolean never = stepsLeft > 0;
        stepsLeft = Integer.MAX_VALUE;
        losesReplies = false;
        refusesRollbacks = false;
        return never;
    }

    private static SQLException fault(String state) {
        return new SQLException("injected", state);
    }

    private @Nullable Object step(Object target, java.lang.reflect.Method method, Object @Nullable [] arguments)
            throws Throwable {
        String name = method.getName();
        boolean commit = name.equals("commit");
        if ((commit || name.startsWith("execute")) && stepsLeft-- == 0) {
            throw fault(state);
        }
        if (refusesRollbacks && name.equals("rollback") && arguments == null) {
            throw fault(LOST);
        }
        Object result;
        try {
            result = method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
        if (commit && losesReplies) {
            throw fault(LOST);
        }
        if (name.equals("next") && Boolean.TRUE.equals(result)) {
            rowsRead++;
        }
        if (result instanceof ResultSet rows) {
            return wrap(ResultSet.class, rows);
        }
        if (result instanceof PreparedStatement statement) {
            return wrap(PreparedStatement.class, statement);
        }
        return result instanceof Statement statement ? wrap(Statement.class, statement) : result;
    }

    private <T> T wrap(Class<T> type, T target) {
        InvocationHandler handler = (proxy, method, arguments) -> step(target, method, arguments);
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    @Override
    public Connection getConnection() throws SQLException {
        return wrap(Connection.class, real.getConnection());
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {}

    @Override
    public void setLoginTimeout(int seconds) {}

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return real.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return real.isWrapperFor(type);
    }
}
