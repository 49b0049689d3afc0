/** Whether an operation only looks, by its name: so it is for every operation of the three services (AWS service models). */
export const isRead = (operation: string): boolean => /^(Get|List|Describe)/.test(operation);
