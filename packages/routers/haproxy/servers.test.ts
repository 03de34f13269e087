import { describe, expect, it } from 'vitest';
import { parseServers } from './servers.ts';

const HEAD =
  '1\n# be_id be_name srv_id srv_name srv_addr srv_op_state srv_admin_state srv_uweight srv_iweight srv_agent_state srv_port';
const STAT = '# pxname,svname,scur,bck\nshop,one,3,0\nshop,two,0,1';
const row = (op: number, admin: number) => `3 shop 1 one 127.0.0.1 ${op} ${admin} 5 100 0 8081`;

describe('servers', () => {
  it('are read by the names of the columns', () => {
    const agent = '3 shop 2 two - 2 0 7 1 15 0';
    expect(parseServers(`${HEAD}\n${row(2, 4)}\n${agent}`, STAT)).toEqual([
      {
        ...{ name: 'one', address: '127.0.0.1', port: 8081, condition: 'up', weight: 5, configured: 100 },
        ...{ agent: false, backup: false, sessions: 3 },
      },
      {
        ...{ name: 'two', address: '', port: 0, condition: 'up', weight: 7, configured: 1 },
        ...{ agent: true, backup: true, sessions: 0 },
      },
    ]);
  });

  it.each([
    [2, 0, 'up'],
    [1, 0, 'up'],
    [0, 0, 'down'],
    [3, 0, 'draining'],
    [0, 1, 'maintenance'],
    [0, 5, 'maintenance'],
    [2, 4, 'up'],
    [0, 0x20, 'maintenance'],
    [2, 0x08, 'draining'],
    [2, 0x10, 'draining'],
  ])('state %i with the flags %i is %s', (op, admin, condition) => {
    expect(parseServers(`${HEAD}\n${row(op, admin)}`, STAT)[0]?.condition).toBe(condition);
  });

  it('are not guessed at in a form that is not known', () => {
    expect(() => parseServers('2\n# x', STAT)).toThrow('a form that is not known');
    expect(() => parseServers('', '')).toThrow('a form that is not known');
    const renamed = HEAD.replace('srv_uweight', 'srv_w');
    expect(() => parseServers(`${renamed}\n${row(2, 0)}`, STAT)).toThrow('where a number stands');
  });
});
