package dev.erpkit.accounting.interchange;

import java.util.Arrays;

/** Numbers the pairs of account and commodity that occur. */
final class Pairs {
    private static final int FREE = -1;

    private int[] accounts = new int[64];
    private int[] commodities = new int[64];
    private int[] slots = free(256);
    private int size;

    int size() {
        return size;
    }

    int account(int pair) {
        return accounts[pair];
    }

    int commodity(int pair) {
        return commodities[pair];
    }

    int number(int account, int commodity) {
        int mask = slots.length - 1;
        int slot = spread(account, commodity) & mask;
        while (slots[slot] != FREE) {
            int pair = slots[slot];
            if (accounts[pair] == account && commodities[pair] == commodity) {
                return pair;
            }
            slot = (slot + 1) & mask;
        }
        return add(account, commodity);
    }

    private int add(int account, int commodity) {
        if (size == accounts.length) {
            accounts = Arrays.copyOf(accounts, 2 * size);
            commodities = Arrays.copyOf(commodities, 2 * size);
        }
        accounts[size] = account;
        commodities[size] = commodity;
        size++;
        if (2 * size > slots.length) {
            slots = free(2 * slots.length);
            for (int pair = 0; pair < size; pair++) {
                place(pair);
            }
        } else {
            place(size - 1);
        }
        return size - 1;
    }

    private void place(int pair) {
        int mask = slots.length - 1;
        int slot = spread(accounts[pair], commodities[pair]) & mask;
        while (slots[slot] != FREE) {
            slot = (slot + 1) & mask;
        }
        slots[slot] = pair;
    }

    private static int spread(int account, int commodity) {
        int hash = account * 0x9E3779B1 + commodity * 0x85EBCA77;
        return hash ^ (hash >>> 15);
    }

    private static int[] free(int length) {
        int[] slots = new int[length];
        Arrays.fill(slots, FREE);
        return slots;
    }
}
