import { expect, it } from 'vitest';
import { context } from './context.ts';

it('knows the AWS credentials that are set, and no others', () => {
  expect(context({ HOME: '/home/x' }).aws).toBeUndefined();
  expect(context({ AWS_REGION: 'eu-west-1', AWS_SESSION_TOKEN: '' }).aws).toEqual({ region: 'eu-west-1' });
  const keys = { AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 's', AWS_SESSION_TOKEN: 't' };
  expect(context(keys).aws).toEqual({ accessKeyId: 'a', secretAccessKey: 's', sessionToken: 't' });
});
